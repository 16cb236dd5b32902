// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/bodydevice.h"
#include "core/transfer/ratelimit.h"
#include "core/transfer/sha256.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace transfer {

/// The body of one upload: a prefix, a content and a suffix, one after another. It can be told to run dry at some
/// offset, which is how an upload is broken off at an exact place: readers wait there for more, and none comes. And it
/// can be told to give no more than a RateLimit grants, as it is set at each moment: then it runs dry for a while, and says
/// readyRead() when its time has come or the limit is another one.
///
/// Not a QHttpMultiPart, because that has no such place, and because a PUT has no parts.
///
/// Thread: one, with an event loop where there is a limit. `cutReached` fires once, from the event loop, when all before
/// the cut was read.
class FormBody final : public net::BodyDevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormBody)

public:
    /// `content` is open, random-access and at its start.
    FormBody(QByteArray prefix, std::unique_ptr<QIODevice> content, QByteArray suffix,
             QObject *parent = nullptr);

    /// Before it is sent: what it is; empty, the default: what the request says.
    void setContentType(const QByteArray &type) { m_contentType = type; }

    /// Run dry before this offset; -1, the default: never. Before the first read only.
    void setCut(qint64 offset) { m_cut = offset; }
    [[nodiscard]] qint64 cut() const { return m_cut; }

    /// Before the first read only. Both must outlive the body. Costs nothing while the limit is off.
    void setRateLimit(RateLimit &limit, base::Clock &clock);

    /// Before the first read only: of the suffix, the Sha256::hexDigits bytes from this place on become the content's
    /// SHA-256 in hex. The content is then read from its start to its end, or not at all.
    void setDigestPlace(qsizetype offsetInSuffix);
    /// The same in binary, once the content was read to its end; empty: not yet, or nobody asked for it.
    [[nodiscard]] QByteArray contentDigest() const { return m_digest; }

    /// What was read of it; nobody can have sent more.
    [[nodiscard]] qint64 given() const { return m_offset; }
    /// Where the suffix begins.
    [[nodiscard]] qint64 suffixOffset() const { return m_prefix.size() + m_contentBytes; }
    [[nodiscard]] QIODevice &content() { return *m_content; }

    /// Of sequential devices alone everybody believes that there is no more for now.
    [[nodiscard]] bool isSequential() const override { return m_cut >= 0; }
    [[nodiscard]] bool isHeldBack() const override { return m_isHeldBack; }
    [[nodiscard]] QByteArray contentType() const override { return m_contentType; }
    [[nodiscard]] qint64 size() const override { return suffixOffset() + m_suffix.size(); }
    [[nodiscard]] bool atEnd() const override { return m_offset >= size(); }
    bool seek(qint64 offset) override;

Q_SIGNALS:
    void cutReached();

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    [[nodiscard]] qint64 readPiece(char *data, qint64 maxSize);
    [[nodiscard]] qint64 readContent(char *data, qint64 maxSize);
    void fillInDigest();
    void holdBack(qint64 wanted);
    void goOn();

    QByteArray m_prefix;
    std::unique_ptr<QIODevice> m_content;
    QByteArray m_suffix;
    QByteArray m_contentType;
    qint64 m_contentBytes;
    qint64 m_offset = 0;
    qint64 m_cut = -1;
    RateLimit *m_limit = nullptr;
    base::Clock *m_clock = nullptr; ///< Where there is a limit.
    std::unique_ptr<base::ClockTimer> m_wait; ///< For the limit; since it first held this back.
    bool m_isHeldBack = false;
    std::optional<Sha256> m_hash; ///< Of the content so far.
    QByteArray m_digest;
    qsizetype m_digestPlace = 0; ///< In the suffix.
    bool m_isCutReached = false;
};

} // namespace transfer
