// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/loadform.h"

#include "core/transfer/formbody.h"
#include "core/transfer/formlines.h"
#include "core/transfer/generateddata.h"
#include "core/transfer/stablefile.h"

#include <QUuid>

namespace transfer {
namespace {

// Apart from the streams of contents, which are numbered from 0.
constexpr quint64 uuidStream = quint64(1) << 63;
constexpr qint64 oversize = 64;

bool isCut(const LoadPlan &plan)
{
    return plan.cutAt != CutAt::Never || plan.flaw == Flaw::Oversize;
}

QByteArray word(quint64 seed, quint64 stream)
{
    return QByteArray::number(GeneratedData::mix(GeneratedData::mix(seed) ^ stream), 16)
        .rightJustified(16, '0');
}

net::Endpoint forLoad(net::Endpoint endpoint, const LoadPlan &plan)
{
    // An aborted upload must never be taken up again on a connection of another one.
    endpoint.transport.closeConnection = !plan.keepAlive || isCut(plan);
    endpoint.transport.resetOnClose = isCut(plan) && plan.cutBy == CutBy::Reset;
    endpoint.transport.resendBodyOnRedirect = false;
    return endpoint;
}

} // namespace

QString expanded(const QString &text, quint64 seed, quint64 number)
{
    if (!text.contains(u'{'))
        return text;
    QString result = text;
    result.replace(QLatin1StringView("{n}"), QString::number(number));
    if (result.contains(QLatin1StringView("{uuid}"))) {
        // Version 4, RFC 4122 section 4.4, with our own bits in place of random ones.
        const QByteArray bits = QByteArray::fromHex(word(seed, uuidStream ^ (number * 2))
                                                    + word(seed, uuidStream ^ (number * 2 + 1)));
        QByteArray bytes = bits;
        bytes[6] = static_cast<char>((bytes.at(6) & 0x0F) | 0x40);
        bytes[8] = static_cast<char>((bytes.at(8) & 0x3F) | 0x80);
        result.replace(QLatin1StringView("{uuid}"), QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces));
    }
    return result;
}

LoadForm::LoadForm(LoadPlan plan)
    : m_plan(std::move(plan))
    , m_request(forLoad(m_plan.target.endpoint, m_plan).request())
{
    // Making a URL anew costs more than the rest of a request: only where there is something to replace.
    QString address = m_plan.target.endpoint.url.toString(QUrl::FullyEncoded);
    address.replace(QLatin1StringView("%7B"), QLatin1StringView("{"), Qt::CaseInsensitive);
    address.replace(QLatin1StringView("%7D"), QLatin1StringView("}"), Qt::CaseInsensitive);
    if (address.contains(QLatin1StringView("{n}")) || address.contains(QLatin1StringView("{uuid}")))
        m_address = address;
    m_request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    m_request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/octet-stream"));
}

qint64 LoadForm::cutOf(const FormBody &body) const
{
    if (m_plan.flaw == Flaw::Oversize)
        return body.suffixOffset() - m_plan.bytes * (oversize - 1);
    switch (m_plan.cutAt) {
    case CutAt::AfterHead:
        return 0;
    case CutAt::Half:
        return body.size() / 2;
    case CutAt::BeforeEnd:
        return std::min(body.suffixOffset(), body.size() - 1);
    case CutAt::Never:
    case CutAt::BeforeAnswer:
        break;
    }
    return -1;
}

base::Result<std::unique_ptr<QIODevice>> LoadForm::content(quint64 number) const
{
    if (m_plan.flaw == Flaw::NoFile)
        return std::unique_ptr<QIODevice>(std::make_unique<GeneratedData>(m_plan.seed, number, 0));
    if (m_plan.flaw == Flaw::Oversize)
        return std::unique_ptr<QIODevice>(
            std::make_unique<GeneratedData>(m_plan.seed, number, m_plan.bytes * oversize));
    if (m_plan.files.isEmpty())
        return std::unique_ptr<QIODevice>(std::make_unique<GeneratedData>(m_plan.seed, number, m_plan.bytes));
    const auto index = static_cast<qsizetype>(number % static_cast<quint64>(m_plan.files.size()));
    auto file = std::make_unique<StableFile>(m_plan.files[index]);
    if (!file->open(QIODevice::ReadOnly))
        return file->failure();
    return std::unique_ptr<QIODevice>(std::move(file));
}

QByteArray LoadForm::fields(const QByteArray &boundary, quint64 number) const
{
    QByteArray text;
    for (const auto &[name, value] : m_plan.target.form) {
        text += "--" + boundary + fieldHead(name) + expanded(value, m_plan.seed, number).toUtf8() + "\r\n";
    }
    return text;
}

QByteArray LoadForm::fileHead(const QByteArray &boundary, quint64 number) const
{
    return "--" + boundary + fileHeadBegin(m_plan.target.field)
        + escapedName(expanded(m_plan.fileName, m_plan.seed, number)) + fileHeadEnd;
}

base::Result<LoadForm::Message> LoadForm::message(quint64 number) const
{
    const quint64 name = m_plan.isSame ? m_plan.first : number;
    base::Result<std::unique_ptr<QIODevice>> opened = content(name);
    if (!opened)
        return opened.error();
    Message message{m_request, nullptr};
    if (!m_address.isEmpty())
        message.request.setUrl(QUrl(expanded(m_address, m_plan.seed, name)));
    if (m_plan.method == LoadPlan::Method::Put) {
        message.body = std::make_unique<FormBody>(QByteArray(), std::move(opened).value(), QByteArray());
    } else {
        const QByteArray boundary = "tidemark" + word(m_plan.seed, number) + word(~m_plan.seed, number);
        const QByteArray told = m_plan.flaw == Flaw::Boundary ? QByteArray(boundary + 'x') : boundary;
        message.request.setHeader(QNetworkRequest::ContentTypeHeader,
                                  QByteArray("multipart/form-data; boundary=" + told));
        const bool hasFile = m_plan.flaw != Flaw::NoFile;
        message.body = std::make_unique<FormBody>(
            hasFile ? QByteArray(fields(boundary, name) + fileHead(boundary, name)) : fields(boundary, name),
            std::move(opened).value(), (hasFile ? "\r\n--" : "--") + boundary + "--\r\n");
    }
    message.request.setHeader(QNetworkRequest::ContentLengthHeader, message.body->size());
    message.body->setCut(cutOf(*message.body));
    return message;
}

} // namespace transfer
