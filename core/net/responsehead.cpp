// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/responsehead.h"

namespace net {
namespace {

QByteArrayView withoutLineBreak(QByteArrayView line)
{
    while (!line.isEmpty() && (line.back() == '\n' || line.back() == '\r'))
        line.chop(1);
    return line;
}

} // namespace

void ResponseHead::addLine(QByteArrayView line)
{
    line = withoutLineBreak(line);
    if (line.startsWith("HTTP/")) {
        addStatusLine(line);
        return;
    }
    if (line.isEmpty()) {
        m_complete = m_status > 0;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0) {
        // Folded continuation (obsolete, RFC 9112 section 5.2) or garbage: a continuation belongs to the last
        // value.
        if (!m_headers.isEmpty() && (line.front() == ' ' || line.front() == '\t'))
            m_headers.last().second += ' ' + line.trimmed().toByteArray();
        return;
    }
    m_headers.append(
        {line.first(colon).trimmed().toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
}

void ResponseHead::addStatusLine(QByteArrayView line)
{
    clear();
    const qsizetype firstSpace = line.indexOf(' ');
    if (firstSpace < 0)
        return;
    const QByteArrayView rest = line.sliced(firstSpace + 1).trimmed();
    m_status = rest.first(std::min<qsizetype>(3, rest.size())).toByteArray().toInt();
    m_reason = rest.size() > 4 ? rest.sliced(4).toByteArray() : QByteArray();
}

qsizetype ResponseHead::parse(QByteArrayView raw)
{
    clear();
    if (!raw.startsWith("HTTP/1."))
        return -1;
    qsizetype at = 0;
    while (!m_complete) {
        const qsizetype end = raw.indexOf('\n', at);
        if (end < 0)
            return -1;
        addLine(raw.sliced(at, end + 1 - at));
        at = end + 1;
    }
    return at;
}

void ResponseHead::clear()
{
    m_headers.clear();
    m_reason.clear();
    m_status = 0;
    m_complete = false;
}

QByteArray ResponseHead::value(QByteArrayView name) const
{
    for (const Header &header : m_headers) {
        if (QByteArrayView(header.first).compare(name, Qt::CaseInsensitive) == 0)
            return header.second;
    }
    return {};
}

qint64 ResponseHead::contentLength() const
{
    bool ok = false;
    const qint64 length = value("Content-Length").toLongLong(&ok);
    return ok ? length : -1;
}

QByteArray dechunked(QByteArrayView raw)
{
    QByteArray content;
    for (;;) {
        const qsizetype lineEnd = raw.indexOf("\r\n");
        if (lineEnd < 0)
            return content;
        bool isNumber = false;
        const QByteArray size = raw.first(lineEnd).toByteArray().split(';').constFirst().trimmed();
        const qlonglong length = size.toLongLong(&isNumber, 16);
        raw = raw.sliced(lineEnd + 2);
        if (!isNumber || length <= 0)
            return content;
        const auto there = std::min<qlonglong>(length, raw.size());
        content += raw.first(there);
        raw = raw.sliced(std::min<qlonglong>(there + 2, raw.size()));
    }
}

} // namespace net
