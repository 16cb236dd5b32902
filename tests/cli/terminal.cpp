// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/terminal.h"

#include "tests/cli/cli.h"

#include <cstdlib>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

Terminal::Terminal()
    : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC))
{
    if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
        qFatal("no pseudo terminal");
    const winsize size{30, 100, 0, 0};
    ::ioctl(m_master, TIOCSWINSZ, &size);
}

Terminal::~Terminal()
{
    ::close(m_master);
}

QString Terminal::slave() const
{
    return QString::fromLocal8Bit(::ptsname(m_master));
}

void Terminal::type(const QByteArray &keys) const
{
    [[maybe_unused]] const auto written
        = ::write(m_master, keys.constData(), static_cast<size_t>(keys.size()));
}

const QByteArray &Terminal::screen()
{
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(m_master, buffer, sizeof buffer)) > 0;)
        m_screen.append(buffer, got);
    return m_screen;
}

bool Terminal::shows(const QByteArray &text)
{
    return comesTrue([&] { return screen().contains(text); });
}
