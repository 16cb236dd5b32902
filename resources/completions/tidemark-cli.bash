# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion of tidemark-cli. tests/cli/tst_cli_completion holds it against what --help lists.

# Prints the options of a command.
_tidemark_cli_options()
{
    local target="--to --field --form"
    local transport="--header --timeout --connect-timeout --stall-timeout --cacert --crlfile --cert --key --pin --insecure
        --proxy --proxy-user --user --digest --bearer"
    local results="--json --report --fail-on"
    local junit="--junit"
    local console="--quiet --no-progress --color --help"
    local watching="--watch"
    local interval="--interval"
    local machine="--pid --disk"
    local rules="--alert-rules --memory-limit"
    local concurrency="--concurrency"
    local kept="--history"
    local keeping="--no-history --history-limit"
    local content="--size --seed"
    local consent="--yes"
    local methods="--method"
    case $1 in
        upload) echo "--method --limit-rate --retry --sha256-field --repr-digest --idempotency-key --follow-redirects
            --from-curl --relative-path --follow-links --no-hidden --archive --resume --forget --no-archive
            $target $concurrency $watching $interval $machine $rules $transport $results $junit $kept $keeping $console" ;;
        watch) echo "--for
            $watching $interval $machine $rules $transport $results $kept $keeping $console" ;;
        check) echo "--quick --thorough --idle --no-aborts --baseline
            $target $methods $concurrency $content $consent $watching $machine $transport $results $junit $kept
            $keeping $console" ;;
        sweep) echo "--levels --rate --peak --requests --for --level-limit --error-limit
            $target $methods $content $consent $watching $machine $transport $results $junit $kept $keeping $console" ;;
        audit) echo "--max-body --slow-for --idle --only --odd-names
            $target $methods $concurrency $consent $watching $machine $transport $results $junit $kept $keeping
            $console" ;;
        demo) echo "--specimen --cured --port --upload --check --size
            $interval $concurrency $results $kept $keeping $console" ;;
        profile) echo "--sample --sort --nodecount --function --json
            $transport $console" ;;
        report) echo "--format --out
            $kept $console" ;;
        runs) echo "--server --command --tag --limit --json
            $kept $console" ;;
        compare) echo "--json --report --fail-on
            $junit $kept $console" ;;
        alerts) echo "--format --out
            $rules $console" ;;
        *) echo "--help --version" ;;
    esac
}

# Completes the value of an option of a command; fails where an option has none, or none that can be known.
_tidemark_cli_value()
{
    case $1:$2 in # these differ by command
        upload:--method) _tidemark_cli_words "post put tus" && return ;;
        *:--method) _tidemark_cli_words "post put" && return ;;
        report:--format) _tidemark_cli_words "html pdf md csv json junit" && return ;;
        alerts:--format) _tidemark_cli_words "prometheus json" && return ;;
    esac
    case $2 in
        --alert-rules|--archive|--cacert|--cert|--crlfile|--from-curl|--history|--json|--junit|--key|--out| \
            --report) _tidemark_cli_files ;;
        --disk) _tidemark_cli_files -d ;;
        --relative-path) _tidemark_cli_words "none name field:" ;;
        --fail-on) _tidemark_cli_words "leak failed alert audit" , ;;
        --color) _tidemark_cli_words "auto always never" ;;
        --baseline)
            _tidemark_cli_words last
            _tidemark_cli_files ;;
        --only) _tidemark_cli_words "$checks" , ;;
        --specimen) _tidemark_cli_words "$specimens" ;;
        --sample) _tidemark_cli_words "inuse_space inuse_objects alloc_space alloc_objects goroutine" ;;
        --sort) _tidemark_cli_words "flat cum" ;;
        --command) _tidemark_cli_words "upload watch check sweep audit session" ;;
        # Only the user knows.
        --concurrency|--connect-timeout|--error-limit|--field|--for|--form|--function|--header| \
            --history-limit|--idle|--interval|--level-limit|--levels|--limit|--limit-rate|--max-body| \
            --memory-limit|--nodecount|--peak|--pid|--pin|--port|--proxy|--proxy-user|--rate|--requests|--retry|--seed| \
            --server|--sha256-field|--size|--slow-for|--stall-timeout|--tag|--timeout|--to|--upload|--user| \
            --watch) ;;
        *) return 1 ;;
    esac
}

# _tidemark_cli_words WORDS [SEPARATOR]: those that begin like $cur; with a separator, like what follows its last one.
_tidemark_cli_words()
{
    local before= word
    [[ -n ${2-} && $cur == *"$2"* ]] && before=${cur%"$2"*}$2
    for word in $1; do
        [[ $before$word == "$cur"* ]] && COMPREPLY+=("$before$word")
    done
    return 0
}

_tidemark_cli_files()
{
    local found
    mapfile -t found < <(compgen "${1--f}" -- "$cur")
    COMPREPLY+=("${found[@]}")
    compopt -o filenames 2>/dev/null || true # outside of a completion, as in the test
}

_tidemark_cli()
{
    local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=
    local checks="body-limit limit-answer limit-chunked limit-streaming path-traversal file-names temp-files aborted-uploads
        slow-body boundary many-parts part-headers content-length field-missing empty-file duplicate-field
        keep-alive tls"
    local specimens="abort-only body-limit buffer closure defer-in-loop file-handle file-handle-gc global-cache late-release
        listener lru-1000 noisy path-traversal pipe-goroutine read-all request-context retry-storm settable
        temp-files ttl-cache"
    COMPREPLY=()
    # "--option=value" comes as three words.
    [[ $cur == = ]] && cur=
    [[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD - 2]}
    ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}
    _tidemark_cli_value "$command" "$before" && return
    if [[ $cur == -* ]]; then
        _tidemark_cli_words "$(_tidemark_cli_options "$command")"
        return
    fi
    case $command:$COMP_CWORD in
        :*) _tidemark_cli_words "upload watch check sweep audit demo profile report runs compare alerts" ;;
        runs:2) _tidemark_cli_words "list show delete tag untag note" ;;
        profile:2) _tidemark_cli_words "top diff list" ;;
        runs:*) _tidemark_cli_words last ;;
        report:* | compare:*)
            _tidemark_cli_words last
            _tidemark_cli_files
            ;;
        upload:* | check:* | sweep:* | profile:*) _tidemark_cli_files ;;
    esac
}
complete -F _tidemark_cli tidemark-cli
