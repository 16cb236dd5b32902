// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ownnetwork.h"

#include <QProcess>

#include <sched.h>

namespace support {

bool enterOwnNetwork()
{
    return ::unshare(CLONE_NEWNET) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
}

bool ip(const char *arguments)
{
    QProcess process;
    process.start(QStringLiteral("ip"), QString::fromLatin1(arguments).split(QLatin1Char(' ')));
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace support
