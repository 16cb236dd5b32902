// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transfer/scriptedmanager.h"

#include "core/net/networkerror.h"

#include <algorithm>

namespace testing {

ScriptedReply::ScriptedReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                             QIODevice *body, QObject *parent)
    : QNetworkReply(parent)
    , m_device(body)
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool ScriptedReply::readBody()
{
    QByteArray block(64 * 1024, Qt::Uninitialized);
    while (m_body.size() < bodySize()) {
        const qint64 bytes = m_device->read(block.data(), block.size());
        if (bytes <= 0)
            return false;
        m_body += block.first(bytes);
    }
    return true;
}

void ScriptedReply::giveHead(int status, const QByteArray &reason, const QByteArray &contentType)
{
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, QString::fromLatin1(reason));
    setRawHeader("Content-Type", contentType);
    Q_EMIT metaDataChanged();
}

void ScriptedReply::giveData(const QByteArray &data)
{
    m_unread += data;
    Q_EMIT readyRead();
}

void ScriptedReply::end(const base::Error &error)
{
    setAttribute(net::errorAttribute, QVariant::fromValue(error));
    setFinished(true);
    if (error.kind != base::ErrorKind::None) {
        setError(net::qtErrorFor(error), error.message);
        Q_EMIT errorOccurred(this->error());
    }
    Q_EMIT finished();
}

void ScriptedReply::answer(int status, const QByteArray &reason, const QByteArray &text)
{
    giveHead(status, reason);
    m_unread += text;
    const bool isGood = status >= 200 && status < 400;
    end(isGood ? base::Error{}
               : base::Error{base::ErrorKind::HttpStatus, QStringLiteral("the server answered"), status, {}});
}

void ScriptedReply::failUntyped(NetworkError code, const QString &text)
{
    setError(code, text);
    setFinished(true);
    Q_EMIT errorOccurred(code);
    Q_EMIT finished();
}

void ScriptedReply::abort()
{
    if (isFinished())
        return;
    m_wasAborted = true;
    end({base::ErrorKind::Cancelled, QStringLiteral("aborted"), 0, {}});
}

qint64 ScriptedReply::readData(char *data, qint64 maxSize)
{
    const qint64 bytes = std::min<qint64>(maxSize, m_unread.size());
    std::copy_n(m_unread.constData(), bytes, data);
    m_unread.remove(0, bytes);
    return bytes > 0 || !isFinished() ? bytes : -1;
}

int ScriptedManager::liveReplies() const
{
    return static_cast<int>(
        std::count_if(replies.begin(), replies.end(), [](const auto &r) { return !r.isNull(); }));
}

QNetworkReply *ScriptedManager::createRequest(Operation operation, const QNetworkRequest &request,
                                              QIODevice *body)
{
    auto *reply = new ScriptedReply(operation, request, body, this);
    replies.append(reply);
    return reply;
}

} // namespace testing
