// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fakeclock.h"
#include "core/transfer/tusupload.h"
#include "core/transfer/uploadform.h"
#include "tests/transfer/jobbench.h"

namespace testing {

/// A tus upload whose server the test plays, request by request, and what it said: "resumable 0", "sent 5000",
/// "body sent", "finished".
class TusBench final
{
    Q_DISABLE_COPY_MOVE(TusBench)

public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    static constexpr qint64 size = JobFile::size;

    explicit TusBench(const transfer::UploadTarget &target = tusTarget());

    /// At "http://localhost/files".
    [[nodiscard]] static transfer::UploadTarget tusTarget();
    /// A point at which an upload of the file goes on.
    [[nodiscard]] transfer::ResumePoint point(const QString &url
                                              = QStringLiteral("http://localhost/files/1")) const;

    void start(const transfer::ResumePoint &resume = {});
    /// The request that is to be answered now: "PATCH http://localhost/files/1"; empty: there is none.
    [[nodiscard]] QByteArray asked() const;
    /// Its header.
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        return reply()->request().rawHeader(name);
    }
    /// Answers it, and has the event loop do what follows.
    void answer(int status, const Headers &headers = {}, const QByteArray &text = {});
    void fail(base::ErrorKind kind);
    /// OPTIONS is answered with this.
    void answerOptions(const QByteArray &extensions = "creation,termination", const Headers &more = {});
    /// The whole of a PATCH is read and taken: what was read.
    QByteArray takePiece(qint64 newOffset);

    [[nodiscard]] ScriptedReply *reply() const { return manager.last(); }

    JobFile file;
    base::FakeClock clock;
    ScriptedManager manager;
    transfer::UploadForm form;
    std::unique_ptr<transfer::TusUpload> upload;
    QStringList log;
    transfer::UploadAttempt::Outcome outcome;
    transfer::ResumePoint told; ///< By the last `resumable`.
};

} // namespace testing
