// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

namespace support {

/// A server as a child process. All waits block, without an event loop; all have generous limits.
/// The destructor ends the process. It also ends with the thread that started it, so that a test which is
/// killed leaves nothing behind.
class ChildProcess final
{
    Q_DISABLE_COPY_MOVE(ChildProcess)

public:
    ChildProcess();
    ~ChildProcess();

    /// Starts `program`, found in PATH if it has no folder. False: see failure().
    bool start(const QString &program, const QStringList &arguments);
    /// The first line that it prints, without the newline. Empty: see failure().
    [[nodiscard]] QByteArray firstLine();
    /// Waits a little for its end.
    bool hasEndedWithin(int milliseconds);
    /// Waits for its end. -1 if it did not end, or crashed.
    int exitCode();
    /// Ends it at once and waits until it is gone.
    void kill();
    /// What it wrote to stderr so far.
    [[nodiscard]] QByteArray complaints();

    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] QString failure() const { return m_failure; }

private:
    QProcess m_process;
    QByteArray m_complaints;
    QString m_failure;
};

} // namespace support
