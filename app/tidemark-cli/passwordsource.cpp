// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/passwordsource.h"

#include "app/tidemark-cli/rawoptions.h"
#include "core/net/redirect.h"
#include "core/report/safetext.h"

#include <functional>
#include <optional>

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

base::Result<QString> secretFor(const char *variable, const QString &what)
{
    if (qEnvironmentVariableIsSet(variable))
        return qEnvironmentVariable(variable);
    const SilentTerminal terminal;
    if (!terminal.isOpen())
        return base::Error{base::ErrorKind::NotFound,
                           QStringLiteral("no %1: there is no terminal to ask on; put it into %2")
                               .arg(what, QLatin1StringView(variable)),
                           0,
                           {}};
    QString question = report::printable(what);
    question[0] = question[0].toUpper();
    terminal.write(question.toUtf8() + ": ");
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
            return base::Error{
                base::ErrorKind::Cancelled, QStringLiteral("no %1 was given").arg(what), 0, {}};
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

namespace {

using Field = QString net::TransportOptions::*;

QList<net::Endpoint *> endpointsOf(Options &options)
{
    QList<net::Endpoint *> all{&options.target.endpoint, &options.watch};
    for (net::Endpoint &further : options.watchAlso)
        all.append(&further);
    return all;
}

/// Into every endpoint that wants it; asks at most once.
base::Result<base::Done> complete(Options &options, Field secret, const char *variable, const QString &what,
                                  const std::function<bool(const net::TransportOptions &)> &isWanted)
{
    std::optional<QString> known;
    for (net::Endpoint *endpoint : endpointsOf(options)) {
        net::TransportOptions &transport = endpoint->transport;
        if (!isWanted(transport) || !(transport.*secret).isEmpty())
            continue;
        if (!known) {
            const auto given = secretFor(variable, what);
            if (!given)
                return given.error();
            known = *given;
        }
        transport.*secret = *known;
    }
    return base::Done();
}

/// The token's: that of the uploads, or else what is watched first.
const QUrl &home(const Options &options)
{
    const QUrl &to = options.target.endpoint.url;
    return to.isEmpty() ? options.watch.url : to;
}

base::Result<base::Done> completeToken(Options &options)
{
    if (!options.usesToken)
        return base::Done();
    const auto token = secretFor("TIDEMARK_TOKEN", QStringLiteral("token"));
    if (!token)
        return token.error();
    if (token->contains(u'\n') || token->contains(u'\r'))
        return usage(QStringLiteral("the token in TIDEMARK_TOKEN holds a line break"));
    for (net::Endpoint *endpoint : endpointsOf(options)) {
        if (!endpoint->url.isEmpty() && net::isSameOrigin(home(options), endpoint->url))
            endpoint->transport.token = *token;
    }
    return base::Done();
}

/// That of a PEM key is not asked for: whether there is one is not known, and many have none.
void takeKeyPassword(Options &options)
{
    for (net::Endpoint *endpoint : endpointsOf(options)) {
        if (!endpoint->transport.certFile.isEmpty() && qEnvironmentVariableIsSet("TIDEMARK_KEY_PASSWORD"))
            endpoint->transport.keyPassword = qEnvironmentVariable("TIDEMARK_KEY_PASSWORD");
    }
}

} // namespace

base::Result<base::Done> completePasswords(Options &options)
{
    const net::TransportOptions &upload = options.target.endpoint.transport;
    const QString user = upload.user.isEmpty() ? options.watch.transport.user : upload.user;
    const auto password = complete(options, &net::TransportOptions::password, "TIDEMARK_PASSWORD",
                                   QStringLiteral("password for ") + user,
                                   [](const auto &transport) { return !transport.user.isEmpty(); });
    if (!password)
        return password;
    const QString proxyUser
        = upload.proxyUser.isEmpty() ? options.watch.transport.proxyUser : upload.proxyUser;
    const auto proxy = complete(options, &net::TransportOptions::proxyPassword, "TIDEMARK_PROXY_PASSWORD",
                                QStringLiteral("password of the proxy for ") + proxyUser,
                                [](const auto &transport) { return !transport.proxyUser.isEmpty(); });
    if (!proxy)
        return proxy;
    takeKeyPassword(options);
    const auto key = complete(options, &net::TransportOptions::keyPassword, "TIDEMARK_KEY_PASSWORD",
                              QStringLiteral("passphrase of the client certificate"),
                              [](const auto &transport) { return net::isPkcs12(transport.certFile); });
    if (!key)
        return key;
    return completeToken(options);
}

} // namespace cli
