// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/signinreason.h"

#include "core/net/endpoint.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QRegularExpression>

namespace net {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(net::SignIn)
};

/// Basic, Digest …, once each.
QStringList offeredSchemes(QString challenges)
{
    static const QRegularExpression quoted(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\""));
    // A scheme stands at the beginning or behind a comma, and before a blank; a parameter has "=" behind its name.
    static const QRegularExpression scheme(
        QStringLiteral("(?:^|,)\\s*([A-Za-z][A-Za-z0-9-]*)(?=\\s+[^\\s=]|\\s*$|\\s*,)"));
    challenges.remove(quoted);
    QStringList schemes;
    for (auto it = scheme.globalMatch(challenges); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!schemes.contains(name, Qt::CaseInsensitive))
            schemes.append(name);
    }
    return schemes;
}

} // namespace

QString signInReason(const QNetworkReply &reply)
{
    const QNetworkRequest request = reply.request();
    const auto given = request.attribute(transportAttribute).value<SharedTransport>();
    const TransportOptions transport = given ? *given : TransportOptions();
    const QStringList offered = offeredSchemes(QString::fromLatin1(reply.rawHeader("WWW-Authenticate")));
    const bool hasUser = !transport.user.isEmpty() || !request.url().userName().isEmpty();
    const bool usesDigest = transport.auth == TransportOptions::Auth::Digest;
    const QString used = usesDigest ? QStringLiteral("Digest") : QStringLiteral("Basic");
    if (!transport.token.isEmpty())
        return Text::tr("it does not accept this token");
    if (hasUser && !offered.isEmpty() && !offered.contains(used, Qt::CaseInsensitive))
        return Text::tr("it was shown the user and password by %1 and offers only %2")
            .arg(used, offered.join(QLatin1String(", ")));
    if (hasUser)
        return Text::tr("it does not accept this user and password");
    if (request.hasRawHeader("Authorization"))
        return Text::tr("it does not accept what the header Authorization says");
    return offered.isEmpty()
        ? Text::tr("it wants to know who uploads")
        : Text::tr("it wants to know who uploads (by %1)").arg(offered.join(QLatin1String(", ")));
}

} // namespace net
