// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace net {

/// Collects the header lines that libcurl hands out. Interim answers (1xx, RFC 9110 section 15.2) are dropped
/// when the next head begins, so that what is left at the end is the final answer.
class ResponseHead final
{
public:
    using Header = std::pair<QByteArray, QByteArray>;

    /// One line as received, with or without its line break; a line starting with "HTTP/" begins a new head.
    void addLine(QByteArrayView line);
    /// Parses a whole head from raw bytes. Returns how many bytes it took, -1 if it is not a complete
    /// HTTP/1.x head.
    qsizetype parse(QByteArrayView raw);
    void clear();

    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// Complete, and not a 1xx.
    [[nodiscard]] bool isFinal() const { return m_complete && m_status >= 200; }
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const QByteArray &reason() const { return m_reason; }
    [[nodiscard]] const QList<Header> &headers() const { return m_headers; }
    /// The first value of a header, name compared without case; empty if absent.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    /// -1 if absent or not a number.
    [[nodiscard]] qint64 contentLength() const;

private:
    void addStatusLine(QByteArrayView line);

    QList<Header> m_headers;
    QByteArray m_reason;
    int m_status = 0;
    bool m_complete = false;
};

/// The content of a chunked body (RFC 9112 section 7.1) as far as it is there: for an answer that was cut off.
[[nodiscard]] QByteArray dechunked(QByteArrayView raw);

} // namespace net
