# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion of tidemark-cli. tests/cli/tst_cli_completion holds it against what --help lists.

function __tidemark_cli_in --description 'Whether the command is one of these'
    set -l words (commandline -opc)
    contains -- "$words[2]" $argv
end

function __tidemark_cli_at --description 'Whether the word of this number is being typed'
    test (count (commandline -opc)) -eq $argv[1]
end

complete -c tidemark-cli -f
complete -c tidemark-cli -s h -l help -d 'print the help'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -l version -d 'print the version'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -a upload -d 'upload files and watch the memory of the server'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -a watch -d 'watch the memory of a server'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -a check -d 'find out whether uploads leak'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -a sweep -d 'find out how many uploads at once it stands'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -a audit -d 'see what it makes of uploads that are wrong'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -a demo -d 'start a sample server'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -a profile -d 'say which functions hold memory'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -a report -d 'write the report of a run'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -a runs -d 'list, show, mark and delete kept runs'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -a compare -d 'say what has become of a leak'
complete -c tidemark-cli -n '__tidemark_cli_at 1' -a alerts -d 'print or export the alert rules'

complete -c tidemark-cli -n '__tidemark_cli_in runs && __tidemark_cli_at 2' -a 'list show delete tag untag note'
complete -c tidemark-cli -n '__tidemark_cli_in runs && not __tidemark_cli_at 2' -a last
complete -c tidemark-cli -n '__tidemark_cli_in profile && __tidemark_cli_at 2' -a 'top diff list'
complete -c tidemark-cli -n '__tidemark_cli_in report compare' -a last
complete -c tidemark-cli -n '__tidemark_cli_in upload check sweep report compare' -F
complete -c tidemark-cli -n '__tidemark_cli_in profile && not __tidemark_cli_at 2' -F

set -l checks body-limit limit-answer limit-chunked limit-streaming path-traversal file-names temp-files aborted-uploads \
    slow-body boundary many-parts part-headers content-length field-missing empty-file duplicate-field \
    keep-alive tls
set -l specimens abort-only body-limit buffer closure defer-in-loop file-handle file-handle-gc global-cache late-release \
    listener lru-1000 noisy path-traversal pipe-goroutine read-all request-context retry-storm settable \
    temp-files ttl-cache

set -l these upload check sweep audit
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l to -x -d 'upload endpoint'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l field -x -d 'form field of the file'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l form -x -d 'further form field'

set -l these upload watch check sweep audit profile
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l header -x -d 'header of uploads and readings'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l timeout -x -d 'limit for a whole request, 0 for none'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l connect-timeout -x -d 'limit for resolving, connecting and TLS'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l stall-timeout -x -d 'limit for a connection on which no byte moves'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l cacert -r -F -d 'certificate authorities to trust'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l crlfile -r -F -d 'lists of revoked certificates'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l cert -r -F -d 'client certificate'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l key -r -F -d 'key of the client certificate'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l pin -x -d 'trust the certificate with this fingerprint'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l insecure -d 'accept any TLS certificate'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l proxy -x -d 'http, https or socks5 proxy'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l proxy-user -x -d 'user name for the proxy'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l user -x -d 'user name for basic authentication'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l digest -d 'digest authentication for --user'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l bearer -d 'send a token instead of a user'

set -l these upload watch check sweep audit demo
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l json -r -F -d 'the result as one JSON document'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l report -r -F -d 'the report, format by file ending'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l fail-on -x -a '(__fish_append , leak failed alert audit)' -d 'what makes exit code 1'

set -l these upload check sweep audit compare
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l junit -r -F -d 'JUnit XML, for CI servers'

set -l these upload watch check sweep audit demo profile report runs compare alerts
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l quiet -d 'print errors only'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l no-progress -d 'no progress line'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l color -x -a 'auto always never' -d 'colours'

set -l these upload watch check sweep audit
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l watch -x -d 'base or metrics URL of the server'

set -l these upload watch demo
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l interval -x -d 'time between readings'

set -l these upload watch check sweep audit
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l pid -x -a '(__fish_complete_pids)' -d 'the server as a process of this machine'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l disk -x -a '(__fish_complete_directories)' -d 'also count files and bytes below this folder'

set -l these upload watch alerts
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l alert-rules -r -F -d 'JSON file with alert rules'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l memory-limit -x -d 'memory that the server may have'

set -l these upload check audit demo
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l concurrency -x -d 'uploads at once'

set -l these upload watch check sweep audit demo report runs compare
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l history -r -F -d 'file in which runs are kept'

set -l these upload watch check sweep audit demo
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l no-history -d 'do not keep the run'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l history-limit -x -d 'how large the history may get'

set -l these check sweep
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l size -x -d 'size of the generated uploads'
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l seed -x -d 'seed of their contents'

set -l these check sweep audit
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l yes -d 'the server may be one of somebody else'

set -l these check sweep audit
complete -c tidemark-cli -n "__tidemark_cli_in $these" -l method -x -a 'post put' -d 'how uploads are sent'

complete -c tidemark-cli -n '__tidemark_cli_in upload' -l method -x -a 'post put tus' -d 'how uploads are sent'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l limit-rate -x -d 'bytes a second for all uploads together'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l retry -x -d 'attempts after the first'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l sha256-field -x -d 'form field for the SHA-256 of the file'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l repr-digest -d 'send the SHA-256 of the body as Repr-Digest'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l idempotency-key -d 'send an Idempotency-Key'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l follow-redirects -d 'send the file again where a 307 or 308 points'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l from-curl -r -F -d 'take server and files from a curl command'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l relative-path -x -a 'none name field:' -d 'whether the server is told where in its folder a file was'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l follow-links -d 'follow symbolic links within folders'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l no-hidden -d 'leave out files whose name begins with a dot'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l archive -r -F -d 'keep the queue in this file'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l resume -d 'go on with what the archive holds'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l forget -d 'first forget what the archive holds'
complete -c tidemark-cli -n '__tidemark_cli_in upload' -l no-archive -d 'keep the queue in memory only'

