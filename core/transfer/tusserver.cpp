// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/tusserver.h"

#include "core/base/format.h"

#include <QCoreApplication>

#include <array>

namespace transfer {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(transfer::TusServer)
};

constexpr int preconditionFailed = 412;
constexpr int contentTooLarge = 413;

QByteArrayList listOf(const QByteArray &header)
{
    QByteArrayList items;
    for (const QByteArray &item : header.split(','))
        items.append(item.trimmed());
    return items;
}

std::optional<TusFeatures::Checksum> bestOf(const QByteArrayList &offered)
{
    static const std::array known{TusFeatures::Checksum{"sha256", QCryptographicHash::Sha256},
                                  TusFeatures::Checksum{"sha512", QCryptographicHash::Sha512},
                                  TusFeatures::Checksum{"sha1", QCryptographicHash::Sha1}};
    for (const TusFeatures::Checksum &checksum : known) {
        if (offered.contains(checksum.name))
            return checksum;
    }
    return {};
}

Error otherVersion(const QByteArray &versions, int status)
{
    return {ErrorKind::Malformed,
            Text::tr("the server speaks tus %1, not %2")
                .arg(QString::fromLatin1(versions), QLatin1StringView(tusVersion)),
            status,
            {}};
}

} // namespace

base::Result<TusFeatures> TusFeatures::from(const Exchange::Answer &answer)
{
    TusFeatures features;
    const QByteArray versions = answer.header("Tus-Version");
    if (!versions.isEmpty() && !listOf(versions).contains(tusVersion))
        return otherVersion(versions, answer.status);
    const QByteArrayList extensions = listOf(answer.header("Tus-Extension"));
    features.terminates = extensions.contains("termination");
    if (extensions.contains("checksum"))
        features.checksum = bestOf(listOf(answer.header("Tus-Checksum-Algorithm")));
    features.mostBytes = tusBytes(answer, "Tus-Max-Size");
    return features;
}

std::optional<TusFeatures> TusServer::features() const
{
    const std::scoped_lock lock(m_mutex);
    return m_features;
}

void TusServer::learn(const TusFeatures &features)
{
    const std::scoped_lock lock(m_mutex);
    m_features = features;
}

std::optional<qint64> tusBytes(const Exchange::Answer &answer, QByteArrayView header)
{
    bool isNumber = false;
    const qint64 bytes = answer.header(header).trimmed().toLongLong(&isNumber);
    return isNumber && bytes >= 0 ? std::optional(bytes) : std::nullopt;
}

base::Result<QUrl> tusUploadUrl(const Exchange::Answer &answer, const QUrl &createdAt)
{
    const QByteArray location = answer.header("Location");
    if (location.isEmpty()) {
        return Error{ErrorKind::Malformed,
                     Text::tr("the server answered %1, but not where the upload goes (it sent no Location): "
                              "is this the address of a tus server?")
                         .arg(answer.status),
                     answer.status,
                     {}};
    }
    const QUrl url = createdAt.resolved(QUrl::fromEncoded(location)).adjusted(QUrl::RemoveUserInfo);
    const bool isHttp
        = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    if (!url.isValid() || !isHttp || url.host().isEmpty()) {
        return Error{ErrorKind::Malformed,
                     Text::tr("the server sends the upload to '%1', which is no http address")
                         .arg(QString::fromUtf8(location)),
                     answer.status,
                     {}};
    }
    if (createdAt.scheme() == QLatin1StringView("https") && url.scheme() != createdAt.scheme()) {
        return Error{
            ErrorKind::RedirectRefused,
            Text::tr("the server sends the upload to %1, where it would not be encrypted: if a proxy "
                     "stands before it, the server has to know its https address")
                .arg(url.toString()),
            answer.status,
            {}};
    }
    return url;
}

Error tusRefusal(const Exchange::Answer &answer, const TusFeatures &features)
{
    const QByteArray versions = answer.header("Tus-Version");
    if (answer.status == preconditionFailed && !versions.isEmpty() && !listOf(versions).contains(tusVersion))
        return otherVersion(versions, answer.status);
    Error error = answer.error;
    const std::optional<qint64> said = tusBytes(answer, "Tus-Max-Size");
    const std::optional<qint64> most = said ? said : features.mostBytes;
    if (answer.status == contentTooLarge && most)
        error.message = Text::tr("%1; it takes files of up to %2")
                            .arg(error.message, base::formatBytes(static_cast<double>(*most)));
    return error;
}

} // namespace transfer
