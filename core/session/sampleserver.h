// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sampleinfo.h"

#include <QObject>
#include <QProcess>

#include <chrono>

namespace session {

/// Runs `tidemark-specimens`, the sample server with known leaks, as a child process on loopback.
///
/// Thread: one, with an event loop. Ownership: the caller's; the destructor ends the process in silence, and
/// should this program be killed, the child ends by itself (it is given our pid).
class SampleServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SampleServer)

public:
    explicit SampleServer(QObject *parent = nullptr);
    ~SampleServer() override;

    /// $TIDEMARK_SPECIMENS if set, else beside the running executable, else in ../libexec/tidemark from
    /// there. Error NotFound names the places that were looked at.
    [[nodiscard]] static base::Result<QString> findProgram();

    /// Once only. Port 0 takes a free one. Leads to exactly one of `started` and `failed`, never from within
    /// start().
    void start(quint16 port = 0, std::chrono::milliseconds patience = std::chrono::seconds(10));

Q_SIGNALS:
    /// It listens.
    void started(const session::SampleInfo &info);
    /// It could not be started, said nothing useful within `patience`, or - after `started` - ended by
    /// itself. Errors: NotFound, ProcessFailed, Malformed. Nothing is emitted after it.
    void failed(const base::Error &error);

private:
    void readLine();
    void onEnded(int exitCode, QProcess::ExitStatus status);
    void fail(base::ErrorKind kind, const QString &message);

    QProcess m_process;
    QByteArray m_line; ///< What came of the first line so far.
    QByteArray m_complaint; ///< The beginning of what it wrote to stderr.
    bool m_started = false;
    bool m_failed = false;
};

} // namespace session
