// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/destination.h"

#include "core/base/secrets.h"
#include "core/net/secretheader.h"
#include "core/transfer/uploadtarget.h"

#include <QCryptographicHash>
#include <QPasswordDigestor>

namespace session {
namespace {

using transfer::UploadMethod;
using transfer::UploadTarget;

constexpr int fingerprintBytes = 16;
constexpr int rounds = 10'000;

QByteArray queryOf(const QUrl &url)
{
    QByteArrayList items = url.query(QUrl::FullyEncoded).toUtf8().split('&');
    for (QByteArray &item : items) {
        const QByteArray name = item.left(item.indexOf('='));
        if (net::isSecretName(QByteArray::fromPercentEncoding(name)))
            item = name;
    }
    const QString query = QLatin1Char('?') + QString::fromUtf8(items.join('&'));
    return base::withoutSecrets(query).sliced(1).toUtf8();
}

/// Each with its length before it: none can pass for two.
void append(QByteArray &detail, const QByteArray &part)
{
    detail += QByteArray::number(part.size()) + ':' + part;
}

void appendForm(QByteArray &detail, const UploadTarget &target)
{
    append(detail, target.method == UploadMethod::Post ? target.field.toUtf8() : QByteArray());
    for (const auto &[name, value] : target.form) {
        const bool isSecret = net::isSecretName(name.toUtf8()) || target.secretFields.contains(name);
        append(detail, name.toUtf8());
        append(detail, isSecret ? QByteArray() : value.toUtf8());
    }
}

QByteArray wholeDetail(const UploadTarget &target)
{
    QByteArray detail;
    append(detail, transfer::toKey(target.method).toUtf8());
    append(detail, queryOf(target.endpoint.url));
    if (target.method != UploadMethod::Put)
        appendForm(detail, target);
    return detail;
}

} // namespace

QByteArray destinationDetail(const UploadTarget &target)
{
    const QByteArray detail = wholeDetail(target);
    return detail == wholeDetail(UploadTarget()) ? QByteArray() : detail;
}

QByteArray fingerprintOf(const QByteArray &detail, const QByteArray &salt)
{
    if (detail.isEmpty())
        return {};
    return QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha256, detail, salt, rounds,
                                              fingerprintBytes);
}

} // namespace session
