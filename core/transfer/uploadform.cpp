// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadform.h"

#include "core/net/secretheader.h"
#include "core/transfer/formbody.h"
#include "core/transfer/formlines.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/stablefile.h"
#include "core/transfer/tusserver.h"

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
    // Qt's global one is everybody's, behind a lock.
    thread_local QRandomGenerator generator = QRandomGenerator::securelySeeded();
    QByteArray boundary = QByteArrayLiteral("tidemark");
    for (int draw = 0; draw < 2; ++draw) {
        std::array<char, digitsPerDraw> digits;
        quint64 random = generator.generate64();
        for (char &digit : digits) {
            digit = alphabet[random % (1 << bitsPerDigit)];
            random >>= bitsPerDigit;
        }
        boundary.append(digits.data(), digits.size());
    }
    return boundary;
}

// Exchange itself bounds what it keeps of an answer, and a long one is no failure.
net::Endpoint withoutAnswerLimit(net::Endpoint endpoint)
{
    endpoint.transport.maxAnswerBytes = 0;
    return endpoint;
}

// "The key MUST NOT contain spaces and commas and MUST NOT be empty. The key SHOULD be ASCII encoded" (tus 1.0, Creation).
QByteArray metadataKey(const QString &name)
{
    QByteArray key = name.toUtf8();
    for (char &c : key) {
        if (c <= ' ' || c > '~' || c == ',')
            c = '_';
    }
    return key.isEmpty() ? QByteArrayLiteral("_") : key;
}

QByteArray pathOf(const UploadLabel &label)
{
    return printable(label.relativePath.isEmpty() ? label.name : label.relativePath).toUtf8();
}

} // namespace

UploadForm::UploadForm(const UploadTarget &target)
    : m_madeFrom(target)
    , m_method(target.method)
    , m_target(target.endpoint.url.adjusted(QUrl::RemoveUserInfo))
    , m_server(target.endpoint.origin().toString(QUrl::RemovePath))
    , m_address(target.endpoint.url)
    , m_request(withoutAnswerLimit(target.endpoint).request())
    , m_pathField(target.pathField)
    , m_pathHead(fieldHead(target.pathField))
    , m_fileHead(fileHeadBegin(target.field))
    , m_digestHead(target.digestField.isEmpty() ? QByteArray() : fieldHead(target.digestField))
    , m_wantsReprDigest(target.sendsReprDigest)
    , m_sendsKey(target.sendsIdempotencyKey)
{
    // An engine that follows a 302 turns the upload into a GET, and "200" would mean that nothing was stored.
    if (!target.endpoint.transport.resendBodyOnRedirect || m_method == UploadMethod::Tus)
        m_request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                               QNetworkRequest::ManualRedirectPolicy);
    if (m_method == UploadMethod::Put && !m_request.hasRawHeader("Content-Type"))
        m_request.setRawHeader("Content-Type", "application/octet-stream");
    if (m_method == UploadMethod::Tus)
        m_tusServer = std::make_shared<TusServer>();
    m_secrets = net::SentSecrets(m_request);
    for (const auto &[name, value] : target.form) {
        m_fields.append({name, fieldHead(name), value});
        if (net::isSecretName(name.toUtf8()) || target.secretFields.contains(name))
            m_secrets.add(value);
    }
}

UploadForm::Message UploadForm::message(std::unique_ptr<StableFile> file, const UploadLabel &label) const
{
    if (m_method == UploadMethod::Put)
        return put(std::move(file), label);
    const QByteArray boundary = makeBoundary();
    QByteArray before;
    for (const Field &field : m_fields)
        before += "--" + boundary + field.head + expanded(field.value, label).toUtf8() + "\r\n";
    if (!m_pathField.isEmpty())
        before += "--" + boundary + m_pathHead + pathOf(label) + "\r\n";
    before += "--" + boundary + m_fileHead + escapedName(label.name) + fileHeadEnd;
    QByteArray behind;
    if (!m_digestHead.isEmpty())
        behind = "\r\n--" + boundary + m_digestHead;
    const qsizetype digestPlace = behind.size();
    if (!m_digestHead.isEmpty())
        behind.append(Sha256::hexDigits, '0');
    behind += "\r\n--" + boundary + "--\r\n";
    Message message{QByteArrayLiteral("POST"), request(label), nullptr, behind.size()};
    identify(message.request, label, file->stamp());
    message.body = std::make_unique<FormBody>(before, std::move(file), behind);
    message.body->setContentType("multipart/form-data; boundary=" + boundary);
    if (!m_digestHead.isEmpty())
        message.body->setDigestPlace(digestPlace);
    return message;
}

UploadForm::Message UploadForm::put(std::unique_ptr<StableFile> file, const UploadLabel &label) const
{
    Message message{QByteArrayLiteral("PUT"), m_request, nullptr, 0};
    message.request.setUrl(addressOf(label, file->nativePath()));
    identify(message.request, label, file->stamp());
    message.body = std::make_unique<FormBody>(QByteArray(), std::move(file), QByteArray());
    return message;
}

QUrl UploadForm::addressOf(const UploadLabel &label, const QByteArray &nativePath) const
{
    return m_address.fileUrlFor(label, nativeName(nativePath, printable(label.name)));
}

// A string of RFC 8941, with its quotes. Once the file was changed it is another upload.
void UploadForm::identify(QNetworkRequest &request, const UploadLabel &label, const FileStamp &stamp) const
{
    if (!m_sendsKey)
        return;
    const QByteArray version = QByteArray::number(stamp.bytes) + ' ' + QByteArray::number(stamp.modifiedNs)
        + ' ' + QByteArray::number(stamp.inode);
    const QUuid key = QUuid::createUuidV5(label.key, version);
    request.setRawHeader("Idempotency-Key", '"' + key.toByteArray(QUuid::WithoutBraces) + '"');
}

QNetworkRequest UploadForm::request(const UploadLabel &label) const
{
    QNetworkRequest request = m_request;
    if (m_address.isTemplate())
        request.setUrl(m_address.urlFor(label));
    return request;
}

QByteArray UploadForm::metadata(const UploadLabel &label) const
{
    QByteArrayList pairs;
    bool isNamed = false;
    for (const Field &field : m_fields) {
        const QByteArray key = metadataKey(field.name);
        isNamed = isNamed || key == "filename";
        pairs.append(key + ' ' + expanded(field.value, label).toUtf8().toBase64());
    }
    if (!m_pathField.isEmpty())
        pairs.append(metadataKey(m_pathField) + ' ' + pathOf(label).toBase64());
    if (!isNamed)
        pairs.prepend("filename " + printable(label.name).toUtf8().toBase64());
    return pairs.join(',');
}

} // namespace transfer
