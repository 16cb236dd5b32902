// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tlsinspection.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace net {

namespace {
constexpr std::chrono::seconds patience(15);
constexpr qint64 enough = 64 * 1024; // some servers say what they miss on a page
} // namespace

TlsInspection::TlsInspection(QNetworkAccessManager &manager, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
{
}

TlsInspection::~TlsInspection() = default;

void TlsInspection::start(const Endpoint &endpoint)
{
    Endpoint bare;
    bare.url = endpoint.origin();
    bare.transport = endpoint.transport;
    bare.transport.user.clear();
    bare.transport.token.clear();
    bare.transport.totalTimeout = patience;
    bare.transport.maxAnswerBytes = enough;
    bare.transport.closeConnection = true;
    QNetworkRequest request = bare.request();
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    m_reply.reset(m_manager.get(request));
    connect(m_reply.get(), &QNetworkReply::finished, this, [this] {
        const auto failure = m_reply->attribute(tlsFailureAttribute).value<TlsFailure>();
        m_reply.release()->deleteLater(); // it is the one that speaks
        Q_EMIT finished(failure);
    });
}

} // namespace net
