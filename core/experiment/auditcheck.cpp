// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditcheck.h"

#include "core/experiment/auditsteps.h"

#include <QCoreApplication>

#include <algorithm>

namespace experiment {
namespace {

using namespace auditsteps;

constexpr AuditCheck catalogue[] = {
    {"body-limit", AuditTopic::Limits,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "The size of a request is limited"),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Without a limit one client fills memory or disk, and everybody else is refused."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Limit the body where the service is entered and in the service itself: "
                       "client_max_body_size in nginx, "
                       "http.MaxBytesReader in Go (ParseMultipartForm limits memory, not the body), "
                       "spring.servlet.multipart.max-request-size in Spring, limits in multer or busboy."),
     "CWE-770; OWASP API4:2023; RFC 9110 section 15.5.14", bodyLimit},
    {"limit-answer", AuditTopic::Limits,
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "A request that is too large is answered with 413, and the answer can be read"),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "A client that sees the connection break, or a 500, tries the same file again and again."),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "Answer 413 with a text that names the limit. Do not close a connection with unread bytes in it: "
         "half-close it, "
         "read on for a moment, then close (nginx: lingering_close)."),
     "RFC 9110 section 15.5.14; RFC 9112 section 9.6", limitAnswer},
    {"limit-chunked", AuditTopic::Limits,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "The limit holds where the length is not told"),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "A limit that only looks at Content-Length is passed by who leaves it out."),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "Count the bytes that are read (http.MaxBytesReader in Go), or demand a length (411)."),
     "CWE-770; RFC 9112 section 7.1; RFC 9110 section 15.5.12", limitChunked},
    {"limit-streaming", AuditTopic::Limits,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "What is too large is refused before it is held in memory"),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "A limit that is applied after the body was buffered protects the disk, and not the memory."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Apply the limit while the body is read; stop at the first byte too many."),
     "CWE-400; CWE-789; OWASP API4:2023", limitStreaming},
    {"path-traversal", AuditTopic::Names,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "A file name cannot lead out of the folder"),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "Who names a file ../../x writes where the service may write: configuration, pages, programs."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Store under a name of your own making, and keep the client's only as text. Where it "
                       "must be used, take "
                       "its base "
                       "name, resolve the result, and see that it is below the folder."),
     "CWE-22; OWASP A01:2021; RFC 7578 section 4.2", pathTraversal, true},
    {"file-names", AuditTopic::Names,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "Odd file names make no errors of the server"),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "An error of the server (5xx) shows that a name reached something that was not made for it."),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "Check names before they are used - length, control characters, empty ones - and answer 400."),
     "CWE-20; RFC 7578 section 4.2", fileNames, true},
    {"temp-files", AuditTopic::Remains,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "No temporary files are left over"),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "The disk fills, slowly, and the service stops on a day on which nothing was changed."),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "Remove the form's files on every path: in Go RemoveAll on the form that was parsed, which after "
         "Request.WithContext is not the one that net/http cleans up."),
     "CWE-459; CWE-400", tempFiles},
    {"aborted-uploads", AuditTopic::Remains,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "Aborted uploads are cleaned up"),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Clients go away in the middle all the time; what each of them leaves adds up."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Release on every path, not on that of success: defer, try-with-resources, finally, "
                       "and a handler of "
                       "the "
                       "stream's error event."),
     "CWE-772; CWE-459", abortedUploads},
    {"slow-body", AuditTopic::Connections,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "A body that hardly comes is given up"),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "A client that sends a byte now and then holds a connection, and often a worker, for as long as it "
         "likes."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Limit the time of the whole request, or set a lowest rate: ReadTimeout of "
                       "http.Server in Go, requestTimeout in "
                       "Node, the worker timeout of gunicorn, timeout http-request with option "
                       "http-buffer-request in HAProxy, "
                       "RequestReadTimeout body=20,MinRate=500 in Apache. A time between two reads, as "
                       "client_body_timeout in nginx, ends "
                       "bodies that stop, and none that trickle."),
     "CWE-400; CWE-772; OWASP: slow HTTP attacks (R-U-Dead-Yet)", slowBody},
    {"boundary", AuditTopic::Forms,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "A form with a missing or wrong boundary is refused"),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "What cannot be a form is no upload: whoever answers 2xx says that a file is safe that is not."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Answer 400 unless the form was read to its closing boundary."),
     "RFC 2046 section 5.1.1; RFC 7578; CWE-20", boundary},
    {"many-parts", AuditTopic::Forms,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "Thousands of parts do no harm"),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Parts are cheap to send and dear to keep: parsers without a limit were made to stand "
                       "still by them."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "Limit the number of parts and fields, 1,000 say."),
     "CWE-770; CVE-2023-24998; CVE-2022-41725", manyParts},
    {"part-headers", AuditTopic::Forms,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "Huge headers of a part are refused"),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Headers of parts are kept in memory whatever limits files have."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Limit the size of a part's headers, 16 KiB say, or update the parser."),
     "CWE-770; CVE-2022-41725; CVE-2023-24534", partHeaders},
    {"content-length", AuditTopic::Connections,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "A wrong Content-Length is noticed"),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Where the length is wrong, a file is cut short and called whole, or the rest of it "
                       "is taken for the "
                       "next request."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Answer 400 to a body that ends early and to lengths that are no number or differ; "
                       "end the connection "
                       "after it."),
     "CWE-444; RFC 9112 sections 6.3 and 8", contentLength},
    {"field-missing", AuditTopic::Forms,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "A form without the file is refused"),
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "A 2xx says that a file was stored. There was none."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "Answer 400 or 422 where the field is missing."),
     "RFC 9110 section 15.5; CWE-20", fieldMissing},
    {"empty-file", AuditTopic::Forms,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "An empty file makes no error of the server"),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "Files of no bytes exist. What is divided by their size, or read from their start, breaks on them."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "Take it, or refuse it with 4xx."), "CWE-20", emptyFile},
    {"duplicate-field", AuditTopic::Forms,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "Two files under one field are not half lost"),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Two components that each take another one of both can be played off against each "
                       "other; and a file is "
                       "gone."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "Store both, or refuse the second with 400."),
     "CWE-235; CWE-20", duplicateField},
    {"keep-alive", AuditTopic::Connections,
     QT_TRANSLATE_NOOP("experiment::AuditCheck", "A connection can be used after an error, or is ended"),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "What is left unread of a refused body is taken for the next request of that "
                       "connection - perhaps of "
                       "another user "
                       "behind the same proxy."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Read the body to its end, or answer with Connection: close and close."),
     "RFC 9112 sections 9.3 and 9.6; CWE-444", keepAlive},
    {"tls", AuditTopic::Connections, QT_TRANSLATE_NOOP("experiment::AuditCheck", "TLS is up to date"),
     QT_TRANSLATE_NOOP(
         "experiment::AuditCheck",
         "Versions before 1.2 are broken; a certificate that nobody trusts teaches to look away."),
     QT_TRANSLATE_NOOP("experiment::AuditCheck",
                       "Allow TLS 1.2 and 1.3 only; send a certificate for this name with its intermediates, "
                       "and renew it by "
                       "itself."),
     "RFC 8996; RFC 9325; CWE-295; CWE-326", tls},
};

} // namespace

std::span<const AuditCheck> auditChecks()
{
    return catalogue;
}

const AuditCheck *findAuditCheck(const QString &id)
{
    const auto found = std::ranges::find_if(
        catalogue, [&id](const AuditCheck &check) { return id == QLatin1StringView(check.id); });
    return found == std::end(catalogue) ? nullptr : found;
}

QString auditCheckText(const char *text)
{
    return QCoreApplication::translate("experiment::AuditCheck", text);
}

} // namespace experiment
