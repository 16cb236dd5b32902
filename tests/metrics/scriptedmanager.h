// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

#include <functional>
#include <optional>

namespace kit {

/// What a scripted server says.
struct Answer
{
    int status = 200; ///< Ignored when there is an error.
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError; ///< No answer at all, for this reason.
    QUrl url = {}; ///< Where the answer comes from, after redirects; empty: where it was asked.
};

/// A reply that says what it is told, when it is told.
class ScriptedReply final : public QNetworkReply
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedReply)

public:
    ScriptedReply(const QNetworkRequest &request, QObject *parent);
    void answer(const Answer &answer);
    void abort() override { }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_body.size() + QNetworkReply::bytesAvailable();
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    QByteArray m_body;
};

/// A network without a network. Requests are answered by `serve` from the event loop, or wait (where it gives
/// none) for answerOldest().
class ScriptedManager final : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedManager)

public:
    ScriptedManager() = default;

    std::function<std::optional<Answer>(const QUrl &url)> serve;

    /// Answers the request that has waited longest, at once. False if none waits.
    bool answerOldest(const Answer &answer);
    /// Requests under way: neither answered nor destroyed.
    [[nodiscard]] int waiting() const;
    [[nodiscard]] const QList<QNetworkRequest> &requests() const { return m_requests; }
    [[nodiscard]] QStringList requestedUrls() const;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    QList<QNetworkRequest> m_requests;
    QList<QPointer<ScriptedReply>> m_waiting;
};

} // namespace kit
