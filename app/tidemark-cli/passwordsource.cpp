// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/passwordsource.h"

#include "core/report/safetext.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace cli {

namespace {
constexpr char interruptKey = 0x03, endKey = 0x04, eraseKey = 0x08, killKey = 0x15, deleteKey = 0x7f;

/// The controlling terminal with echo, line editing and Ctrl-C's signal off. Signals are off so that no way
/// out can leave the terminal without echo.
class SilentTerminal final
{
    Q_DISABLE_COPY_MOVE(SilentTerminal)

public:
    SilentTerminal()
        : m_descriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (m_descriptor < 0 || ::tcgetattr(m_descriptor, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
        m_isOpen = ::tcsetattr(m_descriptor, TCSAFLUSH, &silent) == 0;
    }
    ~SilentTerminal()
    {
        if (m_isOpen)
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    void write(const QByteArray &text) const
    {
        [[maybe_unused]] const auto written
            = ::write(m_descriptor, text.constData(), static_cast<size_t>(text.size()));
    }
    /// Ctrl-D's code at the end of input.
    [[nodiscard]] char readKey() const
    {
        char key = endKey;
        return ::read(m_descriptor, &key, 1) == 1 ? key : endKey;
    }

private:
    int m_descriptor;
    termios m_before{};
    bool m_isOpen = false;
};

void eraseCharacter(QByteArray &typed)
{
    // UTF-8: a character is its lead byte and all continuation bytes (10xxxxxx) after it.
    while (!typed.isEmpty() && (static_cast<uchar>(typed.back()) & 0xc0) == 0x80)
        typed.chop(1);
    typed.chop(1);
}
} // namespace

base::Result<QString> passwordFor(const QString &user)
{
    if (qEnvironmentVariableIsSet("TIDEMARK_PASSWORD"))
        return qEnvironmentVariable("TIDEMARK_PASSWORD");
    const SilentTerminal terminal;
    if (!terminal.isOpen())
        return base::Error{base::ErrorKind::NotFound,
                           QStringLiteral("no password for %1: there is no terminal to ask on; put it into "
                                          "TIDEMARK_PASSWORD")
                               .arg(user),
                           0,
                           {}};
    terminal.write("Password for " + report::printable(user).toUtf8() + ": ");
    QByteArray typed;
    for (;;) {
        switch (const char key = terminal.readKey()) {
        case '\r':
        case '\n':
            terminal.write("\n");
            return QString::fromUtf8(typed);
        case interruptKey:
        case endKey:
            terminal.write("\n");
            return base::Error{base::ErrorKind::Cancelled, QStringLiteral("no password was given"), 0, {}};
        case eraseKey:
        case deleteKey:
            eraseCharacter(typed);
            break;
        case killKey:
            typed.clear();
            break;
        default:
            typed += key;
        }
    }
}

base::Result<base::Done> completePasswords(Options &options)
{
    net::TransportOptions &upload = options.target.endpoint.transport;
    net::TransportOptions &watch = options.watch.transport;
    const QString user = upload.user.isEmpty() ? watch.user : upload.user;
    if (user.isEmpty())
        return base::Done();
    const auto password = passwordFor(user);
    if (!password)
        return password.error();
    for (net::TransportOptions *transport : {&upload, &watch}) {
        if (!transport->user.isEmpty())
            transport->password = *password;
    }
    return base::Done();
}

} // namespace cli
