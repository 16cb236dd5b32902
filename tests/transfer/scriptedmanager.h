// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

namespace testing {

/// A reply that does what the test says, when it says so.
class ScriptedReply final : public QNetworkReply
{
    Q_OBJECT

public:
    ScriptedReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request, QIODevice *body,
                  QObject *parent);

    /// Reads the whole body, as an engine that sends would. False if it could not be read to its end.
    bool readBody();
    [[nodiscard]] QByteArray body() const { return m_body; }
    [[nodiscard]] qint64 bodySize() const { return m_device->size(); }

    void emitProgress(qint64 sent) { Q_EMIT uploadProgress(sent, bodySize()); }
    void emitAllSent() { emitProgress(bodySize()); }
    void giveHead(int status, const QByteArray &reason = {}, const QByteArray &contentType = "text/plain");
    void giveHeader(const QByteArray &name, const QByteArray &value) { setRawHeader(name, value); }
    void giveData(const QByteArray &data);
    void end(const base::Error &error = {});
    /// All of it at once.
    void answer(int status, const QByteArray &reason = {}, const QByteArray &text = {});
    /// As Qt's own engine fails: without a typed error.
    void failUntyped(NetworkError code, const QString &text);

    [[nodiscard]] bool wasAborted() const { return m_wasAborted; }
    void setOperationTo(QNetworkAccessManager::Operation operation) { setOperation(operation); }
    void setAnyAttribute(QNetworkRequest::Attribute code, const QVariant &value)
    {
        setAttribute(code, value);
    }

    void abort() override;
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_unread.size() + QNetworkReply::bytesAvailable();
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    QPointer<QIODevice> m_device;
    QByteArray m_body;
    QByteArray m_unread;
    bool m_wasAborted = false;
};

/// Hands out ScriptedReplies and remembers them in order.
class ScriptedManager final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    QList<QPointer<ScriptedReply>> replies;
    [[nodiscard]] ScriptedReply *last() const { return replies.last(); }
    [[nodiscard]] int liveReplies() const;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;
};

} // namespace testing
