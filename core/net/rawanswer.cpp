// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/rawanswer.h"

namespace net {
namespace {

/// How many bytes a chunked body takes, its end included; -1: it is not all there.
qsizetype chunkedSize(QByteArrayView raw)
{
    qsizetype at = 0;
    for (;;) {
        const qsizetype lineEnd = raw.indexOf("\r\n", at);
        if (lineEnd < 0)
            return -1;
        bool isNumber = false;
        const QByteArray line = raw.sliced(at, lineEnd - at).toByteArray();
        const qlonglong length = line.split(';').constFirst().trimmed().toLongLong(&isNumber, 16);
        at = lineEnd + 2;
        if (!isNumber || length < 0 || length > raw.size() - at)
            return -1;
        if (length > 0) {
            at += length + 2;
            continue;
        }
        const bool hasTrailers = !raw.sliced(at).startsWith("\r\n");
        const qsizetype end = hasTrailers ? raw.indexOf("\r\n\r\n", at) : at;
        return end < 0 ? -1 : end + (hasTrailers ? 4 : 2);
    }
}

bool hasBody(const ResponseHead &head)
{
    return head.status() != 204 && head.status() != 304;
}

} // namespace

bool RawAnswer::announcesEnd() const
{
    const QByteArray connection = head.value("Connection").toLower();
    return connection.contains("close") || (hasBody(head) && head.contentLength() < 0 && !isWhole);
}

std::optional<RawAnswer> takeAnswer(QByteArray &received, bool hasEnded)
{
    RawAnswer answer;
    qsizetype headSize = answer.head.parse(received);
    while (headSize > 0 && answer.status() >= 100 && answer.status() < 200) {
        received.remove(0, headSize);
        headSize = answer.head.parse(received);
    }
    if (headSize < 0)
        return {};
    const QByteArrayView rest = QByteArrayView(received).sliced(headSize);
    const bool isChunked = answer.head.value("Transfer-Encoding").toLower().contains("chunked");
    qsizetype length = 0;
    if (hasBody(answer.head) && isChunked)
        length = chunkedSize(rest);
    else if (hasBody(answer.head))
        length = answer.head.contentLength();
    const bool endsWithConnection = !isChunked && length < 0;
    const bool isThere = length >= 0 && length <= rest.size();
    if (!isThere && !hasEnded)
        return {};
    if (!isThere) {
        answer.isWhole = endsWithConnection;
        length = rest.size();
    }
    answer.body = isChunked ? dechunked(rest.first(length)) : rest.first(length).toByteArray();
    received.remove(0, headSize + length);
    return answer;
}

} // namespace net
