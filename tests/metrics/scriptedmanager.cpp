// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/metrics/scriptedmanager.h"

#include <cstring>

namespace kit {

ScriptedReply::ScriptedReply(const QNetworkRequest &request, QObject *parent)
    : QNetworkReply(parent)
{
    setRequest(request);
    setUrl(request.url());
    setOperation(QNetworkAccessManager::GetOperation);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void ScriptedReply::answer(const Answer &answer)
{
    if (!answer.url.isEmpty())
        setUrl(answer.url);
    if (answer.error != QNetworkReply::NoError) {
        setError(answer.error, QStringLiteral("scripted failure"));
    } else {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, answer.status);
        m_body = answer.body;
    }
    setFinished(true);
    Q_EMIT finished();
}

qint64 ScriptedReply::readData(char *data, qint64 maxSize)
{
    const qsizetype bytes = std::min<qsizetype>(maxSize, m_body.size());
    std::memcpy(data, m_body.constData(), static_cast<size_t>(bytes));
    m_body.remove(0, bytes);
    return bytes;
}

QNetworkReply *ScriptedManager::createRequest(Operation, const QNetworkRequest &request, QIODevice *)
{
    m_requests.append(request);
    auto *reply = new ScriptedReply(request, this);
    const std::optional<Answer> answer = serve ? serve(request.url()) : std::nullopt;
    if (answer)
        QMetaObject::invokeMethod(
            reply, [reply, answer] { reply->answer(*answer); }, Qt::QueuedConnection);
    else
        m_waiting.append(reply);
    return reply;
}

bool ScriptedManager::answerOldest(const Answer &answer)
{
    while (!m_waiting.isEmpty()) {
        if (const QPointer<ScriptedReply> reply = m_waiting.takeFirst()) {
            reply->answer(answer);
            return true;
        }
    }
    return false;
}

int ScriptedManager::waiting() const
{
    return static_cast<int>(
        std::count_if(m_waiting.begin(), m_waiting.end(),
                      [](const QPointer<ScriptedReply> &reply) { return !reply.isNull(); }));
}

QStringList ScriptedManager::requestedUrls() const
{
    QStringList urls;
    for (const QNetworkRequest &request : m_requests)
        urls << request.url().toString();
    return urls;
}

} // namespace kit
