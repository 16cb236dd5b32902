// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/loadrequest.h"

#include "core/net/curlaccessmanager.h"
#include "core/net/curlreply.h"
#include "core/net/networkerror.h"
#include "core/transfer/formbody.h"
#include "core/transfer/stablefile.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace transfer {
namespace {

using namespace std::chrono_literals;

constexpr auto readingTime = 20ms;
// A reset throws away what is not delivered yet. A server that does not read is not waited for much longer.
constexpr auto deliveryPoll = 1ms;
constexpr qint64 longestDeliveryMs = 2'000;

} // namespace

LoadRequest::LoadRequest(QNetworkAccessManager &manager, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
{
    m_cutTimer.setSingleShot(true);
    m_cutTimer.setInterval(readingTime);
    connect(&m_cutTimer, &QTimer::timeout, this, &LoadRequest::cutWhenDelivered);
}

LoadRequest::~LoadRequest()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply->abort();
    }
}

void LoadRequest::start(const LoadForm &form, quint64 number)
{
    base::Result<LoadForm::Message> message = form.message(number);
    if (!message) {
        m_outcome.error = message.error();
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT finished(m_outcome); }, Qt::QueuedConnection);
        return;
    }
    FormBody *body = message->body.get();
    const bool isPut = form.plan().method == LoadPlan::Method::Put;
    m_reply = net::CurlAccessManager::send(
        m_manager, isPut ? QNetworkAccessManager::PutOperation : QNetworkAccessManager::PostOperation,
        message->request, body);
    message->body.release()->setParent(m_reply);
    connect(m_reply, &QNetworkReply::finished, this, &LoadRequest::conclude);
    connect(m_reply, &QNetworkReply::uploadProgress, this,
            [this](qint64 sent, qint64) { m_outcome.bytes = std::max(m_outcome.bytes, sent); });
    if (form.plan().cutAt != CutAt::Never || body->cut() >= 0)
        watchForCut(*body);
}

void LoadRequest::watchForCut(FormBody &body)
{
    if (body.cut() >= 0) {
        connect(&body, &FormBody::cutReached, this, [this] {
            m_sinceCut.start();
            m_cutTimer.start();
        });
        return;
    }
    // A server may answer sooner than this timer fires; then it was no abort, and counts as answered.
    m_cutTimer.setInterval(deliveryPoll);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64 total) {
        if (total > 0 && sent == total && !m_sinceCut.isValid()) {
            m_sinceCut.start();
            m_cutTimer.start();
        }
    });
}

void LoadRequest::cutWhenDelivered()
{
    const auto *reply = qobject_cast<net::CurlReply *>(m_reply);
    if (reply && reply->undeliveredBytes() > 0 && m_sinceCut.elapsed() < longestDeliveryMs)
        m_cutTimer.start(deliveryPoll);
    else
        cutOff();
}

void LoadRequest::cutOff()
{
    m_outcome.isCut = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 0;
    m_reply->abort(); // concludes
}

void LoadRequest::conclude()
{
    m_outcome.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_outcome.timings = m_reply->attribute(net::phaseTimingsAttribute).value<net::PhaseTimings>();
    if (!m_outcome.isCut) {
        m_outcome.error = net::errorOf(*m_reply);
        // A load asks what requests do to the server. Whether a file arrived is no question of it.
        if (m_outcome.error.kind == base::ErrorKind::AnsweredEarly)
            m_outcome.error = {};
        auto *body = m_reply->findChild<FormBody *>(QString(), Qt::FindDirectChildrenOnly);
        const auto *file = body ? qobject_cast<StableFile *>(&body->content()) : nullptr;
        if (file && file->failure().kind != base::ErrorKind::None)
            m_outcome.error = file->failure();
    }
    m_cutTimer.stop();
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    Q_EMIT finished(m_outcome);
}

} // namespace transfer
