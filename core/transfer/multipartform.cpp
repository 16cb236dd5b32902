// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/multipartform.h"

#include "core/transfer/formbody.h"
#include "core/transfer/formlines.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/stablefile.h"

#include <QRandomGenerator>

#include <array>

namespace transfer {
namespace {

// Letters and digits only, so that it needs no quotes, which naive servers take for a part of it; Qt's own may
// hold "+", "/" and "=". 120 random bits, new for each message: not even a file that holds a record of earlier
// uploads contains it.
QByteArray makeBoundary()
{
    static constexpr char alphabet[] = "0123456789abcdefghijklmnopqrstuv";
    constexpr int bitsPerDigit = 5;
    constexpr int digitsPerDraw = 12;
    QByteArray boundary = QByteArrayLiteral("tidemark");
    for (int draw = 0; draw < 2; ++draw) {
        std::array<char, digitsPerDraw> digits;
        quint64 random = QRandomGenerator::global()->generate64();
        for (char &digit : digits) {
            digit = alphabet[random % (1 << bitsPerDigit)];
            random >>= bitsPerDigit;
        }
        boundary.append(digits.data(), digits.size());
    }
    return boundary;
}

// UploadJob itself bounds what it keeps of an answer, and a long one is no failure.
net::Endpoint withoutAnswerLimit(net::Endpoint endpoint)
{
    endpoint.transport.maxAnswerBytes = 0;
    return endpoint;
}

// A string of RFC 8941, with its quotes. Once the file was changed it is another upload.
QByteArray idempotencyKey(const QUuid &upload, const FileStamp &stamp)
{
    const QByteArray version = QByteArray::number(stamp.bytes) + ' ' + QByteArray::number(stamp.modifiedNs)
        + ' ' + QByteArray::number(stamp.inode);
    return '"' + QUuid::createUuidV5(upload, version).toByteArray(QUuid::WithoutBraces) + '"';
}

} // namespace

MultipartForm::MultipartForm(const UploadTarget &target)
    : m_target(target)
    , m_server(target.endpoint.origin().toString(QUrl::RemovePath))
    , m_request(withoutAnswerLimit(target.endpoint).request())
    , m_pathHead(target.pathField.isEmpty() ? QByteArray() : fieldHead(target.pathField))
    , m_fileHead(fileHeadBegin(target.field))
    , m_digestHead(target.digestField.isEmpty() ? QByteArray() : fieldHead(target.digestField))
    , m_wantsReprDigest(target.sendsReprDigest)
    , m_sendsKey(target.sendsIdempotencyKey)
{
    // An engine that follows a 302 turns the upload into a GET, and "200" would mean that nothing was stored.
    if (!target.endpoint.transport.resendBodyOnRedirect)
        m_request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                               QNetworkRequest::ManualRedirectPolicy);
    for (const auto &[name, value] : target.form)
        m_fields.append(fieldHead(name) + value.toUtf8() + "\r\n");
}

MultipartForm::Message MultipartForm::message(std::unique_ptr<StableFile> file, const QString &name,
                                              const QUuid &key, const QString &relativePath) const
{
    const QByteArray boundary = makeBoundary();
    QByteArray before;
    for (const QByteArray &field : m_fields)
        before += "--" + boundary + field;
    if (!m_pathHead.isEmpty()) {
        const QString path = relativePath.isEmpty() ? name : relativePath;
        before += "--" + boundary + m_pathHead + printable(path).toUtf8() + "\r\n";
    }
    before += "--" + boundary + m_fileHead + escapedName(name) + fileHeadEnd;
    const FileStamp stamp = file->stamp();
    QByteArray behind;
    if (!m_digestHead.isEmpty())
        behind = "\r\n--" + boundary + m_digestHead;
    const qsizetype digestPlace = behind.size();
    if (!m_digestHead.isEmpty())
        behind.append(Sha256::hexDigits, '0');
    behind += "\r\n--" + boundary + "--\r\n";
    Message message{m_request, nullptr, behind.size()};
    message.request.setRawHeader("Content-Type", "multipart/form-data; boundary=" + boundary);
    if (m_sendsKey)
        message.request.setRawHeader("Idempotency-Key", idempotencyKey(key, stamp));
    message.body = std::make_unique<FormBody>(before, std::move(file), behind);
    if (!m_digestHead.isEmpty())
        message.body->setDigestPlace(digestPlace);
    return message;
}

} // namespace transfer
