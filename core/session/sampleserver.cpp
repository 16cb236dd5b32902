// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sampleserver.h"

#include "core/base/companion.h"
#include "core/base/format.h"

#include <QCoreApplication>
#include <QTimer>

#include <unistd.h>

namespace session {

namespace {
constexpr qsizetype complaintLimit = 2048;
constexpr qsizetype lineLimit = 64 * 1024;
} // namespace

SampleServer::SampleServer(QObject *parent)
    : QObject(parent)
{
    // Its own process group: a Ctrl-C in our terminal is for us, and we decide when the server ends.
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SampleServer::readLine);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        m_complaint += m_process.readAllStandardError();
        m_complaint.truncate(complaintLimit);
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(base::ErrorKind::ProcessFailed,
                 tr("cannot start %1: %2").arg(m_process.program(), m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, &SampleServer::onEnded);
}

SampleServer::~SampleServer()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(1000); // Reaps it; SIGKILL takes effect at once.
    }
}

base::Result<QString> SampleServer::findProgram()
{
    return base::findCompanion(QStringLiteral("tidemark-specimens"), "TIDEMARK_SPECIMENS",
                               tr("the sample server"));
}

void SampleServer::start(quint16 port, std::chrono::milliseconds patience)
{
    Q_ASSERT_X(m_process.program().isEmpty(), "SampleServer::start", "once only");
    const auto program = findProgram();
    if (!program) {
        const base::Error error = program.error();
        QMetaObject::invokeMethod(
            this, [this, error] { fail(error.kind, error.message); }, Qt::QueuedConnection);
        return;
    }
    m_process.setProgram(*program);
    m_process.setArguments({QStringLiteral("--parent"), QString::number(QCoreApplication::applicationPid()),
                            QStringLiteral("--port"), QString::number(port)});
    QTimer::singleShot(patience, this, [this, patience] {
        if (!m_started)
            fail(base::ErrorKind::ProcessFailed,
                 tr("the sample server did not tell its address within %1")
                     .arg(base::formatDuration(patience)));
    });
    // Queued, because QProcess reports a failed start from within start().
    QMetaObject::invokeMethod(
        this, [this] { m_process.start(QIODevice::ReadOnly); }, Qt::QueuedConnection);
}

void SampleServer::readLine()
{
    const QByteArray text = m_process.readAllStandardOutput();
    if (m_started || m_failed)
        return; // Whatever else it prints is not for us.
    m_line += text;
    const qsizetype end = m_line.indexOf('\n');
    if (end < 0 && m_line.size() < lineLimit)
        return;
    const auto info = parseSampleInfo(m_line.left(end < 0 ? lineLimit : end));
    if (!info) {
        fail(info.error().kind, info.error().message);
        return;
    }
    m_started = true;
    Q_EMIT started(*info);
}

void SampleServer::onEnded(int exitCode, QProcess::ExitStatus status)
{
    QString message = status == QProcess::CrashExit
        ? tr("the sample server was killed or crashed")
        : tr("the sample server ended by itself (exit code %1)").arg(exitCode);
    if (const QString complaint = QString::fromUtf8(m_complaint).trimmed(); !complaint.isEmpty())
        message = tr("%1: %2", "how it ended; its own last words")
                      .arg(message, complaint.section(QLatin1Char('\n'), 0, 0));
    fail(base::ErrorKind::ProcessFailed, message);
}

void SampleServer::fail(base::ErrorKind kind, const QString &message)
{
    if (m_failed)
        return;
    m_failed = true;
    if (m_process.state() != QProcess::NotRunning)
        m_process.kill();
    Q_EMIT failed({kind, message, 0, {}});
}

} // namespace session
