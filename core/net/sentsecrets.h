// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QNetworkRequest>
#include <QString>
#include <QStringList>

namespace net {

/// What a request says of us that is nobody else's business, to be struck out of what comes back: servers and proxies quote
/// a request in their answer, most often in the one that refuses it. A value, shared when copied; empty for a request
/// without secrets, and then every use of it is one comparison.
class SentSecrets final
{
public:
    static constexpr qsizetype shortest = 4; ///< Characters; what is shorter would be struck out of words.

    SentSecrets() = default;
    /// Of its headers, its transport (token, passwords, also as Basic shows them), its address' user and query.
    explicit SentSecrets(const QNetworkRequest &request);

    /// One more, in each form in which an answer may hold it: as it is, percent-encoded, and as in HTML or JSON.
    void add(const QString &secret);
    /// The value of a Cookie header: those of its parts.
    void addCookies(const QByteArray &line);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }

    /// "***" in place of each. One that begins at the end of the text, because that was cut off there, counts.
    [[nodiscard]] QString struckFrom(QString text) const;
    /// The same of a header's value.
    [[nodiscard]] QByteArray struckFrom(const QByteArray &value) const;

    bool operator==(const SentSecrets &) const = default;

private:
    void addHeader(const QByteArray &name, const QByteArray &value);

    QStringList m_words; ///< Longest first: one may be part of another.
};

} // namespace net
