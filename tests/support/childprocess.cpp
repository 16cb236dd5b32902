// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/childprocess.h"

#include <QDeadlineTimer>

#include <csignal>

#include <sys/prctl.h>

namespace support {

namespace {
constexpr int patienceMs = 30'000;
}

ChildProcess::ChildProcess()
{
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

ChildProcess::~ChildProcess()
{
    kill();
}

bool ChildProcess::start(const QString &program, const QStringList &arguments)
{
    m_process.start(program, arguments, QIODevice::ReadOnly);
    if (m_process.waitForStarted(patienceMs))
        return true;
    m_failure = QStringLiteral("cannot start %1: %2").arg(program, m_process.errorString());
    return false;
}

QByteArray ChildProcess::firstLine()
{
    const QDeadlineTimer deadline(patienceMs);
    while (!m_process.canReadLine() && isRunning() && !deadline.hasExpired())
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    if (m_process.canReadLine())
        return m_process.readLine().trimmed();
    m_failure = QStringLiteral("%1 printed no line: %2")
                    .arg(m_process.program(), QString::fromUtf8(complaints().trimmed()));
    return {};
}

bool ChildProcess::hasEndedWithin(int milliseconds)
{
    return !isRunning() || m_process.waitForFinished(milliseconds);
}

int ChildProcess::exitCode()
{
    return hasEndedWithin(patienceMs) && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode()
                                                                                        : -1;
}

void ChildProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

QByteArray ChildProcess::complaints()
{
    m_complaints += m_process.readAllStandardError();
    return m_complaints;
}

} // namespace support
