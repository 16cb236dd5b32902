// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/rawupload.h"

#include "core/net/rawconnection.h"
#include "core/transfer/formlines.h"
#include "core/transfer/uploadtemplate.h"

namespace experiment {
namespace {

constexpr qint64 block = 64 * 1024;
constexpr quint64 keySeed = 0x617564697400; // "audit", of {uuid}

QByteArray filler(qint64 bytes)
{
    return QByteArray(bytes, 'x');
}

QByteArray authorization(const net::TransportOptions &transport)
{
    if (!transport.token.isEmpty())
        return "Bearer " + transport.token.toUtf8();
    if (transport.user.isEmpty())
        return {};
    return "Basic " + QByteArray(transport.user.toUtf8() + ':' + transport.password.toUtf8()).toBase64();
}

QByteArray hostOf(const QUrl &url)
{
    return url
        .toEncoded(QUrl::RemoveScheme | QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                   | QUrl::RemoveFragment)
        .mid(2);
}

void sendChunk(net::RawConnection &connection, const QByteArray &bytes, qint64 times = 1)
{
    if (!bytes.isEmpty())
        connection.send(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n", times);
}

} // namespace

QByteArray RawUpload::head() const
{
    QByteArray text = line + "\r\n";
    for (const auto &[name, value] : headers)
        text += name + ": " + value + "\r\n";
    if (isChunked)
        text += "Transfer-Encoding: chunked\r\n";
    else if (lengths.isEmpty())
        text += "Content-Length: " + QByteArray::number(bodyBytes()) + "\r\n";
    for (const QByteArray &length : lengths)
        text += "Content-Length: " + length + "\r\n";
    return text + "\r\n";
}

void RawUpload::sendOn(net::RawConnection &connection, qsizetype held) const
{
    const QByteArray last = after.chopped(held);
    if (isChunked) {
        connection.send(head());
        sendChunk(connection, before);
        sendChunk(connection, filler(block), fill / block);
        sendChunk(connection, filler(fill % block));
        sendChunk(connection, last);
        if (held == 0)
            connection.send("0\r\n\r\n");
        return;
    }
    connection.send(head() + before);
    connection.send(filler(block), fill / block);
    connection.send(filler(fill % block) + last);
}

RawUploads::RawUploads(const AuditPlan &plan)
    : m_plan(plan)
    , m_boundary("tidemark-audit-" + plan.token.toLatin1())
    , m_isForm(plan.target.method == transfer::UploadMethod::Post)
    , m_isFolder(!m_isForm && plan.target.endpoint.url.path().endsWith(u'/'))
{
}

QByteArray RawUploads::nextName()
{
    return "tidemark-audit-" + m_plan.token.toLatin1() + '-' + QByteArray::number(++m_number) + ".txt";
}

QByteArray RawUploads::nextContent()
{
    return "Harmless text of an audit by Tidemark, " + m_plan.token.toLatin1() + ", number "
        + QByteArray::number(++m_number) + ".\n";
}

RawUpload RawUploads::request(const QByteArray &name)
{
    const transfer::UploadLabel label{QString::fromUtf8(name), m_number,
                                      transfer::keyFrom(keySeed, m_number)};
    const QUrl url = transfer::UrlTemplate(m_plan.target.endpoint.url).urlFor(label);
    QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (target.isEmpty() || target.startsWith('?'))
        target.prepend('/');
    if (m_isFolder)
        target.insert(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'),
                      name.toPercentEncoding());
    RawUpload upload;
    upload.line = (m_isForm ? "POST " : "PUT ") + target + " HTTP/1.1";
    upload.headers = {{"Host", hostOf(url)}, {"User-Agent", "tidemark-audit"}, {"Accept", "*/*"}};
    upload.headers += m_plan.target.endpoint.headers;
    const QByteArray who = authorization(m_plan.target.endpoint.transport);
    if (!who.isEmpty())
        upload.headers.append({"Authorization", who});
    const QByteArray form = "multipart/form-data; boundary=" + m_boundary;
    upload.headers.append({"Content-Type", m_isForm ? form : QByteArray("application/octet-stream")});
    return upload;
}

QByteArray RawUploads::fields() const
{
    const transfer::UploadLabel label{{}, m_number, transfer::keyFrom(keySeed, m_number)};
    QByteArray text;
    for (const auto &[name, value] : m_plan.target.form)
        text += "--" + m_boundary + transfer::fieldHead(name) + transfer::expanded(value, label).toUtf8()
            + "\r\n";
    return text;
}

QByteArray RawUploads::part(const QByteArray &field, const QByteArray &content) const
{
    return "--" + m_boundary + transfer::fieldHead(QString::fromUtf8(field)) + content + "\r\n";
}

QByteArray RawUploads::filePart(const QByteArray &name, const QByteArray &content) const
{
    return "--" + m_boundary + transfer::fileHeadBegin(m_plan.target.field) + name + transfer::fileHeadEnd
        + content + "\r\n";
}

RawUpload RawUploads::form(const QByteArray &parts)
{
    Q_ASSERT(m_isForm);
    RawUpload upload = request(nextName());
    upload.before = fields() + parts;
    upload.after = "--" + m_boundary + "--\r\n";
    return upload;
}

RawUpload RawUploads::file(const QByteArray &name, const QByteArray &content, bool isVerbatim)
{
    if (m_isForm)
        return form(filePart(isVerbatim ? name : transfer::escapedName(QString::fromUtf8(name)), content));
    RawUpload upload = request(name);
    upload.after = content;
    return upload;
}

RawUpload RawUploads::small()
{
    const QByteArray name = nextName();
    return file(name, nextContent());
}

RawUpload RawUploads::large(qint64 bodyBytes)
{
    RawUpload upload = small();
    if (m_isForm) { // the file's end is the form's end
        upload.before.chop(2);
        upload.after.prepend("\r\n");
    }
    upload.fill = std::max<qint64>(0, bodyBytes - upload.bodyBytes());
    return upload;
}

} // namespace experiment
