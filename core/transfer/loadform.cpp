// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/loadform.h"

#include "core/transfer/formbody.h"
#include "core/transfer/formlines.h"
#include "core/transfer/generateddata.h"
#include "core/transfer/stablefile.h"

namespace transfer {
namespace {

constexpr qint64 oversize = 64;

bool isCut(const LoadPlan &plan)
{
    return plan.cutAt != CutAt::Never || plan.flaw == Flaw::Oversize;
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

LoadForm::LoadForm(LoadPlan plan)
    : m_plan(std::move(plan))
    , m_request(forLoad(m_plan.target.endpoint, m_plan).request())
    , m_address(m_plan.target.endpoint.url)
{
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
        text += "--" + boundary + fieldHead(name) + expanded(value, label(number)).toUtf8() + "\r\n";
    }
    return text;
}

QByteArray LoadForm::fileHead(const QByteArray &boundary, quint64 number) const
{
    return "--" + boundary + fileHeadBegin(m_plan.target.field) + escapedName(label(number).name)
        + fileHeadEnd;
}

UploadLabel LoadForm::label(quint64 number) const
{
    UploadLabel label{{}, number, keyFrom(m_plan.seed, number)};
    label.name = expanded(m_plan.fileName, label);
    return label;
}

base::Result<LoadForm::Message> LoadForm::message(quint64 number) const
{
    const quint64 name = m_plan.isSame ? m_plan.first : number;
    base::Result<std::unique_ptr<QIODevice>> opened = content(name);
    if (!opened)
        return opened.error();
    Message message{m_request, nullptr};
    if (m_address.isTemplate())
        message.request.setUrl(m_address.urlFor(label(name)));
    if (m_plan.method == LoadPlan::Method::Put) {
        message.body = std::make_unique<FormBody>(QByteArray(), std::move(opened).value(), QByteArray());
    } else {
        const QByteArray boundary = "tidemark" + GeneratedData::digits(m_plan.seed, number)
            + GeneratedData::digits(~m_plan.seed, number);
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
