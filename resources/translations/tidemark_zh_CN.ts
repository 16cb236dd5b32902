<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CompareText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>estimate, interval</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2 before, %3 after, difference %4; in brackets the 98 % interval</source>
        <translation>%1：修改前 %2，修改后 %3，差异 %4；括号内为 98% 区间</translation>
    </message>
    <message>
        <source>Left behind by each upload</source>
        <translation>每次上传的残留</translation>
    </message>
    <message>
        <source>Kept of each upload by</source>
        <translation>每次上传的残留（按函数）</translation>
    </message>
    <message>
        <source>Measured beside it</source>
        <translation>同时测得的其他数据</translation>
    </message>
    <message>
        <source>At rest before and after</source>
        <translation>修改前后均无残留</translation>
    </message>
    <message>
        <source>%1: %2 before, %3 after; cannot tell: %4</source>
        <comment>a resource, amounts, why</comment>
        <translation>%1：修改前 %2，修改后 %3；无法判断：%4</translation>
    </message>
    <message>
        <source>Kept in the heap of each upload, allocated by</source>
        <translation>每次上传在堆中的残留（按分配函数）</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>Uploads</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Session</source>
        <comment>uploads of the window</comment>
        <translation>会话</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>Leak check</source>
        <translation>泄漏检测</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>并发扫描</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>端点审计</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>no note</source>
        <translation>无备注</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>no server</source>
        <translation>无服务器</translation>
    </message>
</context>
<context>
    <name>analysis::AlertRule</name>
    <message>
        <source>Share of 5xx answers</source>
        <translation>5xx 响应占比</translation>
    </message>
    <message>
        <source>Time until memory reaches its limit</source>
        <translation>距内存达到上限的时间</translation>
    </message>
    <message>
        <source>Longest pause for collecting garbage</source>
        <translation>最长 GC 暂停</translation>
    </message>
    <message>
        <source>Share of the descriptors in use</source>
        <translation>文件描述符使用率</translation>
    </message>
    <message>
        <source>Share of a pool in use</source>
        <translation>连接池使用率</translation>
    </message>
    <message>
        <source>95th percentile of the time to answer</source>
        <translation>响应时间 p95</translation>
    </message>
    <message>
        <source>Goroutines</source>
        <translation>goroutine</translation>
    </message>
    <message>
        <source>Uploads without an answer in time</source>
        <translation>超时上传占比</translation>
    </message>
    <message>
        <source>Growth of the heap after collections</source>
        <translation>垃圾回收后堆的增长</translation>
    </message>
</context>
<context>
    <name>app::WindowOptions</name>
    <message>
        <source>Drop files on your upload service and see what they leave behind.</source>
        <translation>把文件拖给上传服务，看看会留下什么。</translation>
    </message>
    <message>
        <source>Where uploads go.</source>
        <translation>上传地址。</translation>
    </message>
    <message>
        <source>Files and folders to upload.</source>
        <translation>要上传的文件和文件夹。</translation>
    </message>
    <message>
        <source>Start the bundled sample server and connect to it.</source>
        <translation>启动自带的示例服务器并连接。</translation>
    </message>
    <message>
        <source>Colours: light, dark, or those of the system.</source>
        <translation>配色：浅色（light）、深色（dark）或跟随系统（system）。</translation>
    </message>
    <message>
        <source>Keep runs in this file instead of history.sqlite in your data folder.</source>
        <translation>将运行记录保存到此文件，而不是数据文件夹中的 history.sqlite。</translation>
    </message>
    <message>
        <source>Keep no runs, and show none.</source>
        <translation>不保存也不显示运行记录。</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Language of all texts: English, Chinese, or that of the system.</source>
        <translation>界面语言：英文、中文，或跟随系统。</translation>
    </message>
</context>
<context>
    <name>base::Companion</name>
    <message>
        <source>%1 was not found at %2</source>
        <translation>未在 %2 找到%1</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between places in a file system</comment>
        <translation> 或 </translation>
    </message>
</context>
<context>
    <name>base::WriteFile</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
</context>
<context>
    <name>experiment::AuditCheck</name>
    <message>
        <source>The size of a request is limited</source>
        <translation>请求大小有限制</translation>
    </message>
    <message>
        <source>Without a limit one client fills memory or disk, and everybody else is refused.</source>
        <translation>若无限制，一个客户端就能占满内存或磁盘，其他人都会被拒绝。</translation>
    </message>
    <message>
        <source>Limit the body where the service is entered and in the service itself: client_max_body_size in nginx, http.MaxBytesReader in Go (ParseMultipartForm limits memory, not the body), spring.servlet.multipart.max-request-size in Spring, limits in multer or busboy.</source>
        <translation>在服务入口和服务自身都限制正文大小：nginx 用 client_max_body_size，Go 用 http.MaxBytesReader（ParseMultipartForm 限制的是内存，不是正文），Spring 用 spring.servlet.multipart.max-request-size，multer 或 busboy 用 limits。</translation>
    </message>
    <message>
        <source>A request that is too large is answered with 413, and the answer can be read</source>
        <translation>过大的请求会得到 413，且该响应可以读到</translation>
    </message>
    <message>
        <source>A client that sees the connection break, or a 500, tries the same file again and again.</source>
        <translation>客户端若只看到连接中断或 500，就会反复重试同一个文件。</translation>
    </message>
    <message>
        <source>Answer 413 with a text that names the limit. Do not close a connection with unread bytes in it: half-close it, read on for a moment, then close (nginx: lingering_close).</source>
        <translation>返回 413，并在文本中说明限制。连接中还有未读字节时不要直接关闭：先半关闭，再继续读取片刻，然后关闭（nginx：lingering_close）。</translation>
    </message>
    <message>
        <source>The limit holds where the length is not told</source>
        <translation>未告知长度时限制同样有效</translation>
    </message>
    <message>
        <source>A limit that only looks at Content-Length is passed by who leaves it out.</source>
        <translation>只看 Content-Length 的限制，不发送该头即可绕过。</translation>
    </message>
    <message>
        <source>Count the bytes that are read (http.MaxBytesReader in Go), or demand a length (411).</source>
        <translation>统计实际读取的字节数（Go 用 http.MaxBytesReader），或要求给出长度（411）。</translation>
    </message>
    <message>
        <source>What is too large is refused before it is held in memory</source>
        <translation>过大的内容在进入内存之前就被拒绝</translation>
    </message>
    <message>
        <source>A limit that is applied after the body was buffered protects the disk, and not the memory.</source>
        <translation>在缓冲完正文之后才检查的限制，保护的是磁盘而不是内存。</translation>
    </message>
    <message>
        <source>Apply the limit while the body is read; stop at the first byte too many.</source>
        <translation>在读取正文的过程中检查限制；超出一个字节就停止。</translation>
    </message>
    <message>
        <source>A file name cannot lead out of the folder</source>
        <translation>文件名无法跳出文件夹</translation>
    </message>
    <message>
        <source>Who names a file ../../x writes where the service may write: configuration, pages, programs.</source>
        <translation>把文件命名为 ../../x，就能写到服务有权写入的任何位置：配置、页面、程序。</translation>
    </message>
    <message>
        <source>Store under a name of your own making, and keep the client&apos;s only as text. Where it must be used, take its base name, resolve the result, and see that it is below the folder.</source>
        <translation>用自己生成的名称存储，客户端给的名称只作为文本保存。若必须使用，只取其基本名，解析出最终路径，并确认它位于该文件夹之下。</translation>
    </message>
    <message>
        <source>Odd file names make no errors of the server</source>
        <translation>异常的文件名不会引发服务器错误</translation>
    </message>
    <message>
        <source>An error of the server (5xx) shows that a name reached something that was not made for it.</source>
        <translation>服务器错误（5xx）说明文件名进入了无法处理它的环节。</translation>
    </message>
    <message>
        <source>Check names before they are used - length, control characters, empty ones - and answer 400.</source>
        <translation>使用文件名之前先检查长度、控制字符和是否为空，不合格则返回 400。</translation>
    </message>
    <message>
        <source>No temporary files are left over</source>
        <translation>不残留临时文件</translation>
    </message>
    <message>
        <source>The disk fills, slowly, and the service stops on a day on which nothing was changed.</source>
        <translation>磁盘会慢慢占满，服务会在没有任何改动的某一天停摆。</translation>
    </message>
    <message>
        <source>Remove the form&apos;s files on every path: in Go RemoveAll on the form that was parsed, which after Request.WithContext is not the one that net/http cleans up.</source>
        <translation>在每条路径上都删除表单的文件：Go 中对解析出的表单调用 RemoveAll；经过 Request.WithContext 之后，它就不是 net/http 会清理的那一个。</translation>
    </message>
    <message>
        <source>Aborted uploads are cleaned up</source>
        <translation>中断的上传会被清理</translation>
    </message>
    <message>
        <source>Clients go away in the middle all the time; what each of them leaves adds up.</source>
        <translation>客户端中途离开是常事；每次的残留会不断累积。</translation>
    </message>
    <message>
        <source>Release on every path, not on that of success: defer, try-with-resources, finally, and a handler of the stream&apos;s error event.</source>
        <translation>在每条路径上都释放，而不只是成功时：defer、try-with-resources、finally，以及流的 error 事件处理函数。</translation>
    </message>
    <message>
        <source>A body that hardly comes is given up</source>
        <translation>极慢的正文会被放弃</translation>
    </message>
    <message>
        <source>A client that sends a byte now and then holds a connection, and often a worker, for as long as it likes.</source>
        <translation>客户端只要偶尔发送一个字节，就能任意长时间占用一个连接，往往还占用一个工作线程。</translation>
    </message>
    <message>
        <source>A form with a missing or wrong boundary is refused</source>
        <translation>分隔符缺失或错误的表单会被拒绝</translation>
    </message>
    <message>
        <source>What cannot be a form is no upload: whoever answers 2xx says that a file is safe that is not.</source>
        <translation>不成其为表单的内容不是上传：返回 2xx 等于声称文件已安全保存，其实没有。</translation>
    </message>
    <message>
        <source>Answer 400 unless the form was read to its closing boundary.</source>
        <translation>没有读到表单的结束分隔符时，返回 400。</translation>
    </message>
    <message>
        <source>Thousands of parts do no harm</source>
        <translation>数千个部分不会造成危害</translation>
    </message>
    <message>
        <source>Parts are cheap to send and dear to keep: parsers without a limit were made to stand still by them.</source>
        <translation>发送部分的成本很低，保存的代价却很高：没有限制的解析器曾因此陷入停滞。</translation>
    </message>
    <message>
        <source>Limit the number of parts and fields, 1,000 say.</source>
        <translation>限制部分和字段的数量，例如 1,000。</translation>
    </message>
    <message>
        <source>Huge headers of a part are refused</source>
        <translation>部分的超大头会被拒绝</translation>
    </message>
    <message>
        <source>Headers of parts are kept in memory whatever limits files have.</source>
        <translation>无论文件有何限制，部分的头都保存在内存中。</translation>
    </message>
    <message>
        <source>Limit the size of a part&apos;s headers, 16 KiB say, or update the parser.</source>
        <translation>限制部分的头的大小，例如 16 KiB，或更新解析器。</translation>
    </message>
    <message>
        <source>A wrong Content-Length is noticed</source>
        <translation>错误的 Content-Length 会被发现</translation>
    </message>
    <message>
        <source>Where the length is wrong, a file is cut short and called whole, or the rest of it is taken for the next request.</source>
        <translation>长度有误时，文件会被截断却当作完整的，或者剩余部分被当成下一个请求。</translation>
    </message>
    <message>
        <source>Answer 400 to a body that ends early and to lengths that are no number or differ; end the connection after it.</source>
        <translation>正文提前结束、长度不是数字或互相矛盾时，返回 400，随后结束连接。</translation>
    </message>
    <message>
        <source>A form without the file is refused</source>
        <translation>没有文件的表单会被拒绝</translation>
    </message>
    <message>
        <source>A 2xx says that a file was stored. There was none.</source>
        <translation>2xx 表示文件已存储，而其实没有文件。</translation>
    </message>
    <message>
        <source>Answer 400 or 422 where the field is missing.</source>
        <translation>字段缺失时返回 400 或 422。</translation>
    </message>
    <message>
        <source>An empty file makes no error of the server</source>
        <translation>空文件不会引发服务器错误</translation>
    </message>
    <message>
        <source>Files of no bytes exist. What is divided by their size, or read from their start, breaks on them.</source>
        <translation>零字节的文件是存在的。以其大小作除数，或从其开头读取，都会因此出错。</translation>
    </message>
    <message>
        <source>Take it, or refuse it with 4xx.</source>
        <translation>接受它，或以 4xx 拒绝。</translation>
    </message>
    <message>
        <source>Two files under one field are not half lost</source>
        <translation>同一字段的两个文件不会丢失一个</translation>
    </message>
    <message>
        <source>Two components that each take another one of both can be played off against each other; and a file is gone.</source>
        <translation>如果两个组件各取其中不同的一个，攻击者就能利用两者的不一致；而且会丢失一个文件。</translation>
    </message>
    <message>
        <source>Store both, or refuse the second with 400.</source>
        <translation>两个都存储，或以 400 拒绝第二个。</translation>
    </message>
    <message>
        <source>A connection can be used after an error, or is ended</source>
        <translation>出错后连接可继续使用，或被结束</translation>
    </message>
    <message>
        <source>What is left unread of a refused body is taken for the next request of that connection - perhaps of another user behind the same proxy.</source>
        <translation>被拒绝的正文中未读的部分，会被当成该连接的下一个请求，而那可能是同一代理后面另一个用户的请求。</translation>
    </message>
    <message>
        <source>Read the body to its end, or answer with Connection: close and close.</source>
        <translation>把正文读完，或以 Connection: close 响应并关闭连接。</translation>
    </message>
    <message>
        <source>TLS is up to date</source>
        <translation>TLS 版本符合要求</translation>
    </message>
    <message>
        <source>Versions before 1.2 are broken; a certificate that nobody trusts teaches to look away.</source>
        <translation>1.2 之前的版本已被攻破；无人信任的证书会让人习惯于忽略警告。</translation>
    </message>
    <message>
        <source>Allow TLS 1.2 and 1.3 only; send a certificate for this name with its intermediates, and renew it by itself.</source>
        <translation>只允许 TLS 1.2 和 1.3；发送与该名称相符的证书及其中间证书，并自动续期。</translation>
    </message>
    <message>
        <source>Limit the time of the whole request, or set a lowest rate: ReadTimeout of http.Server in Go, requestTimeout in Node, the worker timeout of gunicorn, timeout http-request with option http-buffer-request in HAProxy, RequestReadTimeout body=20,MinRate=500 in Apache. A time between two reads, as client_body_timeout in nginx, ends bodies that stop, and none that trickle.</source>
        <translation>限制整个请求的时间，或设置最低速率：Go 用 http.Server 的 ReadTimeout，Node 用 requestTimeout，gunicorn 用 worker timeout，HAProxy 用 timeout http-request 配合 option http-buffer-request，Apache 用 RequestReadTimeout body=20,MinRate=500。nginx 的 client_body_timeout 之类只限制两次读取之间的时间，能结束停住的正文，结束不了缓慢滴入的正文。</translation>
    </message>
</context>
<context>
    <name>experiment::AuditContext</name>
    <message>
        <source>no answer, and the connection ended</source>
        <translation>没有响应，连接已结束</translation>
    </message>
    <message>
        <source>no answer in %1</source>
        <translation>%1 内没有响应</translation>
    </message>
    <message>
        <source> (“%1”)</source>
        <comment>the server&apos;s words, behind its status</comment>
        <translation>（“%1”）</translation>
    </message>
    <message>
        <source>the bound of %1 requests is reached</source>
        <translation>已达到 %1 个请求的上限</translation>
    </message>
    <message>
        <source>it takes more than the bound of %1 for a request</source>
        <translation>所需超过每个请求 %1 的上限</translation>
    </message>
    <message>
        <source>the bound of %1 for all requests is reached</source>
        <translation>已达到所有请求共 %1 的上限</translation>
    </message>
    <message>
        <source>the bound of %1 for the audit is reached</source>
        <translation>已达到审计时长 %1 的上限</translation>
    </message>
    <message>
        <source>no connection: %1</source>
        <translation>无法连接：%1</translation>
    </message>
    <message>
        <source>the server asked to send less: %1</source>
        <translation>服务器要求减少发送：%1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>its memory does not show it: without collections on demand garbage is part of it</source>
        <translation>从其内存看不出来：无法按需触发垃圾回收，其中混有垃圾</translation>
    </message>
    <message>
        <source>its memory is not watched%1</source>
        <comment>how to set that, in brackets</comment>
        <translation>未监视其内存%1</translation>
    </message>
</context>
<context>
    <name>experiment::AuditEvidence</name>
    <message>
        <source>a body of one byte a second</source>
        <translation>每秒发送一个字节的正文</translation>
    </message>
    <message>
        <source>a body that stopped after its first bytes</source>
        <translation>发送最初几个字节后停下的正文</translation>
    </message>
    <message>
        <source>%1 was given up after %2</source>
        <comment>a body, time</comment>
        <translation>%1在 %2 后被放弃</translation>
    </message>
    <message>
        <source>whether it speaks versions before 1.2 cannot be told</source>
        <translation>无法判断是否支持 1.2 之前的版本</translation>
    </message>
    <message>
        <source>it accepts %1</source>
        <comment>a version of TLS</comment>
        <translation>接受 %1</translation>
    </message>
    <message>
        <source>it refuses versions before 1.2</source>
        <translation>拒绝 1.2 之前的版本</translation>
    </message>
    <message>
        <source>while two bodies came slowly, another upload was not taken: %1; %2</source>
        <translation>两个正文缓慢到达期间，另一次上传未被接受：%1；%2</translation>
    </message>
    <message>
        <source>%1; another upload beside them took %2</source>
        <comment>what was seen, time</comment>
        <translation>%1；其间的另一次上传用时 %2</translation>
    </message>
    <message>
        <source>40 bytes less are told than sent</source>
        <translation>告知的长度比发送的少 40 字节</translation>
    </message>
    <message>
        <source>the body ends 1,000 bytes before its told length</source>
        <translation>正文比告知的长度提前 1,000 字节结束</translation>
    </message>
    <message>
        <source>the length is no number</source>
        <translation>长度不是数字</translation>
    </message>
    <message>
        <source>the length is negative</source>
        <translation>长度为负数</translation>
    </message>
    <message>
        <source>two lengths differ</source>
        <translation>两个长度不一致</translation>
    </message>
    <message>
        <source>the request that was to fail: %1</source>
        <translation>本应失败的请求：%1</translation>
    </message>
    <message>
        <source>the request that was to fail was taken: %1</source>
        <translation>本应失败的请求被接受：%1</translation>
    </message>
    <message>
        <source>a request was refused (%1)</source>
        <translation>一个请求被拒绝（%1）</translation>
    </message>
    <message>
        <source>%1; the server said that it ends the connection</source>
        <comment>what was seen</comment>
        <translation>%1；服务器声明会结束连接</translation>
    </message>
    <message>
        <source>%1; the next one on that connection, a right one: %2</source>
        <comment>what was seen, an answer</comment>
        <translation>%1；该连接上的下一个请求是正确的，结果：%2</translation>
    </message>
    <message>
        <source>the address is http: there is no TLS to look at</source>
        <translation>地址为 http：没有 TLS 可供检查</translation>
    </message>
    <message>
        <source>the certificate is trusted</source>
        <translation>证书受信任</translation>
    </message>
    <message>
        <source>a bare PUT is no form</source>
        <translation>单纯的 PUT 不是表单</translation>
    </message>
    <message>
        <source>no boundary is told</source>
        <translation>未告知分隔符</translation>
    </message>
    <message>
        <source>another boundary is told</source>
        <translation>告知的是另一个分隔符</translation>
    </message>
    <message>
        <source>the form breaks off without its last boundary</source>
        <translation>表单中断，缺少末尾分隔符</translation>
    </message>
    <message>
        <source>the file breaks off within</source>
        <translation>文件在中途中断</translation>
    </message>
    <message>
        <source>a form without any part</source>
        <translation>没有任何部分的表单</translation>
    </message>
    <message>
        <source>a form with another field alone</source>
        <translation>只含另一个字段的表单</translation>
    </message>
    <message>
        <source>a file of no bytes</source>
        <translation>零字节的文件</translation>
    </message>
    <message>
        <source>two files in the field %1: %2%3</source>
        <comment>name, the answer, its words</comment>
        <translation>字段 %1 中有两个文件：%2%3</translation>
    </message>
    <message>
        <source>%1; only the second was stored</source>
        <comment>what was seen</comment>
        <translation>%1；只存储了第二个</translation>
    </message>
    <message>
        <source>%1; only the first was stored</source>
        <comment>what was seen</comment>
        <translation>%1；只存储了第一个</translation>
    </message>
    <message>
        <source>%1; both were stored</source>
        <comment>what was seen</comment>
        <translation>%1；两个都已存储</translation>
    </message>
    <message>
        <source>%1 parts: %2%3, after %4</source>
        <comment>count, the answer, its words, time</comment>
        <translation>%1 个部分：%2%3，用时 %4</translation>
    </message>
    <message>
        <source>a header of %1 in a part: %2%3</source>
        <comment>bytes, the answer, its words</comment>
        <translation>部分中有 %1 的头：%2%3</translation>
    </message>
    <message>
        <source>the limit was not found</source>
        <translation>没有找到限制</translation>
    </message>
    <message>
        <source>no limit was found up to %1</source>
        <translation>到 %1 为止没有发现限制</translation>
    </message>
    <message>
        <source>bodies of up to %1 were taken; a larger one was not answered, or not for its size</source>
        <translation>不超过 %1 的正文被接受；更大的没有得到响应，或不是因其大小而被拒绝</translation>
    </message>
    <message>
        <source>413 was read in %1 of %2 attempts to send %3%4</source>
        <comment>counts, bytes, the server&apos;s words</comment>
        <translation>发送 %3 的 %2 次尝试中有 %1 次读到 413%4</translation>
    </message>
    <message>
        <source>%1; else %2</source>
        <comment>what was read, other answers</comment>
        <translation>%1；其余为 %2</translation>
    </message>
    <message>
        <source>%1 in chunks, their sum not told: %2%3</source>
        <comment>bytes, the answer, its words</comment>
        <translation>分块发送 %1，未告知总长度：%2%3</translation>
    </message>
    <message>
        <source>the server did not wait for the end of a body of %1: %2</source>
        <comment>bytes, the answer</comment>
        <translation>服务器没有等到 %1 的正文结束：%2</translation>
    </message>
    <message>
        <source>a body of %1 was read to its last byte before it was answered: %2</source>
        <comment>bytes, the answer</comment>
        <translation>%1 的正文读到最后一个字节才得到响应：%2</translation>
    </message>
    <message>
        <source>a PUT to a fixed address tells no file name</source>
        <translation>向固定地址 PUT 不会告知文件名</translation>
    </message>
    <message>
        <source>“%1” was stored as %2</source>
        <comment>a name, a file</comment>
        <translation>“%1”被存储为 %2</translation>
    </message>
    <message>
        <source>other files are stored in %1</source>
        <translation>其他文件存储在 %1</translation>
    </message>
    <message>
        <source>of %1 names that lead out of a folder %2 were refused and %3 were stored where all files are</source>
        <translation>%1 个试图跳出文件夹的名称中，%2 个被拒绝，%3 个存储在文件的正常位置</translation>
    </message>
    <message>
        <source>%1; the others are not below the folders that are watched</source>
        <comment>counts of names</comment>
        <translation>%1；其余的不在所监视的文件夹之下</translation>
    </message>
    <message>
        <source>an empty name</source>
        <translation>空名称</translation>
    </message>
    <message>
        <source>the name “.”</source>
        <translation>名称“.”</translation>
    </message>
    <message>
        <source>the name “..”</source>
        <translation>名称“..”</translation>
    </message>
    <message>
        <source>a name of 300 characters</source>
        <translation>300 个字符的名称</translation>
    </message>
    <message>
        <source>a name of 4,000 characters</source>
        <translation>4,000 个字符的名称</translation>
    </message>
    <message>
        <source>a name with NUL</source>
        <translation>含 NUL 的名称</translation>
    </message>
    <message>
        <source>a name with a quote</source>
        <translation>含引号的名称</translation>
    </message>
    <message>
        <source>a name that is no UTF-8</source>
        <translation>不是 UTF-8 的名称</translation>
    </message>
    <message>
        <source>a name that turns the direction of writing</source>
        <translation>反转书写方向的名称</translation>
    </message>
    <message>
        <source>a name that ends with a slash</source>
        <translation>以斜杠结尾的名称</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 descriptors</source>
        <translation>%1 个文件描述符</translation>
    </message>
    <message>
        <source>%1 goroutines</source>
        <translation>%1 个 goroutine</translation>
    </message>
    <message>
        <source>%1 of heap</source>
        <comment>bytes</comment>
        <translation>%1 堆内存</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>not all uploads of up to %1 were taken</source>
        <translation>不超过 %1 的上传没有全部被接受</translation>
    </message>
    <message>
        <source>not all of the uploads to be aborted could be made</source>
        <translation>未能完成全部要中断的上传</translation>
    </message>
    <message>
        <source>%1 uploads were broken off half-way; %2 later each had left %3</source>
        <comment>count, time, what was left</comment>
        <translation>%1 次上传在中途被中断；%2 后，每次残留 %3</translation>
    </message>
    <message>
        <source>the server could not be looked at any more: %1</source>
        <translation>无法再观察服务器：%1</translation>
    </message>
    <message>
        <source>%1: it was released late</source>
        <comment>what was seen</comment>
        <translation>%1：属于延迟释放</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was sent, the answer</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2%3</source>
        <comment>what was sent, the answer, its words</comment>
        <translation>%1：%2%3</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the clauses of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1; the server&apos;s memory grew by %2 meanwhile</source>
        <comment>what was seen, bytes</comment>
        <translation>%1；其间服务器的内存增长了 %2</translation>
    </message>
    <message>
        <source>%1; whether it was held meanwhile cannot be seen: %2</source>
        <comment>what was seen, why not</comment>
        <translation>%1；其间是否留在内存中无法看出：%2</translation>
    </message>
    <message>
        <source>%1; time is limited between two reads only, and every byte begins it anew</source>
        <comment>what was seen</comment>
        <translation>%1；只限制了两次读取之间的时间，每个字节都会让它重新计时</translation>
    </message>
    <message>
        <source>how large a body may be was not found, so that a refusal could be for its size</source>
        <translation>未能找到正文大小的上限，因此被拒绝也可能只是因为大小</translation>
    </message>
    <message>
        <source>bodies of more than %1 are not taken</source>
        <comment>bytes</comment>
        <translation>超过 %1 的正文不被接受</translation>
    </message>
    <message>
        <source>%1: too little for thousands of parts</source>
        <comment>how large a body may be</comment>
        <translation>%1：放不下数千个部分</translation>
    </message>
    <message>
        <source>%1: too little for a huge header</source>
        <comment>how large a body may be</comment>
        <translation>%1：放不下超大的头部</translation>
    </message>
    <message>
        <source>a body of %1 was taken; one of %2 was not refused: %3%4</source>
        <comment>bytes, bytes, the answer, its words</comment>
        <translation>%1 的正文被接受；%2 的并未被拒绝：%3%4</translation>
    </message>
    <message>
        <source>%1; that is no limit whose answer could be judged</source>
        <comment>what was seen</comment>
        <translation>%1；这不是上限，其响应无从评判</translation>
    </message>
    <message>
        <source>%1; the service breaks where it should refuse</source>
        <comment>what was seen</comment>
        <translation>%1；服务本该拒绝，却出了错</translation>
    </message>
    <message>
        <source>%1; whether that is a limit or a break-down cannot be told from outside</source>
        <comment>what was seen</comment>
        <translation>%1；从外部无法分辨这是上限还是崩溃</translation>
    </message>
    <message>
        <source>a body of %1 was taken, one of %2 was refused</source>
        <translation>%1 的正文被接受，%2 的被拒绝</translation>
    </message>
    <message>
        <source>a body of %1 was not refused: %2%3</source>
        <comment>bytes, the answer, its words</comment>
        <translation>%1 的正文未被拒绝：%2%3</translation>
    </message>
    <message>
        <source>%1; whether the name or the service chose that place cannot be told</source>
        <comment>files</comment>
        <translation>%1；无法分辨这个位置是由文件名还是由服务选定的</translation>
    </message>
    <message>
        <source>%1 of the process’s memory</source>
        <comment>bytes</comment>
        <translation>%1 进程内存</translation>
    </message>
    <message>
        <source>%1, and no less before that; garbage may be part of it: a leak check of aborted uploads tells</source>
        <comment>what was seen</comment>
        <translation>%1，此前一轮也不少于此；其中可能有尚未回收的垃圾：对中断的上传做一次泄漏检测即可分辨</translation>
    </message>
    <message>
        <source>%1; not watched: %2</source>
        <comment>what was seen, a list</comment>
        <translation>%1；未监视：%2</translation>
    </message>
    <message>
        <source>memory without garbage (a Go server’s /debug/pprof/)</source>
        <translation>不含垃圾的内存（Go 服务器的 /debug/pprof/）</translation>
    </message>
    <message>
        <source>%1 was still waited for after %2, the bound of this audit%3</source>
        <comment>a body, time, how to set that, in brackets</comment>
        <translation>%1在 %2（本次审计的上限）后仍在被等待%3</translation>
    </message>
    <message>
        <source>%1; whether both were stored cannot be seen%2</source>
        <comment>what was seen, how to set that, in brackets</comment>
        <translation>%1；无法看出两个是否都已存储%2</translation>
    </message>
    <message>
        <source>a body of %1 was taken, which is the bound of this audit; a limit above it was not looked for%2</source>
        <comment>bytes, how to set that, in brackets</comment>
        <translation>%1 的正文被接受，这是本次审计的上限；未查找更高的限制%2</translation>
    </message>
    <message>
        <source>not tried: the server is not on this machine%1</source>
        <comment>how to set that, in brackets</comment>
        <translation>未尝试：服务器不在本机%1</translation>
    </message>
    <message>
        <source>%1; where the others went cannot be seen%2</source>
        <comment>counts of names, how to set that, in brackets</comment>
        <translation>%1；其余的去向无法看出%2</translation>
    </message>
    <message>
        <source>files%1</source>
        <comment>how to watch them, in brackets</comment>
        <translation>文件%1</translation>
    </message>
    <message>
        <source>descriptors%1</source>
        <comment>how to watch them, in brackets</comment>
        <translation>文件描述符%1</translation>
    </message>
    <message>
        <source>no folder of temporary files is watched%1</source>
        <comment>how to set that, in brackets</comment>
        <translation>未监视临时文件的文件夹%1</translation>
    </message>
    <message>
        <source>what %1 aborted uploads left cannot be seen: %2, nor are files%3</source>
        <comment>count, why, how to watch them, in brackets</comment>
        <translation>%1 次中断的上传残留了什么无法看出：%2，文件也未监视%3</translation>
    </message>
    <message>
        <source>bodies of up to %1 were taken; one of %2 was refused after %3: %4%5; a small one that took as long was not taken either, so that it may be time that is limited, and not size</source>
        <comment>bytes, bytes, time, the answer, its words</comment>
        <translation>%1 以内的正文被接受；%2 的正文在 %3 后被拒绝：%4%5；耗时相同的小正文同样未被接受，因此受限的可能是时间而不是大小</translation>
    </message>
    <message>
        <source>%1; what was held is something in front of the service, which bodies reach only once they are whole</source>
        <comment>what was seen</comment>
        <translation>%1；被占住的是服务前面的组件，请求体完整之后才会到达服务</translation>
    </message>
    <message>
        <source>%1; it was taken, and whether its header is read into memory once the body is whole cannot be seen</source>
        <comment>what was seen</comment>
        <translation>%1；该请求被接受，而请求体完整之后其头部是否会读入内存无法看出</translation>
    </message>
    <message>
        <source>%1; nothing of it had reached the service: %2 uploads that were held open before their end showed in nothing that it counts. Something in front of it keeps bodies until they are whole, as a buffering proxy does, or another process than the one that is watched takes them: audit the service’s own address</source>
        <comment>what was seen, count</comment>
        <translation>%1；其内容当时并未到达服务：同时保持未完成的 %2 个上传在服务的各项计数中都没有体现。可能是服务前面的组件（例如带缓冲的代理）在请求体完整之前将其扣留，也可能接收上传的进程并非所监视的进程：请直接审计服务自身的地址</translation>
    </message>
    <message>
        <source>%1; whether it had reached the service cannot be seen: neither its goroutines nor its descriptors are told%2</source>
        <comment>what was seen, how to set that, in brackets</comment>
        <translation>%1；其内容当时是否已到达服务无法看出：既不知道 goroutine 数，也不知道文件描述符数%2</translation>
    </message>
    <message>
        <source>%1; whether it had reached the service is not known: uploads that were held open to see that were over before their end</source>
        <comment>what was seen</comment>
        <translation>%1；其内容当时是否已到达服务不得而知：为此保持未完成的上传在发送完之前就已结束</translation>
    </message>
    <message>
        <source>%1 later, uploads of less than 1 KiB had left %2 files each below the watched folders, such of %3 %4 each</source>
        <comment>time, count, bytes, count</comment>
        <translation>%1 之后，小于 1 KiB 的上传每次在所监视的文件夹下残留 %2 个文件，%3 的上传每次残留 %4 个</translation>
    </message>
    <message>
        <source>%1: %2, for one</source>
        <comment>what was seen, a file</comment>
        <translation>%1：例如 %2</translation>
    </message>
    <message>
        <source>%1: %2, for one. They are left over if the service stores nothing there; whether it does cannot be told</source>
        <comment>what was seen, a file</comment>
        <translation>%1：例如 %2。如果服务不在那里保存任何文件，这些就是残留；是否如此无法判断</translation>
    </message>
    <message>
        <source>%1; whether that redirect says taken or refused cannot be told from outside</source>
        <comment>what was seen</comment>
        <translation>%1；该重定向表示接受还是拒绝，从外部无法判断</translation>
    </message>
</context>
<context>
    <name>experiment::AuditRun</name>
    <message>
        <source>A small upload</source>
        <translation>一次小的上传</translation>
    </message>
    <message>
        <source>a small, right upload is not taken, so nothing can be told of wrong ones: %1</source>
        <comment>why</comment>
        <translation>小而正确的上传未被接受，因此无从判断错误的上传：%1</translation>
    </message>
    <message>
        <source>%1. After it the server took no upload any more</source>
        <comment>what was found</comment>
        <translation>%1。此后服务器不再接受任何上传</translation>
    </message>
    <message>
        <source>the server took no upload any more after “%1”</source>
        <comment>a check</comment>
        <translation>在“%1”之后，服务器不再接受任何上传</translation>
    </message>
    <message>
        <source>not finished: the audit was stopped</source>
        <translation>未完成：审计被停止</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>an upload is answered with %1 to %2, and so is a form without a boundary, which cannot be one: what is taken cannot be told from what is refused</source>
        <comment>status, address</comment>
        <translation>上传得到的应答是 %1（指向 %2），而没有 boundary、不可能是表单的请求也得到同样的应答：无法区分接受与拒绝</translation>
    </message>
</context>
<context>
    <name>experiment::CheckRun</name>
    <message>
        <source>the profile has no %1</source>
        <translation>性能剖析中没有 %1</translation>
    </message>
</context>
<context>
    <name>experiment::DiskProbe</name>
    <message>
        <source>there is no folder %1</source>
        <translation>没有文件夹 %1</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 不是文件夹</translation>
    </message>
    <message>
        <source>folder %1 cannot be read: %2</source>
        <translation>无法读取文件夹 %1：%2</translation>
    </message>
    <message>
        <source>counting below %1 was stopped</source>
        <translation>对 %1 的统计被停止</translation>
    </message>
    <message>
        <source>folder %1 holds more than a million files; name a smaller one</source>
        <translation>文件夹 %1 中的文件超过一百万个；请指定较小的文件夹</translation>
    </message>
</context>
<context>
    <name>experiment::FloorReader</name>
    <message>
        <source>process %1 is not the server that is watched: it was started at %2, the server at %3</source>
        <translation>进程 %1 不是所监视的服务器：它启动于 %2，而服务器启动于 %3</translation>
    </message>
    <message>
        <source>no metrics in %1</source>
        <comment>path</comment>
        <translation>%1 中没有指标</translation>
    </message>
    <message>
        <source>the server offers no pprof profiles</source>
        <translation>服务器没有提供 pprof 性能剖析</translation>
    </message>
</context>
<context>
    <name>experiment::ProcessProbe</name>
    <message>
        <source>the process of %1 has ended</source>
        <translation>%1 对应的进程已结束</translation>
    </message>
    <message>
        <source>%1 may not be read: run as the server&apos;s user</source>
        <translation>无权读取 %1：请以服务器的用户身份运行</translation>
    </message>
    <message>
        <source>there is no process %1</source>
        <translation>没有进程 %1</translation>
    </message>
    <message>
        <source>process %1 has ended</source>
        <translation>进程 %1 已结束</translation>
    </message>
</context>
<context>
    <name>experiment::Stage</name>
    <message>
        <source>%1 answered %2</source>
        <comment>path, HTTP status</comment>
        <translation>%1 返回 %2</translation>
    </message>
    <message>
        <source>the experiment was cancelled</source>
        <translation>实验已取消</translation>
    </message>
</context>
<context>
    <name>metrics::Discovery</name>
    <message>
        <source>&apos;%1&apos; is not a complete http address</source>
        <translation>“%1”不是完整的 http 地址</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither http nor https</source>
        <translation>“%1”既不是 http 也不是 https</translation>
    </message>
    <message>
        <source>no answer within 3 s</source>
        <translation>3 s 内没有响应</translation>
    </message>
    <message>
        <source>larger than 8 MiB</source>
        <translation>超过 8 MiB</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
</context>
<context>
    <name>metrics::MetricsPage</name>
    <message>
        <source>JSON, but not a meter of Spring&apos;s actuator</source>
        <translation>是 JSON，但不是 Spring Actuator 的指标</translation>
    </message>
    <message>
        <source>JSON, but not expvar&apos;s</source>
        <translation>是 JSON，但不是 expvar 的</translation>
    </message>
    <message>
        <source>a heap profile without the trailer of runtime.MemStats</source>
        <translation>堆剖析末尾没有 runtime.MemStats</translation>
    </message>
    <message>
        <source>the trailer of runtime.MemStats is not whole</source>
        <translation>末尾的 runtime.MemStats 不完整</translation>
    </message>
    <message>
        <source>broken JSON at byte %1: %2</source>
        <translation>JSON 在第 %1 字节处出错：%2</translation>
    </message>
    <message>
        <source>JSON, but not an object</source>
        <translation>是 JSON，但不是对象</translation>
    </message>
    <message>
        <source>a metrics page without a single value</source>
        <translation>是指标页面，但没有任何值</translation>
    </message>
    <message>
        <source>text, but not metrics</source>
        <translation>是文本，但不是指标</translation>
    </message>
    <message>
        <source>text of which only %1 of %2 lines are metrics</source>
        <translation>文本共 %2 行，只有 %1 行是指标</translation>
    </message>
    <message>
        <source>empty answer</source>
        <translation>响应为空</translation>
    </message>
    <message>
        <source>binary data, not metrics</source>
        <translation>二进制数据，不是指标</translation>
    </message>
    <message>
        <source>XML, not metrics</source>
        <translation>XML，不是指标</translation>
    </message>
    <message>
        <source>HTML page, not metrics</source>
        <translation>HTML 页面，不是指标</translation>
    </message>
    <message>
        <source>JSON, but neither Go&apos;s expvar nor Spring&apos;s actuator</source>
        <translation>是 JSON，但既不是 Go 的 expvar，也不是 Spring Actuator</translation>
    </message>
    <message>
        <source>the page was cut: it ends before its # EOF</source>
        <translation>页面被截断：没有结尾的 # EOF</translation>
    </message>
    <message>
        <source>JSON, but not Spring&apos;s list of meters</source>
        <translation>是 JSON，但不是 Spring 的指标列表</translation>
    </message>
    <message>
        <source>not the index of Go&apos;s profiles</source>
        <translation>不是 Go 的性能剖析索引页</translation>
    </message>
</context>
<context>
    <name>metrics::ScrapeRun</name>
    <message>
        <source>the answer holds none of the known metrics</source>
        <translation>响应中没有任何已知的指标</translation>
    </message>
</context>
<context>
    <name>metrics::Scraper</name>
    <message>
        <source>nothing was read for %1: this computer slept, was busy, or its clock was set</source>
        <translation>%1 内没有采集：这台计算机休眠过、过于繁忙，或调整了时钟</translation>
    </message>
    <message>
        <source>no answer within %1</source>
        <translation>%1 内没有响应</translation>
    </message>
    <message>
        <source>the previous request is still under way after %1</source>
        <translation>上一个请求已过 %1 仍未完成</translation>
    </message>
</context>
<context>
    <name>net::CredentialFiles</name>
    <message>
        <source>%1 %2 cannot be read: %3</source>
        <translation>无法读取%1 %2：%3</translation>
    </message>
    <message>
        <source>%1 does not hold the private key of its certificate, which proves nothing without it</source>
        <translation>%1 中没有证书的私钥，只有证书证明不了身份</translation>
    </message>
    <message>
        <source>%1 is not a PKCS#12 file, or it is damaged</source>
        <translation>%1 不是 PKCS#12 文件，或已损坏</translation>
    </message>
    <message>
        <source>%1 is encrypted by an old method (RC2, most often) that OpenSSL reads no more; write it anew: openssl pkcs12 -legacy -in OLD.p12 -nodes | openssl pkcs12 -export -out NEW.p12</source>
        <translation>%1 使用了 OpenSSL 已不再支持的旧加密方式（多为 RC2）；请重新生成：openssl pkcs12 -legacy -in OLD.p12 -nodes | openssl pkcs12 -export -out NEW.p12</translation>
    </message>
    <message>
        <source>the client certificate is encrypted: no passphrase was given; %1 needs one</source>
        <translation>客户端证书已加密，但没有提供密码短语；%1 需要密码短语</translation>
    </message>
    <message>
        <source>the client certificate is encrypted: the passphrase does not open %1</source>
        <translation>客户端证书已加密：用此密码短语无法打开 %1</translation>
    </message>
    <message>
        <source>the key is encrypted: no passphrase was given; %1 needs one</source>
        <translation>私钥已加密，但没有提供密码短语；%1 需要密码短语</translation>
    </message>
    <message>
        <source>the key is encrypted: the passphrase does not open %1</source>
        <translation>私钥已加密：用此密码短语无法打开 %1</translation>
    </message>
    <message>
        <source>the client certificate %1 and the key %2 do not belong together, or one of them is damaged</source>
        <translation>客户端证书 %1 与私钥 %2 不匹配，或其中之一已损坏</translation>
    </message>
    <message>
        <source>%1 does not hold a client certificate and its key (PEM), or it is damaged</source>
        <translation>%1 中没有客户端证书及其私钥（PEM），或已损坏</translation>
    </message>
    <message>
        <source>the client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>%1 %2 is not PEM, or it is damaged</source>
        <translation>%1 %2 不是 PEM 格式，或已损坏</translation>
    </message>
    <message>
        <source>the file of certificate authorities</source>
        <translation>CA 证书文件</translation>
    </message>
    <message>
        <source>the list of revoked certificates</source>
        <translation>证书吊销列表</translation>
    </message>
</context>
<context>
    <name>net::CurlError</name>
    <message>
        <source>the proxy made no way to the server: it answered %1 to CONNECT</source>
        <translation>代理未能建立到服务器的连接：对 CONNECT 返回 %1</translation>
    </message>
    <message>
        <source>%1: it does not accept the user and password that it was given</source>
        <translation>%1：它不接受所提供的用户名和密码</translation>
    </message>
    <message>
        <source>%1: it wants a user and a password</source>
        <translation>%1：它要求用户名和密码</translation>
    </message>
    <message>
        <source>the proxy cannot be reached</source>
        <translation>代理无法连接</translation>
    </message>
    <message>
        <source>the proxy closed the connection instead of making a way to the server</source>
        <translation>代理没有建立到服务器的连接，而是关闭了连接</translation>
    </message>
    <message>
        <source>the connection broke in the middle of the server&apos;s answer, which began with %1</source>
        <translation>服务器响应（状态码 %1）还没收完，连接就断开了</translation>
    </message>
    <message>
        <source>the server closed the kept-alive connection while the request was sent</source>
        <translation>发送请求时，服务器关闭了保持的连接 (keep-alive)</translation>
    </message>
    <message>
        <source>the server closed the connection before it answered; it may have refused the upload, for instance for its size</source>
        <translation>服务器还没响应就关闭了连接；可能是拒绝了这次上传，例如因为文件过大</translation>
    </message>
    <message>
        <source>the server closed the connection before it answered</source>
        <translation>服务器还没响应就关闭了连接</translation>
    </message>
    <message>
        <source>the proxy made no way to the server within the allowed time</source>
        <translation>代理未在限定时间内建立到服务器的连接</translation>
    </message>
    <message>
        <source>the server was reached, but the TLS handshake did not end within the allowed time; perhaps nothing speaks TLS at that port</source>
        <translation>已连上服务器，但 TLS 握手未在限定时间内完成；该端口上可能没有 TLS 服务</translation>
    </message>
    <message>
        <source>no connection within the allowed time</source>
        <translation>未在限定时间内建立连接</translation>
    </message>
    <message>
        <source>the proxy does not accept the user and password that it was given</source>
        <translation>代理不接受所提供的用户名和密码</translation>
    </message>
    <message>
        <source>the proxy wants a user and a password</source>
        <translation>代理要求用户名和密码</translation>
    </message>
    <message>
        <source>the connection through the proxy broke before a whole answer came: closed by the proxy or by the server behind it</source>
        <translation>完整的响应到达之前，经由代理的连接断开了：由代理或其背后的服务器关闭</translation>
    </message>
    <message>
        <source>no complete answer within the allowed time</source>
        <translation>未在限定时间内收到完整的响应</translation>
    </message>
    <message>
        <source>nothing listens there: the connection was refused</source>
        <translation>该地址上没有服务在监听：连接被拒绝</translation>
    </message>
    <message>
        <source>the server did not answer in TLS; perhaps it speaks http:// there</source>
        <translation>服务器没有以 TLS 响应；该端口可能使用 http://</translation>
    </message>
    <message>
        <source>the header of the server&apos;s answer is larger than the 100 KiB a line and 300 KiB in all that are taken of one; look at what it sends there, cookies for instance</source>
        <translation>服务器的响应头过大，超过每行 100 KiB 或总计 300 KiB 的上限；请检查其中发送了什么，例如 Cookie</translation>
    </message>
    <message>
        <source>the answer is not whole or not HTTP</source>
        <translation>响应不完整，或不是 HTTP</translation>
    </message>
</context>
<context>
    <name>net::CurlReply</name>
    <message>
        <source>&apos;%1&apos; is not a complete http address</source>
        <translation>“%1”不是完整的 http 地址</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither http nor https</source>
        <translation>“%1”既不是 http 也不是 https</translation>
    </message>
    <message>
        <source>an exception for one certificate cannot be made through an https:// proxy</source>
        <translation>经由 https:// 代理时，无法对某一张证书设置例外</translation>
    </message>
    <message>
        <source>digest authentication needs a body whose size is known</source>
        <translation>Digest 认证要求请求正文的大小已知</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>the server speaks TLS at this port: let the address begin with https://</source>
        <translation>服务器在此端口上使用 TLS：地址应以 https:// 开头</translation>
    </message>
    <message>
        <source>the server answered %1 %2</source>
        <translation>服务器返回 %1 %2</translation>
    </message>
    <message>
        <source>the server redirects, but the data to send cannot be read twice</source>
        <translation>服务器要求重定向，但要发送的数据无法再读一遍</translation>
    </message>
</context>
<context>
    <name>net::CurlTransfer</name>
    <message>
        <source>the server answered %1 before everything was sent to it (%2 of %3 bytes)</source>
        <translation>服务器在数据发完之前就返回了 %1（已发送 %2 / %3 字节）</translation>
    </message>
    <message>
        <source>the server closed the connection in the middle of its answer</source>
        <translation>响应还没发完，服务器就关闭了连接</translation>
    </message>
    <message>
        <source>the answer is larger than %1 bytes</source>
        <translation>响应超过 %1 字节</translation>
    </message>
    <message>
        <source>no byte moved for %1 s</source>
        <translation>%1 s 内没有传输任何数据</translation>
    </message>
    <message>
        <source>the data to send could not be read to its end</source>
        <translation>要发送的数据没能读完</translation>
    </message>
</context>
<context>
    <name>net::NetworkError</name>
    <message>
        <source>the server, or the proxy on the way, answered %1 %2</source>
        <translation>服务器或途中的代理返回 %1 %2</translation>
    </message>
    <message>
        <source>the server answered %1 %2</source>
        <translation>服务器返回 %1 %2</translation>
    </message>
</context>
<context>
    <name>net::Redirect</name>
    <message>
        <source>the server redirects to %1 (%2); %3</source>
        <translation>服务器重定向到 %1 (%2)；%3</translation>
    </message>
    <message>
        <source>an upload is not sent twice: use that address</source>
        <translation>同一上传不会发送两次：请直接使用该地址</translation>
    </message>
    <message>
        <source>use that address, unless it only shows the result, or is for signing in</source>
        <translation>请使用该地址，除非它只是显示结果或用于登录</translation>
    </message>
    <message>
        <source>that is not an http address</source>
        <translation>那不是 http 地址</translation>
    </message>
    <message>
        <source>that is one redirect too many</source>
        <translation>重定向次数过多</translation>
    </message>
    <message>
        <source>another origin is not allowed</source>
        <translation>不允许重定向到其他源</translation>
    </message>
    <message>
        <source>that would leave https</source>
        <translation>这样会从 https 降为 http</translation>
    </message>
</context>
<context>
    <name>net::SignIn</name>
    <message>
        <source>it does not accept this token</source>
        <translation>它不接受此令牌</translation>
    </message>
    <message>
        <source>it was shown the user and password by %1 and offers only %2</source>
        <translation>用户名和密码以 %1 方式提供，而它只支持 %2</translation>
    </message>
    <message>
        <source>it does not accept this user and password</source>
        <translation>它不接受此用户名和密码</translation>
    </message>
    <message>
        <source>it does not accept what the header Authorization says</source>
        <translation>它不接受请求头 Authorization 的内容</translation>
    </message>
    <message>
        <source>it wants to know who uploads</source>
        <translation>它要求登录后才能上传</translation>
    </message>
    <message>
        <source>it wants to know who uploads (by %1)</source>
        <translation>它要求登录后才能上传（%1）</translation>
    </message>
</context>
<context>
    <name>net::SslSettings</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>cannot be read with this passphrase</source>
        <translation>无法用此密码短语读取</translation>
    </message>
    <message>
        <source>holds no certificate</source>
        <translation>其中没有证书</translation>
    </message>
    <message>
        <source>holds no key, or not with this passphrase</source>
        <translation>其中没有私钥，或密码短语不对</translation>
    </message>
</context>
<context>
    <name>net::TlsFailure</name>
    <message>
        <source>the certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>the certificate of “%1”</source>
        <translation>“%1”的证书</translation>
    </message>
    <message>
        <source>its issuer</source>
        <translation>其颁发者</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另外 %1 个</translation>
    </message>
    <message>
        <source>the certificate is for %1, not for %2</source>
        <translation>证书颁发给 %1，而不是 %2</translation>
    </message>
    <message>
        <source>%1 expired on %2</source>
        <translation>%1已于 %2 过期</translation>
    </message>
    <message>
        <source>%1 is valid only from %2 on; is the clock of this computer right?</source>
        <translation>%1从 %2 起才有效；这台计算机的时钟准确吗？</translation>
    </message>
    <message>
        <source>the certificate is self-signed: no authority vouches for it</source>
        <translation>证书是自签名的：没有 CA 为其担保</translation>
    </message>
    <message>
        <source>the certificate was issued by “%1”, an authority that is not trusted here</source>
        <translation>证书由“%1”颁发，该 CA 在本机不受信任</translation>
    </message>
    <message>
        <source>the certificate was issued by “%1”, whose own certificate neither the server sent (an intermediate may be missing there) nor anybody here knows</source>
        <translation>证书由“%1”颁发，而该颁发者的证书服务器没有发送（服务器上可能缺少中间证书），本机也没有</translation>
    </message>
    <message>
        <source>%1 was revoked by its issuer</source>
        <translation>%1已被颁发者吊销</translation>
    </message>
    <message>
        <source>whether %1 was revoked cannot be told: the given list is not one of its issuer, or is out of date</source>
        <translation>无法判断%1是否已被吊销：指定的列表不是其颁发者发布的，或已过期</translation>
    </message>
    <message>
        <source>the server demands a client certificate and got none</source>
        <translation>服务器要求客户端证书，但没有收到</translation>
    </message>
    <message>
        <source>the server does not accept the client certificate it was shown</source>
        <translation>服务器不接受所出示的客户端证书</translation>
    </message>
    <message>
        <source>the server speaks only versions of TLS before 1.2, which are not safe any more</source>
        <translation>服务器只支持 1.2 之前的 TLS 版本，这些版本已不安全</translation>
    </message>
    <message>
        <source>no secure connection: %1</source>
        <translation>无法建立安全连接：%1</translation>
    </message>
    <message>
        <source>another certificate than the trusted one: SHA-256 %1; %2</source>
        <translation>不是已信任的那张证书：SHA-256 %1；%2</translation>
    </message>
</context>
<context>
    <name>pprof::Decode</name>
    <message>
        <source>the profile has more than %1 values</source>
        <translation>剖析文件中的值超过 %1 个</translation>
    </message>
    <message>
        <source>the profile has more than %1 frames in one stack</source>
        <translation>剖析文件中有调用栈超过 %1 个栈帧</translation>
    </message>
    <message>
        <source>a sample has too many values</source>
        <translation>有一个样本的值过多</translation>
    </message>
    <message>
        <source>a sample has too few values</source>
        <translation>有一个样本的值过少</translation>
    </message>
    <message>
        <source>the profile has more than %1 frames in all stacks</source>
        <translation>剖析文件中所有调用栈的栈帧合计超过 %1 个</translation>
    </message>
    <message>
        <source>not a pprof profile: %1</source>
        <translation>不是 pprof 剖析文件：%1</translation>
    </message>
    <message>
        <source>the profile is larger than %1 bytes</source>
        <translation>剖析文件超过 %1 字节</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>this is its text form, made with debug=1 or debug=2</source>
        <translation>这是用 debug=1 或 debug=2 生成的文本格式</translation>
    </message>
    <message>
        <source>it ends in the middle of a value, as what was cut short does; fetch it again</source>
        <translation>文件在一个值的中间结束，应是被截断了；请重新获取</translation>
    </message>
    <message>
        <source>zlib could not be started</source>
        <translation>zlib 无法启动</translation>
    </message>
    <message>
        <source>the compressed profile is too large</source>
        <translation>压缩的剖析文件过大</translation>
    </message>
    <message>
        <source>the compressed profile is cut short</source>
        <translation>压缩的剖析文件被截断</translation>
    </message>
    <message>
        <source>the compressed profile is corrupt</source>
        <translation>压缩的剖析文件已损坏</translation>
    </message>
    <message>
        <source>it is something else, or damaged; take what /debug/pprof/heap sends, without debug=</source>
        <translation>它是别的内容，或已损坏；请使用 /debug/pprof/heap 返回的内容，不要加 debug=</translation>
    </message>
    <message>
        <source>its field %1 has the wrong type, so %2</source>
        <translation>其字段 %1 的类型不对，因此%2</translation>
    </message>
    <message>
        <source>two %1s have the id %2</source>
        <translation>有两个 %1 的 id 都是 %2</translation>
    </message>
    <message>
        <source>a %1 has the id 0</source>
        <translation>有一个 %1 的 id 为 0</translation>
    </message>
    <message>
        <source>there is no %1 with the id %2</source>
        <translation>没有 id 为 %2 的 %1</translation>
    </message>
    <message>
        <source>the profile has more than %1 lines</source>
        <translation>剖析文件中的代码行超过 %1 行</translation>
    </message>
    <message>
        <source>the profile has more than %1 sample types</source>
        <translation>剖析文件中的样本类型超过 %1 种</translation>
    </message>
    <message>
        <source>the profile has more than %1 samples</source>
        <translation>剖析文件中的样本超过 %1 个</translation>
    </message>
    <message>
        <source>the profile has more than %1 mappings</source>
        <translation>剖析文件中的内存映射超过 %1 个</translation>
    </message>
    <message>
        <source>the profile has more than %1 locations</source>
        <translation>剖析文件中的代码位置超过 %1 个</translation>
    </message>
    <message>
        <source>the profile has more than %1 functions</source>
        <translation>剖析文件中的函数超过 %1 个</translation>
    </message>
    <message>
        <source>the profile has more than %1 strings</source>
        <translation>剖析文件中的字符串超过 %1 个</translation>
    </message>
    <message>
        <source>these are several profiles in one</source>
        <translation>这是多份性能剖析拼成的一个文件</translation>
    </message>
    <message>
        <source>the string table does not begin with an empty string</source>
        <translation>字符串表没有以空字符串开头</translation>
    </message>
    <message>
        <source>the profile does not say what its samples count</source>
        <translation>剖析文件没有说明样本统计的是什么</translation>
    </message>
    <message>
        <source>there is no string %1</source>
        <translation>没有第 %1 号字符串</translation>
    </message>
</context>
<context>
    <name>pprof::Difference</name>
    <message>
        <source>the two profiles do not count the same: %1 against %2</source>
        <translation>两份性能剖析统计的内容不同：%1 与 %2</translation>
    </message>
</context>
<context>
    <name>pprof::ProfileContent</name>
    <message>
        <source>the profile holds no samples</source>
        <translation>剖析文件中没有样本</translation>
    </message>
</context>
<context>
    <name>pprof::ReadProfile</name>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>this is not a file</source>
        <translation>这不是文件</translation>
    </message>
    <message>
        <source>the profile is too large</source>
        <translation>剖析文件过大</translation>
    </message>
</context>
<context>
    <name>report::AlertReport</name>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>The rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Raised when</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>Over when</source>
        <translation>解除条件</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>已判断</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>judged</comment>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <comment>judged</comment>
        <translation>否</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>What</source>
        <comment>alert</comment>
        <translation>内容</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Raised</source>
        <comment>when an alert was</comment>
        <translation>触发</translation>
    </message>
    <message>
        <source>Over</source>
        <comment>when an alert was</comment>
        <translation>解除</translation>
    </message>
    <message>
        <source>And %1 more; the JSON lists all.</source>
        <translation>另有 %1 条；JSON 中列出全部。</translation>
    </message>
</context>
<context>
    <name>report::AlertWording</name>
    <message>
        <source>%1 for %2</source>
        <comment>limit, how long</comment>
        <translation>%1，持续 %2</translation>
    </message>
    <message>
        <source>No alert was raised.</source>
        <translation>没有触发告警。</translation>
    </message>
    <message>
        <source>1 alert was raised, %1; it was not over at the end.</source>
        <comment>P1</comment>
        <translation>触发了 1 条告警（%1），结束时仍未解除。</translation>
    </message>
    <message>
        <source>1 alert was raised, %1.</source>
        <comment>P1</comment>
        <translation>触发了 1 条告警（%1）。</translation>
    </message>
    <message>
        <source>%1 alerts were raised, the most urgent is %2.</source>
        <comment>count, P1</comment>
        <translation>触发了 %1 条告警，最紧急的为 %2。</translation>
    </message>
    <message>
        <source>%1 alerts were raised, the most urgent is %2; %3 was not over at the end.</source>
        <comment>count, P1, count</comment>
        <translation>触发了 %1 条告警，最紧急的为 %2；结束时有 %3 条仍未解除。</translation>
    </message>
    <message>
        <source>%1 alerts were raised, the most urgent is %2; %3 were not over at the end.</source>
        <comment>count, P1, count</comment>
        <translation>触发了 %1 条告警，最紧急的为 %2；结束时有 %3 条仍未解除。</translation>
    </message>
    <message>
        <source>%1, from %2 UTC on for %3</source>
        <comment>alert, time, how long</comment>
        <translation>%1，自 %2 UTC 起持续 %3</translation>
    </message>
    <message>
        <source>%1, from %2 UTC on for %3, not over at the end</source>
        <comment>alert, time, how long</comment>
        <translation>%1，自 %2 UTC 起持续 %3，结束时仍未解除</translation>
    </message>
    <message>
        <source>Not judged, because too little was known for it: %1.</source>
        <translation>以下规则因数据不足而未作判断：%1。</translation>
    </message>
</context>
<context>
    <name>report::AuditHints</name>
    <message>
        <source>--disk, of the folder where files are stored</source>
        <translation>--disk，指定存储文件的文件夹</translation>
    </message>
    <message>
        <source>--odd-names tries it all the same, with harmless content</source>
        <translation>--odd-names 仍会以无害的内容尝试</translation>
    </message>
    <message>
        <source>see “Server&apos;s folder”</source>
        <translation>见“服务器目录”</translation>
    </message>
    <message>
        <source>see “Largest body”</source>
        <translation>见“最大正文”</translation>
    </message>
    <message>
        <source>say above where its metrics are</source>
        <translation>在上方填写其指标地址</translation>
    </message>
    <message>
        <source> (%1)</source>
        <comment>after what can be set: how</comment>
        <translation>（%1）</translation>
    </message>
</context>
<context>
    <name>report::AuditReport</name>
    <message>
        <source>Fix: </source>
        <comment>how to mend it; the text follows</comment>
        <translation>修复方法：</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
</context>
<context>
    <name>report::AuditWording</name>
    <message>
        <source>Not audited: %1</source>
        <translation>未审计：%1</translation>
    </message>
    <message>
        <source>check</source>
        <translation>项检查</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>项检查</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <comment>count, checks</comment>
        <translation>%2中有 %1 项未通过</translation>
    </message>
    <message>
        <source>None of %1 could be decided</source>
        <comment>checks</comment>
        <translation>%1均无法判定</translation>
    </message>
    <message>
        <source>No check failed</source>
        <translation>没有未通过的检查</translation>
    </message>
    <message>
        <source>%1 could not be decided</source>
        <comment>count of checks</comment>
        <translation>%1 项无法判定</translation>
    </message>
    <message>
        <source>%1 of %2 could not be decided</source>
        <comment>counts of checks</comment>
        <translation>%2 项中有 %1 项无法判定</translation>
    </message>
    <message>
        <source>the audit was stopped</source>
        <translation>审计被停止</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 a request, %2 and %3 requests in all, %4; slow bodies %5, clean-up %6</source>
        <translation>每个请求 %1，总计 %2 和 %3 个请求，%4；慢速正文 %5，清理 %6</translation>
    </message>
    <message>
        <source>PUT to %1</source>
        <translation>PUT 到 %1</translation>
    </message>
    <message>
        <source>Forms by POST to %1</source>
        <translation>以 POST 表单上传到 %1</translation>
    </message>
    <message>
        <source>Watched: process %1</source>
        <translation>监视：进程 %1</translation>
    </message>
    <message>
        <source>Its memory was not watched</source>
        <translation>未监视其内存</translation>
    </message>
    <message>
        <source>No folder was watched</source>
        <translation>未监视任何文件夹</translation>
    </message>
    <message>
        <source>Folders: %1</source>
        <translation>文件夹：%1</translation>
    </message>
    <message>
        <source>What the server stored of it stays there, under names with “tidemark-audit-%1” or with that in the content</source>
        <translation>服务器由此存下的文件会留在服务器上，其名称或内容中含有“tidemark-audit-%1”</translation>
    </message>
    <message>
        <source>%1; Tidemark %2; begun %3</source>
        <comment>how long it took, version, time</comment>
        <translation>用时 %1；Tidemark %2；开始于 %3</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>number, count, check</comment>
        <translation>第 %1/%2 项：%3</translation>
    </message>
    <message>
        <source>Bounds: %1. Made: %2 with %3 of bodies</source>
        <comment>bounds, requests, bytes</comment>
        <translation>上限：%1。实际：%2，正文共 %3</translation>
    </message>
    <message>
        <source>request</source>
        <translation>个请求</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>个请求</translation>
    </message>
</context>
<context>
    <name>report::Badge</name>
    <message>
        <source>no difference</source>
        <translation>无差异</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>better</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>恶化</translation>
    </message>
    <message>
        <source>new</source>
        <comment>a leak that was not there before</comment>
        <translation>新增</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a change</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>breaks down</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a sweep</comment>
        <translation>有失败</translation>
    </message>
    <message>
        <source>amplified</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>可承受</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a sweep</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>some fail</source>
        <comment>a sweep, of its uploads</comment>
        <translation>部分失败</translation>
    </message>
    <message>
        <source>leaks perhaps</source>
        <translation>可能泄漏</translation>
    </message>
</context>
<context>
    <name>report::Baseline</name>
    <message>
        <source>%1 %2 → %3</source>
        <comment>a resource, an amount before and after</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>Held against the baseline %1: %2.</source>
        <comment>its name; what came of it</comment>
        <translation>与基线 %1 相比：%2。</translation>
    </message>
    <message>
        <source>Known from the baseline, and accepted: %1.</source>
        <comment>resources</comment>
        <translation>基线中已知，予以接受：%1。</translation>
    </message>
    <message>
        <source>Worse than in the baseline: %1.</source>
        <comment>resources</comment>
        <translation>比基线更严重：%1。</translation>
    </message>
    <message>
        <source>New, not known from the baseline: %1.</source>
        <comment>resources</comment>
        <translation>新出现，基线中没有：%1。</translation>
    </message>
    <message>
        <source>Known from the baseline, and not to be told now: %1.</source>
        <comment>resources</comment>
        <translation>基线中已知，这次无法判断：%1。</translation>
    </message>
    <message>
        <source>Known from the baseline, and gone: %1.</source>
        <comment>resources</comment>
        <translation>基线中已知，现已消失：%1。</translation>
    </message>
</context>
<context>
    <name>report::Chart</name>
    <message>
        <source>no reading</source>
        <translation>无读数</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>次上传</translation>
    </message>
    <message>
        <source>uploads</source>
        <translation>次上传</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Goroutines and threads</source>
        <translation>goroutine 和线程</translation>
    </message>
    <message>
        <source>Open descriptors</source>
        <translation>打开的文件描述符</translation>
    </message>
    <message>
        <source>Descriptors by kind</source>
        <translation>文件描述符（按类型）</translation>
    </message>
    <message>
        <source>Files on disk</source>
        <translation>磁盘文件数</translation>
    </message>
    <message>
        <source>Bytes on disk</source>
        <translation>磁盘字节数</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Upload rate</source>
        <translation>上传速率</translation>
    </message>
    <message>
        <source>peak %1</source>
        <comment>of the upload rate</comment>
        <translation>峰值 %1</translation>
    </message>
    <message>
        <source>heap</source>
        <comment>a line of the chart</comment>
        <translation>堆</translation>
    </message>
    <message>
        <source>heap goal</source>
        <comment>a line of the chart</comment>
        <translation>堆目标</translation>
    </message>
    <message>
        <source>goroutines</source>
        <comment>a line of the chart</comment>
        <translation>goroutine</translation>
    </message>
    <message>
        <source>threads</source>
        <comment>a line of the chart</comment>
        <translation>线程</translation>
    </message>
    <message>
        <source>files</source>
        <comment>a line of the chart</comment>
        <translation>文件描述符</translation>
    </message>
    <message>
        <source>anonymous</source>
        <comment>a line of the chart</comment>
        <translation>匿名内存</translation>
    </message>
    <message>
        <source>sockets</source>
        <comment>a line of the chart</comment>
        <translation>套接字</translation>
    </message>
    <message>
        <source>pipes</source>
        <comment>a line of the chart</comment>
        <translation>管道</translation>
    </message>
    <message>
        <source>open files</source>
        <comment>a line of the chart</comment>
        <translation>打开的文件</translation>
    </message>
    <message>
        <source>deleted files</source>
        <comment>a line of the chart</comment>
        <translation>已删除的文件</translation>
    </message>
    <message>
        <source>%1, time of day in UTC</source>
        <comment>date</comment>
        <translation>%1，UTC 时间</translation>
    </message>
    <message>
        <source>Point at the chart to read values.</source>
        <translation>将指针移到图上可查看数值。</translation>
    </message>
    <message>
        <source>Shaded: uploads were running.</source>
        <translation>阴影：正在上传。</translation>
    </message>
</context>
<context>
    <name>report::CheckAdvice</name>
    <message>
        <source>Send one file by tidemark-cli upload and read the server&apos;s answer; then try other options.</source>
        <translation>用 tidemark-cli upload 发送一个文件，查看服务器响应；然后换用其他选项。</translation>
    </message>
    <message>
        <source>Send one file on the Upload page and read the server&apos;s answer; then try other settings.</source>
        <translation>在“上传”页发送一个文件，查看服务器响应；然后换用其他设置。</translation>
    </message>
    <message>
        <source>Add /metrics or /debug/pprof/ to the server, or say by --watch where its metrics are.</source>
        <translation>为服务器加上 /metrics 或 /debug/pprof/，或用 --watch 给出其指标地址。</translation>
    </message>
    <message>
        <source>Add /metrics or /debug/pprof/ to the server, or say above where its metrics are.</source>
        <translation>为服务器加上 /metrics 或 /debug/pprof/，或在上方填写其指标地址。</translation>
    </message>
    <message>
        <source>See whether the server still runs, and run it again.</source>
        <translation>检查服务器是否仍在运行，然后重新检测。</translation>
    </message>
    <message>
        <source>Find out why it ended - out of memory, perhaps - start it, and run it again.</source>
        <translation>查明它为何退出（可能是内存不足），启动后重新检测。</translation>
    </message>
    <message>
        <source>Find out why it restarted - out of memory, perhaps - and run it again.</source>
        <translation>查明它为何重启（可能是内存不足），然后重新检测。</translation>
    </message>
    <message>
        <source>Run it again when nobody else uses the server, or on a copy of it.</source>
        <translation>等到没有他人使用服务器时重新检测，或改用其副本。</translation>
    </message>
    <message>
        <source>Have the server read its metrics anew with each request, and run it again.</source>
        <translation>让服务器在每次请求时重新读取指标，然后重新检测。</translation>
    </message>
    <message>
        <source>Make more uploads per round, or larger ones, so that it has to collect; or let the server offer /debug/pprof/, where a collection can be asked for.</source>
        <translation>增加每轮的上传次数或加大上传内容，促使它回收；或让服务器提供 /debug/pprof/，以便主动触发回收。</translation>
    </message>
    <message>
        <source>Make more uploads per round, so that it has to collect; or start the server with a smaller heap, by -Xmx.</source>
        <translation>增加每轮的上传次数，促使它回收；或用 -Xmx 调小堆后启动服务器。</translation>
    </message>
    <message>
        <source>Make more uploads per round, so that it has to collect; or start the server with a smaller heap, by --max-old-space-size.</source>
        <translation>增加每轮的上传次数，促使它回收；或用 --max-old-space-size 调小堆后启动服务器。</translation>
    </message>
    <message>
        <source>Make more uploads per round, or larger ones, so that it has to collect.</source>
        <translation>增加每轮的上传次数或加大上传内容，促使它回收。</translation>
    </message>
    <message>
        <source>Run it again with --thorough: more rounds tell a small leak from none.</source>
        <translation>用 --thorough 重新检测：轮数更多，才能分辨小泄漏与无泄漏。</translation>
    </message>
    <message>
        <source>Run it again, thoroughly: more rounds tell a small leak from none.</source>
        <translation>用“彻底”重新检测：轮数更多，才能分辨小泄漏与无泄漏。</translation>
    </message>
    <message>
        <source>Run it again with --thorough, until the heap is decided.</source>
        <translation>用 --thorough 重新检测，直到堆有定论。</translation>
    </message>
    <message>
        <source>Run it again, thoroughly, until the heap is decided.</source>
        <translation>用“彻底”重新检测，直到堆有定论。</translation>
    </message>
    <message>
        <source>Make more uploads per round, or larger ones: a leak grows with them, the noise does not.</source>
        <translation>增加每轮的上传次数或加大上传内容：泄漏会随之增长，噪声不会。</translation>
    </message>
    <message>
        <source>Run it again: what was a warm-up or a cache that fills is over by then.</source>
        <translation>重新检测：预热或缓存填充到那时已经结束。</translation>
    </message>
    <message>
        <source>Wait until the server has come to rest, and run it again.</source>
        <translation>等服务器静置下来，然后重新检测。</translation>
    </message>
    <message>
        <source>Run it again and see whether the server answers all the time.</source>
        <translation>重新检测，并查看服务器是否始终有响应。</translation>
    </message>
    <message>
        <source>Run it again with --thorough.</source>
        <translation>用 --thorough 重新检测。</translation>
    </message>
    <message>
        <source>Run it again, thoroughly.</source>
        <translation>用“彻底”重新检测。</translation>
    </message>
    <message>
        <source>Find out what became of the server, start it, and run it again.</source>
        <translation>查明服务器出了什么状况，启动后重新审计。</translation>
    </message>
    <message>
        <source>Run it again and let it come to its end.</source>
        <comment>a check</comment>
        <translation>重新检测，并等它自行结束。</translation>
    </message>
    <message>
        <source>Run it again and let it come to its end.</source>
        <comment>an audit</comment>
        <translation>重新审计，并等它自行结束。</translation>
    </message>
</context>
<context>
    <name>report::CheckBounds</name>
    <message>
        <source>%1 to %2 rounds</source>
        <translation>%1–%2 轮</translation>
    </message>
    <message>
        <source>%1, about %2 s</source>
        <comment>so many rounds</comment>
        <translation>%1，约 %2 s</translation>
    </message>
    <message>
        <source>%1; a leak is watched for %2 s more.</source>
        <comment>rounds and time</comment>
        <translation>%1；若有泄漏，再观察 %2 s。</translation>
    </message>
    <message>
        <source>%1. A leak stays unconfirmed.</source>
        <comment>rounds and time</comment>
        <translation>%1。若有泄漏，不作确认。</translation>
    </message>
</context>
<context>
    <name>report::CheckConditions</name>
    <message>
        <source>%1 file(s)</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 files</source>
        <comment>descriptors</comment>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 deleted files</source>
        <comment>descriptors</comment>
        <translation>%1 个已删除的文件</translation>
    </message>
    <message>
        <source>%1 sockets</source>
        <comment>descriptors</comment>
        <translation>%1 个套接字</translation>
    </message>
    <message>
        <source>%1 connections it made</source>
        <comment>descriptors</comment>
        <translation>%1 个由其发起的连接</translation>
    </message>
    <message>
        <source>%1 pipes</source>
        <comment>descriptors</comment>
        <translation>%1 个管道</translation>
    </message>
    <message>
        <source>%1 anonymous</source>
        <comment>descriptors</comment>
        <translation>%1 个匿名描述符</translation>
    </message>
    <message>
        <source>%1 other</source>
        <comment>descriptors</comment>
        <translation>%1 个其他描述符</translation>
    </message>
    <message>
        <source>Descriptors that stayed: %1</source>
        <translation>未关闭的文件描述符：%1</translation>
    </message>
    <message>
        <source>Tried %1: %2</source>
        <translation>已尝试 %1：%2</translation>
    </message>
    <message>
        <source>Uploads to %1, %2 each, %3 at once</source>
        <translation>上传到 %1，每次 %2，并发 %3</translation>
    </message>
    <message>
        <source>The server does not tell how many requests it answered: other traffic would not have been noticed</source>
        <translation>服务器没有给出已响应的请求数：若有其他流量，无法察觉</translation>
    </message>
    <message>
        <source>Asked for: %1</source>
        <translation>指定的选项：%1</translation>
    </message>
    <message>
        <source>%1 uploads and %2 aborted ones in %3; seed %4; Tidemark %5; begun %6</source>
        <translation>%1 次上传和 %2 次中断的上传，用时 %3；随机种子 %4；Tidemark %5；开始于 %6</translation>
    </message>
</context>
<context>
    <name>report::CheckEvidence</name>
    <message>
        <source>uploads</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>aborted uploads</source>
        <translation>中断的上传</translation>
    </message>
    <message>
        <source>aborted</source>
        <comment>behind a resource&apos;s name: of such uploads</comment>
        <translation>中断的上传</translation>
    </message>
    <message>
        <source>uploads, %1 at once</source>
        <translation>并发 %1 的上传</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <comment>behind a resource&apos;s name: of such uploads</comment>
        <translation>并发 %1</translation>
    </message>
    <message>
        <source>large uploads</source>
        <translation>大文件上传</translation>
    </message>
    <message>
        <source>large</source>
        <comment>behind a resource&apos;s name: of such uploads</comment>
        <translation>大文件上传</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a resource, of which uploads</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>report::CheckNotes</name>
    <message>
        <source>%1 %2 %</source>
        <comment>a function, its share</comment>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>No single function allocates a fifth of it; most do %1.</source>
        <comment>functions</comment>
        <translation>没有哪个函数的分配量达到五分之一；分配最多的是 %1。</translation>
    </message>
    <message>
        <source>It explains all of the growth.</source>
        <translation>该函数可解释全部增长。</translation>
    </message>
    <message>
        <source>It explains %1 % of the growth.</source>
        <translation>该函数可解释 %1 % 的增长。</translation>
    </message>
    <message>
        <source>None of the program&apos;s own functions is in what these goroutines run.</source>
        <translation>这些 goroutine 的调用栈中没有程序自己的函数。</translation>
    </message>
    <message>
        <source>A profile tells who allocates, not who keeps.</source>
        <translation>性能剖析只能指出由谁分配，不能指出由谁持有。</translation>
    </message>
    <message>
        <source>None of the program&apos;s own functions is in that stack.</source>
        <translation>该调用栈中没有程序自己的函数。</translation>
    </message>
    <message>
        <source>The heap profile is too coarse to name a line.</source>
        <translation>堆剖析的采样太粗，无法定位到具体代码行。</translation>
    </message>
    <message>
        <source>The heap profile is too coarse to name a line: about %1 aborted uploads would be enough, or runtime.MemProfileRate = 1 in the server.</source>
        <translation>堆剖析的采样太粗，无法定位到具体代码行：约 %1 次中断的上传即可定位，或在服务器中设置 runtime.MemProfileRate = 1。</translation>
    </message>
    <message>
        <source>The heap profile is too coarse to name a line: about %1 uploads would be enough, or runtime.MemProfileRate = 1 in the server.</source>
        <translation>堆剖析的采样太粗，无法定位到具体代码行：约 %1 次上传即可定位，或在服务器中设置 runtime.MemProfileRate = 1。</translation>
    </message>
    <message>
        <source>No function is named: %1.</source>
        <translation>未能定位到函数：%1。</translation>
    </message>
    <message>
        <source>The heap that grows with them is more than they are made of: they hold it, or it leaks by itself.</source>
        <translation>随之增长的堆超过它们自身所占的内存：或被它们持有，或另有泄漏。</translation>
    </message>
    <message>
        <source>The heap profile is too coarse to say who allocates it.</source>
        <translation>堆剖析的采样太粗，无法判断由谁分配。</translation>
    </message>
    <message>
        <source>It keeps the body: %1 × its size.</source>
        <translation>残留的是正文：为其大小的 %1 倍。</translation>
    </message>
    <message>
        <source>It keeps a part of the body: %1 % of its size.</source>
        <translation>残留的是正文的一部分：为其大小的 %1 %。</translation>
    </message>
    <message>
        <source>It keeps the same amount whatever the size of the upload.</source>
        <translation>无论上传多大，残留量都相同。</translation>
    </message>
    <message>
        <source>The same file again leaves nothing more: something is keyed by name or content.</source>
        <translation>重复上传同一文件不再增加残留：残留以名称或内容为键。</translation>
    </message>
    <message>
        <source>The same file again grows as much: every request is kept.</source>
        <translation>重复上传同一文件仍同样增长：每个请求都有残留。</translation>
    </message>
    <message>
        <source>Confirmed: they were open before each forced collection and closed after it.</source>
        <translation>已确认：它们在每次强制垃圾回收之前处于打开状态，之后即被关闭。</translation>
    </message>
    <message>
        <source>Not confirmed: in %1 s without uploads no garbage was collected.</source>
        <translation>未确认：无上传的 %1 s 内没有发生垃圾回收。</translation>
    </message>
    <message>
        <source>%1 s without uploads gave back %2 %; the rest stayed.</source>
        <translation>无上传的 %1 s 内释放了 %2 %，其余仍然残留。</translation>
    </message>
    <message>
        <source>Not confirmed: it waited for %1 s only; without --idle it waits for 75 s.</source>
        <translation>未确认：只等待了 %1 s；不带 --idle 时会等待 75 s。</translation>
    </message>
    <message>
        <source>Not confirmed: a release within 75 s is not excluded; a default check with its full wait shows it.</source>
        <translation>未确认：不能排除在 75 s 内释放；完整等待的标准检测可以判明。</translation>
    </message>
    <message>
        <source>Confirmed: %1 s without uploads gave back %2 %.</source>
        <translation>已确认：无上传的 %1 s 内只释放了 %2 %。</translation>
    </message>
    <message>
        <source>Memory outside the heap was not watched.</source>
        <translation>未监视堆外内存。</translation>
    </message>
    <message>
        <source>Memory outside the heap is not judged: process memory %1.</source>
        <translation>对堆外内存未作判断：进程内存%1。</translation>
    </message>
    <message>
        <source>Process memory was told as the same number for %1 rounds, to the byte: it rests, or the server renews what it tells only now and then.</source>
        <translation>进程内存连续 %1 轮的读数逐字节相同：要么确实没有变化，要么服务器只是偶尔更新该读数。</translation>
    </message>
    <message>
        <source>descriptors (--pid shows them)</source>
        <translation>文件描述符（可用 --pid 监视）</translation>
    </message>
    <message>
        <source>threads (--pid)</source>
        <translation>线程（--pid）</translation>
    </message>
    <message>
        <source>files (--disk)</source>
        <translation>文件（--disk）</translation>
    </message>
    <message>
        <source>Not watched: %1.</source>
        <translation>未监视：%1。</translation>
    </message>
    <message>
        <source>The content of one file was sent again and again: what is kept once for each content is not seen. Without files every upload is another one.</source>
        <translation>反复发送的是同一个文件的内容：每种内容只残留一次的情况无法察觉。不指定文件时，每次上传的内容都不同。</translation>
    </message>
    <message>
        <source>The content of %1 files was sent again and again: what is kept once for each content is not seen. Without files every upload is another one.</source>
        <translation>反复发送的是 %1 个文件的内容：每种内容只残留一次的情况无法察觉。不指定文件时，每次上传的内容都不同。</translation>
    </message>
    <message>
        <source>The heap was read from the collector&apos;s goal, taking GOGC for 100: with another GOGC, or with GOMEMLIMIT, the bytes are wrong. /debug/pprof/ on the server gives exact ones.</source>
        <translation>堆大小由 GC 目标推算，假定 GOGC 为 100：若 GOGC 为其他值或设置了 GOMEMLIMIT，字节数就不准确。在服务器上启用 /debug/pprof/ 可得到准确值。</translation>
    </message>
    <message>
        <source>At that rate 1 GiB is gone after %1 such uploads.</source>
        <translation>照此速度，%1 次这样的上传后就会耗掉 1 GiB。</translation>
    </message>
    <message>
        <source>The heap grows without uploads, too, by %1 a second: that is not counted here.</source>
        <translation>没有上传时堆也在增长，每秒 %1：此处未计入。</translation>
    </message>
    <message>
        <source>It ended early: %1.</source>
        <translation>检测提前结束：%1。</translation>
    </message>
    <message>
        <source>%1 grew and was given back while idle: released late, not a leak.</source>
        <translation>%1有所增长，但空闲时已回落：属于延迟释放，不是泄漏。</translation>
    </message>
    <message>
        <source>Aborted uploads leave nothing above %1 each on average, so no single one of the %2 ways to abort leaves more than %3.</source>
        <translation>中断的上传平均每次残留不超过 %1，因此 %2 种中断方式中任何一种的残留都不超过 %3。</translation>
    </message>
    <message>
        <source>That is an average over %1 ways to break an upload off or to spoil it; if only one of them leaks, it leaves up to %2 × as much.</source>
        <translation>这是 %1 种中断或破坏上传的方式的平均值；如果只有其中一种泄漏，其残留最多可达该值的 %2 倍。</translation>
    </message>
    <message>
        <source>It grew all along, by %1 in %2 uploads: a cache larger than that cannot be excluded.</source>
        <translation>增长始终持续，%2 次上传共增长 %1：不能排除容量更大的缓存。</translation>
    </message>
    <message>
        <source>It grew by %1 in %2 uploads: a cache larger than that cannot be excluded.</source>
        <translation>%2 次上传共增长 %1：不能排除容量更大的缓存。</translation>
    </message>
    <message>
        <source>Many uploads at once leave %1 × as much per upload.</source>
        <translation>多并发时，每次上传的残留是原来的 %1 倍。</translation>
    </message>
    <message>
        <source>Not confirmed: it waited for %1 s only; a default check waits for 75 s.</source>
        <translation>未确认：只等待了 %1 s；标准检测会等待 75 s。</translation>
    </message>
    <message>
        <source>a thorough check</source>
        <translation>彻底检测</translation>
    </message>
    <message>
        <source>What grew once may be a pool or a table, or what every so many uploads leave: a check of more uploads, or %1, tells.</source>
        <comment>--thorough, or: a thorough check</comment>
        <translation>一次性的增长可能是连接池或表，也可能是每隔若干次上传才出现的残留：增加上传次数或使用 %1 可以判明。</translation>
    </message>
    <message>
        <source>Many uploads at once were not tried for want of time; %1 does.</source>
        <comment>--thorough, or: a thorough check</comment>
        <translation>时间所限，未测试多并发上传；%1 会测试。</translation>
    </message>
    <message>
        <source>%1 grew and were given back while idle: released late, not a leak.</source>
        <translation>%1有所增长，但空闲时已回落：属于延迟释放，不是泄漏。</translation>
    </message>
</context>
<context>
    <name>report::CheckRecord</name>
    <message>
        <source>what is kept of the leak check is damaged: %1</source>
        <translation>保存的泄漏检测数据已损坏：%1</translation>
    </message>
    <message>
        <source>the leak check was kept by another version of this program</source>
        <translation>该泄漏检测由本程序的另一版本保存</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;</source>
        <comment>a JSON field, its value</comment>
        <translation>%1 的值为“%2”</translation>
    </message>
    <message>
        <source>its schema &quot;%1&quot; was made by another version</source>
        <translation>其 schema“%1”出自另一版本</translation>
    </message>
    <message>
        <source>it is no leak check</source>
        <translation>不是泄漏检测</translation>
    </message>
    <message>
        <source>it has no &quot;resources&quot;, which say what was measured, so there is nothing to compare; give the JSON of a leak check as it was written</source>
        <translation>缺少说明测量内容的“resources”，因此没有可比较的内容；请提供泄漏检测写出的完整 JSON</translation>
    </message>
    <message>
        <source>uploads</source>
        <comment>a report is about them</comment>
        <translation>上传</translation>
    </message>
    <message>
        <source>watching</source>
        <comment>a report is about it</comment>
        <translation>监视</translation>
    </message>
    <message>
        <source>a sweep</source>
        <comment>a report is about it</comment>
        <translation>扫描</translation>
    </message>
    <message>
        <source>an audit</source>
        <comment>a report is about it</comment>
        <translation>审计</translation>
    </message>
    <message>
        <source>a comparison</source>
        <comment>a report is about it</comment>
        <translation>比较</translation>
    </message>
    <message>
        <source>the history</source>
        <comment>a report is about it</comment>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>%1 tells of %2; only leak checks can be compared, those that &apos;check&apos; makes</source>
        <translation>%1 的内容是%2；只有泄漏检测（由“check”生成）可以比较</translation>
    </message>
</context>
<context>
    <name>report::CheckReport</name>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Per upload</source>
        <translation>每次上传</translation>
    </message>
    <message>
        <source>98 % interval</source>
        <translation>98 % 区间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What is left after each round: %1</source>
        <translation>每轮之后的残留：%1</translation>
    </message>
    <message>
        <source>What is left after each round</source>
        <translation>每轮之后的残留</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>调用栈</translation>
    </message>
    <message>
        <source>Who allocates what stays</source>
        <translation>残留由谁分配</translation>
    </message>
</context>
<context>
    <name>report::CheckWording</name>
    <message>
        <source>%1 goroutines</source>
        <translation>%1 个 goroutine</translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation>%1 个线程</translation>
    </message>
    <message>
        <source>%1 descriptors</source>
        <translation>%1 个文件描述符</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 objects</source>
        <translation>%1 个对象</translation>
    </message>
    <message>
        <source>%1 per upload when %2 are made at once</source>
        <comment>amount</comment>
        <translation>并发 %2 时每次上传 %1</translation>
    </message>
    <message>
        <source>%1 per large upload</source>
        <comment>amount</comment>
        <translation>每次大文件上传 %1</translation>
    </message>
    <message>
        <source>%1 per aborted upload</source>
        <comment>amount</comment>
        <translation>每次中断的上传 %1</translation>
    </message>
    <message>
        <source>%1 per upload</source>
        <comment>amount</comment>
        <translation>每次上传 %1</translation>
    </message>
    <message>
        <source>grew once by %1</source>
        <comment>behind a resource&apos;s name</comment>
        <translation>一次性增长了 %1</translation>
    </message>
    <message>
        <source>does not grow by %1</source>
        <comment>behind a resource&apos;s name</comment>
        <translation>增长不到 %1</translation>
    </message>
    <message>
        <source>%1, but %2</source>
        <comment>does not grow by 1 KiB, grew once by 2 MiB</comment>
        <translation>%1，但%2</translation>
    </message>
    <message>
        <source>Stable: nothing grows with uploads</source>
        <translation>稳定：没有资源随上传增长</translation>
    </message>
    <message>
        <source>Stable: %1 %2</source>
        <comment>a resource, why it is judged so</comment>
        <translation>稳定：%1%2</translation>
    </message>
    <message>
        <source>Stable: nothing above %1 per upload</source>
        <translation>稳定：每次上传的增长不超过 %1</translation>
    </message>
    <message>
        <source>Stable: nothing above %1 of %2 per upload</source>
        <comment>amount, resource</comment>
        <translation>稳定：每次上传的%2增长不超过 %1</translation>
    </message>
    <message>
        <source>%1, but %2 %3</source>
        <comment>a sentence, a resource, grew once by 2 MiB</comment>
        <translation>%1；不过，%2%3</translation>
    </message>
    <message>
        <source>%1; until then %2 grew by %3 per upload</source>
        <comment>how it ended, a resource, an amount</comment>
        <translation>%1；在此之前，%2每次上传增长 %3</translation>
    </message>
    <message>
        <source>%1, closed only by the garbage collector</source>
        <comment>descriptors per upload</comment>
        <translation>%1，仅由垃圾回收器关闭</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>an amount per upload, a function</comment>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>%1 in what %2 calls</source>
        <comment>an amount per upload, a function</comment>
        <translation>%1，位于 %2 调用的函数中</translation>
    </message>
    <message>
        <source>%1 outside the heap that the runtime knows of</source>
        <comment>an amount per upload</comment>
        <translation>%1，位于运行时所知的堆之外</translation>
    </message>
    <message>
        <source>%1 of process memory</source>
        <comment>an amount per upload</comment>
        <translation>%1（进程内存）</translation>
    </message>
    <message>
        <source>%1 of heap</source>
        <comment>amount</comment>
        <translation>%1 堆内存</translation>
    </message>
    <message>
        <source>Leaks</source>
        <translation>泄漏</translation>
    </message>
    <message>
        <source>Leaks %1, and %2</source>
        <comment>two amounts per upload</comment>
        <translation>泄漏：%1；另外，%2</translation>
    </message>
    <message>
        <source>Leaks %1</source>
        <comment>an amount per upload</comment>
        <translation>泄漏：%1</translation>
    </message>
    <message>
        <source>Inconclusive: %1</source>
        <translation>无法判定：%1</translation>
    </message>
    <message>
        <source>Inconclusive: too little was measured</source>
        <translation>无法判定：测得的数据太少</translation>
    </message>
    <message>
        <source>Inconclusive: %1 after aborted uploads %2</source>
        <comment>a resource, why it is judged so</comment>
        <translation>无法判定：在中断的上传之后，%1%2</translation>
    </message>
    <message>
        <source>Inconclusive: %1 %2</source>
        <comment>a resource, why it is judged so</comment>
        <translation>无法判定：%1%2</translation>
    </message>
    <message>
        <source>/debug/pprof/ tells, or more and larger uploads</source>
        <translation>启用 /debug/pprof/，或上传更多、更大的内容，即可判明</translation>
    </message>
    <message>
        <source>more uploads tell, or a smaller heap (-Xmx)</source>
        <translation>增加上传次数，或减小堆（-Xmx），即可判明</translation>
    </message>
    <message>
        <source>more uploads tell, or a smaller heap (--max-old-space-size)</source>
        <translation>增加上传次数，或减小堆（--max-old-space-size），即可判明</translation>
    </message>
    <message>
        <source>more and larger uploads tell</source>
        <translation>上传更多、更大的内容即可判明</translation>
    </message>
    <message>
        <source>the check was stopped before it was over</source>
        <translation>检测在完成前被停止</translation>
    </message>
    <message>
        <source>no metrics were found to watch the server by</source>
        <translation>没有找到可用来监视服务器的指标</translation>
    </message>
    <message>
        <source>no metrics were found to watch the server by (%1)</source>
        <translation>没有找到可用来监视服务器的指标（%1）</translation>
    </message>
    <message>
        <source>the uploads failed after %1 that were taken: %2</source>
        <comment>count, why</comment>
        <translation>在成功 %1 次之后，上传失败：%2</translation>
    </message>
    <message>
        <source>the uploads failed: %1</source>
        <translation>上传失败：%1</translation>
    </message>
    <message>
        <source>the server could not be read any more: %1</source>
        <translation>无法再读取服务器的数据：%1</translation>
    </message>
    <message>
        <source>the server was restarted meanwhile</source>
        <translation>其间服务器重启了</translation>
    </message>
    <message>
        <source>the server is gone: nothing answers there any more</source>
        <translation>服务器已消失：该地址不再有任何响应</translation>
    </message>
    <message>
        <source>somebody else uses the server, too: it answered more requests than were made here</source>
        <translation>还有其他人在使用该服务器：它响应的请求比这里发出的多</translation>
    </message>
    <message>
        <source>the server&apos;s metrics stood still while it took uploads: they are renewed only now and then, by a timer or a cache; have them read anew with each request</source>
        <translation>服务器在接收上传期间指标没有变化：指标由定时器或缓存偶尔更新；请改为每次请求时重新读取</translation>
    </message>
    <message>
        <source>heap</source>
        <translation>堆</translation>
    </message>
    <message>
        <source>heap objects</source>
        <translation>堆对象数</translation>
    </message>
    <message>
        <source>external memory</source>
        <translation>外部内存</translation>
    </message>
    <message>
        <source>process memory</source>
        <translation>进程内存</translation>
    </message>
    <message>
        <source>goroutines</source>
        <translation>goroutine 数</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>descriptors</source>
        <translation>文件描述符数</translation>
    </message>
    <message>
        <source>files</source>
        <translation>文件数</translation>
    </message>
    <message>
        <source>bytes in files</source>
        <translation>文件字节数</translation>
    </message>
    <message>
        <source>leaks</source>
        <comment>a verdict</comment>
        <translation>泄漏</translation>
    </message>
    <message>
        <source>stable</source>
        <comment>a verdict</comment>
        <translation>稳定</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <comment>a verdict</comment>
        <translation>无法判定</translation>
    </message>
    <message>
        <source>released late</source>
        <comment>a verdict</comment>
        <translation>延迟释放</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>an interval</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>was measured too few times</source>
        <translation>测量次数太少</translation>
    </message>
    <message>
        <source>could not be read every time</source>
        <translation>并非每次都能读到</translation>
    </message>
    <message>
        <source>grows with every upload</source>
        <translation>随每次上传增长</translation>
    </message>
    <message>
        <source>grew at first, then stopped</source>
        <translation>起初增长，随后停止</translation>
    </message>
    <message>
        <source>grew for %1 uploads, then stopped</source>
        <translation>在前 %1 次上传中增长，随后停止</translation>
    </message>
    <message>
        <source>varies too much: only %1 per upload would be seen</source>
        <translation>波动太大：每次上传增长达到 %1 才能察觉</translation>
    </message>
    <message>
        <source>grows by about the limit of %1</source>
        <translation>增长接近阈值 %1</translation>
    </message>
    <message>
        <source>grows ever less: a warm-up or a cache that fills</source>
        <translation>增长越来越慢：可能是预热，或是正在填充的缓存</translation>
    </message>
    <message>
        <source>began to grow late</source>
        <translation>后来才开始增长</translation>
    </message>
    <message>
        <source>grew in few jumps, as a buffer does that uploads are appended to: a thorough check tells</source>
        <translation>增长集中在几次跳变，像是不断追加上传内容的缓冲区：彻底检测可以判明</translation>
    </message>
    <message>
        <source>creeps up</source>
        <translation>缓慢上升</translation>
    </message>
    <message>
        <source>grows without uploads, too</source>
        <translation>没有上传时也在增长</translation>
    </message>
    <message>
        <source>grew within what the runtime had taken before</source>
        <translation>增长没有超出运行时先前占用的范围</translation>
    </message>
    <message>
        <source>fell all along: what is given back may hide what is kept</source>
        <translation>持续下降：释放的部分可能掩盖了残留</translation>
    </message>
    <message>
        <source>grew and fell back in one go: it seems to be kept for a while</source>
        <translation>增长后一次性回落：似乎只是暂时保留</translation>
    </message>
    <message>
        <source>grows, by how much is not sure yet</source>
        <translation>在增长，但增幅尚不确定</translation>
    </message>
    <message>
        <source>looks like a leak; more rounds have to show it</source>
        <translation>疑似泄漏，需要更多轮次来证实</translation>
    </message>
    <message>
        <source>was hardly ever collected meanwhile: %1</source>
        <translation>其间几乎没有发生垃圾回收：%1</translation>
    </message>
    <message>
        <source>grew, but the heap that is in it is undecided</source>
        <translation>有增长，但其中的堆尚无定论</translation>
    </message>
    <message>
        <source>was given back while idle</source>
        <translation>在空闲时已回落</translation>
    </message>
    <message>
        <source>are closed by finalizers alone</source>
        <translation>仅由 finalizer 关闭</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number of a round</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>looking for metrics</source>
        <translation>正在查找指标</translation>
    </message>
    <message>
        <source>warming up, round %1</source>
        <translation>预热，第 %1 轮</translation>
    </message>
    <message>
        <source>looking without uploads, %1</source>
        <comment>number of a look</comment>
        <translation>无上传时的观察，第 %1 次</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>aborted uploads, round %1</source>
        <translation>中断的上传，第 %1 轮</translation>
    </message>
    <message>
        <source>two sizes</source>
        <comment>a step of the check</comment>
        <translation>两种大小</translation>
    </message>
    <message>
        <source>the same file again, round %1</source>
        <translation>重复同一文件，第 %1 轮</translation>
    </message>
    <message>
        <source>one and many at once, round %1</source>
        <translation>单个与多并发对比，第 %1 轮</translation>
    </message>
    <message>
        <source>waiting without uploads, %1 %</source>
        <translation>无上传等待，%1 %</translation>
    </message>
    <message>
        <source>uploading until the profile can name a function, %1 of %2</source>
        <translation>继续上传，直到性能剖析能定位函数，%1/%2</translation>
    </message>
    <message>
        <source>fetching profiles</source>
        <translation>正在获取性能剖析</translation>
    </message>
    <message>
        <source>whether it still grows, round %1</source>
        <translation>查看是否仍在增长，第 %1 轮</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>closed by GC</source>
        <comment>a verdict</comment>
        <translation>由 GC 关闭</translation>
    </message>
    <message>
        <source>do not grow by %1</source>
        <comment>behind a resource&apos;s name, which is a plural</comment>
        <translation>增长不到 %1</translation>
    </message>
    <message>
        <source>the server at %1 takes connections and does not answer: %2</source>
        <comment>address, why</comment>
        <translation>%1 的服务器接受连接但没有响应：%2</translation>
    </message>
    <message>
        <source>nothing listens at %1: the connection was refused</source>
        <comment>address</comment>
        <translation>%1 上没有服务在监听：连接被拒绝</translation>
    </message>
    <message>
        <source>the server at %1 cannot be reached: %2</source>
        <comment>address, why</comment>
        <translation>无法连接 %1 的服务器：%2</translation>
    </message>
    <message>
        <source>were measured too few times</source>
        <translation>测量次数太少</translation>
    </message>
    <message>
        <source>grow with every upload</source>
        <translation>随每次上传增长</translation>
    </message>
    <message>
        <source>vary too much: only %1 per upload would be seen</source>
        <translation>波动太大：每次上传增长达到 %1 才能察觉</translation>
    </message>
    <message>
        <source>grow by about the limit of %1</source>
        <translation>增长接近阈值 %1</translation>
    </message>
    <message>
        <source>grow ever less: a warm-up or a cache that fills</source>
        <translation>增长越来越慢：可能是预热，或是正在填充的缓存</translation>
    </message>
    <message>
        <source>creep up</source>
        <translation>缓慢上升</translation>
    </message>
    <message>
        <source>grow without uploads, too</source>
        <translation>没有上传时也在增长</translation>
    </message>
    <message>
        <source>grew and fell back in one go: they seem to be kept for a while</source>
        <translation>增长后一次性回落：似乎只是暂时保留</translation>
    </message>
    <message>
        <source>grow, by how much is not sure yet</source>
        <translation>在增长，但增幅尚不确定</translation>
    </message>
    <message>
        <source>look like a leak; more rounds have to show it</source>
        <translation>疑似泄漏，需要更多轮次来证实</translation>
    </message>
    <message>
        <source>were given back while idle</source>
        <translation>在空闲时已回落</translation>
    </message>
</context>
<context>
    <name>report::ComparedFigures</name>
    <message>
        <source>same</source>
        <comment>no difference</comment>
        <translation>相同</translation>
    </message>
    <message>
        <source>time to answer, median</source>
        <translation>响应时间，中位数</translation>
    </message>
    <message>
        <source>time to answer, 95 %</source>
        <translation>响应时间，95 %</translation>
    </message>
    <message>
        <source>time to answer, 99 %</source>
        <translation>响应时间，99 %</translation>
    </message>
    <message>
        <source>the check took</source>
        <translation>检测用时</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>highest process memory outside the heap, above its beginning</source>
        <translation>残留堆外进程内存最大值（高于开始时）</translation>
    </message>
    <message>
        <source>highest process memory, above its beginning</source>
        <translation>残留进程内存最大值（高于开始时）</translation>
    </message>
    <message>
        <source>highest heap, above its beginning</source>
        <translation>残留堆最大值（高于开始时）</translation>
    </message>
    <message>
        <source>highest external memory, above its beginning</source>
        <translation>残留外部内存最大值（高于开始时）</translation>
    </message>
</context>
<context>
    <name>report::ComparedFunctions</name>
    <message>
        <source>still</source>
        <comment>a function keeps memory</comment>
        <translation>仍存在</translation>
    </message>
    <message>
        <source>new</source>
        <comment>a function keeps memory</comment>
        <translation>新出现</translation>
    </message>
    <message>
        <source>no more</source>
        <comment>a function keeps memory</comment>
        <translation>已消失</translation>
    </message>
    <message>
        <source>not named before</source>
        <comment>a function, by a check</comment>
        <translation>修改前未指出</translation>
    </message>
    <message>
        <source>not named after</source>
        <comment>a function, by a check</comment>
        <translation>修改后未指出</translation>
    </message>
    <message>
        <source>not measured before</source>
        <comment>a function, by a check</comment>
        <translation>修改前未测量</translation>
    </message>
    <message>
        <source>not measured after</source>
        <comment>a function, by a check</comment>
        <translation>修改后未测量</translation>
    </message>
</context>
<context>
    <name>report::ComparisonReport</name>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>what is left per upload</source>
        <translation>每次上传的残留</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>98 % interval</source>
        <translation>98 % 区间</translation>
    </message>
    <message>
        <source>Who allocates what stays</source>
        <translation>残留由谁分配</translation>
    </message>
    <message>
        <source>per upload</source>
        <translation>每次上传</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>The two checks</source>
        <translation>两次检测</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测得的数据</translation>
    </message>
    <message>
        <source>Resource, per upload</source>
        <translation>资源（每次上传）</translation>
    </message>
    <message>
        <source>Difference (98 % interval)</source>
        <translation>差异（98 % 区间）</translation>
    </message>
    <message>
        <source>Function, per upload</source>
        <translation>函数（每次上传）</translation>
    </message>
    <message>
        <source>before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>测得的数据</translation>
    </message>
    <message>
        <source>Kept in the heap of each upload, by function</source>
        <translation>每次上传在堆中的残留（按函数）</translation>
    </message>
    <message>
        <source>kept in the heap of each upload, by function</source>
        <translation>每次上传在堆中的残留（按函数）</translation>
    </message>
</context>
<context>
    <name>report::ComparisonText</name>
    <message>
        <source>aborted</source>
        <comment>behind a resource&apos;s name: of such uploads</comment>
        <translation>中断的上传</translation>
    </message>
    <message>
        <source>many at once</source>
        <comment>behind a resource&apos;s name: of such uploads</comment>
        <translation>多并发</translation>
    </message>
    <message>
        <source>large</source>
        <comment>behind a resource&apos;s name: of such uploads</comment>
        <translation>大文件上传</translation>
    </message>
    <message>
        <source>%1 %2 → %3 per aborted upload</source>
        <comment>a resource, an amount before and after</comment>
        <translation>%1（每次中断的上传）%2 → %3</translation>
    </message>
    <message>
        <source>%1 %2 → %3 per upload</source>
        <comment>a resource, an amount before and after</comment>
        <translation>%1（每次上传）%2 → %3</translation>
    </message>
    <message>
        <source>No difference: stable before and after</source>
        <translation>无差异：修改前后均稳定</translation>
    </message>
    <message>
        <source>No difference: %1 grows by %2 per aborted upload before and after</source>
        <comment>a resource, an amount</comment>
        <translation>无差异：修改前后，%1在每次中断的上传后均增长 %2</translation>
    </message>
    <message>
        <source>No difference: %1 grows by %2 per upload before and after</source>
        <comment>a resource, an amount</comment>
        <translation>无差异：修改前后，%1每次上传均增长 %2</translation>
    </message>
    <message>
        <source>%1, %2 each</source>
        <comment>count of uploads, bytes</comment>
        <translation>%1 次，每次 %2</translation>
    </message>
    <message>
        <source>quick</source>
        <comment>a leak check</comment>
        <translation>快速</translation>
    </message>
    <message>
        <source>standard</source>
        <comment>a leak check</comment>
        <translation>标准</translation>
    </message>
    <message>
        <source>thorough</source>
        <comment>a leak check</comment>
        <translation>彻底</translation>
    </message>
    <message>
        <source>Cannot tell: both checks are inconclusive</source>
        <translation>无法判断：两次检测均无法判定</translation>
    </message>
    <message>
        <source>Cannot tell: the check after is inconclusive</source>
        <translation>无法判断：修改后的检测无法判定</translation>
    </message>
    <message>
        <source>Cannot tell: the check before is inconclusive</source>
        <translation>无法判断：修改前的检测无法判定</translation>
    </message>
    <message>
        <source>Fixed: %1</source>
        <translation>已修复：%1</translation>
    </message>
    <message>
        <source>Partly fixed: %1, but there is another leak</source>
        <translation>部分修复：%1，但还有其他泄漏</translation>
    </message>
    <message>
        <source>Better, and not fixed: %1</source>
        <translation>有改善，但未修复：%1</translation>
    </message>
    <message>
        <source>Worse: %1</source>
        <translation>恶化：%1</translation>
    </message>
    <message>
        <source>New leak: %1</source>
        <translation>新增泄漏：%1</translation>
    </message>
    <message>
        <source>The difference is %1 (98 % interval: %2).</source>
        <translation>差异为 %1（98 % 区间：%2）。</translation>
    </message>
    <message>
        <source>The uploads differ: %1 before, %2 after. What keeps bodies keeps as much as they hold.</source>
        <translation>上传大小不同：修改前 %1，修改后 %2。若残留的是正文，残留量随正文大小变化。</translation>
    </message>
    <message>
        <source>The addresses differ: %1 before, %2 after.</source>
        <translation>地址不同：修改前 %1，修改后 %2。</translation>
    </message>
    <message>
        <source>The checks differ: %1 before, %2 after; the quicker sees less.</source>
        <translation>检测强度不同：修改前为%1，修改后为%2；较快的检测能发现的较少。</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <comment>a verdict</comment>
        <translation>修改前：%1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <comment>a verdict</comment>
        <translation>修改后：%1</translation>
    </message>
    <message>
        <source>below %1</source>
        <comment>an amount</comment>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a difference, its interval</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a resource, of which uploads</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 goroutines</source>
        <translation>%1 个 goroutine</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Thoroughness</source>
        <translation>检测强度</translation>
    </message>
    <message>
        <source>process memory outside the heap</source>
        <translation>堆外进程内存</translation>
    </message>
    <message>
        <source>Cannot tell: %1 %2</source>
        <comment>a resource, why</comment>
        <translation>无法判断：%1%2</translation>
    </message>
    <message>
        <source>No difference: %1 grow by %2 per aborted upload before and after</source>
        <comment>a resource that is a plural, an amount</comment>
        <translation>无差异：修改前后，%1在每次中断的上传后均增长 %2</translation>
    </message>
    <message>
        <source>No difference: %1 grow by %2 per upload before and after</source>
        <comment>a resource that is a plural, an amount</comment>
        <translation>无差异：修改前后，%1每次上传均增长 %2</translation>
    </message>
    <message>
        <source>Cannot tell: the check after is inconclusive on %1</source>
        <comment>a resource</comment>
        <translation>无法判断：%1在修改后的检测中无法判定</translation>
    </message>
    <message>
        <source>Cannot tell: the check before is inconclusive on %1</source>
        <comment>a resource</comment>
        <translation>无法判断：%1在修改前的检测中无法判定</translation>
    </message>
    <message>
        <source>Cannot tell: the check after did not watch %1</source>
        <comment>a resource</comment>
        <translation>无法判断：%1在修改后的检测中未监视</translation>
    </message>
    <message>
        <source>Cannot tell: the check before did not watch %1</source>
        <comment>a resource</comment>
        <translation>无法判断：%1在修改前的检测中未监视</translation>
    </message>
</context>
<context>
    <name>report::FailureReason</name>
    <message>
        <source>The server did not understand the form.</source>
        <translation>服务器无法识别表单。</translation>
    </message>
    <message>
        <source>Check the name of the field that it expects.</source>
        <translation>检查它要求的字段名。</translation>
    </message>
    <message>
        <source>The server was not told who uploads, or does not let that one in.</source>
        <translation>服务器不知道上传者是谁，或不允许其访问。</translation>
    </message>
    <message>
        <source>Check the user and password, the token or the header.</source>
        <translation>检查用户名和密码、令牌或请求头。</translation>
    </message>
    <message>
        <source>The server does not allow this upload.</source>
        <translation>服务器不允许这次上传。</translation>
    </message>
    <message>
        <source>Check the user, and the server&apos;s access rules.</source>
        <translation>检查用户和服务器的访问规则。</translation>
    </message>
    <message>
        <source>There is nothing at this path of the server.</source>
        <translation>服务器的这个路径下什么都没有。</translation>
    </message>
    <message>
        <source>Check the path in the address; uploads often have one of their own, such as /upload.</source>
        <translation>检查地址中的路径；上传往往有专用路径，例如 /upload。</translation>
    </message>
    <message>
        <source>This path does not take uploads of this kind.</source>
        <translation>这个路径不接受此类上传。</translation>
    </message>
    <message>
        <source>Check the path in the address, the method, and the server&apos;s routes.</source>
        <translation>检查地址中的路径、方法，以及服务器的路由。</translation>
    </message>
    <message>
        <source>The proxy on the way wants to know who uses it, or does not know this user.</source>
        <translation>途中的代理需要身份验证，或不认可此用户。</translation>
    </message>
    <message>
        <source>Check the user and password for the proxy.</source>
        <translation>检查代理的用户名和密码。</translation>
    </message>
    <message>
        <source>The server lost patience before the whole file had arrived.</source>
        <translation>整个文件还没到达，服务器就不再等待。</translation>
    </message>
    <message>
        <source>Upload fewer files at once, or raise the server&apos;s read timeout.</source>
        <translation>减少并发上传的文件数，或调大服务器的读取超时。</translation>
    </message>
    <message>
        <source>The server has something there already that this file conflicts with.</source>
        <translation>服务器上已有与该文件冲突的内容。</translation>
    </message>
    <message>
        <source>Look at what is there, or send the file under another name.</source>
        <translation>查看已有的内容，或换一个文件名发送。</translation>
    </message>
    <message>
        <source>The server asks for a length although one was sent: something between changes requests.</source>
        <translation>已发送长度，服务器却仍要求长度：中间有环节改动了请求。</translation>
    </message>
    <message>
        <source>Look at the proxy in front of the server.</source>
        <translation>检查服务器前面的代理。</translation>
    </message>
    <message>
        <source>The file is larger than the server, or a proxy in front of it, accepts.</source>
        <translation>文件超出了服务器或其前面的代理允许的大小。</translation>
    </message>
    <message>
        <source>Raise the limit (nginx: client_max_body_size; Go: http.MaxBytesReader), or send a smaller file.</source>
        <translation>调大限制（nginx：client_max_body_size；Go：http.MaxBytesReader），或换用较小的文件。</translation>
    </message>
    <message>
        <source>The server does not understand this kind of content.</source>
        <translation>服务器不认识这种内容。</translation>
    </message>
    <message>
        <source>Check which form field and which types of file the server expects.</source>
        <translation>检查服务器需要哪个表单字段、接受哪些文件类型。</translation>
    </message>
    <message>
        <source>Something between here and the server does not take the header Expect.</source>
        <translation>本机与服务器之间有环节不接受请求头 Expect。</translation>
    </message>
    <message>
        <source>Leave it out of the request headers.</source>
        <translation>从请求头中去掉它。</translation>
    </message>
    <message>
        <source>Somebody else is writing there, perhaps an upload that broke off.</source>
        <translation>该位置正被其他写入占用，可能是中断的上传留下的。</translation>
    </message>
    <message>
        <source>Wait, then retry.</source>
        <translation>稍候再重试。</translation>
    </message>
    <message>
        <source>The server wants the request once more, when the connection is set up.</source>
        <translation>服务器要求在连接建立后重新发送请求。</translation>
    </message>
    <message>
        <source>Retry.</source>
        <translation>重试。</translation>
    </message>
    <message>
        <source>The server gets too many requests.</source>
        <translation>服务器收到的请求过多。</translation>
    </message>
    <message>
        <source>Upload fewer files at once, wait, then retry.</source>
        <translation>减少并发上传的文件数，稍候再重试。</translation>
    </message>
    <message>
        <source>The server got other bytes than were sent.</source>
        <translation>服务器收到的字节与发送的不一致。</translation>
    </message>
    <message>
        <source>Something between changes them: look at the proxies. Encryption (https) keeps it from that.</source>
        <translation>途中被改动了：检查各级代理。使用加密（https）可以避免。</translation>
    </message>
    <message>
        <source>The server did not accept the request.</source>
        <translation>服务器没有接受请求。</translation>
    </message>
    <message>
        <source>Its answer says more; the server&apos;s log may, too.</source>
        <translation>服务器的响应里有更多信息，其日志里可能也有。</translation>
    </message>
    <message>
        <source>A proxy answered, because the service behind it did not.</source>
        <translation>代理背后的服务没有响应，由代理代为响应。</translation>
    </message>
    <message>
        <source>Check whether the service still runs: it may have been stopped for lack of memory.</source>
        <translation>检查服务是否仍在运行：它可能因内存不足被终止。</translation>
    </message>
    <message>
        <source>The service is overloaded or being restarted.</source>
        <translation>服务过载或正在重启。</translation>
    </message>
    <message>
        <source>The server has no room left for the file.</source>
        <translation>服务器没有空间存放这个文件。</translation>
    </message>
    <message>
        <source>Free disk space on the server.</source>
        <translation>清理服务器的磁盘空间。</translation>
    </message>
    <message>
        <source>The server failed while it handled the upload.</source>
        <translation>服务器在处理上传时出错。</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log for the time of this upload.</source>
        <translation>查看服务器在这次上传期间的日志。</translation>
    </message>
    <message>
        <source>The server gave an answer that is neither success nor failure.</source>
        <translation>服务器的响应既不是成功也不是失败。</translation>
    </message>
    <message>
        <source>Check the path in the address, and the server&apos;s routes.</source>
        <translation>检查地址中的路径和服务器的路由。</translation>
    </message>
    <message>
        <source>There is no file at its path any more.</source>
        <translation>原路径下已没有这个文件。</translation>
    </message>
    <message>
        <source>Put it back, then retry.</source>
        <translation>放回原处，然后重试。</translation>
    </message>
    <message>
        <source>The file is there but cannot be read.</source>
        <translation>文件存在，但无法读取。</translation>
    </message>
    <message>
        <source>Check its permissions and its disk, then retry.</source>
        <translation>检查其权限和所在磁盘，然后重试。</translation>
    </message>
    <message>
        <source>It is not a regular file but a pipe, a socket or a device.</source>
        <translation>它不是普通文件，而是管道、套接字或设备。</translation>
    </message>
    <message>
        <source>Save its content to a file and add that one.</source>
        <translation>将其内容保存为文件，再添加该文件。</translation>
    </message>
    <message>
        <source>The file changed while it was being sent; the server may have a mixture of old and new.</source>
        <translation>文件在发送过程中发生了变化；服务器收到的可能新旧混杂。</translation>
    </message>
    <message>
        <source>Wait until nothing writes to it any more, then retry.</source>
        <translation>等到没有程序再写入它，然后重试。</translation>
    </message>
    <message>
        <source>No computer of this name is known.</source>
        <translation>找不到这个名称的主机。</translation>
    </message>
    <message>
        <source>Check the spelling of the address, and the network or VPN.</source>
        <translation>检查地址的拼写，以及网络或 VPN。</translation>
    </message>
    <message>
        <source>Nothing listens at this address.</source>
        <translation>这个地址上没有程序在监听。</translation>
    </message>
    <message>
        <source>Start the server, or check the port in the address.</source>
        <translation>启动服务器，或检查地址中的端口。</translation>
    </message>
    <message>
        <source>There is no way to this computer.</source>
        <translation>无法到达这台主机。</translation>
    </message>
    <message>
        <source>Check the network, the VPN and firewalls.</source>
        <translation>检查网络、VPN 和防火墙。</translation>
    </message>
    <message>
        <source>The server closed the connection before it had answered. Some do so when a file is larger than they accept; others because they crashed.</source>
        <translation>服务器还没响应就关闭了连接。有的服务器在文件过大时会这样，有的则是因为崩溃。</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log, then retry.</source>
        <translation>查看服务器的日志，然后重试。</translation>
    </message>
    <message>
        <source>The proxy cannot be reached, or refuses.</source>
        <translation>代理无法连接，或拒绝连接。</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address.</source>
        <translation>检查代理的地址。</translation>
    </message>
    <message>
        <source>No secure connection could be made.</source>
        <translation>无法建立安全连接。</translation>
    </message>
    <message>
        <source>Check the server&apos;s certificate: its name, its dates, and who signed it.</source>
        <translation>检查服务器的证书：名称、有效期和签发者。</translation>
    </message>
    <message>
        <source>The server did not take the connection in time.</source>
        <translation>服务器没有及时接受连接。</translation>
    </message>
    <message>
        <source>Check address and firewall; the server may also be overloaded.</source>
        <translation>检查地址和防火墙；服务器也可能过载。</translation>
    </message>
    <message>
        <source>The connection stood still for too long.</source>
        <translation>连接停滞过久。</translation>
    </message>
    <message>
        <source>Look whether the server is stuck, then retry.</source>
        <translation>检查服务器是否卡住，然后重试。</translation>
    </message>
    <message>
        <source>It took longer than allowed.</source>
        <translation>用时超出限制。</translation>
    </message>
    <message>
        <source>Retry; upload fewer files at once.</source>
        <translation>重试；减少并发上传的文件数。</translation>
    </message>
    <message>
        <source>The server points to another address. Following could lose the file or store it twice.</source>
        <translation>服务器指向另一个地址。跟随重定向可能丢失文件，或重复存储。</translation>
    </message>
    <message>
        <source>Upload to the final address. If that shows the result, the file may have arrived; if it is for signing in, do so first.</source>
        <translation>上传到最终地址。如果该地址显示的是结果，文件可能已经送达；如果是登录页，请先登录。</translation>
    </message>
    <message>
        <source>The server keeps pointing from one address to the next.</source>
        <translation>服务器不断从一个地址指向下一个地址。</translation>
    </message>
    <message>
        <source>Check the server&apos;s redirect rules.</source>
        <translation>检查服务器的重定向规则。</translation>
    </message>
    <message>
        <source>The server said yes before it had the whole file, and took no more of it.</source>
        <translation>服务器还没收完文件就响应成功，之后不再接收。</translation>
    </message>
    <message>
        <source>Look what the server has kept, and whether a proxy before it answers in its place; then retry.</source>
        <translation>检查服务器保存了什么，以及是否由前面的代理代为响应；然后重试。</translation>
    </message>
    <message>
        <source>What came back is not HTTP, or breaks off.</source>
        <translation>收到的内容不是 HTTP，或中途断开。</translation>
    </message>
    <message>
        <source>Check the port and whether it should be http or https.</source>
        <translation>检查端口，以及该用 http 还是 https。</translation>
    </message>
    <message>
        <source>The answer is larger than is sensible.</source>
        <translation>响应大得不合理。</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>检查地址。</translation>
    </message>
    <message>
        <source>The answer cannot be understood.</source>
        <translation>响应无法解析。</translation>
    </message>
    <message>
        <source>The address is not complete.</source>
        <translation>地址不完整。</translation>
    </message>
    <message>
        <source>Write it as http://host:port/path.</source>
        <translation>写成 http://host:port/path 的形式。</translation>
    </message>
    <message>
        <source>The address is of a kind that takes no uploads.</source>
        <translation>这类地址不支持上传。</translation>
    </message>
    <message>
        <source>Use one that begins with http:// or https://.</source>
        <translation>使用以 http:// 或 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>Another file of the list goes to the same address, where the server would keep only one of them.</source>
        <translation>列表中另有文件使用同一地址，服务器只会保留其中一个。</translation>
    </message>
    <message>
        <source>Send names with their folders, or put {n} or {uuid} into the address.</source>
        <translation>发送文件名时带上目录，或在地址中加入 {n} 或 {uuid}。</translation>
    </message>
    <message>
        <source>It could not be found.</source>
        <translation>找不到它。</translation>
    </message>
    <message>
        <source>Check whether it is installed and where.</source>
        <translation>检查它是否已安装、装在何处。</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <translation>无法在该位置写入文件。</translation>
    </message>
    <message>
        <source>Choose another folder, or free some disk space.</source>
        <translation>换一个目录，或清理磁盘空间。</translation>
    </message>
    <message>
        <source>Its process could not be started, or ended too early.</source>
        <translation>其进程无法启动，或过早结束。</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>已由你停止。</translation>
    </message>
    <message>
        <source>Retry whenever you like.</source>
        <translation>可随时重试。</translation>
    </message>
    <message>
        <source>Tidemark ended before the server had answered, so the server may have the file, or not.</source>
        <translation>Tidemark 在服务器响应之前退出，服务器可能已收到文件，也可能没有。</translation>
    </message>
    <message>
        <source>Retry sends it again from its beginning; look at the server first if it must not be there twice.</source>
        <translation>重试会从头重新发送；若文件不能重复，先检查服务器。</translation>
    </message>
    <message>
        <source>Another Tidemark uses it.</source>
        <translation>另一个 Tidemark 正在使用它。</translation>
    </message>
    <message>
        <source>Close that one, or go on without.</source>
        <translation>关闭另一个 Tidemark；不用它也可以继续。</translation>
    </message>
    <message>
        <source>A newer version of Tidemark wrote it.</source>
        <translation>它由较新版本的 Tidemark 写入。</translation>
    </message>
    <message>
        <source>Update Tidemark.</source>
        <translation>更新 Tidemark。</translation>
    </message>
    <message>
        <source>This is a defect of Tidemark.</source>
        <translation>这是 Tidemark 的缺陷。</translation>
    </message>
    <message>
        <source>Please report it, with what you did before.</source>
        <translation>欢迎反馈此问题，并说明之前的操作。</translation>
    </message>
    <message>
        <source>Look at the reason that it gave, then try once more.</source>
        <translation>查看它给出的原因，然后再试一次。</translation>
    </message>
</context>
<context>
    <name>report::FailureWording</name>
    <message>
        <source>File missing</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>File unreadable</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>Not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>文件已更改</translation>
    </message>
    <message>
        <source>Bad address</source>
        <translation>地址无效</translation>
    </message>
    <message>
        <source>Unsupported scheme</source>
        <translation>协议不受支持</translation>
    </message>
    <message>
        <source>Host not found</source>
        <translation>找不到主机</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Connection failed</source>
        <translation>连接失败</translation>
    </message>
    <message>
        <source>Connection broken</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>Proxy failed</source>
        <translation>代理失败</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>Connect timeout</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Redirect refused</source>
        <translation>重定向被拒绝</translation>
    </message>
    <message>
        <source>Too many redirects</source>
        <translation>重定向过多</translation>
    </message>
    <message>
        <source>Same address</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>Answered too early</source>
        <translation>响应过早</translation>
    </message>
    <message>
        <source>Broken answer</source>
        <translation>响应不完整</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>被服务器拒绝</translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation>响应过大</translation>
    </message>
    <message>
        <source>Answer not understood</source>
        <translation>无法识别响应</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Write failed</source>
        <translation>写入失败</translation>
    </message>
    <message>
        <source>Process failed</source>
        <translation>进程失败</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>被中断</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>版本较新</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <source>%1; the server says: “%2”</source>
        <translation>%1；服务器说明：“%2”</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>an upload, why is not known</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>report::FloorChart</name>
    <message>
        <source>%1; line: fit, shade: its 98 % band, pale: warm-up</source>
        <translation>%1；线：拟合，阴影：98 % 置信带，浅色：预热</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a resource, after which uploads</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>axis from %1</source>
        <comment>its lowest value, as it is not 0</comment>
        <translation>纵轴起点 %1</translation>
    </message>
    <message>
        <source>uploads so far</source>
        <translation>累计上传次数</translation>
    </message>
    <message>
        <source>after %1 uploads: %2</source>
        <translation>%1 次上传后：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a verdict, a note on the axis</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>point at a round for its value</source>
        <translation>将指针移到某一轮可查看其数值</translation>
    </message>
</context>
<context>
    <name>report::Format</name>
    <message>
        <source>unknown report format &quot;%1&quot;; known are html, pdf, md, csv, json and junit</source>
        <translation>未知的报告格式“%1”；可用的有 html、pdf、md、csv、json 和 junit</translation>
    </message>
    <message>
        <source>unknown report format: %1 does not end in .html, .pdf, .md, .csv, .json or .xml (JUnit)</source>
        <translation>未知的报告格式：%1 的扩展名不是 .html、.pdf、.md、.csv、.json 或 .xml（JUnit）</translation>
    </message>
</context>
<context>
    <name>report::JsonFields</name>
    <message>
        <source>%1 is &quot;%2&quot;, which is not known</source>
        <translation>%1 的值“%2”无法识别</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 不是数值</translation>
    </message>
    <message>
        <source>%1 is not an object</source>
        <translation>%1 不是对象</translation>
    </message>
    <message>
        <source>%1 is not a text</source>
        <translation>%1 不是文本</translation>
    </message>
    <message>
        <source>%1 is not true or false</source>
        <translation>%1 不是 true 或 false</translation>
    </message>
    <message>
        <source>%1 is too large a number</source>
        <translation>%1 的数值太大</translation>
    </message>
    <message>
        <source>%1 is not a whole number from %2 to %3</source>
        <translation>%1 不是 %2 到 %3 之间的整数</translation>
    </message>
    <message>
        <source>%1 is not a time</source>
        <translation>%1 不是时间</translation>
    </message>
    <message>
        <source>%1 is not a time of RFC 3339</source>
        <translation>%1 不是 RFC 3339 格式的时间</translation>
    </message>
    <message>
        <source>%1 is not an array</source>
        <translation>%1 不是数组</translation>
    </message>
    <message>
        <source>there is no &quot;schema&quot;</source>
        <translation>缺少“schema”</translation>
    </message>
    <message>
        <source>its schema is &quot;%1&quot;</source>
        <translation>其 schema 为“%1”</translation>
    </message>
    <message>
        <source>its schema &quot;%1&quot; was made by another version</source>
        <translation>其 schema“%1”出自另一版本</translation>
    </message>
    <message>
        <source>there is no &quot;command&quot;</source>
        <translation>缺少“command”</translation>
    </message>
    <message>
        <source>%1 is not [unixSeconds, bytesPerSecond, uploads]</source>
        <translation>%1 不是 [unixSeconds, bytesPerSecond, uploads]</translation>
    </message>
    <message>
        <source>%1 is not a span of time with uploads in it</source>
        <translation>%1 不是含有上传的时间段</translation>
    </message>
    <message>
        <source>%1 is not [unixSeconds, value]</source>
        <translation>%1 不是 [unixSeconds, value]</translation>
    </message>
    <message>
        <source>%1: the value is neither a number nor null</source>
        <translation>%1：值既不是数值也不是 null</translation>
    </message>
    <message>
        <source>%1 is not [unixSeconds, min, max, readings]</source>
        <translation>%1 不是 [unixSeconds, min, max, readings]</translation>
    </message>
    <message>
        <source>%1 belongs to no point</source>
        <translation>%1 不属于任何数据点</translation>
    </message>
    <message>
        <source>series stand for more readings than can be kept</source>
        <translation>series 所代表的读数多于可保存的数量</translation>
    </message>
    <message>
        <source>%1 is not a duration</source>
        <translation>%1 不是时长</translation>
    </message>
    <message>
        <source>%1 is not a state: &quot;%2&quot;</source>
        <translation>%1 不是有效状态：“%2”</translation>
    </message>
</context>
<context>
    <name>report::JsonFile</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>larger than 1 GiB</source>
        <translation>大于 1 GiB</translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <comment>what is wrong</comment>
        <translation>%1（第 %2 字节处）</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>%1 is not a report of Tidemark: %2</source>
        <translation>%1 不是 Tidemark 的报告：%2</translation>
    </message>
</context>
<context>
    <name>report::KeptReport</name>
    <message>
        <source>an audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>a check</source>
        <translation>检测</translation>
    </message>
    <message>
        <source>a sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>%1, %2, was kept by an earlier version without such a report; run it again, or take one that it has, html or md</source>
        <translation>%1（%2）由较早的版本保存，没有这种报告；请重新运行，或改用它已有的 html 或 md</translation>
    </message>
    <message>
        <source>%1 tells of watching alone: JUnit tells of uploads and of what judges; html, pdf, md, csv and json it has</source>
        <translation>%1 只含监视数据：JUnit 用于上传和有结论的运行；可用的格式有 html、pdf、md、csv 和 json</translation>
    </message>
    <message>
        <source>the report</source>
        <translation>该报告</translation>
    </message>
    <message>
        <source>it is not what a PDF is made of</source>
        <translation>不是用于生成 PDF 的数据</translation>
    </message>
    <message>
        <source>the leak check was not kept whole</source>
        <translation>该泄漏检测没有完整保存</translation>
    </message>
    <message>
        <source>%1 is the JSON of %2, which does not hold all of its report: take the run&apos;s number instead of the file, which &apos;runs&apos; lists, or have &apos;%3 --report FILE&apos; write it</source>
        <translation>%1 是%2的 JSON，不包含报告的全部内容：请改用该次运行的编号（见“runs”），或用“%3 --report FILE”写出报告</translation>
    </message>
</context>
<context>
    <name>report::NamedSuspects</name>
    <message>
        <source>%1, %2 % of the growth</source>
        <comment>an amount</comment>
        <translation>%1，占增长的 %2 %</translation>
    </message>
    <message>
        <source>%1 goroutines, %2 % of the growth</source>
        <translation>%1 个 goroutine，占增长的 %2 %</translation>
    </message>
    <message>
        <source>%1, allocated at</source>
        <comment>an amount; the stack follows</comment>
        <translation>%1，分配位置：</translation>
    </message>
    <message>
        <source>%1, waits at</source>
        <comment>an amount; the stack follows</comment>
        <translation>%1，等待位置：</translation>
    </message>
</context>
<context>
    <name>report::PartWording</name>
    <message>
        <source>Only a part of the session, which lasted from %1 to %2. Uploads that ran within the part are listed whole, also those that began before it or ended later; readings missed in a row count as one.</source>
        <translation>仅为会话的一部分，整个会话从 %1 到 %2。在该部分内进行过的上传均完整列出，包括在其之前开始或之后结束的；连续缺失的读数计为一次。</translation>
    </message>
    <message>
        <source>“Before” is the first reading of the part.</source>
        <translation>“上传前”是该部分的首次读数。</translation>
    </message>
    <message>
        <source>“Before” is the last reading before the first upload began.</source>
        <translation>“上传前”是首次上传开始前的最后一次读数。</translation>
    </message>
</context>
<context>
    <name>report::Report</name>
    <message>
        <source>en</source>
        <comment>language tag of these texts, such as zh-CN</comment>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
</context>
<context>
    <name>report::ReportHead</name>
    <message>
        <source>Watch report</source>
        <translation>监视报告</translation>
    </message>
    <message>
        <source>Upload report</source>
        <translation>上传报告</translation>
    </message>
    <message>
        <source>Session report</source>
        <translation>会话报告</translation>
    </message>
    <message>
        <source>Leak check</source>
        <translation>泄漏检测</translation>
    </message>
    <message>
        <source>Concurrency sweep</source>
        <translation>并发扫描</translation>
    </message>
    <message>
        <source>Endpoint audit</source>
        <translation>端点审计</translation>
    </message>
    <message>
        <source>Comparison of two leak checks</source>
        <translation>两次泄漏检测的比较</translation>
    </message>
    <message>
        <source>Sizes are binary: 1 MiB is 1,048,576 bytes. Times are UTC.</source>
        <translation>大小采用二进制单位：1 MiB 为 1,048,576 字节。时间均为 UTC。</translation>
    </message>
</context>
<context>
    <name>report::RunBadge</name>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>some uploads</comment>
        <translation>有失败</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>已监视</translation>
    </message>
</context>
<context>
    <name>report::ServerReport</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>探测结果</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>the readings come from here</source>
        <translation>读数来自此处</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>was found</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>No address answered with metrics. A Go server offers them with</source>
        <translation>没有地址返回指标。Go 服务器可这样提供：</translation>
    </message>
    <message>
        <source>and Spring Boot with</source>
        <translation>Spring Boot 可这样提供：</translation>
    </message>
    <message>
        <source>Heap profiles, and forcing a collection, are not offered. A Go server offers them with</source>
        <translation>没有提供堆剖析和强制垃圾回收。Go 服务器可这样提供：</translation>
    </message>
    <message>
        <source>Not told by the server: %1.</source>
        <translation>服务器未提供：%1。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <comment>happened</comment>
        <translation>事件</translation>
    </message>
    <message>
        <source>Words</source>
        <comment>of a mark</comment>
        <translation>说明</translation>
    </message>
    <message>
        <source>%1, the last because: %2</source>
        <comment>count of missed readings, why</comment>
        <translation>%1，最近一次的原因：%2</translation>
    </message>
    <message>
        <source>%1, missed: %2</source>
        <comment>readings, count</comment>
        <translation>%1，缺失：%2</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>次读数</translation>
    </message>
    <message>
        <source>readings</source>
        <translation>次读数</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>marks</comment>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>What was found on connecting</source>
        <translation>连接时的探测结果</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Uploads to</source>
        <translation>上传到</translation>
    </message>
    <message>
        <source>Watched below</source>
        <translation>监视地址</translation>
    </message>
    <message>
        <source>Server’s runtime</source>
        <translation>服务器运行时</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>读数</translation>
    </message>
    <message>
        <source>%1, one every %2</source>
        <comment>readings, time</comment>
        <translation>%1，每 %2 一次</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>readings</comment>
        <translation>缺失</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>%1 per upload</source>
        <translation>每次上传 %1</translation>
    </message>
    <message>
        <source>%1, %2 per upload</source>
        <comment>a change</comment>
        <translation>%1，每次上传 %2</translation>
    </message>
    <message>
        <source>before</source>
        <comment>the value before the uploads</comment>
        <translation>上传前</translation>
    </message>
    <message>
        <source>first</source>
        <comment>the first value</comment>
        <translation>首次</translation>
    </message>
    <message>
        <source>peak</source>
        <comment>the highest value</comment>
        <translation>峰值</translation>
    </message>
    <message>
        <source>change</source>
        <comment>of the value</comment>
        <translation>变化</translation>
    </message>
    <message>
        <source>limit</source>
        <comment>of descriptors</comment>
        <translation>上限</translation>
    </message>
    <message>
        <source>pauses</source>
        <comment>of collections</comment>
        <translation>暂停</translation>
    </message>
    <message>
        <source>longest</source>
        <comment>pause</comment>
        <translation>最长</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU 时间</translation>
    </message>
    <message>
        <source>%1 from %2 to %3, at most %4</source>
        <comment>what was read, values</comment>
        <translation>%1，从 %2 变为 %3，最高 %4</translation>
    </message>
    <message>
        <source>at the last reading</source>
        <translation>末次读数</translation>
    </message>
    <message>
        <source>The server while uploading</source>
        <translation>上传期间的服务器</translation>
    </message>
    <message>
        <source>The server over time</source>
        <translation>服务器随时间的变化</translation>
    </message>
    <message>
        <source>The uploads over time</source>
        <translation>上传随时间的变化</translation>
    </message>
    <message>
        <source>A hole in a line is a reading that was missed.</source>
        <translation>曲线中的缺口表示该次读数缺失。</translation>
    </message>
</context>
<context>
    <name>report::SessionReport</name>
    <message>
        <source>And %1 more; the JSON lists all.</source>
        <translation>另有 %1 条；JSON 中列出全部。</translation>
    </message>
    <message>
        <source>Why uploads failed</source>
        <translation>上传失败原因</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>In whose words</source>
        <translation>原始说明</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Raised</source>
        <comment>when an alert was</comment>
        <translation>触发</translation>
    </message>
    <message>
        <source>Over</source>
        <comment>when an alert was</comment>
        <translation>解除</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>per upload</source>
        <translation>每次上传</translation>
    </message>
    <message>
        <source>Uploads to %1</source>
        <translation>上传到 %1</translation>
    </message>
    <message>
        <source>Watched below %1: %2, %3 missed</source>
        <comment>address, readings, count</comment>
        <translation>监视 %1：%2，缺失 %3 次</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>次读数</translation>
    </message>
    <message>
        <source>readings</source>
        <translation>次读数</translation>
    </message>
    <message>
        <source>Server’s runtime %1</source>
        <translation>服务器运行时 %1</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <comment>times</comment>
        <translation>从 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>report::SummaryText</name>
    <message>
        <source>%1 × %2 (%3, …)</source>
        <comment>count, why it failed, a file</comment>
        <translation>%1 × %2（%3 等）</translation>
    </message>
    <message>
        <source>%1 × %2 (%3)</source>
        <comment>count, why it failed, the file</comment>
        <translation>%1 × %2（%3）</translation>
    </message>
    <message>
        <source>and 1 more reason</source>
        <translation>另有 1 种原因</translation>
    </message>
    <message>
        <source>and %1 more reasons</source>
        <translation>另有 %1 种原因</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <comment>alerts</comment>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>per upload</source>
        <translation>每次上传</translation>
    </message>
    <message>
        <source>1 reading was missed, the last because: %1</source>
        <translation>缺失 1 次读数，原因：%1</translation>
    </message>
    <message>
        <source>%1 readings were missed, the last because: %2</source>
        <translation>缺失 %1 次读数，最近一次的原因：%2</translation>
    </message>
    <message>
        <source>1 reading of %1 was missed, the last because: %2</source>
        <comment>what was watched, why</comment>
        <translation>%1 缺失 1 次读数，原因：%2</translation>
    </message>
    <message>
        <source>%1 readings of %2 were missed, the last because: %3</source>
        <comment>count, what was watched, why</comment>
        <translation>%2 缺失 %1 次读数，最近一次的原因：%3</translation>
    </message>
    <message>
        <source>No metrics were found at %1.</source>
        <translation>在 %1 没有找到指标。</translation>
    </message>
    <message>
        <source>Server</source>
        <comment>head of a table</comment>
        <translation>服务器</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was watched, its runtime</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>report::SweepChart</name>
    <message>
        <source>heap</source>
        <comment>a line of the chart</comment>
        <translation>堆</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <source>Server’s peak memory</source>
        <translation>服务器内存峰值</translation>
    </message>
    <message>
        <source>breaks down</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>uploads at once</source>
        <translation>并发上传数</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>并发 %1</translation>
    </message>
    <message>
        <source>%1 by uploads at once; the table has the same figures</source>
        <comment>what is drawn</comment>
        <translation>各并发级别的%1；表格中有相同的数据</translation>
    </message>
    <message>
        <source>point at a level for its values</source>
        <translation>将指针移到某一级可查看其数值</translation>
    </message>
    <message>
        <source>uploads a second</source>
        <translation>每秒上传数</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1 次</translation>
    </message>
    <message>
        <source>%1 by uploads a second; the table has the same figures</source>
        <comment>what is drawn</comment>
        <translation>各到达速率下的%1；表格中有相同的数据</translation>
    </message>
</context>
<context>
    <name>report::SweepReport</name>
    <message>
        <source>**%1** (%2)</source>
        <comment>Markdown: title of a table, a note on it</comment>
        <translation>**%1**（%2）</translation>
    </message>
    <message>
        <source>%1, by uploads at once</source>
        <comment>what is drawn</comment>
        <translation>%1（按并发数）</translation>
    </message>
    <message>
        <source>amplification present</source>
        <translation>有放大</translation>
    </message>
    <message>
        <source>amplification absent</source>
        <translation>无放大</translation>
    </message>
    <message>
        <source>amplification unknown</source>
        <translation>放大未知</translation>
    </message>
    <message>
        <source>%1, by uploads a second</source>
        <comment>what is drawn</comment>
        <translation>%1（按每秒上传数）</translation>
    </message>
    <message>
        <source>server down</source>
        <translation>服务器宕机</translation>
    </message>
</context>
<context>
    <name>report::SweepTable</name>
    <message>
        <source>At once</source>
        <translation>并发</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>请求/s</translation>
    </message>
    <message>
        <source>OK/s</source>
        <translation>成功/s</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Peak heap</source>
        <translation>堆峰值</translation>
    </message>
    <message>
        <source>Peak RSS</source>
        <translation>RSS 峰值</translation>
    </message>
    <message>
        <source>Per upload in flight</source>
        <translation>每个进行中的上传</translation>
    </message>
    <message>
        <source>Left per upload</source>
        <translation>每次上传残留</translation>
    </message>
    <message>
        <source>GC pauses</source>
        <translation>GC 暂停</translation>
    </message>
    <message>
        <source>Goroutines</source>
        <translation>goroutine</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>文件描述符</translation>
    </message>
    <message>
        <source>By uploads at once</source>
        <translation>按并发数</translation>
    </message>
    <message>
        <source>times are of all that was answered; peaks are of five readings a second, garbage included; what each upload in flight took is above what there was before, what each left is without garbage</source>
        <translation>时间统计所有得到响应的请求；峰值取自每秒五次的读数，含未回收的垃圾；每个进行中的上传所占内存为相对之前的增量，每次上传的残留不含垃圾</translation>
    </message>
    <message>
        <source>In flight, each</source>
        <translation>单个进行中</translation>
    </message>
    <message>
        <source>Left, each</source>
        <translation>单次残留</translation>
    </message>
    <message>
        <source>Answers by concurrency</source>
        <translation>各并发级别的响应</translation>
    </message>
    <message>
        <source>times are of all that was answered, refusals included; what got no answer has none</source>
        <translation>时间统计所有得到响应的请求，包括被拒绝的；没有得到响应的不计时间</translation>
    </message>
    <message>
        <source>The server meanwhile</source>
        <translation>其间的服务器</translation>
    </message>
    <message>
        <source>peaks are of five readings a second; the heap’s has garbage in it, what is left per upload has not</source>
        <translation>峰值取自每秒五次的读数；堆峰值含未回收的垃圾，每次上传的残留不含</translation>
    </message>
    <message>
        <source>Rate/s</source>
        <translation>到达/s</translation>
    </message>
    <message>
        <source>Most at once</source>
        <translation>最大并发</translation>
    </message>
    <message>
        <source>Begun late</source>
        <translation>延迟开始</translation>
    </message>
    <message>
        <source>Answers by rate</source>
        <translation>各到达速率的响应</translation>
    </message>
    <message>
        <source>times are of all that was answered, refusals included, from when an upload was due; what got no answer has none; late is what began more than %1 after it was due</source>
        <translation>时间统计所有得到响应的请求，包括被拒绝的，从上传应当开始的时刻算起；没有得到响应的不计时间；比应当开始的时刻晚 %1 以上才开始的，计为延迟</translation>
    </message>
</context>
<context>
    <name>report::SweepWording</name>
    <message>
        <source>%1 at once</source>
        <comment>count of uploads</comment>
        <translation>并发 %1</translation>
    </message>
    <message>
        <source>%1 time out</source>
        <comment>share of uploads</comment>
        <translation>%1 超时</translation>
    </message>
    <message>
        <source>%1 fail</source>
        <comment>share of uploads</comment>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>the server is the bottleneck from %1 on</source>
        <translation>从%1 起，瓶颈在服务器</translation>
    </message>
    <message>
        <source>this client is the bottleneck from %1 on</source>
        <translation>从%1 起，瓶颈在本客户端</translation>
    </message>
    <message>
        <source>neither server nor client was at its limit</source>
        <translation>服务器和客户端均未达到极限</translation>
    </message>
    <message>
        <source>one level alone does not tell who is the bottleneck</source>
        <translation>只有一级，无法判断瓶颈在哪一方</translation>
    </message>
    <message>
        <source>a leak grows with the load</source>
        <translation>有泄漏随负载增大</translation>
    </message>
    <message>
        <source>no leak grows with the load</source>
        <translation>没有泄漏随负载增大</translation>
    </message>
    <message>
        <source>whether a leak grows with the load is not known</source>
        <translation>泄漏是否随负载增大未知</translation>
    </message>
    <message>
        <source>there are not two levels to compare</source>
        <translation>没有两级可供比较</translation>
    </message>
    <message>
        <source>%1 %2 per upload with %3, %4 with %5</source>
        <comment>a resource, amount, 1 at once, amount, 50 at once</comment>
        <translation>每次上传的%1：%3 时为 %2，%5 时为 %4</translation>
    </message>
    <message>
        <source>%1, but that scatters by ±%2 and ±%3</source>
        <comment>what was compared, amounts</comment>
        <translation>%1，但离散程度分别为 ±%2 和 ±%3</translation>
    </message>
    <message>
        <source>nothing failed, so nothing would have been tried again</source>
        <translation>没有失败，因此也不会有重试</translation>
    </message>
    <message>
        <source>a failed attempt leaves %1, and each retry leaves that once more</source>
        <translation>每次失败的尝试残留 %1，每次重试都会再残留一次</translation>
    </message>
    <message>
        <source>failed attempts leave nothing (%1 each), and neither do retries</source>
        <translation>失败的尝试没有残留（每次 %1），重试也没有</translation>
    </message>
    <message>
        <source>what failed attempts leave is not known</source>
        <translation>失败的尝试残留多少未知</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>count, why it failed</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Failures with %1: %2</source>
        <comment>50 at once, failures</comment>
        <translation>%1 时的失败：%2</translation>
    </message>
    <message>
        <source>with %1 its threads computed %2 of the time</source>
        <translation>%1 时，其线程有 %2 的时间在计算</translation>
    </message>
    <message>
        <source>with %1 it was late by %2, where an answer took %3</source>
        <translation>%1 时，它延迟了 %2，而一次响应用时 %3</translation>
    </message>
    <message>
        <source>Amplification present: %1</source>
        <translation>有放大：%1</translation>
    </message>
    <message>
        <source>Amplification absent: %1</source>
        <translation>无放大：%1</translation>
    </message>
    <message>
        <source>Amplification unknown: %1</source>
        <translation>放大未知：%1</translation>
    </message>
    <message>
        <source>No level was measured</source>
        <translation>一级也没有测到</translation>
    </message>
    <message>
        <source>Breaks down at %1</source>
        <comment>50 at once</comment>
        <translation>在%1 时崩溃</translation>
    </message>
    <message>
        <source>Takes %1</source>
        <comment>50 at once</comment>
        <translation>可承受%1</translation>
    </message>
    <message>
        <source>%1 uploads/s</source>
        <translation>每秒 %1 次上传</translation>
    </message>
    <message>
        <source>%1, but %2</source>
        <comment>takes 50 at once, 3 % fail</comment>
        <translation>%1，但 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>takes 50 at once, 310 uploads/s</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 uploads/s instead of %2 with %3</source>
        <comment>rate, best rate, 50 at once</comment>
        <translation>每秒 %1 次上传，而%3 时为 %2 次</translation>
    </message>
    <message>
        <source>the sweep was stopped before it was over</source>
        <translation>扫描在完成前被停止</translation>
    </message>
    <message>
        <source>no upload got an answer there: %1</source>
        <translation>该地址没有响应任何上传：%1</translation>
    </message>
    <message>
        <source>the server is down: nothing answers there any more (%1)</source>
        <translation>服务器已宕机：该地址不再有任何响应（%1）</translation>
    </message>
    <message>
        <source>the server was restarted meanwhile</source>
        <translation>其间服务器重启了</translation>
    </message>
    <message>
        <source>the server took none of the first uploads: %1</source>
        <translation>服务器没有接受最初的任何上传：%1</translation>
    </message>
    <message>
        <source>more than %1 of the attempts with %2 failed</source>
        <translation>%2 时超过 %1 的尝试失败</translation>
    </message>
    <message>
        <source>this client is the bottleneck: higher levels would have measured it, not the server</source>
        <translation>瓶颈在本客户端：更高的级别测到的会是客户端，而不是服务器</translation>
    </message>
    <message>
        <source>more at once got hardly more done, %1 uploads/s at most, and waited longer</source>
        <translation>再提高并发，完成量几乎不再增加（最多每秒 %1 次上传），等待却更久</translation>
    </message>
    <message>
        <source>%1: %2, while this client&apos;s threads computed %3 of the time</source>
        <comment>who is the bottleneck, how, a share</comment>
        <translation>%1：%2，而本客户端的线程有 %3 的时间在计算</translation>
    </message>
    <message>
        <source>they share this machine, whose processors had nothing to spare (%1 busy)</source>
        <translation>两者共用这台机器，其处理器已无余力（占用 %1）</translation>
    </message>
    <message>
        <source>no metrics were found to see by what the server keeps</source>
        <translation>没有找到能看出服务器残留的指标</translation>
    </message>
    <message>
        <source>no level was measured</source>
        <translation>一级也没有测到</translation>
    </message>
    <message>
        <source>the server tells nothing of itself that could be compared</source>
        <translation>服务器没有提供可供比较的自身数据</translation>
    </message>
    <message>
        <source>the server&apos;s garbage cannot be collected on demand, and what is left cannot be told from it; otherwise %1</source>
        <translation>无法按需触发服务器的垃圾回收，残留与垃圾无法区分；除此之外，%1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
    <message>
        <source>%1 was ended after %2: a level takes no longer</source>
        <comment>50 at once, time</comment>
        <translation>%1 在 %2 后被结束：每级用时以此为限</translation>
    </message>
    <message>
        <source>none</source>
        <comment>bottleneck</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>server</source>
        <comment>bottleneck</comment>
        <translation>服务器</translation>
    </message>
    <message>
        <source>client</source>
        <comment>bottleneck</comment>
        <translation>客户端</translation>
    </message>
    <message>
        <source>unclear</source>
        <comment>bottleneck</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>up to %1 uploads, %2, %3 in all</source>
        <comment>count, 50 at once, bytes</comment>
        <translation>最多 %1 次上传，%2，总计 %3</translation>
    </message>
    <message>
        <source>looking for metrics</source>
        <translation>正在查找指标</translation>
    </message>
    <message>
        <source>warming up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>ramping up</source>
        <translation>逐步加压</translation>
    </message>
    <message>
        <source>measuring %1 %</source>
        <comment>share done</comment>
        <translation>测量 %1 %</translation>
    </message>
    <message>
        <source>what is left %1 %</source>
        <comment>a step of the sweep, share done</comment>
        <translation>查看残留 %1 %</translation>
    </message>
    <message>
        <source>Uploads to %1, %2 each, %3, connections kept alive</source>
        <comment>address, bytes, how many</comment>
        <translation>上传到 %1，每次 %2，%3，连接保持复用</translation>
    </message>
    <message>
        <source>%1 a level</source>
        <translation>每级 %1</translation>
    </message>
    <message>
        <source>%1 per connection</source>
        <translation>每个连接 %1 次</translation>
    </message>
    <message>
        <source>Closed loop: each connection sends its next upload when it has the answer to its last one; a timeout is no answer within %1, or a 408 or 504</source>
        <translation>闭环：每个连接在收到上一次的响应后才发送下一次上传；%1 内没有响应，或响应为 408 或 504，即为超时</translation>
    </message>
    <message>
        <source>%1 uploads in %2, warm-up and rounds for what is left included; seed %3; Tidemark %4; begun %5</source>
        <translation>%1 次上传，用时 %2，含预热和测残留的轮次；随机种子 %3；Tidemark %4；开始于 %5</translation>
    </message>
    <message>
        <source>%1 was ended after %2, when %3 uploads still waited in line: a level takes no longer</source>
        <comment>50 a second, time, count</comment>
        <translation>%1 在 %2 后被结束，当时仍有 %3 次上传在排队：每级用时以此为限</translation>
    </message>
    <message>
        <source>In line with %1: %2 of %3 uploads, because %4 were under way, and this program begins no more at once</source>
        <comment>50 a second, counts</comment>
        <translation>%1 时排过队：%3 次上传中的 %2 次，因为已有 %4 次正在进行，本程序不会同时进行更多</translation>
    </message>
    <message>
        <source>no garbage collection was seen meanwhile, so what the heap grew by may be garbage</source>
        <translation>其间没有已知的垃圾回收，堆的增长可能只是垃圾</translation>
    </message>
    <message>
        <source>the heap at most doubled, which garbage alone can do</source>
        <translation>堆的增长没有超过它原有的大小，可能全是垃圾</translation>
    </message>
    <message>
        <source>What each upload in flight takes of the server is not known with %1: %2</source>
        <comment>50 at once, why</comment>
        <translation>%1 时，每个进行中的上传占用服务器多少内存未知：%2</translation>
    </message>
    <message>
        <source>Open loop: uploads begin at a constant rate, whatever the server does, at most %1 at once; who finds no connection free waits in line. Times count from when an upload was due, so that a server that stalls looks no better for it (coordinated omission, corrected as wrk2 does); a timeout is no answer within %2 of its beginning, or a 408 or 504</source>
        <translation>开环：无论服务器如何，上传都以恒定速率开始，并发最多 %1；没有空闲连接时排队等待。时间从上传应当开始的时刻算起，服务器停顿不会因此显得更快（协同遗漏，按 wrk2 的方式修正）；开始后 %2 内没有响应，或响应为 408 或 504，即为超时</translation>
    </message>
    <message>
        <source>as many uploads as are answered in %1 at each level, %2 in the end, %3 in all at most</source>
        <comment>time, 50 at once, count</comment>
        <translation>每级 %1，服务器响应多少次就上传多少次，最后一级%2，总计最多 %3 次</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <comment>count of uploads</comment>
        <translation>每秒 %1 次</translation>
    </message>
    <message>
        <source>the server&apos;s limiter is the bottleneck from %1 on</source>
        <translation>从%1 起，瓶颈在服务器的限流</translation>
    </message>
    <message>
        <source>with %1 it did not get round to beginning %2 of the uploads within %3 of their time</source>
        <translation>%1 时，有 %2 的上传它未能在应当开始后的 %3 内开始</translation>
    </message>
    <message>
        <source>only %1 uploads/s come to their end, and what waits grows</source>
        <translation>每秒只有 %1 次上传结束，等待的越来越多</translation>
    </message>
    <message>
        <source>it answers %1 with 429 or 503</source>
        <comment>share of uploads</comment>
        <translation>%1 的响应为 429 或 503</translation>
    </message>
    <message>
        <source>the server does not keep up with %1: at higher rates only more would wait</source>
        <translation>服务器跟不上%1：速率再高，只会有更多上传等待</translation>
    </message>
    <message>
        <source>server&apos;s limiter</source>
        <comment>bottleneck</comment>
        <translation>服务器的限流</translation>
    </message>
    <message>
        <source>levels as short as these do not tell who is the bottleneck: let each last a second</source>
        <translation>级别如此短暂，无法判断瓶颈在哪一方：请让每级持续一秒</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an amount, a resource</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>each upload leaves about %1 at every level: run a leak check</source>
        <comment>amounts</comment>
        <translation>每一级的每次上传都残留约 %1：请进行泄漏检查</translation>
    </message>
    <message>
        <source>each upload leaves about %1: run a leak check</source>
        <comment>amounts</comment>
        <translation>每次上传残留约 %1：请进行泄漏检查</translation>
    </message>
    <message>
        <source>%1, which tells whether that is given back later</source>
        <comment>each upload leaves 8 KiB: run a leak check</comment>
        <translation>%1，它会说明这些残留以后是否归还</translation>
    </message>
    <message>
        <source>Uploads fail at every level, with few at once as with many: that does not come of the load</source>
        <translation>每一级都有上传失败，并发少时与多时一样：这并非负载所致</translation>
    </message>
    <message>
        <source>%1 per connection, and more where a level would last less than %2</source>
        <comment>count, time</comment>
        <translation>每个连接 %1 次，一级不足 %2 时则更多</translation>
    </message>
    <message>
        <source>it took %1 before, %2 uploads/s</source>
        <comment>50 at once, a rate</comment>
        <translation>此前可承受%1，每秒 %2 次上传</translation>
    </message>
    <message>
        <source>nothing answers there any more (%1)</source>
        <comment>why</comment>
        <translation>该地址不再有任何响应（%1）</translation>
    </message>
    <message>
        <source>with %1 %2</source>
        <comment>10 at once, 3 % fail</comment>
        <translation>%1 时 %2</translation>
    </message>
    <message>
        <source>The server went down at %1</source>
        <comment>50 at once</comment>
        <translation>服务器在%1 时宕机</translation>
    </message>
    <message>
        <source>The server went down</source>
        <translation>服务器已宕机</translation>
    </message>
    <message>
        <source>with %1 they were busy %2 of the time, this client&apos;s threads computed %3 of theirs; what the server can do is told with the client on another machine</source>
        <comment>50 at once, shares</comment>
        <translation>%1 时它们有 %2 的时间被占用，本客户端的线程有 %3 的时间在计算；把客户端放到另一台机器上，才能看出服务器的能力</translation>
    </message>
    <message>
        <source>with %1 this client was at its limit, too: higher levels would have measured it, not the server</source>
        <comment>50 at once</comment>
        <translation>%1 时本客户端也达到了极限：更高的级别测到的会是客户端，而不是服务器</translation>
    </message>
    <message>
        <source>this machine</source>
        <comment>bottleneck</comment>
        <translation>这台机器</translation>
    </message>
    <message>
        <source>from %1 on this machine&apos;s processors, which client and server share, are all busy</source>
        <comment>50 at once</comment>
        <translation>从 %1 起本机处理器（客户端与服务器共用）已全部占满</translation>
    </message>
    <message>
        <source>Not kept up with %1</source>
        <comment>600 a second</comment>
        <translation>跟不上 %1</translation>
    </message>
</context>
<context>
    <name>report::UnknownWording</name>
    <message>
        <source>not watched before</source>
        <comment>a resource, in a check</comment>
        <translation>修改前未监视</translation>
    </message>
    <message>
        <source>not watched after</source>
        <comment>a resource, in a check</comment>
        <translation>修改后未监视</translation>
    </message>
    <message>
        <source>inconclusive before</source>
        <comment>a resource, in a check</comment>
        <translation>修改前无法判定</translation>
    </message>
    <message>
        <source>inconclusive after</source>
        <comment>a resource, in a check</comment>
        <translation>修改后无法判定</translation>
    </message>
    <message>
        <source>inconclusive before: %1</source>
        <comment>why a resource is so in a check</comment>
        <translation>修改前无法判定：%1</translation>
    </message>
    <message>
        <source>inconclusive after: %1</source>
        <comment>why a resource is so in a check</comment>
        <translation>修改后无法判定：%1</translation>
    </message>
    <message>
        <source>is not the same in both: one check tells it without the heap</source>
        <comment>why a resource cannot be compared</comment>
        <translation>在两次检测中含义不同：其中一次不含堆</translation>
    </message>
    <message>
        <source>is told without its interval by one of the checks</source>
        <comment>why a resource cannot be compared</comment>
        <translation>在其中一次检测中没有给出区间</translation>
    </message>
    <message>
        <source>grew by %1 before, and after is known only to have grown by less than %2</source>
        <comment>amounts, behind a resource&apos;s name</comment>
        <translation>修改前增长 %1，修改后只能确定增长不到 %2</translation>
    </message>
    <message>
        <source>grew by %2 after, and before is known only to have grown by less than %1</source>
        <comment>amounts, behind a resource&apos;s name</comment>
        <translation>修改后增长 %2，修改前只能确定增长不到 %1</translation>
    </message>
</context>
<context>
    <name>report::UploadReport</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Answer or reason</source>
        <translation>响应或原因</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>how long</comment>
        <translation>用时</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Why %1 failed</source>
        <comment>count of uploads</comment>
        <translation>%1 个上传失败的原因</translation>
    </message>
    <message>
        <source>file</source>
        <translation>个文件</translation>
    </message>
    <message>
        <source>files</source>
        <translation>个文件</translation>
    </message>
    <message>
        <source>And %1 more reasons; the table has them all.</source>
        <translation>另有 %1 种原因；表格中列出全部。</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>uploads</comment>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>%1 more are not listed here; JSON and CSV reports list every upload.</source>
        <translation>另有 %1 个未在此列出；JSON 和 CSV 报告列出所有上传。</translation>
    </message>
    <message>
        <source>The server said: %1</source>
        <translation>服务器的说明：%1</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>次尝试</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>次尝试</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>not finished: waiting</source>
        <translation>未完成：等待中</translation>
    </message>
    <message>
        <source>not finished: sending</source>
        <translation>未完成：正在发送</translation>
    </message>
    <message>
        <source>not finished: answering</source>
        <translation>未完成：等待响应</translation>
    </message>
    <message>
        <source>not finished: paused</source>
        <translation>未完成：已暂停</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>answer or reason</source>
        <translation>响应或原因</translation>
    </message>
    <message>
        <source>took</source>
        <comment>how long</comment>
        <translation>用时</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间的变化</translation>
    </message>
    <message>
        <source>Over time; shaded: uploads were running</source>
        <translation>随时间的变化；阴影：正在上传</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Sent, no answer yet</source>
        <translation>已发送，尚无响应</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>files, bytes</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>report::Wording</name>
    <message>
        <source>Heap live</source>
        <translation>存活堆</translation>
    </message>
    <message>
        <source>Heap goal</source>
        <translation>堆目标</translation>
    </message>
    <message>
        <source>RSS</source>
        <translation>RSS</translation>
    </message>
    <message>
        <source>Goroutines</source>
        <translation>goroutine</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>文件描述符</translation>
    </message>
    <message>
        <source>Descriptor limit</source>
        <translation>文件描述符上限</translation>
    </message>
    <message>
        <source>GC cycles</source>
        <translation>GC 次数</translation>
    </message>
    <message>
        <source>GC pauses, total</source>
        <translation>GC 暂停，总计</translation>
    </message>
    <message>
        <source>GC pause, longest</source>
        <translation>GC 暂停，最长</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU 时间</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Anonymous memory</source>
        <translation>匿名内存</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>Pipes</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开的文件</translation>
    </message>
    <message>
        <source>Deleted files kept open</source>
        <translation>已删除但未关闭的文件</translation>
    </message>
    <message>
        <source>Files on disk</source>
        <translation>磁盘文件数</translation>
    </message>
    <message>
        <source>Bytes on disk</source>
        <translation>磁盘字节数</translation>
    </message>
    <message>
        <source>Pools, in use</source>
        <translation>连接池，使用中</translation>
    </message>
    <message>
        <source>Pools, size</source>
        <translation>连接池，大小</translation>
    </message>
    <message>
        <source>note</source>
        <comment>a mark on the timeline</comment>
        <translation>备注</translation>
    </message>
    <message>
        <source>watching began</source>
        <translation>开始监视</translation>
    </message>
    <message>
        <source>server restarted</source>
        <translation>服务器重启</translation>
    </message>
    <message>
        <source>readings lost</source>
        <translation>读数中断</translation>
    </message>
    <message>
        <source>readings back</source>
        <translation>读数恢复</translation>
    </message>
    <message>
        <source>uploads paused</source>
        <translation>上传暂停</translation>
    </message>
    <message>
        <source>network lost</source>
        <translation>网络断开</translation>
    </message>
    <message>
        <source>network back</source>
        <translation>网络恢复</translation>
    </message>
    <message>
        <source>alert</source>
        <comment>a mark on the timeline</comment>
        <translation>告警</translation>
    </message>
    <message>
        <source>alert over</source>
        <translation>告警解除</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the clauses of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>one sentence after another</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what it is about, what is said of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>the full stop behind a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Watched by %1</source>
        <comment>address</comment>
        <translation>通过 %1 监视</translation>
    </message>
    <message>
        <source>Watched by %1, %2</source>
        <comment>address, runtime</comment>
        <translation>通过 %1 监视，%2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 个已取消</translation>
    </message>
    <message>
        <source>%1 not finished</source>
        <translation>%1 个未完成</translation>
    </message>
    <message>
        <source>Watched %1 for %2: %3</source>
        <translation>监视 %1，历时 %2：%3</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>次读数</translation>
    </message>
    <message>
        <source>readings</source>
        <translation>次读数</translation>
    </message>
    <message>
        <source>%1, %2 missed</source>
        <comment>what was watched, readings</comment>
        <translation>%1，缺失 %2 次</translation>
    </message>
    <message>
        <source>The server’s heap</source>
        <translation>服务器的堆</translation>
    </message>
    <message>
        <source>The heap of %1</source>
        <translation>%1 的堆</translation>
    </message>
    <message>
        <source>The server’s anonymous memory</source>
        <translation>服务器的匿名内存</translation>
    </message>
    <message>
        <source>The anonymous memory of %1</source>
        <translation>%1 的匿名内存</translation>
    </message>
    <message>
        <source>The server’s resident memory</source>
        <translation>服务器的常驻内存</translation>
    </message>
    <message>
        <source>The resident memory of %1</source>
        <translation>%1 的常驻内存</translation>
    </message>
    <message>
        <source>Nothing was uploaded.</source>
        <translation>没有上传任何文件。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>个文件</translation>
    </message>
    <message>
        <source>files</source>
        <translation>个文件</translation>
    </message>
    <message>
        <source>%1 uploaded to %2</source>
        <comment>files, server</comment>
        <translation>%1已上传到 %2</translation>
    </message>
    <message>
        <source>%1 of %2 uploaded to %3</source>
        <comment>count, files, server</comment>
        <translation>%2中有 %1 个已上传到 %3</translation>
    </message>
    <message>
        <source>%1: %2 in %3 (%4)</source>
        <comment>what was uploaded, bytes, time, rate</comment>
        <translation>%1：%2，用时 %3（%4）</translation>
    </message>
    <message>
        <source>%1 was %2 at the last reading.</source>
        <translation>末次读数时，%1为 %2。</translation>
    </message>
    <message>
        <source>%1 was %2 before and after</source>
        <translation>%1前后均为 %2</translation>
    </message>
    <message>
        <source>%1 went from %2 to %3</source>
        <translation>%1从 %2 变为 %3</translation>
    </message>
    <message>
        <source>%1: %2 per upload</source>
        <comment>how memory changed, by how much</comment>
        <translation>%1：每次上传 %2</translation>
    </message>
    <message>
        <source>This is growth while uploading, not a leak verdict: garbage that is not yet collected counts too.</source>
        <translation>这是上传期间的增长，不是泄漏结论：其中也包含尚未回收的垃圾。</translation>
    </message>
    <message>
        <source>The server’s memory was not watched.</source>
        <translation>未监视服务器的内存。</translation>
    </message>
    <message>
        <source>Growth per upload is not known: there is no reading from before the first upload.</source>
        <translation>每次上传的增长未知：没有首次上传之前的读数。</translation>
    </message>
    <message>
        <source>Growth per upload is not known: the server restarted in between.</source>
        <translation>每次上传的增长未知：其间服务器重启过。</translation>
    </message>
    <message>
        <source>experiment</source>
        <comment>a mark on the timeline</comment>
        <translation>实验</translation>
    </message>
    <message>
        <source>Growth per upload is not known: a leak check, sweep or audit ran in between.</source>
        <translation>每次上传的增长未知：其间进行过泄漏检测、并发扫描或审计。</translation>
    </message>
</context>
<context>
    <name>servers::Address</name>
    <message>
        <source>no address was given</source>
        <translation>没有给出地址</translation>
    </message>
    <message>
        <source>its host or its port cannot be read</source>
        <translation>无法识别其中的主机或端口</translation>
    </message>
    <message>
        <source>there is no host in it</source>
        <translation>其中没有主机</translation>
    </message>
    <message>
        <source>*** stands for a secret, which is not remembered</source>
        <translation>*** 代表机密信息，程序没有记住它</translation>
    </message>
    <message>
        <source>Write the secret in its place.</source>
        <translation>在该处填入机密信息原文。</translation>
    </message>
</context>
<context>
    <name>servers::CurlExport</name>
    <message>
        <source>curl knows no exception for one certificate: save it and name it with --cacert</source>
        <translation>curl 不能对某一张证书设置例外：请保存该证书，并用 --cacert 指定</translation>
    </message>
    <message>
        <source>curl computes no SHA-256 of the file: none is sent</source>
        <translation>curl 不计算文件的 SHA-256：不会发送</translation>
    </message>
    <message>
        <source>curl makes no Idempotency-Key: add one with -H, another one for every file</source>
        <translation>curl 不生成 Idempotency-Key：请用 -H 添加，每个文件各用一个</translation>
    </message>
    <message>
        <source>an upload by tus takes several requests, so it cannot be one curl command</source>
        <translation>用 tus 上传需要多个请求，无法写成一条 curl 命令</translation>
    </message>
</context>
<context>
    <name>servers::CurlImport</name>
    <message>
        <source>%1 uses the variable %2 of the shell, which is not set here: export it, or write its value</source>
        <translation>%1 使用了 shell 变量 %2，而这里没有设置：请导出该变量，或直接写出它的值</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>“%1” is not known here and not taken over</source>
        <translation>不认识“%1”，未导入</translation>
    </message>
    <message>
        <source>%1 is not taken over: it has no counterpart here</source>
        <translation>未导入 %1：这里没有对应的设置</translation>
    </message>
    <message>
        <source>%1 names a file of cookies, which is not read: write -b &apos;name=value&apos;</source>
        <translation>%1 指定的是 Cookie 文件，不会读取：请写成 -b &apos;name=value&apos;</translation>
    </message>
    <message>
        <source>%1 makes curl ask for another address than the one that is written there, or elsewhere; write the address as it is to be asked for</source>
        <translation>%1 会让 curl 请求与所写不同的地址，或连接到别处；请直接写出实际要请求的地址</translation>
    </message>
    <message>
        <source>%1 reads more options from a file, which is not read here: write them into the command</source>
        <translation>%1 会从文件中读取更多选项，这里不读取该文件：请把选项写进命令</translation>
    </message>
    <message>
        <source>only the first address is taken over; there is more than one</source>
        <translation>有多个地址，只导入第一个</translation>
    </message>
    <message>
        <source>the address holds brackets or braces, of which curl makes other addresses: write it out, or add -g if it is meant as it stands</source>
        <translation>地址中有方括号或花括号，curl 会将其展开成多个地址：请写出完整的地址；如果就是字面意思，请加上 -g</translation>
    </message>
    <message>
        <source>the address in it is not one</source>
        <translation>其中的地址无效</translation>
    </message>
    <message>
        <source>“%1” in %2 becomes another text with each upload, which curl would not send</source>
        <translation>%2中的“%1”每次上传都会换成不同的文本，与 curl 发送的不同</translation>
    </message>
    <message>
        <source>what follows %1 is not of the form name=value</source>
        <translation>%1 后面的内容不是 name=value 的形式</translation>
    </message>
    <message>
        <source>the field %1</source>
        <translation>字段 %1 </translation>
    </message>
    <message>
        <source>what follows %1 is not of the form name=value or name=@file</source>
        <translation>%1 后面的内容不是 name=value 或 name=@file 的形式</translation>
    </message>
    <message>
        <source>the field %1 is read from a file by curl, and not here: write its value as %2 &apos;%1=…&apos;, or %2 &apos;%1=@file&apos; if that is the file to be uploaded</source>
        <translation>字段 %1 的值由 curl 从文件读取，这里不会：请把值写成 %2 &apos;%1=…&apos;；如果该文件就是要上传的文件，请写成 %2 &apos;%1=@file&apos;</translation>
    </message>
    <message>
        <source>“%1” of the field %2 is not taken over: it is sent as plain text</source>
        <translation>未导入字段 %2 的“%1”：该字段以纯文本发送</translation>
    </message>
    <message>
        <source>“%1” of the field %2 is not taken over: files go under their own names, as application/octet-stream</source>
        <translation>未导入字段 %2 的“%1”：文件以各自的名称、作为 application/octet-stream 发送</translation>
    </message>
    <message>
        <source>the file of the second field %1 is sent in the field %2, too: there is one for all files</source>
        <translation>第二个字段 %1 的文件也会放在字段 %2 中发送：所有文件共用一个字段</translation>
    </message>
    <message>
        <source>each file is sent in a request of its own, where curl would send all in one</source>
        <translation>每个文件单独用一个请求发送，而 curl 会放在同一个请求中</translation>
    </message>
    <message>
        <source>%1 sends what it reads from standard input, not a file</source>
        <translation>%1 发送的是标准输入的内容，而不是文件</translation>
    </message>
    <message>
        <source>%1 sends what it reads from a file as the fields of a form, and not the file; to upload the file itself write -F &apos;file=@…&apos;, or -T …</source>
        <translation>%1 会把文件的内容作为表单字段发送，而不是发送文件；要上传文件本身，请写成 -F &apos;file=@…&apos; 或 -T …</translation>
    </message>
    <message>
        <source>%1 sends a text that stands in the command; here files are sent</source>
        <translation>%1 发送的是写在命令里的文本；这里发送的是文件</translation>
    </message>
    <message>
        <source>the headers in the file %1 are not read; write them as -H &apos;Name: value&apos;</source>
        <translation>不会读取文件 %1 中的请求头；请写成 -H &apos;Name: value&apos;</translation>
    </message>
    <message>
        <source>what follows -H is not of the form &apos;Name: value&apos;</source>
        <translation>-H 后面的内容不是 &apos;Name: value&apos; 的形式</translation>
    </message>
    <message>
        <source>-H &apos;%1:&apos; takes a header away that curl would send; Tidemark may not send it</source>
        <translation>-H &apos;%1:&apos; 用于去掉 curl 会发送的请求头；Tidemark 不一定会发送该请求头</translation>
    </message>
    <message>
        <source>the header Content-Type is made anew for each form</source>
        <translation>请求头 Content-Type 会为每个表单重新生成</translation>
    </message>
    <message>
        <source>the header %1 is made anew for each upload</source>
        <translation>请求头 %1 会为每次上传重新生成</translation>
    </message>
    <message>
        <source>the password of the user does not stand in the command; it has to be typed</source>
        <translation>命令中没有用户的密码，需要手动输入</translation>
    </message>
    <message>
        <source>%1 is not taken over: Basic is used; choose Digest if the server asks for it</source>
        <translation>未导入 %1：将使用 Basic；如果服务器要求，请选择 Digest</translation>
    </message>
    <message>
        <source>%1 is not taken over, nor is the user: it has no counterpart here, and Basic would show the password</source>
        <translation>未导入 %1 和用户名：这里没有对应的方式，而 Basic 会暴露密码</translation>
    </message>
    <message>
        <source>the password of the proxy&apos;s user does not stand in the command; it has to be typed</source>
        <translation>命令中没有代理用户的密码，需要手动输入</translation>
    </message>
    <message>
        <source>%1 is not taken over: certificates are always checked here; where the check fails, an exception can be made for that one certificate</source>
        <translation>未导入 %1：这里始终检查证书；检查不通过时，可以对那一张证书设置例外</translation>
    </message>
    <message>
        <source>%1 is taken over as 1: only a connection that stands still is given up</source>
        <translation>%1 按 1 导入：只有完全停滞的连接才会被放弃</translation>
    </message>
    <message>
        <source>%1 %2 is not a number</source>
        <translation>%1 %2 不是数字</translation>
    </message>
    <message>
        <source>%1 %2 is not a number of seconds</source>
        <translation>%1 %2 不是有效的秒数</translation>
    </message>
    <message>
        <source>there is no address in it</source>
        <translation>其中没有地址</translation>
    </message>
    <message>
        <source>the certificate is PKCS#12; Tidemark tells that by the name, so let it end in .p12</source>
        <translation>证书是 PKCS#12 格式；Tidemark 按文件名识别，请让文件名以 .p12 结尾</translation>
    </message>
    <message>
        <source>the certificate&apos;s type %1 is not known here, only PEM and P12</source>
        <translation>不认识证书类型 %1，只支持 PEM 和 P12</translation>
    </message>
    <message>
        <source>%1 beside -F is not taken over</source>
        <translation>已有 -F，未导入 %1</translation>
    </message>
    <message>
        <source>-X %1 sends a form by %1; here forms are sent by POST only (and by PUT files as they are: -T file)</source>
        <translation>-X %1 会用 %1 发送表单；这里的表单只用 POST 发送（用 PUT 则原样发送文件：-T file）</translation>
    </message>
    <message>
        <source>the command uploads no file; a form by POST is assumed, with the file in the field “%1”</source>
        <translation>命令没有上传文件；按用 POST 发送表单处理，文件放在字段“%1”中</translation>
    </message>
    <message>
        <source>%1 sends the file as it is, as a raw body, by %2; here raw bodies are sent by PUT only: -T file, if the server takes that</source>
        <translation>%1 会用 %2 把文件原样作为正文发送；这里只用 PUT 发送原始正文：如果服务器支持，请使用 -T file</translation>
    </message>
    <message>
        <source>%1 sends the file as it is, as a raw body</source>
        <translation>%1 会把文件原样作为正文发送</translation>
    </message>
    <message>
        <source>this curl command cannot be taken over: %1</source>
        <translation>无法导入此 curl 命令：%1</translation>
    </message>
    <message>
        <source>it begins with “%1”, not with curl</source>
        <translation>它以“%1”开头，而不是 curl</translation>
    </message>
    <message>
        <source>it begins with a variable, “%1=”; give the curl command alone</source>
        <translation>它以变量“%1=”开头；请只给出 curl 命令</translation>
    </message>
    <message>
        <source>it does not begin with curl</source>
        <translation>它不是以 curl 开头</translation>
    </message>
    <message>
        <source>%1 lacks its value</source>
        <translation>%1 缺少值</translation>
    </message>
    <message>
        <source>there is nothing; it has to be a command that begins with curl</source>
        <translation>内容为空；应是以 curl 开头的命令</translation>
    </message>
    <message>
        <source>there is more than one command</source>
        <translation>其中不止一条命令</translation>
    </message>
    <message>
        <source>“%1” has a meaning for the shell only; give the curl command alone, and put addresses in quotes</source>
        <translation>“%1”只对 shell 有意义；请只给出 curl 命令，并给地址加上引号</translation>
    </message>
    <message>
        <source>a single quote has no end</source>
        <translation>单引号没有配对</translation>
    </message>
    <message>
        <source>it holds a command of its own, in backquotes</source>
        <translation>其中的反引号里还有一条命令</translation>
    </message>
    <message>
        <source>a double quote has no end</source>
        <translation>双引号没有配对</translation>
    </message>
    <message>
        <source>it holds a command of its own, in $(…)</source>
        <translation>其中的 $(…) 里还有一条命令</translation>
    </message>
    <message>
        <source>a quote $&apos;…&apos; has no end</source>
        <translation>引号 $&apos;…&apos; 没有配对</translation>
    </message>
</context>
<context>
    <name>servers::Keychain</name>
    <message>
        <source>the keychain was not opened</source>
        <translation>密钥环未解锁</translation>
    </message>
    <message>
        <source>the keychain refuses access</source>
        <translation>密钥环拒绝访问</translation>
    </message>
    <message>
        <source>there is no keychain here: neither the Secret Service nor KWallet answers</source>
        <translation>这里没有密钥环：Secret Service 和 KWallet 都没有响应</translation>
    </message>
</context>
<context>
    <name>servers::ProfileStore</name>
    <message>
        <source>the servers&apos; file %1 cannot be read: %2</source>
        <translation>无法读取服务器配置文件 %1：%2</translation>
    </message>
    <message>
        <source>the servers&apos; file %1 was written by a newer version of Tidemark; it is left as it is</source>
        <translation>服务器配置文件 %1 由较新版本的 Tidemark 写入，保持原样</translation>
    </message>
    <message>
        <source>it is not one of Tidemark&apos;s</source>
        <translation>它不是 Tidemark 的文件</translation>
    </message>
    <message>
        <source>the servers&apos; file %1 is damaged (%2), and its folder cannot be written</source>
        <translation>服务器配置文件 %1 已损坏（%2），且其所在文件夹无法写入</translation>
    </message>
    <message>
        <source>the servers&apos; file is damaged (%1); it was set aside as %2</source>
        <translation>服务器配置文件已损坏（%1），已另存为 %2</translation>
    </message>
    <message>
        <source>the server “%1” cannot be used: %2</source>
        <translation>服务器配置“%1”无法使用：%2</translation>
    </message>
    <message>
        <source>%1; the file was kept as %2</source>
        <translation>%1；原文件已保留为 %2</translation>
    </message>
    <message>
        <source>the servers&apos; file %1 cannot be written: %2</source>
        <translation>无法写入服务器配置文件 %1：%2</translation>
    </message>
    <message>
        <source>what is in it could not be read, and must not be lost</source>
        <translation>其中的内容没能读取，为免丢失，不予覆盖</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>无法创建其所在文件夹</translation>
    </message>
</context>
<context>
    <name>servers::ServerProfile</name>
    <message>
        <source>&quot;%1&quot; is missing or cannot be used</source>
        <translation>“%1”缺失或无法使用</translation>
    </message>
    <message>
        <source>%1 is not complete; write it as https://host/path</source>
        <translation>%1不完整；请写成 https://host/path</translation>
    </message>
    <message>
        <source>%1 begins with %2://; only http:// and https:// are spoken here</source>
        <translation>%1以 %2:// 开头；这里只支持 http:// 和 https://</translation>
    </message>
    <message>
        <source>%1 holds a user or a password; they have fields of their own</source>
        <translation>%1中含有用户名或密码；请填入各自的输入框</translation>
    </message>
    <message>
        <source>“%1” is not the name of a header</source>
        <translation>“%1”不是有效的请求头名称</translation>
    </message>
    <message>
        <source>the header %1 holds a line break</source>
        <translation>请求头 %1 中含有换行</translation>
    </message>
    <message>
        <source>a form field has no name</source>
        <translation>有一个表单字段没有名称</translation>
    </message>
    <message>
        <source>the form field of the file has no name</source>
        <translation>文件所在的表单字段没有名称</translation>
    </message>
    <message>
        <source>the user&apos;s name holds a colon, which Basic authentication cannot say</source>
        <translation>用户名中含有冒号，Basic 认证无法表示</translation>
    </message>
    <message>
        <source>the user&apos;s name is missing</source>
        <translation>缺少用户名</translation>
    </message>
    <message>
        <source>the user&apos;s name or the token holds a line break</source>
        <translation>用户名或令牌中含有换行</translation>
    </message>
    <message>
        <source>there is a key, but no client certificate for it</source>
        <translation>有私钥，但没有对应的客户端证书</translation>
    </message>
    <message>
        <source>the proxy&apos;s address is not one; write it as http://host:port or socks5://host:port</source>
        <translation>代理地址无效；请写成 http://host:port 或 socks5://host:port</translation>
    </message>
    <message>
        <source>the proxy&apos;s address holds a user or a password; they have fields of their own</source>
        <translation>代理地址中含有用户名或密码；请填入各自的输入框</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>the address of the metrics</source>
        <translation>指标地址</translation>
    </message>
    <message>
        <source>%1 holds *** where a secret was left out; write the secret</source>
        <translation>%1中的机密信息已省略为 ***；请填入原文</translation>
    </message>
</context>
<context>
    <name>session::Alert</name>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an alert; its values</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>session::AlertRules</name>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; known are schema, defaults and rules</source>
        <translation>不认识“%1”；可用的有 schema、defaults 和 rules</translation>
    </message>
    <message>
        <source>schema: it is not &quot;%1&quot;</source>
        <translation>schema：不是“%1”</translation>
    </message>
    <message>
        <source>defaults: it is neither true nor false</source>
        <translation>defaults：既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>rules: there is no list of rules</source>
        <translation>rules：没有规则列表</translation>
    </message>
    <message>
        <source>it is not an object with a list &quot;rules&quot;</source>
        <translation>它不是含有“rules”列表的对象</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there twice</source>
        <translation>“%1”出现了两次</translation>
    </message>
    <message>
        <source>the alert rules %1 do not exist</source>
        <translation>告警规则文件 %1 不存在</translation>
    </message>
    <message>
        <source>the alert rules %1 cannot be read</source>
        <translation>无法读取告警规则文件 %1</translation>
    </message>
    <message>
        <source>the alert rules %1 are larger than 1 MiB</source>
        <translation>告警规则文件 %1 超过 1 MiB</translation>
    </message>
    <message>
        <source>the alert rules %1 cannot be used: %2</source>
        <translation>告警规则文件 %1 无法使用：%2</translation>
    </message>
    <message>
        <source>it is not a share from 0 to 1, or a text like &quot;5%&quot;</source>
        <translation>它不是 0 到 1 的比例，也不是“5%”这样的文本</translation>
    </message>
    <message>
        <source>it is not a number of seconds from 0 on, or a text like &quot;500ms&quot; or &quot;30m&quot;</source>
        <translation>它不是大于或等于 0 的秒数，也不是“500ms”或“30m”这样的文本</translation>
    </message>
    <message>
        <source>it is not a number of bytes a second from 0 on, or a text like &quot;16K&quot;</source>
        <translation>它不是大于或等于 0 的每秒字节数，也不是“16K”这样的文本</translation>
    </message>
    <message>
        <source>it is not a number from 0 on</source>
        <translation>它不是大于或等于 0 的数字</translation>
    </message>
    <message>
        <source>%1: it is not an object</source>
        <translation>%1：它不是对象</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not known; known are %3</source>
        <translation>%1：不认识“%2”；可用的有 %3</translation>
    </message>
    <message>
        <source>it is neither true nor false</source>
        <translation>它既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>%1.%2: %3</source>
        <translation>%1.%2：%3</translation>
    </message>
    <message>
        <source>a rule has a name of small letters, digits and hyphens</source>
        <translation>规则的名称只能由小写字母、数字和连字符组成</translation>
    </message>
    <message>
        <source>it is not a text of at most %1 characters</source>
        <translation>它不是不超过 %1 个字符的文本</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of %2</source>
        <translation>“%1”不是下列之一：%2</translation>
    </message>
    <message>
        <source>a duration must not be negative</source>
        <translation>时长不能为负</translation>
    </message>
    <message>
        <source>it is not a duration; write &quot;500ms&quot;, &quot;30s&quot; or &quot;5m&quot;</source>
        <translation>它不是时长；请写成“500ms”、“30s”或“5m”</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot; is about %2; a rule about something else needs another id</source>
        <translation>规则“%1”针对的是 %2；针对其他信号的规则需要另取 id</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the default rules, so it needs this</source>
        <translation>“%1”不是默认规则，因此需要此项</translation>
    </message>
    <message>
        <source>it is above the threshold, so that the alert would end before it began</source>
        <translation>它高于阈值，告警还没开始就会结束</translation>
    </message>
    <message>
        <source>it is below the threshold, so that the alert would end before it began</source>
        <translation>它低于阈值，告警还没开始就会结束</translation>
    </message>
</context>
<context>
    <name>session::Archive</name>
    <message>
        <source>the archive is damaged: what was written last is gone (%1 times)</source>
        <translation>存档已损坏：最近写入的内容已丢失（%1 次）</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>无法创建文件夹 %1</translation>
    </message>
    <message>
        <source>%1 cannot be made: a folder is in its place</source>
        <translation>无法创建 %1：该位置上是一个文件夹</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2</source>
        <translation>无法创建 %1：%2</translation>
    </message>
    <message>
        <source>%1 is a database of another program; name another file</source>
        <translation>%1 是其他程序的数据库；请指定另一个文件</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>另一个程序</translation>
    </message>
    <message>
        <source>another %1</source>
        <translation>另一个 %1</translation>
    </message>
    <message>
        <source>%1 (process %2) uses the archive %3</source>
        <translation>%1（进程 %2）正在使用存档 %3</translation>
    </message>
    <message>
        <source>%1 (process %2 on the host %3) uses the archive %4; whether it still runs cannot be seen from here: if it does not, remove %5</source>
        <translation>%1（主机 %3 上的进程 %2）正在使用存档 %4；从这里无法判断它是否仍在运行：如果已不运行，请删除 %5</translation>
    </message>
    <message>
        <source>the reason is not known</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>the program ended before the server had answered</source>
        <translation>程序在服务器响应之前退出</translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full</source>
        <translation>无法写入 %1：磁盘已满</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>session::Database</name>
    <message>
        <source>the %1 has version %2, this program knows up to %3: it is left as it is; update Tidemark, or use another %1</source>
        <translation>%1的版本为 %2，此程序最高支持 %3：保持原样；请更新 Tidemark，或使用另一份%1</translation>
    </message>
    <message>
        <source>%1 is not a file, so it cannot be the %2</source>
        <translation>%1 不是文件，不能用作%2</translation>
    </message>
    <message>
        <source>the %1 %2 cannot be read: %3</source>
        <translation>无法读取%1 %2：%3</translation>
    </message>
    <message>
        <source>%1 is no %2 of Tidemark; name another file</source>
        <translation>%1 不是 Tidemark 的%2；请指定另一个文件</translation>
    </message>
    <message>
        <source>the %1 %2 is damaged and cannot be moved aside: %3</source>
        <translation>%1 %2 已损坏，且无法移开：%3</translation>
    </message>
    <message>
        <source>the %1 %2 cannot be opened: %3</source>
        <translation>无法打开%1 %2：%3</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the %1 cannot be written: %2</source>
        <translation>无法写入%1：%2</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>存档</translation>
    </message>
    <message>
        <source>another program has held the folder %1 for %2 s</source>
        <translation>另一个程序占用文件夹 %1 已达 %2 s</translation>
    </message>
    <message>
        <source>the %1 is damaged: a part of its file is missing or was written over</source>
        <translation>%1已损坏：文件的一部分缺失或被覆盖</translation>
    </message>
    <message>
        <source>the %1 cannot be read: %2</source>
        <translation>无法读取%1：%2</translation>
    </message>
</context>
<context>
    <name>session::History</name>
    <message>
        <source>history</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>there is no history %1</source>
        <translation>历史记录 %1 不存在</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>无法创建文件夹 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>why; the file</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1; the folder %2 takes no files</source>
        <translation>%1；文件夹 %2 不可写入</translation>
    </message>
    <message>
        <source>%1 is a database of another kind; name another file</source>
        <translation>%1 是其他用途的数据库；请指定另一个文件</translation>
    </message>
    <message>
        <source>no run was removed for now</source>
        <translation>没有可恢复的已删除运行记录</translation>
    </message>
    <message>
        <source>no %1 is kept of run %2</source>
        <translation>运行记录 %2 没有保存 %1</translation>
    </message>
    <message>
        <source>what is kept of run %1 is damaged (%2)</source>
        <translation>运行记录 %1 保存的内容已损坏 (%2)</translation>
    </message>
    <message>
        <source>there is no run %1 in %2</source>
        <translation>%2 中没有运行记录 %1</translation>
    </message>
    <message>
        <source>the history %1 is damaged: what can still be read of it is shown, and nothing of it can be changed before the next run that is kept sets it aside</source>
        <translation>历史记录 %1 已损坏：显示的是仍可读取的内容；在下次保存运行时将它移开之前，其中的内容无法更改</translation>
    </message>
</context>
<context>
    <name>session::LocalProbe</name>
    <message>
        <source>%1 has ended</source>
        <translation>%1 已结束</translation>
    </message>
    <message>
        <source>%1 has ended; another process has its number now</source>
        <translation>%1 已结束；其进程号现在属于另一个进程</translation>
    </message>
</context>
<context>
    <name>session::LocalWatch</name>
    <message>
        <source>%1 could not be read within %2 s</source>
        <translation>未能在 %2 s 内读取 %1</translation>
    </message>
    <message>
        <source>%1 can be read again</source>
        <translation>%1 又可以读取了</translation>
    </message>
</context>
<context>
    <name>session::ProfileFetcher</name>
    <message>
        <source>the server offers no pprof profiles</source>
        <translation>服务器没有提供 pprof 性能剖析</translation>
    </message>
    <message>
        <source>the server answered %1</source>
        <translation>服务器返回 %1</translation>
    </message>
</context>
<context>
    <name>session::SampleServer</name>
    <message>
        <source>the sample server&apos;s first line is not a JSON object: %1</source>
        <translation>示例服务器输出的第一行不是 JSON 对象：%1</translation>
    </message>
    <message>
        <source>the sample server speaks &quot;%1&quot;, not &quot;tidemark.specimens/1&quot;</source>
        <translation>示例服务器的输出格式是“%1”，而不是“tidemark.specimens/1”</translation>
    </message>
    <message>
        <source>the sample server did not tell its address</source>
        <translation>示例服务器没有给出自己的地址</translation>
    </message>
    <message>
        <source>the sample server offers no uploads</source>
        <translation>示例服务器没有提供上传</translation>
    </message>
    <message>
        <source>cannot start %1: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>the sample server</source>
        <translation>示例服务器</translation>
    </message>
    <message>
        <source>the sample server did not tell its address within %1</source>
        <translation>示例服务器未在 %1 内给出自己的地址</translation>
    </message>
    <message>
        <source>the sample server was killed or crashed</source>
        <translation>示例服务器被终止或崩溃</translation>
    </message>
    <message>
        <source>the sample server ended by itself (exit code %1)</source>
        <translation>示例服务器自行退出（退出码 %1）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how it ended; its own last words</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>session::ServerWatch</name>
    <message>
        <source>another process answers now</source>
        <translation>现在响应的是另一个进程</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>Prometheus, or another kind of page; its address</comment>
        <translation>%1，地址 %2</translation>
    </message>
    <message>
        <source>it answers again after %1</source>
        <translation>%1 后恢复响应</translation>
    </message>
</context>
<context>
    <name>session::Session</name>
    <message>
        <source>uploads paused for %1 s: %2</source>
        <translation>上传暂停 %1 s：%2</translation>
    </message>
</context>
<context>
    <name>transfer::Exchange</name>
    <message>
        <source>the server redirects to %1 (%2); %3</source>
        <translation>服务器重定向到 %1 (%2)；%3</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what the server answered; why</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1; it takes no %2 at this address</source>
        <translation>%1；此地址不接受 %2</translation>
    </message>
    <message>
        <source>%1; it takes no %2 at this address, only %3</source>
        <translation>%1；此地址不接受 %2，只接受 %3</translation>
    </message>
    <message>
        <source>a redirect turned the upload into a GET</source>
        <translation>重定向把上传变成了 GET</translation>
    </message>
    <message>
        <source>%1 (the answer broke off)</source>
        <translation>%1（响应中断）</translation>
    </message>
</context>
<context>
    <name>transfer::FileStamp</name>
    <message>
        <source>this is a folder, not a file</source>
        <translation>这是文件夹，不是文件</translation>
    </message>
    <message>
        <source>this is a named pipe, not a file</source>
        <translation>这是命名管道，不是文件</translation>
    </message>
    <message>
        <source>this is a socket, not a file</source>
        <translation>这是套接字，不是文件</translation>
    </message>
    <message>
        <source>this is a device, not a file</source>
        <translation>这是设备，不是文件</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>this is a socket or a device, not a file</source>
        <translation>这是套接字或设备，不是文件</translation>
    </message>
    <message>
        <source>no permission to read the file</source>
        <translation>没有读取该文件的权限</translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>no permission to read the folder</source>
        <translation>没有读取该文件夹的权限</translation>
    </message>
</context>
<context>
    <name>transfer::LoadResult</name>
    <message>
        <source>the server answered %1, which takes no upload</source>
        <translation>服务器返回 %1，没有接收上传</translation>
    </message>
</context>
<context>
    <name>transfer::StableFile</name>
    <message>
        <source>the file was replaced while it was being sent</source>
        <translation>文件在发送过程中被替换</translation>
    </message>
    <message>
        <source>the file shrank while it was being sent</source>
        <translation>文件在发送过程中变小了</translation>
    </message>
    <message>
        <source>the file grew while it was being sent</source>
        <translation>文件在发送过程中变大了</translation>
    </message>
    <message>
        <source>the file was written to while it was being sent</source>
        <translation>文件在发送过程中被改写</translation>
    </message>
    <message>
        <source>its size is known only once it is read, as of files below /proc and /sys (it says %1 bytes, and has fewer); save its content to a file, and upload that</source>
        <translation>读完之后才知道它的大小，/proc 和 /sys 下的文件就是这样（标称 %1 字节，实际更少）；请把内容存为文件，再上传该文件</translation>
    </message>
    <message>
        <source>its size is known only once it is read, as of files below /proc and /sys (it says %1 bytes, and has more); save its content to a file, and upload that</source>
        <translation>读完之后才知道它的大小，/proc 和 /sys 下的文件就是这样（标称 %1 字节，实际更多）；请把内容存为文件，再上传该文件</translation>
    </message>
</context>
<context>
    <name>transfer::TusServer</name>
    <message>
        <source>the server speaks tus %1, not %2</source>
        <translation>服务器使用 tus %1，而不是 %2</translation>
    </message>
    <message>
        <source>the server answered %1, but not where the upload goes (it sent no Location): is this the address of a tus server?</source>
        <translation>服务器返回 %1，但没有说明上传到哪里（缺少 Location）：这是 tus 服务器的地址吗？</translation>
    </message>
    <message>
        <source>the server sends the upload to &apos;%1&apos;, which is no http address</source>
        <translation>服务器让上传发往“%1”，而这不是 http 地址</translation>
    </message>
    <message>
        <source>the server sends the upload to %1, where it would not be encrypted: if a proxy stands before it, the server has to know its https address</source>
        <translation>服务器让上传发往 %1，在那里不会加密：如果服务器前面有代理，服务器须知道自己的 https 地址</translation>
    </message>
    <message>
        <source>%1; it takes files of up to %2</source>
        <translation>%1；它最多接受 %2 的文件</translation>
    </message>
</context>
<context>
    <name>transfer::TusUpload</name>
    <message>
        <source>the server does not say how much of the upload it has (Upload-Offset: &apos;%1&apos;)</source>
        <translation>服务器没有说明已收到上传的多少内容（Upload-Offset: “%1”）</translation>
    </message>
    <message>
        <source>the server was sent the bytes from %1 to %2 and says that it has &apos;%3&apos; now (Upload-Offset)</source>
        <translation>已向服务器发送第 %1 到 %2 字节，它却说现在有“%3”（Upload-Offset）</translation>
    </message>
    <message>
        <source>the server takes only parts of what is sent to it</source>
        <translation>服务器只接收了所发内容的一部分</translation>
    </message>
    <message>
        <source>the server got other bytes than were sent (%1); %2</source>
        <translation>服务器收到的内容与发送的不一致 (%1)；%2</translation>
    </message>
    <message>
        <source>the server loses uploads: it answered %1 to one that it had just created</source>
        <translation>服务器丢失上传：对刚刚创建的上传返回了 %1</translation>
    </message>
    <message>
        <source>the upload was cancelled</source>
        <translation>上传已取消</translation>
    </message>
</context>
<context>
    <name>transfer::UploadJob</name>
    <message>
        <source>the file could not be read twice</source>
        <translation>文件无法再读第二遍</translation>
    </message>
    <message>
        <source>the result is at %1</source>
        <translation>结果见 %1</translation>
    </message>
    <message>
        <source>the server answered %1 before the file was sent (%2 of %3 bytes)</source>
        <translation>服务器在文件发完之前就返回了 %1（已发送 %2 / %3 字节）</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 bytes of the file were sent)</source>
        <translation>%1（文件已发送 %2 / %3 字节）</translation>
    </message>
    <message>
        <source>the upload was cancelled</source>
        <translation>上传已取消</translation>
    </message>
</context>
<context>
    <name>transfer::UploadLane</name>
    <message>
        <source>it was not sent: %1 is the address of another file already (%2), which it would replace there; give each an address of its own, by relative paths as names or by {n} or {uuid} in the address</source>
        <translation>文件没有发送：%1 已是另一个文件 (%2) 的地址，发送后会把它覆盖；请让每个文件有各自的地址：以相对路径为名称，或在地址中使用 {n} 或 {uuid}</translation>
    </message>
</context>
<context>
    <name>transfer::UploadQueue</name>
    <message>
        <source>the upload was cancelled</source>
        <translation>上传已取消</translation>
    </message>
    <message>
        <source>%1; it asks to be left alone for %2 s, and the longest wait is %3 s: not tried again</source>
        <translation>%1；它要求 %2 s 内不要再请求，而最长只等 %3 s：不再重试</translation>
    </message>
    <message>
        <source>%1; not tried again: nothing has succeeded for ten seconds</source>
        <translation>%1；不再重试：10 s 内没有一次成功</translation>
    </message>
    <message>
        <source>given up: the server did not come back; %1</source>
        <translation>已放弃：服务器没有恢复；%1</translation>
    </message>
    <message>
        <source>given up: %1</source>
        <translation>已放弃：%1</translation>
    </message>
</context>
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>About Tidemark</source>
        <translation>关于 Tidemark</translation>
    </message>
    <message>
        <source>Drop files on your upload service and see what they leave behind.</source>
        <translation>把文件拖到你的上传服务上，看看它们留下了什么。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or any later version (GPL-3.0-or-later). It comes without any warranty.</source>
        <translation>自由软件，依据 GNU 通用公共许可证第 3 版或更高版本 (GPL-3.0-or-later) 发布，不提供任何担保。</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>所用组件</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Libraries, their versions and licences</source>
        <translation>所用的库及其版本和许可证</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy all of this as text, for the report of a fault</source>
        <translation>以文本复制全部内容，便于报告问题</translation>
    </message>
    <message>
        <source>Clos&amp;e</source>
        <translation>关闭(&amp;E)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>ui::AlertConnection</name>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
</context>
<context>
    <name>ui::AlertFiles</name>
    <message>
        <source>Load alert rules</source>
        <translation>载入告警规则</translation>
    </message>
    <message>
        <source>Alert rules (*.json);;All files (*)</source>
        <translation>告警规则 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the alert rules</source>
        <translation>保存告警规则</translation>
    </message>
    <message>
        <source>Alert rules (*.json)</source>
        <translation>告警规则 (*.json)</translation>
    </message>
    <message>
        <source>Export the alert rules for Prometheus</source>
        <translation>导出 Prometheus 告警规则</translation>
    </message>
    <message>
        <source>Prometheus rules (*.yml *.yaml)</source>
        <translation>Prometheus 规则 (*.yml *.yaml)</translation>
    </message>
</context>
<context>
    <name>ui::AlertLogModel</name>
    <message>
        <source>%1, %2</source>
        <comment>values, when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, detail</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::AlertNotices</name>
    <message>
        <source>%1: %2</source>
        <comment>alert, values</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::AlertOptions</name>
    <message>
        <source>&amp;Notify me of P1 and P2 while another window is in front</source>
        <translation>其他窗口在前台时，通知 P1 和 P2 告警(&amp;N)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Server&apos;s memory &amp;limit</source>
        <translation>服务器内存上限(&amp;L)</translation>
    </message>
    <message>
        <source>At which it is killed: 512M, 2G; for the rule about the time until then</source>
        <translation>达到此值时服务器进程会被终止，如 512M、2G；供预测剩余时间的规则使用</translation>
    </message>
    <message>
        <source>By a notification of the desktop, of each rule once a minute at most</source>
        <translation>以桌面通知提醒，每条规则每分钟最多一次</translation>
    </message>
    <message>
        <source>Rules about a server look at the watched one, and not at what is watched beside it.</source>
        <translation>针对服务器的规则只看被监视的服务器，不看一并监视的其他对象。</translation>
    </message>
    <message>
        <source>The limit stays as it was: %1.</source>
        <translation>上限保持不变：%1。</translation>
    </message>
    <message>
        <source>“%1” is not a size. Write for example 512M or 2G, or nothing if it is not known.</source>
        <translation>“%1”不是有效的大小。请填写如 512M 或 2G；未知则留空。</translation>
    </message>
</context>
<context>
    <name>ui::AlertPanel</name>
    <message>
        <source>No rule was broken since Tidemark was started.</source>
        <translation>Tidemark 启动以来没有触发过规则。</translation>
    </message>
    <message>
        <source>Alert &amp;rules…</source>
        <translation>告警规则(&amp;R)…</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Alerts, those that are raised first</source>
        <translation>告警，未解除的在前</translation>
    </message>
    <message>
        <source>Which rules are looked at, and when they raise an alert</source>
        <translation>检查哪些规则，以及何时触发告警</translation>
    </message>
</context>
<context>
    <name>ui::AlertRuleDraft</name>
    <message>
        <source>“%1” is not a share. Write 0 to 100 percent, for example 5 %.</source>
        <translation>“%1”不是有效的占比。应为 0 到 100 的百分数，例如 5 %。</translation>
    </message>
    <message>
        <source>“%1” is not a time. Write for example 500ms, 1.5s or 30m.</source>
        <translation>“%1”不是有效的时长。写法示例：500ms、1.5s、30m。</translation>
    </message>
    <message>
        <source>“%1” is not a number from 0 on. Write for example 500.</source>
        <translation>“%1”不是有效的数值。应为 0 或更大的数，例如 500。</translation>
    </message>
    <message>
        <source>“%1” is not a number of bytes a second. Write for example 512, 16K or 1M.</source>
        <translation>“%1”不是有效的每秒字节数。写法示例：512、16K、1M。</translation>
    </message>
    <message>
        <source>The alert would be over before it began. Write %1 or less.</source>
        <translation>这样告警还没触发就已解除。应填 %1 或更小的值。</translation>
    </message>
    <message>
        <source>The alert would be over before it began. Write %1 or more.</source>
        <translation>这样告警还没触发就已解除。应填 %1 或更大的值。</translation>
    </message>
</context>
<context>
    <name>ui::AlertRuleEditor</name>
    <message>
        <source>Back to the &amp;default</source>
        <translation>恢复默认(&amp;D)</translation>
    </message>
    <message>
        <source>Take back what was changed of this rule</source>
        <translation>撤销对此规则的修改</translation>
    </message>
    <message>
        <source>Raised when &amp;above</source>
        <translation>高于此值时触发(&amp;A)</translation>
    </message>
    <message>
        <source>f&amp;or</source>
        <translation>持续(&amp;O)</translation>
    </message>
    <message>
        <source>How long it must be so, without a break: 500ms, 30s, 5m; 0s: at once</source>
        <translation>须不间断持续多久：500ms、30s、5m；0s 表示立即触发</translation>
    </message>
    <message>
        <source>Over at most at</source>
        <translation>不高于此值时解除</translation>
    </message>
    <message>
        <source>fo&amp;r</source>
        <comment>how long</comment>
        <translation>持续(&amp;R)</translation>
    </message>
    <message>
        <source>How long it must be better before the alert is over: 500ms, 30s, 5m; 0s: at once</source>
        <translation>好转后须持续多久才解除告警：500ms、30s、5m；0s 表示立即解除</translation>
    </message>
    <message>
        <source>Over after</source>
        <translation>解除前须持续</translation>
    </message>
    <message>
        <source>Raised after</source>
        <translation>触发前须持续</translation>
    </message>
    <message>
        <source>Prior&amp;ity</source>
        <translation>优先级(&amp;I)</translation>
    </message>
    <message>
        <source>How soon somebody should look</source>
        <translation>要求多快有人查看</translation>
    </message>
    <message>
        <source>Raised when &amp;below</source>
        <translation>低于此值时触发(&amp;B)</translation>
    </message>
    <message>
        <source>Over at or belo&amp;w</source>
        <translation>不高于此值时解除(&amp;W)</translation>
    </message>
    <message>
        <source>Over at or abo&amp;ve</source>
        <translation>不低于此值时解除(&amp;V)</translation>
    </message>
    <message>
        <source>The rule stays as it was.</source>
        <translation>规则保持不变。</translation>
    </message>
</context>
<context>
    <name>ui::AlertRuleList</name>
    <message>
        <source>%1 · changed</source>
        <comment>condition of a rule</comment>
        <translation>%1 · 已修改</translation>
    </message>
    <message>
        <source>off · %1</source>
        <comment>condition of a rule</comment>
        <translation>已关闭 · %1</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>告警规则</translation>
    </message>
    <message>
        <source>Alert rules; Space turns one on or off</source>
        <translation>告警规则；按空格键开启或关闭</translation>
    </message>
</context>
<context>
    <name>ui::AlertRuleModel</name>
    <message>
        <source>%1 %2, %3</source>
        <comment>priority, title, condition</comment>
        <translation>%1 %2，%3</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>%1，已停用</translation>
    </message>
</context>
<context>
    <name>ui::AlertText</name>
    <message>
        <source> for %1</source>
        <comment>how long</comment>
        <translation> 持续 %1</translation>
    </message>
    <message>
        <source>Of the uploads that ended in the last minute, those that the server answered with a 5xx status. Known from ten uploads on.</source>
        <translation>最近一分钟内结束的上传中，服务器以 5xx 状态响应的占比。满 10 次上传后可知。</translation>
    </message>
    <message>
        <source>Of the uploads that ended in the last minute, those that were not answered in time, or with 408 or 504. Known from ten uploads on.</source>
        <translation>最近一分钟内结束的上传中，未及时得到响应，或响应为 408 或 504 的占比。满 10 次上传后可知。</translation>
    </message>
    <message>
        <source>95 % of the uploads of the last minute were answered within this time after their last byte. Known from twenty answers on.</source>
        <translation>最近一分钟的上传中，95 % 在发完最后一个字节后的这段时间内得到响应。满 20 次响应后可知。</translation>
    </message>
    <message>
        <source>How long the watched server stood still to collect garbage, at most, since the reading before.</source>
        <translation>自上次读数以来，被监视的服务器因垃圾回收而停顿的最长时间。</translation>
    </message>
    <message>
        <source>How much of its connections or threads the fullest pool of the watched server uses, where its metrics tell.</source>
        <translation>被监视的服务器最满的池占用了多少连接或线程，以其指标提供的为准。</translation>
    </message>
    <message>
        <source>When the watched server&apos;s memory reaches the limit given below, should it go on growing as in the last five minutes. Not known without a limit.</source>
        <translation>按最近五分钟的增速，被监视的服务器还有多久达到下方填写的内存上限。未填上限则无法得知。</translation>
    </message>
    <message>
        <source>How many goroutines the watched server has.</source>
        <translation>被监视的服务器的 goroutine 数量。</translation>
    </message>
    <message>
        <source>How many of the files and sockets that it may open the watched server has open.</source>
        <translation>被监视的服务器已打开的文件和套接字占其允许数量的比例。</translation>
    </message>
    <message>
        <source>How fast the heap grows that the watched server keeps after it has collected its garbage.</source>
        <translation>被监视的服务器完成垃圾回收后，留存的堆的增长速度。</translation>
    </message>
    <message>
        <source>Raised when it is above %1%2. Over when it is %3 or less%4.</source>
        <translation>高于 %1%2 时触发，不高于 %3%4 时解除。</translation>
    </message>
    <message>
        <source>Raised when it is below %1%2. Over when it is %3 or more%4.</source>
        <translation>低于 %1%2 时触发，不低于 %3%4 时解除。</translation>
    </message>
    <message>
        <source>P1, look at once</source>
        <translation>P1，立即处理</translation>
    </message>
    <message>
        <source>P2, look soon</source>
        <translation>P2，尽快处理</translation>
    </message>
    <message>
        <source>P3, good to know</source>
        <translation>P3，仅供了解</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>time, time, how long</comment>
        <translation>%1 至 %2（%3）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>priority, title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>无告警</translation>
    </message>
    <message>
        <source>1 alert: %1</source>
        <translation>1 条告警：%1</translation>
    </message>
    <message>
        <source>%1 alerts, first %2</source>
        <translation>%1 条告警，首要：%2</translation>
    </message>
</context>
<context>
    <name>ui::AlertsPage</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Have it back as it was</source>
        <translation>恢复到修改前的样子</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>载入…</translation>
    </message>
    <message>
        <source>Take over the rules of a file, as tidemark-cli --alert-rules does</source>
        <translation>采用文件中的规则，与 tidemark-cli --alert-rules 相同</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Write all rules to a file that tidemark-cli --alert-rules takes</source>
        <translation>将所有规则保存到文件，可供 tidemark-cli --alert-rules 使用</translation>
    </message>
    <message>
        <source>Export for &amp;Prometheus…</source>
        <translation>导出到 Prometheus(&amp;P)…</translation>
    </message>
    <message>
        <source>Write the rules that are on as alerting rules of Prometheus</source>
        <translation>将已开启的规则导出为 Prometheus 告警规则</translation>
    </message>
    <message>
        <source>Rese&amp;t all</source>
        <translation>全部重置(&amp;T)</translation>
    </message>
    <message>
        <source>Default rules, all of them on; can be undone</source>
        <translation>恢复默认规则并全部开启；可撤销</translation>
    </message>
    <message>
        <source>All rules are as they are by default.</source>
        <translation>所有规则已恢复默认。</translation>
    </message>
    <message>
        <source>“%1” is as it is by default.</source>
        <translation>“%1”已恢复默认。</translation>
    </message>
    <message>
        <source>The rules of “%1” are in force.</source>
        <translation>“%1”中的规则已生效。</translation>
    </message>
    <message>
        <source>Default rules that it does not hold are off.</source>
        <translation>其中没有的默认规则已关闭。</translation>
    </message>
    <message>
        <source>The rules are written.</source>
        <translation>规则已保存。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>why it failed, what to do</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>ui::AuditCard</name>
    <message>
        <source>Another address was audited</source>
        <translation>审计的是另一个地址</translation>
    </message>
    <message>
        <source>Checks that are done</source>
        <translation>已完成的检查项</translation>
    </message>
    <message>
        <source>What the audit found</source>
        <translation>审计发现</translation>
    </message>
    <message>
        <source>Start a server with known faults, and connect to it</source>
        <translation>启动一个有已知缺陷的服务器，并连接到它</translation>
    </message>
    <message>
        <source>Write what was found, so that somebody else can mend it</source>
        <translation>导出审计结果，便于他人修复</translation>
    </message>
    <message>
        <source>Type the address of an upload service above, or try it on the sample server.</source>
        <translation>在上方输入上传服务的地址，或用示例服务器试一试。</translation>
    </message>
    <message>
        <source>Not audited yet</source>
        <translation>尚未审计</translation>
    </message>
    <message>
        <source>Sends uploads that are too large, broken, slow or oddly named, and looks what the server makes of them. What it stores of them stays there.</source>
        <translation>发送过大、残缺、缓慢或文件名异常的上传，查看服务器如何处理。服务器存下的内容会留在那里。</translation>
    </message>
    <message>
        <source>They would be taken for the audit&apos;s own.</source>
        <translation>否则会被算作审计自身的上传。</translation>
    </message>
    <message>
        <source>The audit begins</source>
        <translation>审计开始</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>已用时 %1</translation>
    </message>
</context>
<context>
    <name>ui::AuditConnection</name>
    <message>
        <source>An audit sends requests that are wrong, slow and as large as %1. Audit only servers that are yours to try.</source>
        <translation>审计会发送格式错误、速度极慢以及大至 %1 的请求。请只审计自己有权测试的服务器。</translation>
    </message>
    <message>
        <source>Audit it all the same</source>
        <translation>仍要审计</translation>
    </message>
</context>
<context>
    <name>ui::AuditPage</name>
    <message>
        <source>Start an a&amp;udit</source>
        <translation>开始端点审计(&amp;U)</translation>
    </message>
    <message>
        <source>Stop the audit</source>
        <translation>停止端点审计</translation>
    </message>
    <message>
        <source>Choose at least one check.</source>
        <translation>至少选择一个检查项。</translation>
    </message>
</context>
<context>
    <name>ui::AuditSetup</name>
    <message>
        <source>Server&apos;s folder</source>
        <translation>服务器目录</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>端点审计</translation>
    </message>
    <message>
        <source>Sends requests that are wrong on purpose (Ctrl+Alt+Return)</source>
        <translation>发送故意出错的请求（Ctrl+Alt+Return）</translation>
    </message>
    <message>
        <source>Ends the audit with what is known so far (Esc)</source>
        <translation>停止审计，按现有数据给出结论（Esc）</translation>
    </message>
    <message>
        <source>Up to where a limit of sizes is looked for</source>
        <translation>探测大小限制时的最大正文</translation>
    </message>
    <message>
        <source>How many requests are made at most</source>
        <translation>最多发送的请求数</translation>
    </message>
    <message>
        <source>After which no further request is made</source>
        <translation>超过此时间后不再发送请求</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Where the server stores files: then it is seen what becomes of them</source>
        <translation>服务器存放文件的目录：填写后可查看文件的去向</translation>
    </message>
    <message>
        <source>Largest &amp;body</source>
        <translation>最大正文(&amp;B)</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>请求数(&amp;Q)</translation>
    </message>
    <message>
        <source>Mi&amp;nutes</source>
        <translation>分钟数(&amp;N)</translation>
    </message>
    <message>
        <source>Server&apos;s &amp;folder</source>
        <translation>服务器目录(&amp;F)</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>上限：%1。</translation>
    </message>
</context>
<context>
    <name>ui::AuditText</name>
    <message>
        <source>Size limits</source>
        <translation>大小限制</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>What is left over</source>
        <translation>残留</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>%1 failed, %2 passed, %3 unknown</source>
        <translation>%1 项未通过，%2 项通过，%3 项未知</translation>
    </message>
    <message>
        <source>Not audited</source>
        <translation>未审计</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 requests in %3</source>
        <comment>outcomes, how many, time</comment>
        <translation>
            <numerusform>%1 · %2 次请求，用时 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Esc stops it, and what is known by then is kept.</source>
        <translation>按 Esc 停止，已有结果会保留。</translation>
    </message>
</context>
<context>
    <name>ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>ui::CertificateSection</name>
    <message>
        <source>Certificate authorities</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Revoked certificates</source>
        <translation>已吊销的证书</translation>
    </message>
    <message>
        <source>Lists (*.pem *.crl);;All files (*)</source>
        <translation>吊销列表 (*.pem *.crl);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer *.p12 *.pfx);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key);;All files (*)</source>
        <translation>私钥 (*.pem *.key);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>不检查</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>in the same file</source>
        <translation>在同一文件中</translation>
    </message>
    <message>
        <source>Certificate author&amp;ities</source>
        <translation>证书颁发机构(&amp;I)</translation>
    </message>
    <message>
        <source>PEM; whom to trust instead of the system&apos;s</source>
        <translation>PEM；只信任这些机构，不用系统自带的</translation>
    </message>
    <message>
        <source>PEM lists (CRL) of the authorities</source>
        <translation>颁发机构的吊销列表（CRL），PEM 格式</translation>
    </message>
    <message>
        <source>PEM, or PKCS#12 (.p12, .pfx) with its key</source>
        <translation>PEM，或含私钥的 PKCS#12（.p12、.pfx）</translation>
    </message>
    <message>
        <source>Ke&amp;y</source>
        <translation>私钥(&amp;Y)</translation>
    </message>
    <message>
        <source>PEM</source>
        <translation>PEM</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Of the key or the PKCS#12 file; kept in the keychain</source>
        <translation>私钥或 PKCS#12 文件的密码短语；保存在密钥环中</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>撤销例外</translation>
    </message>
    <message>
        <source>The server is checked again as all others are</source>
        <translation>恢复对此服务器的正常校验</translation>
    </message>
    <message>
        <source>Takes the exception for one certificate back</source>
        <translation>撤销对某一张证书的例外</translation>
    </message>
    <message>
        <source>One certificate is trusted by exception, whatever is wrong with it.
SHA-256 %1</source>
        <translation>已将一张证书设为例外：无论它有什么问题，都予以信任。
SHA-256 %1</translation>
    </message>
</context>
<context>
    <name>ui::ChartView</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s)</source>
        <translation>
            <numerusform>%n 次上传</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to show them in the list</source>
        <translation>点击可在列表中查看</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Show what was before and after</source>
        <translation>查看之前、之后的时段</translation>
    </message>
    <message>
        <source>Go to the beginning and to the present</source>
        <translation>转到开头、转到现在</translation>
    </message>
    <message>
        <source>Move the cross-hair</source>
        <translation>移动十字线</translation>
    </message>
    <message>
        <source>Select a range</source>
        <translation>选择时段</translation>
    </message>
    <message>
        <source>Show the uploads at the cross-hair</source>
        <translation>显示十字线处的上传</translation>
    </message>
</context>
<context>
    <name>ui::CheckPairs</name>
    <message>
        <source>leak check, %1 before</source>
        <translation>泄漏检测，%1（上传前）</translation>
    </message>
    <message>
        <source>leak check, %1</source>
        <translation>泄漏检测，%1</translation>
    </message>
    <message>
        <source>heap, %1</source>
        <comment>of a check</comment>
        <translation>heap，%1</translation>
    </message>
</context>
<context>
    <name>ui::CheckSetup</name>
    <message>
        <source>What is left is measured after so many uploads</source>
        <translation>每完成这么多次上传，测量一次残留</translation>
    </message>
    <message>
        <source>How many uploads are sent at the same time</source>
        <translation>同时发送的上传数</translation>
    </message>
    <message>
        <source>&amp;Abort uploads, too</source>
        <translation>同时检测中断的上传(&amp;A)</translation>
    </message>
    <message>
        <source>Leak check</source>
        <translation>泄漏检测</translation>
    </message>
    <message>
        <source>Uploads, and looks what is left (Ctrl+Return)</source>
        <translation>反复上传，测量残留（Ctrl+Return）</translation>
    </message>
    <message>
        <source>Ends the check with what is known so far (Esc)</source>
        <translation>停止检测，按现有数据给出结论（Esc）</translation>
    </message>
    <message>
        <source>&amp;Payload</source>
        <translation>上传内容(&amp;P)</translation>
    </message>
    <message>
        <source>Per roun&amp;d</source>
        <translation>每轮次数(&amp;D)</translation>
    </message>
    <message>
        <source>At &amp;once</source>
        <translation>并发(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Thoroughness</source>
        <translation>检测强度(&amp;T)</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>彻底</translation>
    </message>
    <message>
        <source>How long is looked, and how sure the verdict is</source>
        <translation>检测时间的长短和结论的可靠程度</translation>
    </message>
    <message>
        <source>Breaks uploads off on purpose, and looks what those leave</source>
        <translation>故意中断上传，查看残留了什么</translation>
    </message>
</context>
<context>
    <name>ui::CheckTree</name>
    <message>
        <source>Checks</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>odd names</source>
        <translation>异常文件名</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>ui::ChecksCard</name>
    <message>
        <source>Choose all checks or none</source>
        <translation>全选或全不选</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>%1 of %2 checks</source>
        <translation>检查项：%1/%2</translation>
    </message>
    <message>
        <source>A server that trusts them stores files with a harmless line of text elsewhere than where it should.</source>
        <translation>轻信这类文件名的服务器，会把含一行无害文本的文件存到不该存的位置。</translation>
    </message>
    <message>
        <source>Some checks send file names that lead elsewhere</source>
        <translation>部分检查项会发送指向别处的文件名</translation>
    </message>
    <message>
        <source>File names that lead elsewhere are sent to “%1”</source>
        <translation>指向别处的文件名将发送到“%1”</translation>
    </message>
    <message>
        <source>Do this only with a server that is yours.</source>
        <translation>仅限对自己的服务器使用。</translation>
    </message>
    <message>
        <source>The checks of file names are off</source>
        <translation>文件名检查项已关闭</translation>
    </message>
    <message>
        <source>“%1” is not this machine. %2</source>
        <translation>“%1”不是本机。%2</translation>
    </message>
</context>
<context>
    <name>ui::CompareConnection</name>
    <message>
        <source>check of %1</source>
        <comment>time</comment>
        <translation>%1 的检测</translation>
    </message>
    <message>
        <source>the %1</source>
        <comment>check of a time</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>The checks cannot be compared.</source>
        <translation>无法比较这两次检测。</translation>
    </message>
</context>
<context>
    <name>ui::ComparePage</name>
    <message>
        <source>&amp;Flame graph</source>
        <translation>火焰图(&amp;F)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>返回列表(&amp;B)</translation>
    </message>
    <message>
        <source>Show all runs again (Esc)</source>
        <translation>重新显示全部运行记录（Esc）</translation>
    </message>
    <message>
        <source>Show what the server’s memory held after one check and did not after the other</source>
        <translation>查看服务器内存中有哪些内容只在其中一次检测后存在</translation>
    </message>
    <message>
        <source>Write the comparison, so that somebody else can read it</source>
        <translation>导出比较结果，供他人阅读</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>修改前后</translation>
    </message>
    <message>
        <source>Two leak checks, before and after</source>
        <translation>两次泄漏检测：修改前后</translation>
    </message>
    <message>
        <source>To paste in an issue</source>
        <translation>用于粘贴到 issue 中</translation>
    </message>
    <message>
        <source>&amp;Copy as Markdown</source>
        <translation>复制为 Markdown(&amp;C)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>Show what the server’s memory held after one check and not after the other</source>
        <translation>查看服务器内存中有哪些内容只在其中一次检测后存在</translation>
    </message>
    <message>
        <source>It takes both checks’ profiles of their end, which are kept where a server offers pprof and something grew</source>
        <translation>需要两次检测结束时的性能剖析；只有服务器提供 pprof 且有增长时才会保存</translation>
    </message>
</context>
<context>
    <name>ui::CompareRows</name>
    <message>
        <source>Before and after</source>
        <translation>修改前后</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>before or after, when, server, verdict</comment>
        <translation>%1：%2，%3，%4</translation>
    </message>
    <message>
        <source>%1: %2 before, %3 after, %4 %5</source>
        <comment>name, values, what has become of it, by how much</comment>
        <translation>%1：修改前 %2，修改后 %3，%4 %5</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionNews</name>
    <message>
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message>
        <source>The server answers, but no metrics were found on it.</source>
        <translation>服务器有响应，但未找到指标。</translation>
    </message>
    <message>
        <source>Uploads work all the same. To see what they do to its memory, add one line to the server, or say where else its metrics are.</source>
        <translation>上传不受影响。要查看上传对服务器内存的影响，请在服务器中添加一行代码，或指定指标所在的地址。</translation>
    </message>
    <message>
        <source>Metrics are elsewhere…</source>
        <translation>指定指标地址…</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionReport</name>
    <message>
        <source>What was found on the server</source>
        <translation>服务器探测结果</translation>
    </message>
    <message>
        <source>Hide what was found</source>
        <translation>隐藏探测结果</translation>
    </message>
    <message>
        <source>Hide (Esc); Ctrl+I shows it again</source>
        <translation>隐藏（Esc）；按 Ctrl+I 重新显示</translation>
    </message>
    <message>
        <source>found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Line to add (%1)</source>
        <translation>要添加的代码行（%1）</translation>
    </message>
    <message>
        <source>Copy the line for %1</source>
        <translation>复制 %1 的代码行</translation>
    </message>
    <message>
        <source>Copy this line</source>
        <translation>复制此行</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionState</name>
    <message>
        <source>no server</source>
        <translation>无服务器</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>no metrics</source>
        <translation>无指标</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已断开</translation>
    </message>
</context>
<context>
    <name>ui::CopyableText</name>
    <message>
        <source>Copy the text, or what is marked of it</source>
        <translation>复制文本或其中选中的部分</translation>
    </message>
</context>
<context>
    <name>ui::CurlPanel</name>
    <message>
        <source>Ta&amp;ke over</source>
        <translation>导入(&amp;K)</translation>
    </message>
    <message>
        <source>From a curl command</source>
        <translation>从 curl 命令导入</translation>
    </message>
    <message>
        <source>Paste a command as it stands in documentation or a script, or as your browser copies it (“Copy as cURL (bash)”). Nothing in it is run.</source>
        <translation>粘贴文档或脚本中的命令，或者从浏览器复制的命令（“复制为 cURL (bash)”）。其中的内容不会被执行。</translation>
    </message>
    <message>
        <source>curl command</source>
        <translation>curl 命令</translation>
    </message>
    <message>
        <source>The whole command, beginning with curl</source>
        <translation>完整的命令，以 curl 开头</translation>
    </message>
    <message>
        <source>Make a server of it</source>
        <translation>据此新建服务器配置</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>放弃导入</translation>
    </message>
    <message>
        <source>All of it can be taken over.</source>
        <translation>可以完整导入。</translation>
    </message>
    <message>
        <source>It can be taken over, with differences:</source>
        <translation>可以导入，但有以下差异：</translation>
    </message>
    <message>
        <source>This cannot be taken over.</source>
        <translation>无法导入。</translation>
    </message>
</context>
<context>
    <name>ui::DesktopConnection</name>
    <message>
        <source>Uploads are under way</source>
        <translation>正在上传</translation>
    </message>
    <message>
        <source>%1 done, %2 failed</source>
        <translation>完成 %1 个，失败 %2 个</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>完成 %1 个</translation>
    </message>
    <message>
        <source>Uploads finished</source>
        <translation>上传结束</translation>
    </message>
    <message>
        <source>%1 · %2 in %3</source>
        <comment>files, bytes, time</comment>
        <translation>%1 · %2，用时 %3</translation>
    </message>
</context>
<context>
    <name>ui::DesktopNotice</name>
    <message>
        <source>Show Tidemark</source>
        <translation>显示 Tidemark</translation>
    </message>
</context>
<context>
    <name>ui::DetailsPanel</name>
    <message>
        <source>What it is</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>What the server said</source>
        <translation>服务器返回内容</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Details of the upload</source>
        <translation>上传详情</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Close the details (Esc)</source>
        <translation>关闭详情（Esc）</translation>
    </message>
    <message>
        <source>It is tried again once it is resumed.</source>
        <translation>继续后会再试。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>稍后会自动再试。</translation>
    </message>
</context>
<context>
    <name>ui::EmptyHistory</name>
    <message>
        <source>No run is kept yet</source>
        <translation>还没有运行记录</translation>
    </message>
    <message>
        <source>Every leak check, sweep and audit is kept here with its result, and every session of uploads when you leave its server; so is what tidemark-cli does. Check a server, change it, check it again: then compare both, and see whether it is fixed.</source>
        <translation>每次泄漏检测、并发扫描和审计都会连同结果保存在这里；断开服务器时，本次会话的上传也会保存；tidemark-cli 的运行也一样。检测服务器，修改，再检测一次，然后比较两次结果，就能看出问题是否已修复。</translation>
    </message>
    <message>
        <source>&amp;Go to the leak check</source>
        <translation>转到泄漏检测(&amp;G)</translation>
    </message>
    <message>
        <source>Show the page on which a leak check is started</source>
        <translation>打开泄漏检测页面</translation>
    </message>
    <message>
        <source>No run is like that</source>
        <translation>没有符合条件的运行记录</translation>
    </message>
    <message>
        <source>Nothing that is kept has this address, this kind and this tag together.</source>
        <translation>没有同时符合此地址、类型和标签的记录。</translation>
    </message>
    <message>
        <source>Show &amp;all runs</source>
        <translation>显示全部运行记录(&amp;A)</translation>
    </message>
    <message>
        <source>Take the filter away</source>
        <translation>清除筛选条件</translation>
    </message>
    <message>
        <source>This window keeps no history</source>
        <translation>此窗口不保存历史记录</translation>
    </message>
    <message>
        <source>It was started with --no-history. Without that, every run is kept with its result and can be opened and compared later.</source>
        <translation>启动时使用了 --no-history。不加此选项时，每次运行都会连同结果保存，之后可以打开和比较。</translation>
    </message>
</context>
<context>
    <name>ui::EmptyProfile</name>
    <message>
        <source>See which functions hold the memory</source>
        <translation>查看哪些函数占着内存</translation>
    </message>
    <message>
        <source>Fetch a profile from the server, or drop a pprof file here. To see what grew, take one as the base, upload, then compare.</source>
        <translation>从服务器获取性能剖析，或将 pprof 文件拖到此处。要看哪里在增长，先将一份设为基准，上传，再比较。</translation>
    </message>
    <message>
        <source>Connect to a server that offers pprof, drop a pprof file here, or run a leak check: it keeps the profiles from before and after.</source>
        <translation>连接提供 pprof 的服务器，将 pprof 文件拖到此处，或运行泄漏检测：它会保留上传前后的性能剖析。</translation>
    </message>
</context>
<context>
    <name>ui::EmptyUploads</name>
    <message>
        <source>Send 20 &amp;generated files</source>
        <translation>上传 20 个生成的文件(&amp;G)</translation>
    </message>
    <message>
        <source>Drop files or folders here</source>
        <translation>将文件或文件夹拖到此处</translation>
    </message>
    <message>
        <source>Each file goes in a request of its own. You see the server’s real answer, and below what it does to the memory.</source>
        <translation>每个文件单独用一个请求发送。可以看到服务器的真实响应，下方则是上传对内存的影响。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Makes 20 files of 1 MiB in a temporary folder and uploads them</source>
        <translation>在临时文件夹中生成 20 个 1 MiB 的文件并上传</translation>
    </message>
</context>
<context>
    <name>ui::ErrorText</name>
    <message>
        <source>“%1” was not uploaded.</source>
        <translation>“%1”未能上传。</translation>
    </message>
    <message>
        <source>%1 cannot be watched.</source>
        <translation>无法监视 %1。</translation>
    </message>
    <message>
        <source>The report “%1” was not written.</source>
        <translation>报告“%1”未能写入。</translation>
    </message>
    <message>
        <source>The sample server is not running.</source>
        <translation>示例服务器没有运行。</translation>
    </message>
    <message>
        <source>The profile “%1” cannot be shown.</source>
        <translation>无法显示性能剖析“%1”。</translation>
    </message>
    <message>
        <source>The queue is not kept: it will not come back after the next start.</source>
        <translation>队列未保存：下次启动后不会恢复。</translation>
    </message>
    <message>
        <source>The alert rules in “%1” were not taken over.</source>
        <translation>未能载入“%1”中的告警规则。</translation>
    </message>
    <message>
        <source>The alert rules were not written to “%1”.</source>
        <translation>告警规则未能写入“%1”。</translation>
    </message>
    <message>
        <source>Your alert rules of the last time cannot be used; the default ones are in force.</source>
        <translation>上次的告警规则无法使用，现用默认规则。</translation>
    </message>
    <message>
        <source>The file is there but cannot be read.</source>
        <translation>文件存在，但无法读取。</translation>
    </message>
    <message>
        <source>It is not a pprof profile, or it is damaged.</source>
        <translation>它不是 pprof 性能剖析，或已损坏。</translation>
    </message>
    <message>
        <source>Save one with: curl -o heap.pb.gz http://host:port/debug/pprof/heap</source>
        <translation>可这样保存一份：curl -o heap.pb.gz http://host:port/debug/pprof/heap</translation>
    </message>
    <message>
        <source>It is larger than a profile can sensibly be.</source>
        <translation>它大得不像一份性能剖析。</translation>
    </message>
    <message>
        <source>Check whether it is one.</source>
        <translation>检查它是不是性能剖析。</translation>
    </message>
    <message>
        <source>There is nothing in it to be shown.</source>
        <translation>其中没有可显示的内容。</translation>
    </message>
    <message>
        <source>Choose another kind of profile, or connect to a server that offers pprof.</source>
        <translation>选择另一类性能剖析，或连接提供 pprof 的服务器。</translation>
    </message>
    <message>
        <source>The server does not hand it out.</source>
        <translation>服务器不提供这种性能剖析。</translation>
    </message>
    <message>
        <source>Choose another kind of profile; the server&apos;s log may say why.</source>
        <translation>选择另一类性能剖析；服务器的日志里可能有原因。</translation>
    </message>
    <message>
        <source>There is no file at its path.</source>
        <translation>该路径下没有文件。</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>检查名称。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>检查其权限。</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>它不是普通文件。</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>选择一个文件。</translation>
    </message>
    <message>
        <source>The server did not send it in time.</source>
        <translation>服务器没有及时发来性能剖析。</translation>
    </message>
    <message>
        <source>Try again when the server is less busy.</source>
        <translation>等服务器空闲一些再试。</translation>
    </message>
    <message>
        <source>Another Tidemark has the archive.</source>
        <translation>另一个 Tidemark 占用着存档。</translation>
    </message>
    <message>
        <source>Uploads work all the same. Close the other one and start this one again to have the queue kept.</source>
        <translation>上传不受影响。要保存队列，关闭另一个 Tidemark，再重新启动这一个。</translation>
    </message>
    <message>
        <source>A newer version of Tidemark wrote the archive; it is left as it is.</source>
        <translation>存档由较新版本的 Tidemark 写入，保持原样。</translation>
    </message>
    <message>
        <source>Uploads work all the same. Update Tidemark to have the queue back.</source>
        <translation>上传不受影响。更新 Tidemark 即可恢复队列。</translation>
    </message>
    <message>
        <source>What lies in the archive&apos;s place is no archive.</source>
        <translation>存档位置上的内容不是存档。</translation>
    </message>
    <message>
        <source>Uploads work all the same. Move it away and start Tidemark again.</source>
        <translation>上传不受影响。将其移走，然后重新启动 Tidemark。</translation>
    </message>
    <message>
        <source>A part of Tidemark is not installed.</source>
        <translation>Tidemark 的一个组件未安装。</translation>
    </message>
    <message>
        <source>Uploads work all the same. Install it and start Tidemark again.</source>
        <translation>上传不受影响。安装该组件，然后重新启动 Tidemark。</translation>
    </message>
    <message>
        <source>The archive cannot be written.</source>
        <translation>无法写入存档。</translation>
    </message>
    <message>
        <source>Uploads work all the same. Free some disk space, or check the folder&apos;s permissions.</source>
        <translation>上传不受影响。清理磁盘空间，或检查目录的权限。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message>
        <source>Check its name and permissions.</source>
        <translation>检查其名称和权限。</translation>
    </message>
    <message>
        <source>They do not mean what Tidemark understands.</source>
        <translation>Tidemark 无法理解其内容。</translation>
    </message>
    <message>
        <source>Set them up anew in the settings, or load them from a file there.</source>
        <translation>在设置中重新设定，或在那里从文件载入。</translation>
    </message>
    <message>
        <source>Mend that place. A file that is saved here shows how rules are written.</source>
        <translation>修正该处。从这里保存的规则文件可作写法参考。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reason, and its technical detail</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Its program, tidemark-specimens, is not where Tidemark looks for it.</source>
        <translation>其程序 tidemark-specimens 不在 Tidemark 查找的位置。</translation>
    </message>
    <message>
        <source>Build or install Tidemark completely, or name the program in TIDEMARK_SPECIMENS.</source>
        <translation>完整构建或安装 Tidemark，或在 TIDEMARK_SPECIMENS 中指定该程序。</translation>
    </message>
    <message>
        <source>It is not known whether “%1” was uploaded.</source>
        <translation>不确定“%1”是否已上传。</translation>
    </message>
    <message>
        <source>The sample server runs no more.</source>
        <translation>示例服务器已停止运行。</translation>
    </message>
    <message>
        <source>It had started well, then its process ended.</source>
        <translation>它已正常启动，之后其进程结束了。</translation>
    </message>
    <message>
        <source>Start it again; it will have another address.</source>
        <translation>重新启动它；它的地址会与之前不同。</translation>
    </message>
    <message>
        <source>The address cannot be used.</source>
        <translation>此地址无法使用。</translation>
    </message>
</context>
<context>
    <name>ui::ExperimentDesk</name>
    <message>
        <source>Leak check begins</source>
        <translation>泄漏检测开始</translation>
    </message>
    <message>
        <source>Sweep begins</source>
        <translation>并发扫描开始</translation>
    </message>
    <message>
        <source>Audit begins</source>
        <translation>审计开始</translation>
    </message>
    <message>
        <source>A leak check is running.</source>
        <translation>正在进行泄漏检测。</translation>
    </message>
    <message>
        <source>A sweep is running.</source>
        <translation>正在进行并发扫描。</translation>
    </message>
    <message>
        <source>An audit is running.</source>
        <translation>正在进行审计。</translation>
    </message>
</context>
<context>
    <name>ui::ExperimentsConnection</name>
    <message>
        <source>The files wait until the leak check is over.</source>
        <translation>文件将在泄漏检测结束后上传。</translation>
    </message>
    <message>
        <source>The files wait until the sweep is over.</source>
        <translation>文件将在并发扫描结束后上传。</translation>
    </message>
    <message>
        <source>The files wait until the audit is over.</source>
        <translation>文件将在审计结束后上传。</translation>
    </message>
    <message>
        <source>“%1” is neither this machine nor surely in your private network.</source>
        <translation>“%1”不是本机，也无法确定是否在专用网络内。</translation>
    </message>
    <message>
        <source>They would be taken for its own uploads.</source>
        <translation>否则会与测试自身的上传混在一起。</translation>
    </message>
    <message>
        <source>Leak check running</source>
        <translation>正在进行泄漏检测</translation>
    </message>
    <message>
        <source>Sweep running</source>
        <translation>正在进行并发扫描</translation>
    </message>
    <message>
        <source>Audit running</source>
        <translation>正在进行审计</translation>
    </message>
</context>
<context>
    <name>ui::ExportConnection</name>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>JUnit (*.xml)</source>
        <translation>JUnit (*.xml)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>The report is written.</source>
        <translation>报告已导出。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Paths, one a line (*.txt)</source>
        <translation>路径列表，每行一个 (*.txt)</translation>
    </message>
    <message>
        <source>It covers only what is selected: %1 to %2, %3.</source>
        <translation>仅包含所选区间：%1 到 %2，共 %3。</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>It was written as .%1 and not as .%2, because that is how its name ends.</source>
        <translation>已按文件扩展名写成 .%1，而不是 .%2。</translation>
    </message>
</context>
<context>
    <name>ui::ExportMenu</name>
    <message>
        <source>To paste in an issue</source>
        <translation>用于粘贴到 issue 中</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
</context>
<context>
    <name>ui::FailedView</name>
    <message>
        <source>Nothing has failed, or it is being tried again</source>
        <translation>没有失败的上传，或失败的正在再试</translation>
    </message>
    <message>
        <source>%1 failed, for one reason</source>
        <translation>%1 个失败，原因相同</translation>
    </message>
    <message>
        <source>%1 failed, for %2 reasons</source>
        <translation>%1 个失败，共 %2 种原因</translation>
    </message>
    <message>
        <source>One file: %1</source>
        <comment>reason</comment>
        <translation>1 个文件：%1</translation>
    </message>
    <message>
        <source>%1 files: %2</source>
        <comment>how many, reason</comment>
        <translation>%1 个文件：%2</translation>
    </message>
    <message>
        <source>&amp;Export all…</source>
        <translation>全部导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Retry these</source>
        <translation>重试这些(&amp;R)</translation>
    </message>
    <message>
        <source>E&amp;xport these…</source>
        <translation>导出这些(&amp;X)…</translation>
    </message>
    <message>
        <source>Write all failed files to a table (CSV) or a list of paths</source>
        <translation>将所有失败的文件导出为表格（CSV）或路径列表</translation>
    </message>
    <message>
        <source>Upload the files of this reason once more</source>
        <translation>重新上传因此失败的文件</translation>
    </message>
    <message>
        <source>Write the files of this reason to a table (CSV) or a list of paths</source>
        <translation>将因此失败的文件导出为表格（CSV）或路径列表</translation>
    </message>
    <message>
        <source>&amp;Back to the queue</source>
        <translation>返回队列(&amp;B)</translation>
    </message>
    <message>
        <source>Show all uploads again (Esc)</source>
        <translation>重新显示所有上传（Esc）</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>A &amp;table, with reasons and answers (CSV)…</source>
        <translation>表格，含原因和响应（CSV）(&amp;T)…</translation>
    </message>
    <message>
        <source>A list of &amp;paths…</source>
        <translation>路径列表(&amp;P)…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>why it failed, what to do</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>For example “%1”.</source>
        <translation>例如“%1”。</translation>
    </message>
    <message>
        <source>For example “%1”; the server said: %2</source>
        <translation>例如“%1”；服务器返回：%2</translation>
    </message>
</context>
<context>
    <name>ui::FailureModel</name>
    <message>
        <source>not sent to any</source>
        <translation>未发往服务器</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Last said</source>
        <translation>最近消息</translation>
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message>
        <source>Choose the checks of the next audit</source>
        <translation>选择下次审计的检查项</translation>
    </message>
    <message>
        <source>Show what all checks found</source>
        <translation>显示全部检查项的发现</translation>
    </message>
    <message>
        <source>Show what failed alone</source>
        <translation>仅显示未通过的</translation>
    </message>
    <message>
        <source>Show what could not be decided alone</source>
        <translation>仅显示无法判定的</translation>
    </message>
    <message>
        <source>Show what passed alone</source>
        <translation>仅显示通过的</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>未通过 %1</translation>
    </message>
    <message>
        <source>unknown %1</source>
        <translation>未知 %1</translation>
    </message>
    <message>
        <source>passed %1</source>
        <translation>通过 %1</translation>
    </message>
    <message>
        <source>choose checks</source>
        <translation>选择检查项</translation>
    </message>
</context>
<context>
    <name>ui::FindingDetails</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>有何影响</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>修复方法</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>延伸阅读</translation>
    </message>
</context>
<context>
    <name>ui::FindingModel</name>
    <message>
        <source>%1: %2</source>
        <comment>outcome, check</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::FindingRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::Findings</name>
    <message>
        <source>not told by the metrics</source>
        <translation>指标中没有说明</translation>
    </message>
    <message>
        <source>Live readings</source>
        <translation>实时读数</translation>
    </message>
    <message>
        <source>none found; for a server in %1 add:</source>
        <translation>未找到；%1 服务器请添加：</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>Heap profiles</source>
        <translation>堆剖析</translation>
    </message>
    <message>
        <source>can be fetched</source>
        <translation>可以获取</translation>
    </message>
    <message>
        <source>not found, so no function can be named for a leak; add:</source>
        <translation>未找到，因此无法指出泄漏出自哪个函数；请添加：</translation>
    </message>
    <message>
        <source>Garbage collection</source>
        <translation>垃圾回收</translation>
    </message>
    <message>
        <source>can be asked for before a reading</source>
        <translation>可以在读数前触发</translation>
    </message>
    <message>
        <source>cannot be asked for: the profile address does not take ?gc=1</source>
        <translation>无法触发：剖析地址不支持 ?gc=1</translation>
    </message>
    <message>
        <source>cannot be asked for; the same line gives that, too</source>
        <translation>无法触发；添加上面那一行后即可</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>运行时</translation>
    </message>
</context>
<context>
    <name>ui::FlameLegend</name>
    <message>
        <source>grew</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>shrank</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>both: width is what moved</source>
        <translation>有增有减：宽度为变动量</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>程序自身</translation>
    </message>
    <message>
        <source>its libraries</source>
        <translation>依赖库</translation>
    </message>
    <message>
        <source>standard library</source>
        <translation>标准库</translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>颜色：%1</translation>
    </message>
</context>
<context>
    <name>ui::FlameView</name>
    <message>
        <source>Flame graph</source>
        <translation>火焰图</translation>
    </message>
    <message>
        <source>Flame graph: %1</source>
        <translation>火焰图：%1</translation>
    </message>
    <message>
        <source>Go to the caller, the callee, the neighbours</source>
        <translation>转到调用者、被调函数、相邻函数</translation>
    </message>
    <message>
        <source>Zoom to the function</source>
        <translation>放大到该函数</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>显示整张图</translation>
    </message>
    <message>
        <source>Copy the function&apos;s stack</source>
        <translation>复制该函数的调用栈</translation>
    </message>
</context>
<context>
    <name>ui::FloorCard</name>
    <message>
        <source>Copy chart as pictur&amp;e</source>
        <translation>将图表复制为图片(&amp;E)</translation>
    </message>
    <message>
        <source>Resource in the plot</source>
        <translation>曲线图中的资源</translation>
    </message>
    <message>
        <source>Which resource is drawn</source>
        <translation>绘制哪种资源</translation>
    </message>
    <message>
        <source>Progress of this phase</source>
        <translation>本阶段进度</translation>
    </message>
    <message>
        <source>Copy the plot with its title as a picture</source>
        <translation>将曲线图连同标题复制为图片</translation>
    </message>
    <message>
        <source>No floor was measured.</source>
        <translation>没有测得残留值。</translation>
    </message>
    <message>
        <source>Measured at %1</source>
        <translation>测量对象：%1</translation>
    </message>
    <message>
        <source>What is left after each round</source>
        <translation>每轮后的残留</translation>
    </message>
    <message>
        <source>%1 left after each round</source>
        <translation>%1：每轮后的残留</translation>
    </message>
    <message>
        <source>%1 left after %2</source>
        <translation>%1：残留（%2）</translation>
    </message>
    <message>
        <source>%1 so far · line: fit · shade: 98 % interval</source>
        <translation>横轴：%1（累计），直线：拟合，阴影：98 % 区间</translation>
    </message>
    <message>
        <source>uploads</source>
        <translation>上传次数</translation>
    </message>
    <message>
        <source>axis from %1</source>
        <translation>纵轴起点 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ui::FloorPlot</name>
    <message>
        <source>Plot of what is left on the server</source>
        <translation>服务器残留曲线图</translation>
    </message>
    <message numerus="yes">
        <source>%n floor(s), the last one %1</source>
        <translation>
            <numerusform>%n 个底值，最后一个为 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; the axis begins at %2</source>
        <translation>%1；坐标轴从 %2 开始</translation>
    </message>
    <message numerus="yes">
        <source>after %1 uploads: %2</source>
        <translation>
            <numerusform>%1 次上传后：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热</translation>
    </message>
</context>
<context>
    <name>ui::FolderPanel</name>
    <message>
        <source>&amp;Hidden files and folders</source>
        <translation>隐藏的文件和文件夹(&amp;H)</translation>
    </message>
    <message>
        <source>Follow symbolic &amp;links</source>
        <translation>跟随符号链接(&amp;L)</translation>
    </message>
    <message>
        <source>What becomes of folders</source>
        <translation>文件夹的处理方式</translation>
    </message>
    <message>
        <source>Form field of the path</source>
        <translation>存放路径的表单字段</translation>
    </message>
    <message>
        <source>Those whose name begins with a dot</source>
        <translation>名称以点开头的文件和文件夹</translation>
    </message>
    <message>
        <source>Each folder once, even where links lead in circles</source>
        <translation>每个文件夹只进入一次，即使链接成环</translation>
    </message>
    <message>
        <source>What the server is told of a file’s place</source>
        <translation>如何告知服务器文件位置</translation>
    </message>
    <message>
        <source>What is taken from folders</source>
        <translation>从文件夹中选取的内容</translation>
    </message>
    <message>
        <source>For what is added from now on.</source>
        <translation>对此后添加的内容生效。</translation>
    </message>
    <message>
        <source>&amp;Only its name</source>
        <translation>仅文件名(&amp;O)</translation>
    </message>
    <message>
        <source>“a.jpg”</source>
        <translation>“a.jpg”</translation>
    </message>
    <message>
        <source>Its path in the file &amp;name</source>
        <translation>路径写在文件名中(&amp;N)</translation>
    </message>
    <message>
        <source>“photos/2024/a.jpg”; many servers drop all before the last “/”</source>
        <translation>“photos/2024/a.jpg”；许多服务器会去掉最后一个“/”之前的部分</translation>
    </message>
    <message>
        <source>Its path in a &amp;field:</source>
        <translation>路径写在字段中(&amp;F)：</translation>
    </message>
    <message>
        <source>“photos/2024/a.jpg”, in a form field of this name</source>
        <translation>“photos/2024/a.jpg”，写在此名称的表单字段中</translation>
    </message>
</context>
<context>
    <name>ui::FormatActions</name>
    <message>
        <source>&amp;HTML…</source>
        <translation>HTML(&amp;H)…</translation>
    </message>
    <message>
        <source>A page to read and to pass on</source>
        <translation>便于阅读和分享的网页</translation>
    </message>
    <message>
        <source>&amp;Markdown…</source>
        <translation>Markdown(&amp;M)…</translation>
    </message>
    <message>
        <source>To paste in an issue</source>
        <translation>用于粘贴到 issue 中</translation>
    </message>
    <message>
        <source>C&amp;SV…</source>
        <translation>CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>For spreadsheets</source>
        <translation>供电子表格使用</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>For scripts</source>
        <translation>供脚本使用</translation>
    </message>
    <message>
        <source>J&amp;Unit…</source>
        <translation>JUnit(&amp;U)…</translation>
    </message>
    <message>
        <source>For continuous integration</source>
        <translation>供持续集成使用</translation>
    </message>
    <message>
        <source>&amp;PDF…</source>
        <translation>PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>To print, to file away, and to send</source>
        <translation>用于打印、归档和发送</translation>
    </message>
</context>
<context>
    <name>ui::FunctionModel</name>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Kept, itself</source>
        <translation>自身留存</translation>
    </message>
    <message>
        <source>Change, itself</source>
        <translation>自身变化</translation>
    </message>
    <message>
        <source>Itself</source>
        <translation>自身</translation>
    </message>
    <message>
        <source>Kept, with callees</source>
        <translation>留存（含被调）</translation>
    </message>
    <message>
        <source>Change, with callees</source>
        <translation>变化（含被调）</translation>
    </message>
    <message>
        <source>With callees</source>
        <translation>含被调函数</translation>
    </message>
    <message>
        <source>Per upload</source>
        <translation>每次上传</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Share of what moved</source>
        <translation>占变动量</translation>
    </message>
    <message>
        <source>Share of shrinkage</source>
        <translation>占减少量</translation>
    </message>
    <message>
        <source>Share of growth</source>
        <translation>占增长量</translation>
    </message>
</context>
<context>
    <name>ui::FunctionTable</name>
    <message>
        <source>%1 %2</source>
        <comment>a column&apos;s title, an arrow</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
</context>
<context>
    <name>ui::GeneralPage</name>
    <message>
        <source>The other language is there when Tidemark is started again.</source>
        <translation>重新启动 Tidemark 后换用所选语言。</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Of the window and of the reports it writes</source>
        <translation>窗口及其导出报告所用的语言</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>Of the window; reports follow who reads them</source>
        <translation>窗口的配色；报告随阅读者的系统而定</translation>
    </message>
</context>
<context>
    <name>ui::HistoryActions</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show what came of the chosen run; Enter in the list</source>
        <translation>查看所选运行记录的结果；在列表中按 Enter</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Show what has changed between two leak checks</source>
        <translation>查看两次泄漏检测之间有什么变化</translation>
    </message>
    <message>
        <source>Edit &amp;tags</source>
        <translation>编辑标签(&amp;T)</translation>
    </message>
    <message>
        <source>Mark the chosen run by words; F2 in the list</source>
        <translation>给所选运行记录加标签；在列表中按 F2</translation>
    </message>
    <message>
        <source>Edit the &amp;note</source>
        <translation>编辑备注(&amp;N)</translation>
    </message>
    <message>
        <source>Write something on the chosen run</source>
        <translation>给所选运行记录写备注</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the chosen runs; Del in the list</source>
        <translation>删除所选运行记录；在列表中按 Del</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>恢复上次删除的记录</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>筛选运行记录</translation>
    </message>
    <message>
        <source>Type a part of a server’s address</source>
        <translation>输入服务器地址的一部分</translation>
    </message>
    <message>
        <source>&amp;Compare with…</source>
        <translation>选择比较对象(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>ui::HistoryConnection</name>
    <message>
        <source>The history cannot be read.</source>
        <translation>无法读取历史记录。</translation>
    </message>
    <message>
        <source>The history was damaged, and a new one is begun.</source>
        <translation>历史记录已损坏，已新建一份。</translation>
    </message>
    <message>
        <source>The damaged one is kept as %1.</source>
        <translation>损坏的历史记录已保留为 %1。</translation>
    </message>
    <message>
        <source>Runs are not kept in the history.</source>
        <translation>运行记录无法存入历史记录。</translation>
    </message>
    <message>
        <source>Everything else goes on.</source>
        <translation>其他功能不受影响。</translation>
    </message>
    <message>
        <source>The run could not be marked.</source>
        <translation>无法保存标签或备注。</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>未删除任何记录。</translation>
    </message>
    <message>
        <source>Nothing was brought back.</source>
        <translation>未恢复任何记录。</translation>
    </message>
    <message>
        <source>The run cannot be opened.</source>
        <translation>无法打开运行记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of it could still be read, and are in the new one.</source>
        <translation>
            <numerusform>其中仍可读取的 %n 次运行已保留在新的历史记录中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HistoryFoot</name>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>Write the report of the chosen run</source>
        <translation>导出所选运行记录的报告</translation>
    </message>
    <message>
        <source>Room for the history</source>
        <translation>历史记录的空间上限</translation>
    </message>
    <message>
        <source>How much the history may take up. Beyond that, with the next run, the oldest ones go that have neither tag nor note.</source>
        <translation>历史记录可占用的空间。超出后，在下次运行时删除最早的、既无标签也无备注的记录。</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>%1 of %2 runs · %3 in all</source>
        <comment>how many, of how many, bytes</comment>
        <translation>%1 / %2 条运行记录 · 共 %3</translation>
    </message>
    <message>
        <source>1 run · %1</source>
        <translation>1 条运行记录 · %1</translation>
    </message>
    <message>
        <source>%1 runs · %2</source>
        <translation>%1 条运行记录 · %2</translation>
    </message>
</context>
<context>
    <name>ui::HistoryPage</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>With which check shall %1 be compared?</source>
        <comment>“the check of …”</comment>
        <translation>%1要与哪次检测比较？</translation>
    </message>
    <message>
        <source>Choose it and press Enter. The earlier one of the two is “before”.</source>
        <translation>选中后按 Enter。两次检测中较早的一次为“修改前”。</translation>
    </message>
    <message>
        <source>The run is deleted.</source>
        <translation>已删除运行记录。</translation>
    </message>
    <message>
        <source>%1 runs are deleted.</source>
        <translation>已删除 %1 条运行记录。</translation>
    </message>
    <message>
        <source>Undo brings back what was deleted last, until this window closes.</source>
        <translation>此窗口关闭之前，可以撤销上次删除。</translation>
    </message>
</context>
<context>
    <name>ui::KeyedAction</name>
    <message>
        <source>%1 (%2)</source>
        <comment>tool tip, keys</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>ui::KnownServers</name>
    <message>
        <source>The secrets of “%1” are kept only until Tidemark ends.</source>
        <translation>“%1”的机密信息只保留到 Tidemark 退出为止。</translation>
    </message>
    <message>
        <source>They belong into a keychain, and %1.</source>
        <translation>机密信息应存入密钥环，但未能存入：%1。</translation>
    </message>
    <message>
        <source>The secrets of “%1” cannot be read.</source>
        <translation>无法读取“%1”的机密信息。</translation>
    </message>
    <message>
        <source>%1. Type them again under Servers (Ctrl+Shift+S).</source>
        <translation>%1。请在“服务器”中重新输入（Ctrl+Shift+S）。</translation>
    </message>
    <message>
        <source>The exception lasts only until Tidemark ends.</source>
        <translation>此例外只保留到 Tidemark 退出为止。</translation>
    </message>
</context>
<context>
    <name>ui::LeakConnection</name>
    <message>
        <source>A leak check makes hundreds of uploads and breaks some off. Check only servers that are yours to load.</source>
        <translation>泄漏检测会上传数百次，并故意中断其中一部分。请只检测自己有权施加负载的服务器。</translation>
    </message>
    <message>
        <source>Check it all the same</source>
        <translation>仍要检测</translation>
    </message>
</context>
<context>
    <name>ui::LeakPage</name>
    <message>
        <source>Start a leak chec&amp;k</source>
        <translation>开始泄漏检测(&amp;K)</translation>
    </message>
    <message>
        <source>Stop the leak check</source>
        <translation>停止泄漏检测</translation>
    </message>
    <message>
        <source>The plot grows while a check runs.</source>
        <translation>检测运行时，曲线图会逐步延伸。</translation>
    </message>
    <message>
        <source>Start a check: the plot grows while it runs.</source>
        <translation>开始检测后，曲线图会逐步延伸。</translation>
    </message>
    <message>
        <source>Warming up: what a server sets aside once is no leak.</source>
        <translation>预热中：服务器一次性预留的内存不算泄漏。</translation>
    </message>
    <message>
        <source>From the history, of %1</source>
        <comment>time</comment>
        <translation>来自 %1 的历史记录</translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) in the queue wait until the check is over.</source>
        <translation>
            <numerusform>队列中有 %n 个文件等待检测结束。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LeftOutNotice</name>
    <message>
        <source>Not all of what was added is uploaded.</source>
        <translation>添加的内容没有全部上传。</translation>
    </message>
</context>
<context>
    <name>ui::LimitSection</name>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>并发数</translation>
    </message>
    <message>
        <source>How many uploads are sent at the same time</source>
        <translation>同时发送的上传数</translation>
    </message>
    <message>
        <source>&amp;Bytes a second</source>
        <translation>每秒字节数(&amp;B)</translation>
    </message>
    <message>
        <source>All uploads together: 512K, 2M, 1G; empty for no limit</source>
        <translation>所有上传合计：512K、2M、1G；留空表示不限</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>Attempts after the first, for failures that may pass</source>
        <translation>首次失败后的尝试次数，只针对可能自行恢复的失败</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Finding the server, connecting and TLS</source>
        <translation>包括域名解析、建立连接和 TLS 握手</translation>
    </message>
    <message>
        <source>Time without a byte</source>
        <translation>空闲超时</translation>
    </message>
    <message>
        <source>A connection that stands still for so long is given up</source>
        <translation>连接超过此时间没有数据传输，就会被放弃</translation>
    </message>
    <message>
        <source>&amp;Whole request</source>
        <translation>请求总超时(&amp;W)</translation>
    </message>
    <message>
        <source>From connecting to the last byte of the answer</source>
        <translation>从建立连接到收到响应的最后一个字节</translation>
    </message>
    <message>
        <source>“%1” is not a number of bytes a second; write 512K, 2M or 1G.</source>
        <translation>“%1”不是有效的每秒字节数；请写成 512K、2M 或 1G。</translation>
    </message>
</context>
<context>
    <name>ui::LookConnection</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Tidemark</source>
        <translation>Tidemark</translation>
    </message>
    <message>
        <source>Not all known servers could be read.</source>
        <translation>部分服务器配置无法读取。</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Send files and read the server&apos;s answers</source>
        <translation>发送文件并查看服务器响应</translation>
    </message>
    <message>
        <source>Leak check</source>
        <translation>泄漏检测</translation>
    </message>
    <message>
        <source>See whether uploads leave something behind on the server</source>
        <translation>检查上传后服务器上是否有残留</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>并发扫描</translation>
    </message>
    <message>
        <source>See how the server stands many uploads at once</source>
        <translation>查看服务器能否承受大量并发上传</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>端点审计</translation>
    </message>
    <message>
        <source>See what the server makes of uploads that are wrong</source>
        <translation>查看服务器如何处理有问题的上传</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>性能剖析</translation>
    </message>
    <message>
        <source>See which functions hold the server&apos;s memory</source>
        <translation>查看服务器内存被哪些函数占用</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Find earlier runs, open them, and compare two leak checks</source>
        <translation>查找并打开以往的运行记录，比较两次泄漏检测</translation>
    </message>
    <message>
        <source>generated files</source>
        <translation>生成的文件</translation>
    </message>
    <message>
        <source>Where shall they go?</source>
        <translation>要上传到哪里？</translation>
    </message>
    <message>
        <source>The files wait until you have typed the address of the upload service above.</source>
        <translation>在上方输入上传服务的地址后，文件才会上传。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>%1 %2</source>
        <comment>why it failed, what to do</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tool tip, keys</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>ui::NoteBar</name>
    <message>
        <source>What happened now?</source>
        <translation>刚才发生了什么？</translation>
    </message>
    <message>
        <source>Note for the timeline</source>
        <translation>时间轴备注</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Put it on the timeline (Enter)</source>
        <translation>添加到时间轴（Enter）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add no note (Escape)</source>
        <translation>不添加备注（Escape）</translation>
    </message>
</context>
<context>
    <name>ui::OriginBar</name>
    <message>
        <source>Close this result</source>
        <translation>关闭此结果</translation>
    </message>
    <message>
        <source>Close this result; it can be shown again</source>
        <translation>关闭此结果；之后可以重新显示</translation>
    </message>
</context>
<context>
    <name>ui::PastRunsConnection</name>
    <message>
        <source>A leak check is under way.</source>
        <translation>正在进行泄漏检测。</translation>
    </message>
    <message>
        <source>An earlier one can be opened when it is over.</source>
        <translation>检测结束后才能打开以往的结果。</translation>
    </message>
</context>
<context>
    <name>ui::PathField</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
</context>
<context>
    <name>ui::PayloadBox</name>
    <message>
        <source>What is uploaded: generated files, each different, or files of yours</source>
        <translation>上传内容：自动生成的文件，各不相同；或自己的文件</translation>
    </message>
    <message>
        <source>%1, generated</source>
        <translation>%1，自动生成</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n 个文件，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Files to measure with</source>
        <translation>用于测量的文件</translation>
    </message>
</context>
<context>
    <name>ui::PhaseBar</name>
    <message>
        <source>%1 %2</source>
        <comment>phase, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>耗时分布</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>phase and time, what happens in it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::PlotPicture</name>
    <message>
        <source>%1, %2</source>
        <comment>address, when it was measured</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ui::PointPlot</name>
    <message>
        <source>Read the points of the plot</source>
        <translation>逐点读取曲线</translation>
    </message>
</context>
<context>
    <name>ui::ProfileActions</name>
    <message>
        <source>&amp;Fetch heap</source>
        <translation>获取堆剖析(&amp;F)</translation>
    </message>
    <message>
        <source>Fetch a profile from the server</source>
        <translation>从服务器获取性能剖析</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Show a pprof file, such as heap.pb.gz</source>
        <translation>显示 pprof 文件，例如 heap.pb.gz</translation>
    </message>
    <message>
        <source>Take as &amp;base</source>
        <translation>设为基准(&amp;B)</translation>
    </message>
    <message>
        <source>Keep this profile, to compare a later one with it</source>
        <translation>保留这份性能剖析，供之后比较</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Show what changed since the base</source>
        <translation>显示相对基准的变化</translation>
    </message>
    <message>
        <source>Forget the base</source>
        <translation>清除基准</translation>
    </message>
    <message>
        <source>Find a function</source>
        <translation>查找函数</translation>
    </message>
    <message>
        <source>Flame</source>
        <translation>火焰图</translation>
    </message>
    <message>
        <source>Show the flame graph</source>
        <translation>显示火焰图</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>显示表格</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the table, to paste it into an issue</source>
        <translation>复制表格，可粘贴到 issue 中</translation>
    </message>
    <message>
        <source>Copy the &amp;stack</source>
        <translation>复制调用栈(&amp;S)</translation>
    </message>
    <message>
        <source>Copy the marked frame and its callers; Ctrl+C in the flame graph</source>
        <translation>复制选中的栈帧及其调用者；在火焰图中按 Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the &amp;picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the flame graph as a picture</source>
        <translation>将火焰图复制为图片</translation>
    </message>
    <message>
        <source>Sa&amp;ve the profile…</source>
        <translation>保存性能剖析(&amp;V)…</translation>
    </message>
    <message>
        <source>Write the profile to a file, as it came</source>
        <translation>将性能剖析原样写入文件</translation>
    </message>
</context>
<context>
    <name>ui::ProfileBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Fetch another kind of profile</source>
        <translation>获取另一类性能剖析</translation>
    </message>
    <message>
        <source>Kind of profile</source>
        <translation>性能剖析类型</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy or save what is shown</source>
        <translation>复制或保存当前显示的内容</translation>
    </message>
    <message>
        <source>Fetch %1</source>
        <translation>获取 %1</translation>
    </message>
    <message>
        <source>&amp;Fetch %1</source>
        <translation>获取 %1(&amp;F)</translation>
    </message>
    <message>
        <source>base: %1</source>
        <translation>基准：%1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Fetching %1…</source>
        <translation>正在获取 %1…</translation>
    </message>
</context>
<context>
    <name>ui::ProfileBase</name>
    <message>
        <source>%1 of %2, %3</source>
        <comment>kind of profile, server, time</comment>
        <translation>%2 的 %1，%3</translation>
    </message>
</context>
<context>
    <name>ui::ProfileDialogs</name>
    <message>
        <source>The profile is saved.</source>
        <translation>性能剖析已保存。</translation>
    </message>
    <message>
        <source>The profile was not saved.</source>
        <translation>性能剖析未能保存。</translation>
    </message>
    <message>
        <source>Open a profile</source>
        <translation>打开性能剖析</translation>
    </message>
    <message>
        <source>Profiles (*.pb.gz *.pb *.pprof *.prof *.gz);;All files (*)</source>
        <translation>剖析文件 (*.pb.gz *.pb *.pprof *.prof *.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>保存性能剖析</translation>
    </message>
    <message>
        <source>Profiles (*.pb.gz)</source>
        <translation>剖析文件 (*.pb.gz)</translation>
    </message>
</context>
<context>
    <name>ui::ProfileHeader</name>
    <message>
        <source>Search function…</source>
        <translation>搜索函数…</translation>
    </message>
    <message>
        <source>Search function</source>
        <translation>搜索函数</translation>
    </message>
    <message>
        <source>Part of a function&apos;s name or file (Ctrl+F)</source>
        <translation>函数名或文件名的一部分（Ctrl+F）</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>计量对象</translation>
    </message>
    <message>
        <source>What the profile counts</source>
        <translation>性能剖析的计量对象</translation>
    </message>
</context>
<context>
    <name>ui::ProfileLoader</name>
    <message>
        <source>%1 → %2</source>
        <comment>from one profile to another</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>ui::ProfilePage</name>
    <message>
        <source>The base is forgotten: it is of another server.</source>
        <translation>已清除基准：它来自另一台服务器。</translation>
    </message>
    <message>
        <source>It was %1. Take a new one of this server.</source>
        <translation>原基准为 %1。需从当前服务器重新设定。</translation>
    </message>
    <message>
        <source>This check kept no profiles.</source>
        <translation>这次检测没有保留性能剖析。</translation>
    </message>
    <message>
        <source>They are kept when the server offers pprof and something grew.</source>
        <translation>服务器提供 pprof 且有资源增长时才会保留。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>title, details</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The two profiles cannot be compared.</source>
        <translation>这两份性能剖析无法比较。</translation>
    </message>
    <message>
        <source>They do not count the same things (%1).</source>
        <translation>两者的计量对象不同（%1）。</translation>
    </message>
    <message>
        <source>Take a base of the same kind.</source>
        <translation>换用同类性能剖析作为基准。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>why it failed, what to do</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>ui::ProfilePane</name>
    <message>
        <source>%1 · %2</source>
        <comment>place, figures</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ui::ProfileText</name>
    <message>
        <source>%1 of what moved</source>
        <translation>占变动量 %1</translation>
    </message>
    <message>
        <source>%1 of the shrinkage</source>
        <translation>占减少量 %1</translation>
    </message>
    <message>
        <source>%1 of the growth</source>
        <translation>占增长量 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Heap in use</source>
        <translation>在用堆内存</translation>
    </message>
    <message>
        <source>Objects in use</source>
        <translation>在用对象</translation>
    </message>
    <message>
        <source>Allocated bytes</source>
        <translation>分配字节数</translation>
    </message>
    <message>
        <source>Allocated objects</source>
        <translation>分配对象数</translation>
    </message>
    <message>
        <source>Goroutines</source>
        <translation>goroutine</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待次数</translation>
    </message>
    <message>
        <source>Time waited</source>
        <translation>等待时间</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU 时间</translation>
    </message>
    <message>
        <source>%1: after − before</source>
        <translation>%1：后 − 前</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 uploads</source>
        <translation>
            <numerusform>%1 次上传</numerusform>
        </translation>
    </message>
    <message>
        <source>1 sample per %1</source>
        <translation>每 %1 采样一次</translation>
    </message>
    <message>
        <source>sampled differently: small changes are noise</source>
        <translation>采样率不同：小幅变化属于噪声</translation>
    </message>
    <message>
        <source>%1 net of %2 moved</source>
        <translation>净变化 %1，变动量 %2</translation>
    </message>
    <message>
        <source>all</source>
        <comment>the root of a flame graph</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 with callees</source>
        <translation>含被调函数：%1</translation>
    </message>
    <message>
        <source>%1 itself</source>
        <translation>自身：%1</translation>
    </message>
    <message>
        <source>%1 per upload</source>
        <translation>每次上传 %1</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 个匹配</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 个匹配</translation>
    </message>
    <message>
        <source>and %1 more functions</source>
        <translation>另有 %1 个函数</translation>
    </message>
</context>
<context>
    <name>ui::QueueConnection</name>
    <message>
        <source>The queue is kept again.</source>
        <translation>队列已恢复存档。</translation>
    </message>
    <message>
        <source>“%1” is not on this computer, so it cannot be uploaded.</source>
        <translation>“%1”不在本机上，无法上传。</translation>
    </message>
    <message>
        <source>Save it to a folder, then drop it from there.</source>
        <translation>请先保存到文件夹，再从那里拖入。</translation>
    </message>
    <message>
        <source>Nothing more is uploaded: the queue’s archive cannot be written.</source>
        <translation>不再开始新的上传：无法写入队列存档。</translation>
    </message>
    <message>
        <source>What is under way comes to its end. Free some disk space, and all goes on by itself. What is uploaded without being kept may be uploaded again after the next start.</source>
        <translation>进行中的上传会继续完成。释放一些磁盘空间后，其余上传会自动继续。未存档时上传的文件，下次启动后可能会再次上传。</translation>
    </message>
    <message>
        <source>Go on without keeping</source>
        <translation>不存档，继续上传</translation>
    </message>
    <message>
        <source>Waiting for an address: %1.</source>
        <translation>有 %1 个文件在等待输入地址。</translation>
    </message>
    <message>
        <source>Waiting until %2 is the address again: %1.</source>
        <translation>有 %1 个文件在等待地址改回 %2。</translation>
    </message>
    <message>
        <source>Paused: %1.</source>
        <translation>有 %1 个文件已暂停。</translation>
    </message>
    <message>
        <source>Under way when Tidemark ended: %1. The server may have them or not; only you can say whether they are to be sent again.</source>
        <translation>Tidemark 退出时有 %1 个文件正在上传。服务器可能已经收到，也可能没有；是否重新发送需要由你决定。</translation>
    </message>
    <message>
        <source>Tidemark ended while it looked through folders: what it had not found yet is missing here.</source>
        <translation>Tidemark 退出时还没有遍历完文件夹：尚未找到的文件不在队列中。</translation>
    </message>
    <message>
        <source>The archive of the queue was damaged. A new one is begun.</source>
        <translation>队列存档已损坏，已新建一份。</translation>
    </message>
    <message>
        <source>The damaged file is kept as %1.</source>
        <translation>损坏的文件已保留为 %1。</translation>
    </message>
    <message>
        <source>The archive of the queue was an empty file.</source>
        <translation>队列存档是空文件。</translation>
    </message>
    <message>
        <source>If it held uploads once, they are not known any more.</source>
        <translation>如果其中曾有上传，现在已无法找回。</translation>
    </message>
    <message>
        <source>The uploads of the last time are back.</source>
        <translation>已恢复上次的上传队列。</translation>
    </message>
    <message>
        <source>Go on with the interrupted</source>
        <translation>继续被中断的上传</translation>
    </message>
    <message>
        <source>Uploads of the last time were meant for another address, and are paused: %1.</source>
        <translation>上次队列中有 %1 个文件要发往其他地址，现已暂停。</translation>
    </message>
    <message>
        <source>That was %1, perhaps with another query, method or form. Resume them to send them to the present one, or cancel them.</source>
        <translation>原地址为 %1，查询参数、方法或表单也可能不同。可以继续上传，发往当前地址；也可以取消。</translation>
    </message>
    <message>
        <source>Resume them all</source>
        <translation>全部继续</translation>
    </message>
</context>
<context>
    <name>ui::QueueSummary</name>
    <message>
        <source>%1 done</source>
        <translation>已完成 %1</translation>
    </message>
    <message>
        <source>%1 done, %2 cancelled</source>
        <translation>已完成 %1，已取消 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>Looking through %1: %2 files</source>
        <translation>
            <numerusform>正在遍历 %1：%2 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>One symbolic link leads nowhere.</source>
        <translation>1 个符号链接指向的目标不存在。</translation>
    </message>
    <message>
        <source>%1 symbolic links lead nowhere.</source>
        <translation>%1 个符号链接指向的目标不存在。</translation>
    </message>
    <message>
        <source>One symbolic link was not followed.</source>
        <translation>1 个符号链接未跟随。</translation>
    </message>
    <message>
        <source>%1 symbolic links were not followed.</source>
        <translation>%1 个符号链接未跟随。</translation>
    </message>
    <message>
        <source>One entry is no file, but a pipe, socket or device.</source>
        <translation>1 个条目不是文件，而是管道、套接字或设备。</translation>
    </message>
    <message>
        <source>%1 entries are no files, but pipes, sockets or devices.</source>
        <translation>%1 个条目不是文件，而是管道、套接字或设备。</translation>
    </message>
    <message>
        <source>One file is written by Tidemark itself.</source>
        <translation>1 个文件由 Tidemark 自身写入。</translation>
    </message>
    <message>
        <source>%1 files are written by Tidemark itself.</source>
        <translation>%1 个文件由 Tidemark 自身写入。</translation>
    </message>
    <message>
        <source>One file was named more than once, and is uploaded once.</source>
        <translation>1 个文件被重复指定，只上传一次。</translation>
    </message>
    <message>
        <source>%1 files were named more than once, and are uploaded once each.</source>
        <translation>%1 个文件被重复指定，各只上传一次。</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失败 %1</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · 剩余 %2</translation>
    </message>
    <message>
        <source>%1 · %2 paused</source>
        <translation>%1 · %2 个已暂停</translation>
    </message>
</context>
<context>
    <name>ui::QueueView</name>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>why it failed, what to do</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The server said: %1</source>
        <translation>服务器的说明：%1</translation>
    </message>
</context>
<context>
    <name>ui::RangeBar</name>
    <message>
        <source>1 m</source>
        <translation>1 m</translation>
    </message>
    <message>
        <source>Show one minute</source>
        <translation>显示 1 分钟</translation>
    </message>
    <message>
        <source>5 m</source>
        <translation>5 m</translation>
    </message>
    <message>
        <source>Show five minutes</source>
        <translation>显示 5 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>Show one hour</source>
        <translation>显示 1 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Show one day</source>
        <translation>显示 1 天</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all there is</source>
        <translation>显示全部数据</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Follow the present</source>
        <translation>跟随最新数据</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tool tip, keys</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>ui::RangeLine</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show all uploads again: no range of time is selected any more (Ctrl+Shift+X)</source>
        <translation>重新显示所有上传，不再选择时间区间（Ctrl+Shift+X）</translation>
    </message>
    <message>
        <source>Uploads between %1 and %2 – %3 of %4</source>
        <translation>%1 到 %2 之间的上传 – %3 / %4</translation>
    </message>
</context>
<context>
    <name>ui::ReadingModel</name>
    <message>
        <source>not reported</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Heap (MiB)</source>
        <translation>堆 (MiB)</translation>
    </message>
    <message>
        <source>RSS (MiB)</source>
        <translation>RSS (MiB)</translation>
    </message>
    <message>
        <source>Goroutines</source>
        <translation>Goroutine</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>文件描述符</translation>
    </message>
    <message>
        <source>Rate (MiB/s)</source>
        <translation>速率 (MiB/s)</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>ui::ReadingTable</name>
    <message>
        <source>Timeline as a table</source>
        <translation>以表格显示时间轴</translation>
    </message>
    <message>
        <source>Nothing is known from %1 to %2.</source>
        <translation>%1 到 %2 之间没有数据。</translation>
    </message>
    <message numerus="yes">
        <source>From %1 to %2, newest first: %n row(s).</source>
        <translation>
            <numerusform>%1 到 %2，最新的在前：%n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 older ones are left out; show less time to see them.</source>
        <translation>更早的 %1 行未列出；缩短时间范围即可看到。</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>复制各行</translation>
    </message>
</context>
<context>
    <name>ui::ResourceRows</name>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3 per upload</source>
        <translation>%1：%2，每次上传 %3</translation>
    </message>
</context>
<context>
    <name>ui::ResultCard</name>
    <message>
        <source>Start the sample server</source>
        <translation>启动示例服务器</translation>
    </message>
    <message>
        <source>Show the &amp;last result</source>
        <translation>显示上次结果(&amp;L)</translation>
    </message>
    <message>
        <source>E&amp;xport report</source>
        <translation>导出报告(&amp;X)</translation>
    </message>
    <message>
        <source>Show the result that was closed</source>
        <translation>重新显示已关闭的结果</translation>
    </message>
    <message>
        <source>No server yet</source>
        <translation>尚未指定服务器</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n upload(s) to end</source>
        <translation>
            <numerusform>等待 %n 次上传结束</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunDelegate</name>
    <message>
        <source>Tags of this run</source>
        <translation>此运行记录的标签</translation>
    </message>
    <message>
        <source>Note on this run</source>
        <translation>此运行记录的备注</translation>
    </message>
    <message>
        <source>words, with spaces between</source>
        <translation>多个标签用空格分隔</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ui::RunFilterBar</name>
    <message>
        <source>Part of an address</source>
        <translation>地址的一部分</translation>
    </message>
    <message>
        <source>Part of the server’s address</source>
        <translation>服务器地址的一部分</translation>
    </message>
    <message>
        <source>Show only runs whose server’s address contains this (Ctrl+Shift+K)</source>
        <translation>只显示服务器地址包含此内容的运行记录（Ctrl+Shift+K）</translation>
    </message>
    <message>
        <source>Kind of run</source>
        <translation>运行类型</translation>
    </message>
    <message>
        <source>Show only runs of this kind</source>
        <translation>只显示此类运行记录</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Show only runs with this tag</source>
        <translation>只显示带此标签的运行记录</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有标签</translation>
    </message>
</context>
<context>
    <name>ui::RunTable</name>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>打开运行记录</translation>
    </message>
    <message>
        <source>Delete the chosen runs</source>
        <translation>删除所选运行记录</translation>
    </message>
    <message>
        <source>Edit tags or note</source>
        <translation>编辑标签或备注</translation>
    </message>
</context>
<context>
    <name>ui::RunTextView</name>
    <message>
        <source>&amp;Back to the list</source>
        <translation>返回列表(&amp;B)</translation>
    </message>
    <message>
        <source>Show all runs again (Esc)</source>
        <translation>重新显示全部运行记录（Esc）</translation>
    </message>
    <message>
        <source>What the run said</source>
        <translation>运行输出</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <comment>kind of run, server, when</comment>
        <translation>%1：%2，%3</translation>
    </message>
</context>
<context>
    <name>ui::ServerAddresses</name>
    <message>
        <source>Start it again</source>
        <translation>重新启动</translation>
    </message>
</context>
<context>
    <name>ui::ServerBar</name>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Tidemark</source>
        <translation>Tidemark</translation>
    </message>
    <message>
        <source>Address of the upload service</source>
        <translation>上传服务的地址</translation>
    </message>
    <message>
        <source>Connect to this address (Enter)</source>
        <translation>连接到此地址（Enter）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write a report of uploads and readings</source>
        <translation>导出上传和读数的报告</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单（F10）</translation>
    </message>
    <message>
        <source>Each file is sent as one multipart form by POST</source>
        <translation>每个文件作为一个 multipart 表单用 POST 发送</translation>
    </message>
    <message>
        <source>Each file is sent bare by PUT; below an address that ends with “/” under its own name</source>
        <translation>每个文件用 PUT 直接发送；地址以“/”结尾时，在其后加上文件名</translation>
    </message>
    <message>
        <source>Each file is sent by tus 1.0: what is broken off goes on where it was</source>
        <translation>每个文件用 tus 1.0 发送：中断后从断点继续</translation>
    </message>
    <message>
        <source>How files are sent</source>
        <translation>发送方式</translation>
    </message>
    <message>
        <source>Metrics a&amp;t</source>
        <translation>指标地址(&amp;T)</translation>
    </message>
    <message>
        <source>Same server. Tidemark looks for Prometheus, expvar, pprof and Actuator by itself</source>
        <translation>同一服务器。Tidemark 会自动查找 Prometheus、expvar、pprof 和 Actuator</translation>
    </message>
    <message>
        <source>Address of the metrics, if they are elsewhere</source>
        <translation>指标地址（不在同一服务器时填写）</translation>
    </message>
    <message>
        <source>What was found: %1</source>
        <translation>探测结果：%1</translation>
    </message>
</context>
<context>
    <name>ui::ServerConnection</name>
    <message>
        <source>the sample server offers no uploads</source>
        <translation>示例服务器没有提供上传</translation>
    </message>
</context>
<context>
    <name>ui::ServerDialog</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Copy as cur&amp;l</source>
        <translation>复制为 curl(&amp;L)</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>保存(&amp;V)</translation>
    </message>
    <message>
        <source>Connec&amp;t</source>
        <translation>连接(&amp;T)</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>The secrets of “%1” are kept only until Tidemark ends.</source>
        <translation>“%1”的机密信息只保留到 Tidemark 退出为止。</translation>
    </message>
    <message>
        <source>They belong into a keychain, and %1.</source>
        <translation>机密信息应存入密钥环，但未能存入：%1。</translation>
    </message>
    <message>
        <source>A server&apos;s address, how to sign in, its certificates and limits are set up once here and used whenever you connect to it.</source>
        <translation>服务器的地址、登录方式、证书和限制只需在这里设置一次，每次连接时都会使用。</translation>
    </message>
    <message>
        <source>With variables instead of secrets</source>
        <translation>用变量代替机密信息</translation>
    </message>
    <message>
        <source>With the secrets in it</source>
        <translation>包含机密信息</translation>
    </message>
    <message>
        <source>Copy the upload to this server as a curl command</source>
        <translation>将发往此服务器的上传复制为 curl 命令</translation>
    </message>
    <message>
        <source>Keep these changes</source>
        <translation>保存这些更改</translation>
    </message>
    <message>
        <source>Save, and use this server</source>
        <translation>保存并使用此服务器</translation>
    </message>
    <message>
        <source>Clos&amp;e</source>
        <translation>关闭(&amp;E)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>The secrets of “%1” cannot be read.</source>
        <translation>无法读取“%1”的机密信息。</translation>
    </message>
    <message>
        <source>%1. Type them again to use them now.</source>
        <translation>%1。重新输入后即可使用。</translation>
    </message>
    <message>
        <source>Taken over, with differences:</source>
        <translation>已导入，但有以下差异：</translation>
    </message>
    <message>
        <source>This server cannot be used yet.</source>
        <translation>此服务器还不能使用。</translation>
    </message>
    <message>
        <source>The server was not saved.</source>
        <translation>服务器配置未能保存。</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>已移除“%1”。</translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation>未能复制。</translation>
    </message>
    <message>
        <source>The command is copied.</source>
        <translation>命令已复制。</translation>
    </message>
    <message>
        <source>Put the file&apos;s name in the place of FILE.</source>
        <translation>请将 FILE 替换为文件名。</translation>
    </message>
    <message>
        <source>It holds secrets: take care whom you show it to.</source>
        <translation>其中含有机密信息，请勿随意给人看。</translation>
    </message>
    <message>
        <source>“%1” is removed only until Tidemark ends.</source>
        <translation>“%1”只移除到 Tidemark 退出为止。</translation>
    </message>
</context>
<context>
    <name>ui::ServerList</name>
    <message>
        <source>Known servers</source>
        <translation>服务器配置</translation>
    </message>
    <message>
        <source>&amp;New server</source>
        <translation>新建服务器(&amp;N)</translation>
    </message>
    <message>
        <source>Set up a server that is not known yet</source>
        <translation>新建一个服务器配置</translation>
    </message>
    <message>
        <source>&amp;From curl…</source>
        <translation>从 curl 导入(&amp;F)…</translation>
    </message>
    <message>
        <source>Make a server of a curl command</source>
        <translation>用 curl 命令新建服务器配置</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Forget this server and its secrets (Del in the list); can be undone</source>
        <translation>移除此服务器及其机密信息（在列表中按 Del）；可以撤销</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>新服务器</translation>
    </message>
    <message>
        <source>%1 •</source>
        <comment>with unsaved changes</comment>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>%1, with changes that are not saved</source>
        <translation>%1，有未保存的更改</translation>
    </message>
</context>
<context>
    <name>ui::ServerSection</name>
    <message>
        <source>Send again where the server &amp;redirects to (307, 308)</source>
        <translation>服务器重定向时，重新发送到新地址（307、308）(&amp;R)</translation>
    </message>
    <message>
        <source>form field</source>
        <translation>表单字段</translation>
    </message>
    <message>
        <source>header</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>名称(&amp;A)</translation>
    </message>
    <message>
        <source>What you call this server</source>
        <translation>给此服务器起的名称</translation>
    </message>
    <message>
        <source>Metri&amp;cs at</source>
        <translation>指标地址(&amp;C)</translation>
    </message>
    <message>
        <source>Only if they are not on the same server</source>
        <translation>指标不在同一服务器上时才需填写</translation>
    </message>
    <message>
        <source>the same server</source>
        <translation>同一服务器</translation>
    </message>
    <message>
        <source>Upload a&amp;ddress</source>
        <translation>上传地址(&amp;D)</translation>
    </message>
    <message>
        <source>Where files are sent; user and password have fields of their own</source>
        <translation>文件发往的地址；用户名和密码另有输入框</translation>
    </message>
    <message>
        <source>How files are sent</source>
        <translation>发送方式</translation>
    </message>
    <message>
        <source>Form (POST)</source>
        <translation>表单（POST）</translation>
    </message>
    <message>
        <source>Bare content (PUT)</source>
        <translation>仅文件内容（PUT）</translation>
    </message>
    <message>
        <source>Resumable (tus)</source>
        <translation>断点续传（tus）</translation>
    </message>
    <message>
        <source>Met&amp;hod</source>
        <translation>方法(&amp;H)</translation>
    </message>
    <message>
        <source>A form as browsers send it, the file alone, or tus 1.0</source>
        <translation>像浏览器那样发送表单、只发送文件本身，或使用 tus 1.0</translation>
    </message>
    <message>
        <source>F&amp;orm field of the file</source>
        <translation>文件的表单字段(&amp;O)</translation>
    </message>
    <message>
        <source>The name the server looks for; often “file”</source>
        <translation>服务器读取的字段名；通常是“file”</translation>
    </message>
    <message>
        <source>Further form fields</source>
        <translation>其他表单字段</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Otherwise an upload that is redirected fails, and says where to</source>
        <translation>否则被重定向的上传会失败，并给出重定向的目标</translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>设置分组</translation>
    </message>
    <message>
        <source>Clos&amp;e</source>
        <translation>关闭(&amp;E)</translation>
    </message>
    <message>
        <source>Close (Esc); what was changed counts already</source>
        <translation>关闭（Esc）；所做修改已经生效</translation>
    </message>
</context>
<context>
    <name>ui::SetupCard</name>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>再次运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Search for what a key does</source>
        <translation>按功能查找快捷键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Clos&amp;e</source>
        <translation>关闭(&amp;E)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
</context>
<context>
    <name>ui::SignInSection</name>
    <message>
        <source>Signing in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>不登录</translation>
    </message>
    <message>
        <source>User and password (Basic)</source>
        <translation>用户名和密码（Basic）</translation>
    </message>
    <message>
        <source>User and password (Digest)</source>
        <translation>用户名和密码（Digest）</translation>
    </message>
    <message>
        <source>Token (Bearer)</source>
        <translation>令牌（Bearer）</translation>
    </message>
    <message>
        <source>How to &amp;sign in</source>
        <translation>登录方式(&amp;S)</translation>
    </message>
    <message>
        <source>Digest asks the server first, without sending the file in vain</source>
        <translation>Digest 会先询问服务器，不会白白发送文件</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Kept in the keychain</source>
        <translation>保存在密钥环中</translation>
    </message>
    <message>
        <source>To&amp;ken</source>
        <translation>令牌(&amp;K)</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>that of the system</source>
        <translation>系统代理</translation>
    </message>
    <message>
        <source>Pro&amp;xy address</source>
        <translation>代理地址(&amp;X)</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>代理用户名</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>代理密码</translation>
    </message>
</context>
<context>
    <name>ui::StackList</name>
    <message>
        <source>Allocated in</source>
        <translation>分配于</translation>
    </message>
    <message>
        <source>Blocked in</source>
        <translation>阻塞于</translation>
    </message>
</context>
<context>
    <name>ui::StartPage</name>
    <message>
        <source>Drop files on your upload service.
See what they leave behind.</source>
        <translation>把文件拖给上传服务，
看看会留下什么。</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>连接服务器</translation>
    </message>
    <message>
        <source>Where uploads go and, if they are elsewhere, where the metrics are. Tidemark looks for Prometheus, expvar, pprof and Actuator by itself.</source>
        <translation>填写上传地址；指标在其他地址时，再填写指标地址。Tidemark 会自动查找 Prometheus、expvar、pprof 和 Actuator。</translation>
    </message>
    <message>
        <source>&amp;Upload address</source>
        <translation>上传地址(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Metrics address</source>
        <translation>指标地址(&amp;M)</translation>
    </message>
    <message>
        <source>same server</source>
        <translation>同一服务器</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Connect to this address (Enter)</source>
        <translation>连接到此地址（Enter）</translation>
    </message>
    <message>
        <source>Try it on the sample server</source>
        <translation>用示例服务器试一试</translation>
    </message>
    <message>
        <source>Starts a small Go service on this computer that leaks on purpose, and connects to it. Its leak check shows how much every upload leaves behind, and in which function.</source>
        <translation>在本机启动一个故意泄漏内存的小型 Go 服务，并连接到它。对它做泄漏检测，可以看到每次上传残留多少内存、出自哪个函数。</translation>
    </message>
    <message>
        <source>Takes a few seconds; nothing leaves this computer.</source>
        <translation>只需几秒；数据不会离开本机。</translation>
    </message>
    <message>
        <source>Start a server that leaks on purpose, and connect to it</source>
        <translation>启动一个故意泄漏内存的服务器，并连接到它</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>&amp;Start the sample server</source>
        <translation>启动示例服务器(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ui::StatusBar</name>
    <message>
        <source>Memory that Tidemark itself uses</source>
        <translation>Tidemark 自身占用的内存</translation>
    </message>
    <message>
        <source>%1 uploading · %2</source>
        <translation>正在上传 %1 个 · %2</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>等待中 %1 个</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>已暂停 %1 个</translation>
    </message>
    <message>
        <source>Nothing to upload</source>
        <translation>没有要上传的文件</translation>
    </message>
    <message>
        <source>this program: %1</source>
        <translation>本程序：%1</translation>
    </message>
    <message>
        <source>scraped %1 s ago (%2)</source>
        <translation>%1 s 前采集（%2）</translation>
    </message>
    <message>
        <source>scrape missed %1 s ago: %2</source>
        <translation>%1 s 前采集失败：%2</translation>
    </message>
</context>
<context>
    <name>ui::SweepCard</name>
    <message>
        <source>Another address was measured</source>
        <translation>测量的是另一个地址</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>扫描进度</translation>
    </message>
    <message>
        <source>Write what was found, so that somebody else can repeat it</source>
        <translation>导出扫描结果，便于他人复现</translation>
    </message>
    <message>
        <source>Type the address of an upload service above, or try it on the sample server: its storm breaks down on purpose.</source>
        <translation>请在上方输入上传服务的地址，或用示例服务器试一试：它的重试风暴会故意让服务器崩溃。</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>Uploads are made with more and more at once. Level by level you see how long answers take, how many time out, and what memory the server needs for it; and whether a leak grows with the load.</source>
        <translation>逐级提高上传的并发数。每一级都会给出响应要多久、有多少次超时、服务器为此占用多少内存，以及泄漏是否随负载加重。</translation>
    </message>
    <message>
        <source>They would be a load of their own.</source>
        <translation>它们本身也是负载，会影响测量。</translation>
    </message>
    <message>
        <source>Start a server that breaks down with many uploads at once, and connect to it</source>
        <translation>启动一个在大量并发上传时会崩溃的服务器并连接到它</translation>
    </message>
    <message>
        <source>What the sweep found</source>
        <translation>扫描结果</translation>
    </message>
</context>
<context>
    <name>ui::SweepConnection</name>
    <message>
        <source>A sweep makes up to %1 uploads, %2 at once. Sweep only servers that are yours to load.</source>
        <translation>并发扫描最多上传 %1 次，并发数最高 %2。请只扫描自己有权施加负载的服务器。</translation>
    </message>
    <message>
        <source>Sweep it all the same</source>
        <translation>仍要扫描</translation>
    </message>
    <message>
        <source>A sweep by time makes as many uploads as the server answers, %1 at most, %2 at once. Sweep only servers that are yours to load.</source>
        <translation>按时间的并发扫描，服务器响应多少次就上传多少次，最多 %1 次，并发数最高 %2。请只扫描自己有权施加负载的服务器。</translation>
    </message>
</context>
<context>
    <name>ui::SweepPage</name>
    <message>
        <source>Start a s&amp;weep</source>
        <translation>开始扫描(&amp;W)</translation>
    </message>
    <message>
        <source>Stop the sweep</source>
        <translation>停止扫描</translation>
    </message>
    <message>
        <source>The plot grows while a sweep runs.</source>
        <translation>扫描进行时，曲线图会逐级延伸。</translation>
    </message>
    <message>
        <source>The first level appears when it is measured.</source>
        <translation>测完第一级后在此显示。</translation>
    </message>
    <message>
        <source>No level was measured.</source>
        <translation>一级也没有测到。</translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) in the queue wait until the sweep is over.</source>
        <translation>
            <numerusform>队列中有 %n 次上传，要等扫描结束后才开始。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SweepPlot</name>
    <message>
        <source>Plot of a sweep</source>
        <translation>扫描曲线图</translation>
    </message>
    <message>
        <source>Plot: %1</source>
        <translation>曲线图：%1</translation>
    </message>
    <message>
        <source>%1 %2 with %3 at once</source>
        <translation>并发 %3 时 %1 为 %2</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>并发 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a line&apos;s name, its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>breaks down</source>
        <translation>崩溃</translation>
    </message>
</context>
<context>
    <name>ui::SweepPlots</name>
    <message>
        <source>Copy charts as pictur&amp;e</source>
        <translation>复制图表为图片(&amp;E)</translation>
    </message>
    <message>
        <source>Copy both plots as one picture</source>
        <translation>将两张曲线图复制为一张图片</translation>
    </message>
    <message>
        <source>uploads at once</source>
        <translation>并发上传数</translation>
    </message>
    <message>
        <source>Nothing was answered.</source>
        <translation>没有收到任何响应。</translation>
    </message>
    <message>
        <source>The server told nothing of its memory.</source>
        <translation>服务器没有提供内存数据。</translation>
    </message>
</context>
<context>
    <name>ui::SweepSetup</name>
    <message>
        <source>Concurrency sweep</source>
        <translation>并发扫描</translation>
    </message>
    <message>
        <source>Uploads with more and more at once (Ctrl+Shift+Return)</source>
        <translation>逐级提高并发数上传（Ctrl+Shift+Return）</translation>
    </message>
    <message>
        <source>Ends the sweep with what is known so far (Esc)</source>
        <translation>结束扫描，保留已测得的结果（Esc）</translation>
    </message>
    <message>
        <source>uploads</source>
        <translation>次上传</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>How many uploads at once, level by level: rising numbers with commas between</source>
        <translation>各级的并发上传数：递增的数字，用半角逗号分隔</translation>
    </message>
    <message>
        <source>How much is measured at each level</source>
        <translation>每一级测量多少</translation>
    </message>
    <message>
        <source>Uploads of each connection, or seconds</source>
        <translation>每个连接的上传次数，或秒数</translation>
    </message>
    <message>
        <source> % failed</source>
        <translation>% 失败</translation>
    </message>
    <message>
        <source>No higher level is tried once more than this share of a level failed</source>
        <translation>某一级的失败比例一旦超过此值，就不再尝试更高的级</translation>
    </message>
    <message>
        <source>&amp;Payload</source>
        <translation>上传内容(&amp;P)</translation>
    </message>
    <message>
        <source>At &amp;once, level by level</source>
        <translation>各级并发数(&amp;O)</translation>
    </message>
    <message>
        <source>Each &amp;level</source>
        <translation>每级(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>单位(&amp;U)</translation>
    </message>
    <message>
        <source>Stop a&amp;bove</source>
        <translation>失败率上限(&amp;B)</translation>
    </message>
    <message>
        <source>Levels are numbers from 1 to %1 that rise, %2 of them at most, as in 1, 10, 50, 200.</source>
        <translation>各级须是 1 到 %1 之间递增的数字，最多 %2 级，例如 1, 10, 50, 200。</translation>
    </message>
    <message>
        <source>That would be up to %1 uploads; a sweep makes at most %2: take fewer levels, or less in each.</source>
        <translation>这样最多会有 %1 次上传，而一次扫描最多 %2 次：请减少级数，或减少每级的量。</translation>
    </message>
</context>
<context>
    <name>ui::SweepTableCard</name>
    <message>
        <source>By uploads at once</source>
        <translation>按并发上传数统计</translation>
    </message>
    <message>
        <source>Figures by uploads at once</source>
        <translation>各并发上传数下的数据</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Copy the selected rows for a spreadsheet (Ctrl+C)</source>
        <translation>复制所选行，可粘贴到电子表格（Ctrl+C）</translation>
    </message>
</context>
<context>
    <name>ui::SweepTableModel</name>
    <message>
        <source>Here the server breaks down.</source>
        <translation>服务器在这一级崩溃。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column, value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::SweepText</name>
    <message>
        <source>Stopped: %1</source>
        <translation>停止原因：%1</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>并发 %1</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Each connection sends its next upload when it has the answer to its last.</source>
        <translation>每个连接收到上一次上传的响应后，才发送下一次。</translation>
    </message>
    <message>
        <source>First uploads, a few at once: what a server sets aside once is no leak.</source>
        <translation>先以少量并发预热：服务器只占用一次的内存不算泄漏。</translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation>瓶颈</translation>
    </message>
    <message>
        <source>Amplification</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Level %1 of %2</source>
        <translation>第 %1 级，共 %2 级</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>已用时 %1</translation>
    </message>
    <message>
        <source>present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>ui::Tile</name>
    <message>
        <source>Alert: %1</source>
        <comment>names of alerts</comment>
        <translation>告警：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ui::Timeline</name>
    <message>
        <source>d MMM</source>
        <comment>a day on the time axis</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Watching began</source>
        <translation>开始监视</translation>
    </message>
    <message>
        <source>The server restarted</source>
        <translation>服务器已重启</translation>
    </message>
    <message>
        <source>No readings from here</source>
        <translation>从此处起没有读数</translation>
    </message>
    <message>
        <source>Readings again</source>
        <translation>读数恢复</translation>
    </message>
    <message>
        <source>The server struggles</source>
        <translation>服务器不堪负荷</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>无网络</translation>
    </message>
    <message>
        <source>The network is back</source>
        <translation>网络已恢复</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>The alert is over</source>
        <translation>告警已解除</translation>
    </message>
    <message>
        <source>Shaded: uploads ran.</source>
        <translation>阴影：有上传在进行。</translation>
    </message>
    <message>
        <source>Selected: %1 to %2, %3.</source>
        <translation>已选择：%1 到 %2，共 %3。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>next GC</source>
        <translation>下次 GC</translation>
    </message>
    <message>
        <source>RSS</source>
        <translation>RSS</translation>
    </message>
    <message>
        <source>heap</source>
        <translation>堆</translation>
    </message>
    <message>
        <source>Goroutines · threads</source>
        <translation>goroutine · 线程</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Goroutines</source>
        <translation>Goroutine</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>goroutines</source>
        <translation>goroutine</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>文件描述符</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Upload rate · in flight</source>
        <translation>上传速率 · 进行中</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>no reading then</source>
        <translation>当时没有读数</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>the server restarted in it</source>
        <translation>期间服务器重启过</translation>
    </message>
    <message>
        <source>restarted in it</source>
        <translation>期间重启过</translation>
    </message>
    <message>
        <source>%1 in it · %2 per upload</source>
        <translation>期间 %1 · 每次上传 %2</translation>
    </message>
    <message>
        <source>%1 · %2/upload</source>
        <translation>%1 · %2/次上传</translation>
    </message>
    <message>
        <source>%1 in it</source>
        <translation>期间 %1</translation>
    </message>
    <message>
        <source>GC</source>
        <translation>GC</translation>
    </message>
    <message numerus="yes">
        <source>%1 cycles in it</source>
        <translation>
            <numerusform>期间 %1 次回收</numerusform>
        </translation>
    </message>
    <message>
        <source>mean pause · %1</source>
        <translation>平均暂停 · %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>what, time of day</comment>
        <translation>%2 时的 %1</translation>
    </message>
    <message>
        <source>From %1 to %2, %3: the value at the end, and the change since the first reading.</source>
        <translation>%1 到 %2，共 %3：区间末的值，以及相对第一个读数的变化。</translation>
    </message>
    <message>
        <source>Heap live</source>
        <translation>存活堆</translation>
    </message>
    <message>
        <source>no reading: %1</source>
        <translation>没有读数：%1</translation>
    </message>
    <message>
        <source>The lowest readings grew, but no longer do: a cache that has filled looks like this.</source>
        <translation>最低读数曾经增长，现已不再增长：填满的缓存就是这样。</translation>
    </message>
    <message>
        <source> · limit %1</source>
        <translation> · 上限 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 cycles</source>
        <translation>
            <numerusform>%1 次</numerusform>
        </translation>
    </message>
    <message>
        <source> · longest %1</source>
        <translation> · 最长 %1</translation>
    </message>
    <message>
        <source> · max %1</source>
        <translation> · 最长 %1</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>▲ %1 per upload so far</source>
        <translation>▲ 至今每次上传 %1</translation>
    </message>
    <message>
        <source>▲ %1 per upload</source>
        <translation>▲ 每次上传 %1</translation>
    </message>
    <message>
        <source>▲ %1/upload</source>
        <translation>▲ %1/次</translation>
    </message>
    <message>
        <source>grew by %1, level now</source>
        <translation>增长 %1，已趋平</translation>
    </message>
    <message>
        <source>+%1, level now</source>
        <translation>+%1，已趋平</translation>
    </message>
    <message>
        <source>level now</source>
        <translation>已趋平</translation>
    </message>
    <message>
        <source>%1 in %2 min</source>
        <translation>%1（%2 min 内）</translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) accepted until the last one.</source>
        <translation>
            <numerusform>到最后一次读数为止，有 %n 次上传被接受。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last pause of the garbage collector; where several fell between two readings, their mean.
Cycles are counted by the process, since it began.
The longest pause is what the runtime told since watching began; not all do.</source>
        <translation>最近一次 GC 暂停的时长；两次读数之间有多次时，为其平均值。
回收次数由进程自启动起计数。
最长暂停是开始监视以来运行时所报告的；并非所有运行时都会报告。</translation>
    </message>
    <message>
        <source>Growth of the lowest readings since watching began, or the last leak check, sweep or audit was over,
divided by the uploads that the server accepted since.
A report of the session compares single readings, garbage included, and may say more.
Not a verdict: a cache that is still filling looks the same.</source>
        <translation>自开始监视或上一次泄漏检测、并发扫描或审计结束以来最低读数的增长量，
除以其间服务器接受的上传次数。
会话报告比较的是单次读数，包含尚未回收的垃圾，数值可能更大。
这不是结论：仍在填充的缓存看起来也一样。</translation>
    </message>
</context>
<context>
    <name>ui::TimelineActions</name>
    <message>
        <source>Timeline as a table</source>
        <translation>以表格显示时间轴</translation>
    </message>
    <message>
        <source>Read the numbers in a table instead of charts</source>
        <translation>用表格代替图表查看数值</translation>
    </message>
    <message>
        <source>Clear the selected time</source>
        <translation>取消所选时间</translation>
    </message>
    <message>
        <source>Show all again: no range of time is selected any more</source>
        <translation>重新显示全部，不再选择时间区间</translation>
    </message>
    <message>
        <source>Copy the timeline’s table</source>
        <translation>复制时间轴表格</translation>
    </message>
    <message>
        <source>Copy the timeline’s picture</source>
        <translation>复制时间轴图片</translation>
    </message>
    <message>
        <source>Copy the table as text, for a spreadsheet</source>
        <translation>以文本复制表格，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Copy the charts as a picture</source>
        <translation>将图表复制为图片</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>how long; a cross that clears it</comment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Clear the selected time, %1</source>
        <translation>取消所选时间，%1</translation>
    </message>
    <message>
        <source>From %1 to %2. Show all again (Esc, or %3)</source>
        <translation>%1 到 %2。重新显示全部（Esc 或 %3）</translation>
    </message>
</context>
<context>
    <name>ui::TimelineHead</name>
    <message>
        <source>Mark this moment with a note</source>
        <translation>为此刻添加标记和备注</translation>
    </message>
    <message>
        <source>Mark this moment with a note (M)</source>
        <translation>为此刻添加标记和备注（M）</translation>
    </message>
</context>
<context>
    <name>ui::TimelinePanel</name>
    <message>
        <source>Server&apos;s memory</source>
        <translation>服务器内存</translation>
    </message>
    <message>
        <source>Upload rate: %1, %2 in flight</source>
        <translation>上传速率：%1，进行中 %2</translation>
    </message>
    <message>
        <source>This server&apos;s metrics say nothing of its memory.</source>
        <translation>此服务器的指标不含内存数据。</translation>
    </message>
    <message>
        <source>The server&apos;s memory appears here once it is watched.</source>
        <translation>开始监视后，此处显示服务器内存。</translation>
    </message>
    <message>
        <source>No metrics were found at this server. Uploads are drawn all the same.</source>
        <translation>在此服务器上没有找到指标，但仍会绘出上传。</translation>
    </message>
    <message>
        <source>Waiting for the first reading …</source>
        <translation>正在等待第一次读数…</translation>
    </message>
    <message>
        <source>No readings: %1</source>
        <translation>没有读数：%1</translation>
    </message>
    <message>
        <source>Selected: %1 to %2, %3</source>
        <translation>已选择：%1 到 %2，共 %3</translation>
    </message>
    <message>
        <source>Nothing answers there yet. Uploads are drawn all the same.</source>
        <translation>该地址尚无响应，但仍会绘出上传。</translation>
    </message>
</context>
<context>
    <name>ui::TlsText</name>
    <message>
        <source>The certificate is not for %1.</source>
        <translation>此证书不是颁发给 %1 的。</translation>
    </message>
    <message>
        <source>It is for %1. Somebody else may be answering, or the address is an alias.</source>
        <translation>它颁发给 %1。可能有人冒充服务器响应，也可能此地址只是别名。</translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2.</source>
        <translation>%1 的证书已于 %2 过期。</translation>
    </message>
    <message>
        <source>Its owner has to renew it. Check the date of this computer, too.</source>
        <translation>需由证书所有者续期。也请检查本机的日期。</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid only from %2 on.</source>
        <translation>%1 的证书从 %2 起才有效。</translation>
    </message>
    <message>
        <source>Check date and time of this computer first.</source>
        <translation>请先检查本机的日期和时间。</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed.</source>
        <translation>%1 的证书是自签名的。</translation>
    </message>
    <message>
        <source>No authority vouches for it: that is usual on a server of one&apos;s own, and what an attacker would show, too. Compare the fingerprint with the server&apos;s.</source>
        <translation>没有证书颁发机构为它担保：自建服务器通常如此，但攻击者也会出示这样的证书。请与服务器上的指纹核对。</translation>
    </message>
    <message>
        <source>The certificate was issued by “%1”, which is not trusted here.</source>
        <translation>证书由“%1”颁发，本机不信任该机构。</translation>
    </message>
    <message>
        <source>If it is your organisation&apos;s authority, name its certificate in this server&apos;s settings.</source>
        <translation>如果它是你所在组织的颁发机构，请在此服务器的设置中指定它的证书。</translation>
    </message>
    <message>
        <source>The server does not show who “%1” is, who issued its certificate.</source>
        <translation>服务器没有提供其证书颁发者“%1”的证书。</translation>
    </message>
    <message>
        <source>An intermediate certificate is missing on the server, or the authority is your organisation&apos;s: then name its certificate in this server&apos;s settings.</source>
        <translation>可能是服务器上缺少中间证书；也可能颁发者是你所在组织的机构，这时请在此服务器的设置中指定它的证书。</translation>
    </message>
    <message>
        <source>The certificate of %1 was revoked by its issuer.</source>
        <translation>%1 的证书已被颁发者吊销。</translation>
    </message>
    <message>
        <source>Its key may be in wrong hands. Nothing is sent to this server.</source>
        <translation>其私钥可能已落入他人之手。不会向此服务器发送任何内容。</translation>
    </message>
    <message>
        <source>Whether the certificate of %1 was revoked cannot be told.</source>
        <translation>无法判断 %1 的证书是否已被吊销。</translation>
    </message>
    <message>
        <source>The given list is not one of its issuer, or is out of date: get a new one.</source>
        <translation>指定的列表不是其颁发者发布的，或已过期：请获取新的列表。</translation>
    </message>
    <message>
        <source>The server demands a client certificate.</source>
        <translation>服务器要求提供客户端证书。</translation>
    </message>
    <message>
        <source>Name yours, and its key, in this server&apos;s settings.</source>
        <translation>请在此服务器的设置中指定你的证书及其私钥。</translation>
    </message>
    <message>
        <source>The server does not accept your client certificate.</source>
        <translation>服务器不接受你的客户端证书。</translation>
    </message>
    <message>
        <source>Check in this server&apos;s settings whether it is the right one, and whether it is still valid.</source>
        <translation>请在此服务器的设置中检查证书是否正确、是否仍在有效期内。</translation>
    </message>
    <message>
        <source>The server speaks only versions of TLS that are not safe any more.</source>
        <translation>服务器只支持已不再安全的 TLS 版本。</translation>
    </message>
    <message>
        <source>It has to learn TLS 1.2 or newer.</source>
        <translation>服务器需要支持 TLS 1.2 或更高版本。</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>无法与 %1 建立安全连接。</translation>
    </message>
</context>
<context>
    <name>ui::TrustNotice</name>
    <message>
        <source>&amp;Trust this certificate</source>
        <translation>信任此证书(&amp;T)</translation>
    </message>
    <message>
        <source>Server &amp;settings…</source>
        <translation>服务器设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Make an exception for the certificate with this fingerprint</source>
        <translation>为具有此指纹的证书设置例外</translation>
    </message>
    <message>
        <source>Name authorities, or a client certificate</source>
        <translation>指定颁发机构或客户端证书</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>关闭此消息（Esc）</translation>
    </message>
    <message>
        <source>Then the certificate of “%1” is accepted from this server, known by its fingerprint; any other is checked as before.</source>
        <translation>信任后，将按指纹识别并接受此服务器的“%1”证书；其他证书仍照常校验。</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of %1: %2</source>
        <translation>%1 的 SHA-256：%2</translation>
    </message>
    <message>
        <source>%1 –
%2</source>
        <comment>from, until</comment>
        <translation>%1 –
%2</translation>
    </message>
</context>
<context>
    <name>ui::UploadActions</name>
    <message>
        <source>A&amp;dd files…</source>
        <translation>添加文件(&amp;D)…</translation>
    </message>
    <message>
        <source>Choose files to upload</source>
        <translation>选择要上传的文件</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>添加文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Upload all files of a folder</source>
        <translation>上传文件夹中的所有文件</translation>
    </message>
    <message>
        <source>Folder option&amp;s…</source>
        <translation>文件夹选项(&amp;S)…</translation>
    </message>
    <message>
        <source>Say what becomes of folders: paths, hidden files, links</source>
        <translation>设置文件夹的处理方式：路径、隐藏文件、链接</translation>
    </message>
    <message>
        <source>&amp;Stop looking through folders</source>
        <translation>停止遍历文件夹(&amp;S)</translation>
    </message>
    <message>
        <source>Look no further; what was found stays</source>
        <translation>不再继续遍历，已找到的文件保留</translation>
    </message>
    <message>
        <source>Sho&amp;w failed</source>
        <translation>查看失败项(&amp;W)</translation>
    </message>
    <message>
        <source>Show what failed, by its reason</source>
        <translation>按原因查看失败的上传</translation>
    </message>
    <message>
        <source>Upload once more what was under way when Tidemark ended</source>
        <translation>重新上传 Tidemark 退出时尚未传完的文件</translation>
    </message>
    <message>
        <source>Cancel &amp;all</source>
        <translation>全部取消(&amp;A)</translation>
    </message>
    <message>
        <source>Stop all that run and wait</source>
        <translation>停止所有进行中和等待中的上传</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重试失败项</translation>
    </message>
    <message>
        <source>Upload all failed files once more</source>
        <translation>重新上传所有失败的文件</translation>
    </message>
    <message>
        <source>C&amp;lear finished</source>
        <translation>清除已结束(&amp;L)</translation>
    </message>
    <message>
        <source>Take all that are over off the list</source>
        <translation>将所有已结束的上传移出列表</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop the selected uploads</source>
        <translation>停止所选上传</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>继续(&amp;U)</translation>
    </message>
    <message>
        <source>Let the selected uploads go on</source>
        <translation>让所选上传继续</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>Upload the selected files once more</source>
        <translation>重新上传所选文件</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Show all that is known of this upload</source>
        <translation>显示此次上传的全部信息</translation>
    </message>
    <message>
        <source>C&amp;opy what the server said</source>
        <translation>复制服务器返回内容(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the answers of the selected rows</source>
        <translation>复制所选行的服务器响应</translation>
    </message>
    <message>
        <source>Cop&amp;y as curl</source>
        <translation>复制为 curl 命令(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy the command that sends this file by curl, without secrets</source>
        <translation>复制用 curl 发送此文件的命令，不含密码和令牌</translation>
    </message>
    <message>
        <source>&amp;Show the file’s folder</source>
        <translation>打开所在文件夹(&amp;S)</translation>
    </message>
    <message>
        <source>Open the folder that holds the file</source>
        <translation>打开文件所在的文件夹</translation>
    </message>
    <message>
        <source>Retry &amp;failed (%1)</source>
        <translation>重试失败项（%1）(&amp;F)</translation>
    </message>
    <message>
        <source>Retry &amp;failed</source>
        <translation>重试失败项(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go on (%1)</source>
        <translation>继续（%1）(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Go on with interrupted</source>
        <translation>继续被中断的上传(&amp;G)</translation>
    </message>
    <message>
        <source>Let the queue go on</source>
        <translation>让队列继续</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause after the running files: they come to their end, and no other one starts</source>
        <translation>进行中的文件传完后暂停，不再开始新的上传</translation>
    </message>
    <message>
        <source>Stop and start a&amp;gain later</source>
        <translation>停止，稍后重新开始(&amp;G)</translation>
    </message>
    <message>
        <source>An upload cannot go on in the middle of a file: it is stopped now, and sent again from its beginning when resumed. To let it finish, pause the queue instead</source>
        <translation>上传不能从文件中途继续：现在会停止，继续时从头重新发送。要让它传完，请改为暂停队列</translation>
    </message>
    <message>
        <source>Leave the selected uploads out until they are resumed</source>
        <translation>搁置所选上传，直到选择继续</translation>
    </message>
</context>
<context>
    <name>ui::UploadDetails</name>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1（%2 字节）</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Begun %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>The last %1 of %2:</source>
        <translation>最近 %1 次尝试（共 %2 次）：</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <comment>number, time of day, what came of it, how long it took</comment>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
</context>
<context>
    <name>ui::UploadPhase</name>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>In the queue, until its turn came</source>
        <translation>在队列中等待</translation>
    </message>
    <message>
        <source>Looking up the server’s address</source>
        <translation>查询服务器的地址</translation>
    </message>
    <message>
        <source>Making the TCP connection</source>
        <translation>建立 TCP 连接</translation>
    </message>
    <message>
        <source>Agreeing on the encryption</source>
        <translation>协商加密</translation>
    </message>
    <message>
        <source>Sending the request, until its last byte was given to the system</source>
        <translation>发送请求，直到最后一个字节交给系统</translation>
    </message>
    <message>
        <source>What was still on its way, and the server at work, until its answer began</source>
        <translation>数据在途和服务器处理，直到响应开始</translation>
    </message>
    <message>
        <source>Receiving the answer</source>
        <translation>接收响应</translation>
    </message>
</context>
<context>
    <name>ui::UploadStrip</name>
    <message>
        <source>Drop files or folders here, or</source>
        <translation>将文件或文件夹拖到此处，或</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>At o&amp;nce</source>
        <translation>并发(&amp;N)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>How many files are sent at the same time</source>
        <translation>同时发送的文件数</translation>
    </message>
    <message>
        <source>Uploads at once</source>
        <translation>并发上传数</translation>
    </message>
    <message>
        <source>%1 · queue paused</source>
        <translation>%1 · 队列已暂停</translation>
    </message>
</context>
<context>
    <name>ui::UploadTable</name>
    <message>
        <source>Uploads</source>
        <translation>上传</translation>
    </message>
</context>
<context>
    <name>ui::UploadText</name>
    <message>
        <source>tried again soon</source>
        <translation>即将重试</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>done in %1</source>
        <translation>完成，用时 %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>interrupted at %1 %</source>
        <translation>中断于 %1 %</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>被中断</translation>
    </message>
    <message>
        <source>failed at %1 %</source>
        <translation>失败于 %1 %</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled at %1 %</source>
        <translation>取消于 %1 %</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Server’s answer</source>
        <translation>服务器响应</translation>
    </message>
    <message>
        <source>another attempt follows</source>
        <translation>将再次尝试</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>waiting for the server’s answer</source>
        <translation>等待服务器响应</translation>
    </message>
    <message>
        <source>the server may have it, or not</source>
        <translation>服务器可能已收到，也可能没有</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>resumed, it is sent again from its beginning</source>
        <translation>继续后将从头重新发送</translation>
    </message>
    <message>
        <source>waits to be resumed</source>
        <translation>等待继续</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n 次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>size unknown</source>
        <translation>大小未知</translation>
    </message>
    <message>
        <source>%1 percent sent</source>
        <translation>已发送百分之 %1</translation>
    </message>
    <message>
        <source>no speed</source>
        <translation>无速度</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>no time left to tell</source>
        <translation>剩余时间未知</translation>
    </message>
</context>
<context>
    <name>ui::UploadsPage</name>
    <message>
        <source>Upload a folder</source>
        <translation>上传文件夹</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>上传文件</translation>
    </message>
</context>
<context>
    <name>ui::ValueList</name>
    <message>
        <source>Add a %1</source>
        <translation>添加%1</translation>
    </message>
</context>
<context>
    <name>ui::ValueRow</name>
    <message>
        <source>secret</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the %1</source>
        <translation>%1的名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value of the %1</source>
        <translation>%1的值</translation>
    </message>
    <message>
        <source>Do not show the value, and keep it in the keychain instead of the servers&apos; file</source>
        <translation>不显示值，并将其存入密钥环，而不写入服务器配置文件</translation>
    </message>
    <message>
        <source>The value of the %1 is secret</source>
        <translation>%1的值需要保密</translation>
    </message>
    <message>
        <source>Remove this %1</source>
        <translation>移除此%1</translation>
    </message>
</context>
<context>
    <name>ui::VerdictCard</name>
    <message>
        <source>&amp;Flame graph</source>
        <translation>火焰图(&amp;F)</translation>
    </message>
    <message>
        <source>Compare &amp;with…</source>
        <translation>比较(&amp;W)…</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>检测结果</translation>
    </message>
    <message>
        <source>Start a server that leaks on purpose, and connect to it</source>
        <translation>启动一个故意泄漏内存的服务器，并连接到它</translation>
    </message>
    <message>
        <source>Show the profiles from before and after the uploads</source>
        <translation>显示上传前后的性能剖析</translation>
    </message>
    <message>
        <source>Choose an earlier or later check of this server, and see what has changed</source>
        <translation>选择该服务器的另一次检测，查看变化</translation>
    </message>
    <message>
        <source>Write what was found, so that somebody else can repeat it</source>
        <translation>导出检测结果，便于他人复现</translation>
    </message>
    <message>
        <source>Type the address of an upload service above, or try it on the sample server: it leaks on purpose.</source>
        <translation>在上方输入上传服务的地址，或用示例服务器试一试：它会故意泄漏。</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检测</translation>
    </message>
    <message>
        <source>Uploads are made in rounds. After each one the server collects its garbage, and what is left then is measured: memory, goroutines, descriptors, files. What grows with every upload is a leak.</source>
        <translation>上传分轮进行。每轮之后服务器回收垃圾，再测量残留：内存、goroutine、文件描述符、文件。随每次上传增长的就是泄漏。</translation>
    </message>
    <message>
        <source>They would be taken for the check&apos;s own.</source>
        <translation>否则会被算作检测自身的上传。</translation>
    </message>
    <message>
        <source>Another address was checked</source>
        <translation>检测的是另一个地址</translation>
    </message>
</context>
<context>
    <name>ui::VerdictText</name>
    <message>
        <source>not clear yet</source>
        <translation>尚不明确</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <comment>nothing above this per upload</comment>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>resource, why it is judged so</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>
%1 per upload (98 %)</source>
        <translation>
每次上传 %1（98 % 区间）</translation>
    </message>
    <message>
        <source>
%1 per upload</source>
        <translation>
每次上传 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a resource, in which uploads</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Aborted uploads</source>
        <translation>中断的上传</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a resource, nothing above this</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>其他 %1 项</translation>
    </message>
    <message>
        <source>%1 aborted uploads of %2</source>
        <translation>%1 次中断的上传（每次 %2）</translation>
    </message>
    <message>
        <source>%1 uploads of %2, %3 at once</source>
        <translation>%1 次上传（每次 %2，并发 %3）</translation>
    </message>
    <message>
        <source>%1 large uploads of %2</source>
        <translation>%1 次大体积上传（每次 %2）</translation>
    </message>
    <message>
        <source>%1 uploads of %2</source>
        <translation>%1 次上传（每次 %2）</translation>
    </message>
    <message>
        <source>%1, %2 (98 %), over %3.</source>
        <translation>%1：%2（98 % 区间），依据 %3。</translation>
    </message>
    <message>
        <source>%1, %2, over %3.</source>
        <translation>%1：%2，依据 %3。</translation>
    </message>
    <message>
        <source>The smallest leak it could have seen: %1 per upload, after %2 uploads of %3.</source>
        <translation>能够发现的最小泄漏：每次上传 %1，依据 %2 次上传（每次 %3）。</translation>
    </message>
    <message>
        <source>No verdict yet</source>
        <translation>尚无结论</translation>
    </message>
    <message>
        <source>After three rounds it shows what it looks like.</source>
        <translation>三轮之后可见初步趋势。</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>目前看来：%1</translation>
    </message>
    <message>
        <source>%1 %2 per upload. Not decided yet.</source>
        <translation>%1：每次上传 %2。尚无定论。</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 uploads · %3 so far</source>
        <comment>phase, count, time</comment>
        <translation>
            <numerusform>%1 · %2 次上传 · 已用时 %3</numerusform>
        </translation>
    </message>
    <message>
        <source> · about %1 left of this</source>
        <translation> · 本阶段约剩 %1</translation>
    </message>
</context>
<context>
    <name>ui::VerificationSection</name>
    <message>
        <source>Send a header Repr-Di&amp;gest; every file is read twice for it</source>
        <translation>发送 Repr-Digest 请求头；为此每个文件要读取两遍(&amp;G)</translation>
    </message>
    <message>
        <source>Send an Idempotency-Key, the same for every attempt at one file</source>
        <translation>发送 Idempotency-Key，同一文件的每次尝试都用同一个值</translation>
    </message>
    <message>
        <source>SHA-256 in form field</source>
        <translation>SHA-256 表单字段</translation>
    </message>
    <message>
        <source>The field&apos;s name; it stands behind the file, and is computed while that is sent</source>
        <translation>字段名；该字段排在文件之后，其值在发送文件的同时计算</translation>
    </message>
    <message>
        <source>Whole, and only once</source>
        <translation>完整且不重复</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>SHA-256 of what is sent, as RFC 9530 has it: of a form, all of the form</source>
        <translation>所发送内容的 SHA-256，按 RFC 9530 计算：发送表单时，针对整个表单</translation>
    </message>
    <message>
        <source>A server that knows it stores no file twice whose first answer was lost</source>
        <translation>服务器若支持，即使首次响应丢失，也不会重复存储文件</translation>
    </message>
</context>
<context>
    <name>ui::WindowActions</name>
    <message>
        <source>Go to the addr&amp;ess</source>
        <translation>转到地址栏(&amp;E)</translation>
    </message>
    <message>
        <source>Type another address</source>
        <translation>输入其他地址</translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation>重新连接(&amp;R)</translation>
    </message>
    <message>
        <source>Connect again and look for metrics anew</source>
        <translation>重新连接并重新查找指标</translation>
    </message>
    <message>
        <source>&amp;Metrics elsewhere…</source>
        <translation>指定指标地址(&amp;M)…</translation>
    </message>
    <message>
        <source>Give another address for the metrics</source>
        <translation>为指标另外指定地址</translation>
    </message>
    <message>
        <source>W&amp;hat was found</source>
        <translation>探测结果(&amp;H)</translation>
    </message>
    <message>
        <source>Show what was found on the server, and what to add to it</source>
        <translation>查看在服务器上找到了什么，以及还需添加什么</translation>
    </message>
    <message>
        <source>Ser&amp;vers…</source>
        <translation>服务器(&amp;V)…</translation>
    </message>
    <message>
        <source>Set up servers: signing in, certificates, limits; or take over a curl command</source>
        <translation>配置服务器：登录、证书、限制；也可导入 curl 命令</translation>
    </message>
    <message>
        <source>Alerts raised</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Show which alerts are raised, and which were</source>
        <translation>查看当前和以往触发的告警</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>S&amp;tart the sample server</source>
        <translation>启动示例服务器(&amp;T)</translation>
    </message>
    <message>
        <source>Start a server that leaks on purpose, and connect to it</source>
        <translation>启动一个故意泄漏内存的服务器，并连接到它</translation>
    </message>
    <message>
        <source>Add a &amp;note…</source>
        <translation>添加备注(&amp;N)…</translation>
    </message>
    <message>
        <source>Mark this moment on the timeline</source>
        <translation>在时间轴上标记此刻</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave Tidemark</source>
        <translation>退出 Tidemark</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>窗口配色</translation>
    </message>
    <message>
        <source>Colours like the s&amp;ystem</source>
        <translation>配色跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>浅色(&amp;I)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>Language, colours, alert rules and when to be told of them</source>
        <translation>语言、配色、告警规则以及何时通知</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示所有快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>A&amp;bout Tidemark</source>
        <translation>关于 Tidemark(&amp;B)</translation>
    </message>
    <message>
        <source>Version, licence, and what it is made with</source>
        <translation>版本、许可证以及所用组件</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <comment>a format&apos;s name</comment>
        <translation>导出为 %1</translation>
    </message>
</context>
</TS>
