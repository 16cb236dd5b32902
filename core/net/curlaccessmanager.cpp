// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"

#include "core/net/curlengine.h"
#include "core/net/curlreply.h"
#include "core/net/endpoint.h"

namespace net {

CurlAccessManager::CurlAccessManager(QObject *parent)
    : QNetworkAccessManager(parent)
    , m_engine(std::make_unique<CurlEngine>())
{
}

CurlAccessManager::~CurlAccessManager()
{
    // Replies are our children, and QObject would delete them only after the engine is gone.
    const auto replies = findChildren<CurlReply *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(replies);
}

QNetworkReply *CurlAccessManager::send(QNetworkAccessManager &manager, Operation operation,
                                       const QNetworkRequest &request, QIODevice *body)
{
    Q_ASSERT(operation == PostOperation || operation == PutOperation);
    if (auto *ours = qobject_cast<CurlAccessManager *>(&manager))
        return ours->createRequest(operation, request, body);
    QNetworkRequest typed = request;
    if (const QByteArray type = RequestBody(body).contentType(); !type.isEmpty())
        typed.setRawHeader("Content-Type", type);
    return operation == PutOperation ? manager.put(typed, body) : manager.post(typed, body);
}

QNetworkReply *CurlAccessManager::createRequest(Operation operation, const QNetworkRequest &request,
                                                QIODevice *outgoingData)
{
    QNetworkRequest merged = request; // as Qt's own createRequest() does
    if (!merged.attribute(QNetworkRequest::RedirectPolicyAttribute).isValid())
        merged.setAttribute(QNetworkRequest::RedirectPolicyAttribute, redirectPolicy());
    if (merged.transferTimeout() == 0 && transferTimeout() > 0) // setting anything copies the request
        merged.setTransferTimeout(transferTimeout());
    return new CurlReply(*this, engineFor(merged), operation, merged, outgoingData);
}

CurlEngine &CurlAccessManager::engineFor(const QNetworkRequest &request)
{
    const auto transport = request.attribute(transportAttribute).value<SharedTransport>();
    if (!transport || transport->trustedCertificate.isEmpty())
        return *m_engine;
    std::unique_ptr<CurlEngine> &engine = m_exceptions[transport->trustedCertificate];
    if (!engine)
        engine = std::make_unique<CurlEngine>();
    return *engine;
}

} // namespace net
