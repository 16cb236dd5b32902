// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/sentsecrets.h"

#include "core/base/secrets.h"
#include "core/net/endpoint.h"
#include "core/net/secretheader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

namespace net {
namespace {

constexpr QLatin1StringView mask("***");

/// The length of the longest beginning of `word` with which `text` ends; 0 if that is too short to tell.
qsizetype cutOffPart(const QString &text, const QString &word)
{
    for (qsizetype length = std::min(word.size() - 1, text.size()); length >= SentSecrets::shortest;
         --length) {
        if (text.endsWith(QStringView(word).first(length)))
            return length;
    }
    return 0;
}

/// As it stands in HTML and in JSON, where that is another way: servers quote in both.
QStringList quoted(const QString &secret)
{
    QString numbered = secret.toHtmlEscaped();
    numbered.replace(u'\'', QLatin1StringView("&#39;"));
    QString json = QString::fromUtf8(QJsonDocument(QJsonArray{secret}).toJson(QJsonDocument::Compact));
    json = json.sliced(2, json.size() - 4);
    QString ascii;
    for (const QChar c : std::as_const(json))
        ascii += c.unicode() < 0x80 ? QString(c)
                                    : QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    return {secret.toHtmlEscaped(), numbered, json, ascii};
}

} // namespace

SentSecrets::SentSecrets(const QNetworkRequest &request)
{
    const auto given = request.attribute(transportAttribute).value<SharedTransport>();
    const TransportOptions transport = given ? *given : TransportOptions();
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names) {
        if (isSecretHeader(name, transport))
            addHeader(name, request.rawHeader(name));
    }
    const auto addUser = [this](const QString &user, const QString &password) {
        if (password.isEmpty())
            return;
        add(password);
        add(QString::fromLatin1(QString(user + u':' + password).toUtf8().toBase64()));
    };
    const QUrl url = request.url();
    addUser(transport.user, transport.password);
    addUser(transport.proxyUser, transport.proxyPassword);
    for (const QUrl &named : {url, transport.proxy})
        addUser(named.userName(QUrl::FullyDecoded), named.password(QUrl::FullyDecoded));
    add(transport.token);
    add(transport.keyPassword);
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (isSecretName(name.toUtf8()) || base::isSecretItem(name))
            add(value);
    }
}

void SentSecrets::addHeader(const QByteArray &name, const QByteArray &value)
{
    if (name.compare("Cookie", Qt::CaseInsensitive) == 0) {
        addCookies(value);
        return;
    }
    const bool hasScheme = name.toLower().endsWith("authorization") && value.contains(' ');
    add(QString::fromUtf8(hasScheme ? value.mid(value.indexOf(' ') + 1).trimmed() : value));
}

void SentSecrets::addCookies(const QByteArray &line)
{
    for (const QByteArray &cookie : line.split(';'))
        add(QString::fromUtf8(cookie.mid(cookie.indexOf('=') + 1).trimmed()));
}

void SentSecrets::add(const QString &secret)
{
    if (secret.size() < shortest)
        return;
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(secret));
    for (const QString &word : QStringList{secret, encoded} + quoted(secret)) {
        if (!m_words.contains(word))
            m_words.append(word);
    }
    std::ranges::stable_sort(m_words, std::ranges::greater(), &QString::size);
}

QString SentSecrets::struckFrom(QString text) const
{
    if (isEmpty() || text.isEmpty())
        return text;
    for (const QString &word : m_words)
        text.replace(word, mask);
    qsizetype cutOff = 0;
    for (const QString &word : m_words)
        cutOff = std::max(cutOff, cutOffPart(text, word));
    if (cutOff > 0)
        text = text.chopped(cutOff) + mask;
    return text;
}

QByteArray SentSecrets::struckFrom(const QByteArray &value) const
{
    if (isEmpty() || value.isEmpty())
        return value;
    const QString text = QString::fromUtf8(value);
    const QString rest = struckFrom(text);
    return rest == text ? value : rest.toUtf8();
}

} // namespace net
