// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/net/phasetimings.h"
#include "core/net/requesthead.h"
#include "core/net/sentsecrets.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>

#include <memory>
#include <optional>

class QNetworkReply;

namespace transfer {

class FormBody;
class RateLimit;

/// A request of an upload and the answer to it, of which only the beginning is kept: such an answer is a sentence, not a
/// download. One that is endless, or says no and does not come to its end, is cut off; its status counts.
///
/// Thread: that of the manager and the clock, which must outlive it. Destroying it stops a running exchange in silence; in
/// slots of its signals use deleteLater().
class Exchange final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exchange)

public:
    struct Answer
    {
        /// Kind None: a 2xx, at least its head if everything was sent by then; `message` says whether the rest broke off.
        /// RedirectRefused, TooManyRedirects: a 3xx with a new address. HttpStatus: any other answer, even if its text
        /// broke off; `detail` has the text. Otherwise those of net::errorOf(): no answer, or a 2xx that did not wait for
        /// everything to be sent (AnsweredEarly) or took too long. `httpStatus` is set, too, where only the first line of a
        /// 2xx came.
        base::Error error;
        int status = 0; ///< 0: none came.
        QString message; ///< As readable text of at most 2 KiB, or its reason phrase.
        std::optional<std::chrono::seconds> retryAfter; ///< How long the server asks to be left alone.
        net::PhaseTimings timings; ///< Zero with a manager that does not measure them.
        net::HeaderList headers; ///< As they came; repeated ones are joined.
        net::RequestHead request; ///< Without an operation: there was none.
        net::SentSecrets secrets; ///< Are in no text of this, but may be in the headers.

        /// Empty if there is none.
        [[nodiscard]] QByteArray header(QByteArrayView name) const;
    };

    Exchange(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~Exchange() override;

    /// For the bytes of bodies; it must outlive this.
    void setRateLimit(RateLimit &limit) { m_limit = &limit; }
    /// What requests will hold that no text of an answer may give away.
    void setSecrets(const net::SentSecrets &secrets) { m_secrets = secrets; }

    /// Sends a request, the first one or another one after `finished`; emits nothing. The body lives until the event loop
    /// has its turn after the end, so that slots may still look at it.
    void send(const QByteArray &verb, const QNetworkRequest &request, std::unique_ptr<FormBody> body = {});
    /// Stops in silence. What had come of the answer, with `why` as its error.
    Answer abort(const base::Error &why);

Q_SIGNALS:
    /// Bytes of the body given to the kernel, of how many; about ten times a second, and once for the last one.
    void progressed(qint64 sent, qint64 total);
    /// Exactly once per send(), from the event loop.
    void finished(const transfer::Exchange::Answer &answer);

private:
    [[nodiscard]] QNetworkReply *begin(const QNetworkRequest &request, QIODevice *body);
    void onProgress(qint64 sent, qint64 total);
    void onAnswerData();
    void readAnswer();
    void cutOff();
    [[nodiscard]] int status() const;
    [[nodiscard]] base::Error judge(const base::Error &transportError) const;
    [[nodiscard]] base::Error refusal(int status) const;
    [[nodiscard]] Answer answer(const base::Error &error) const;
    void conclude(const base::Error &transportError);
    void releaseReply();

    QNetworkAccessManager &m_manager;
    base::Clock &m_clock;
    RateLimit *m_limit = nullptr;
    net::SentSecrets m_secrets;
    QNetworkReply *m_reply = nullptr; ///< Owns the body.
    std::unique_ptr<base::ClockTimer> m_cutOffTimer;
    QByteArray m_verb;
    QByteArray m_text; ///< The beginning of the answer.
    qint64 m_textBytes = 0; ///< Of all that arrived.
    std::optional<qint64> m_bodyBytes; ///< Nothing: there is no body.
    QByteArray m_bodyType; ///< FormBody::contentType()
    QNetworkAccessManager::Operation m_operation = QNetworkAccessManager::UnknownOperation;
    bool m_isBodySent = false;
    bool m_isRefused = false;
};

} // namespace transfer