complete -c tidemark-cli -n '__tidemark_cli_in watch' -l for -x -d 'how long'

complete -c tidemark-cli -n '__tidemark_cli_in check' -l quick -d 'about 15 s; a leak stays unconfirmed'
complete -c tidemark-cli -n '__tidemark_cli_in check' -l thorough -d '40 rounds and 310 s of waiting'
complete -c tidemark-cli -n '__tidemark_cli_in check' -l idle -x -d 'how long to wait for a late release'
complete -c tidemark-cli -n '__tidemark_cli_in check' -l no-aborts -d 'do not break off uploads on purpose'
complete -c tidemark-cli -n '__tidemark_cli_in check' -l baseline -r -F -a last -d 'an earlier check whose leaks are accepted'

complete -c tidemark-cli -n '__tidemark_cli_in sweep' -l levels -x -d 'uploads at once, rising'
complete -c tidemark-cli -n '__tidemark_cli_in sweep' -l rate -x -d 'uploads a second, rising'
complete -c tidemark-cli -n '__tidemark_cli_in sweep' -l peak -x -d 'what 100% in --levels means'
complete -c tidemark-cli -n '__tidemark_cli_in sweep' -l requests -x -d 'exactly so many uploads for each connection of a level, or seconds of a rate'
complete -c tidemark-cli -n '__tidemark_cli_in sweep' -l for -x -d 'let each level last so long, instead of --requests'
complete -c tidemark-cli -n '__tidemark_cli_in sweep' -l level-limit -x -d 'a level begins no upload after it'
complete -c tidemark-cli -n '__tidemark_cli_in sweep' -l error-limit -x -d 'no higher level once more than this fails'

complete -c tidemark-cli -n '__tidemark_cli_in audit' -l max-body -x -d 'largest body to send'
complete -c tidemark-cli -n '__tidemark_cli_in audit' -l slow-for -x -d 'how long a body is sent slowly'
complete -c tidemark-cli -n '__tidemark_cli_in audit' -l idle -x -d 'how long aborted uploads may take to be cleaned up'
complete -c tidemark-cli -n '__tidemark_cli_in audit' -l only -x -a "(__fish_append , $checks)" -d 'checks to make'
complete -c tidemark-cli -n '__tidemark_cli_in audit' -l odd-names -d 'odd file names also to other machines'

complete -c tidemark-cli -n '__tidemark_cli_in demo' -l specimen -x -a "$specimens" -d 'which upload route to show'
complete -c tidemark-cli -n '__tidemark_cli_in demo' -l cured -d 'its cured form'
complete -c tidemark-cli -n '__tidemark_cli_in demo' -l port -x -d 'port on loopback, 0 for a free one'
complete -c tidemark-cli -n '__tidemark_cli_in demo' -l upload -x -d 'upload generated files and end'
complete -c tidemark-cli -n '__tidemark_cli_in demo' -l check -d 'check it for a leak and end'
complete -c tidemark-cli -n '__tidemark_cli_in demo' -l size -x -d 'size of each of them'

complete -c tidemark-cli -n '__tidemark_cli_in profile' -l sample -x -a 'inuse_space inuse_objects alloc_space alloc_objects goroutine' -d 'what to count'
complete -c tidemark-cli -n '__tidemark_cli_in profile' -l sort -x -a 'flat cum' -d 'order of functions'
complete -c tidemark-cli -n '__tidemark_cli_in profile' -l nodecount -x -d 'functions shown, 0 for all'
complete -c tidemark-cli -n '__tidemark_cli_in profile' -l function -x -d 'only functions whose name matches'
complete -c tidemark-cli -n '__tidemark_cli_in profile' -l json -r -F -d 'the result as one JSON document'

complete -c tidemark-cli -n '__tidemark_cli_in report' -l format -x -a 'html pdf md csv json junit' -d 'format of the report'
complete -c tidemark-cli -n '__tidemark_cli_in report' -l out -r -F -d 'where to'

complete -c tidemark-cli -n '__tidemark_cli_in runs' -l server -x -d 'only those whose address contains this'
complete -c tidemark-cli -n '__tidemark_cli_in runs' -l command -x -a 'upload watch check sweep audit session' -d 'only those of this command'
complete -c tidemark-cli -n '__tidemark_cli_in runs' -l tag -x -d 'only those with this tag'
complete -c tidemark-cli -n '__tidemark_cli_in runs' -l limit -x -d 'list so many'
complete -c tidemark-cli -n '__tidemark_cli_in runs' -l json -r -F -d 'the result as one JSON document'

complete -c tidemark-cli -n '__tidemark_cli_in compare' -l json -r -F -d 'the result as one JSON document'
complete -c tidemark-cli -n '__tidemark_cli_in compare' -l report -r -F -d 'the report, format by file ending'
complete -c tidemark-cli -n '__tidemark_cli_in compare' -l fail-on -x -a '(__fish_append , leak failed alert audit)' -d 'what makes exit code 1'

complete -c tidemark-cli -n '__tidemark_cli_in alerts' -l format -x -a 'prometheus json' -d 'format of the export'
complete -c tidemark-cli -n '__tidemark_cli_in alerts' -l out -r -F -d 'where to'
