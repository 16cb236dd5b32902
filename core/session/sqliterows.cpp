// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sqliterows.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace session {
namespace {

constexpr qint64 usualPage = 4096;
constexpr quint8 tableLeaf = 0x0d;
constexpr qsizetype leafHead = 8; // bytes, before the places of its cells
constexpr qint64 mostPayload = 1LL << 30; // as SQLite's own limit
constexpr int mostColumns = 64;

quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return static_cast<quint8>(bytes[at]);
}

qint64 twoBytes(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

/// Moves `at` behind it; nothing: the bytes end before.
std::optional<quint64> varint(const QByteArray &bytes, qsizetype &at)
{
    quint64 value = 0;
    for (int i = 0; i < 9 && at < bytes.size(); ++i) {
        const quint8 byte = byteAt(bytes, at++);
        if (i == 8)
            return (value << 8) | byte;
        value = (value << 7) | (byte & 0x7f);
        if (byte < 0x80)
            return value;
    }
    return {};
}

/// What a column of that serial type takes; nothing: there is no such type.
std::optional<qint64> sizeOf(quint64 type)
{
    static constexpr std::array<qint64, 10> sizes{0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type < sizes.size())
        return sizes[type];
    if (type < 12 || type > 2 * static_cast<quint64>(mostPayload))
        return {};
    return static_cast<qint64>((type - 12) / 2);
}

QVariant valueOf(quint64 type, const QByteArray &bytes)
{
    if (type == 0)
        return {};
    if (type >= 12)
        return type % 2 == 0 ? QVariant(bytes) : QVariant(QString::fromUtf8(bytes));
    if (type >= 8)
        return static_cast<qlonglong>(type - 8);
    quint64 number = byteAt(bytes, 0) & 0x80 ? ~quint64{0} : 0; // the sign goes on
    for (qsizetype i = 0; i < bytes.size(); ++i)
        number = (number << 8) | byteAt(bytes, i);
    return type == 7 ? QVariant(std::bit_cast<double>(number)) : QVariant(static_cast<qlonglong>(number));
}

/// The types of a record's columns, and where its values begin; empty: it is none.
std::vector<quint64> typesOf(const QByteArray &record, qsizetype &values)
{
    qsizetype at = 0;
    const std::optional<quint64> head = varint(record, at);
    if (!head || *head > static_cast<quint64>(record.size()))
        return {};
    values = static_cast<qsizetype>(*head);
    std::vector<quint64> types;
    while (at < values && types.size() < mostColumns) {
        const std::optional<quint64> type = varint(record, at);
        if (!type || !sizeOf(*type))
            return {};
        types.push_back(*type);
    }
    return at == values ? types : std::vector<quint64>();
}

/// Empty: it does not hold what it says.
QVariantList valuesOf(const QByteArray &record)
{
    qsizetype at = 0;
    QVariantList values;
    for (const quint64 type : typesOf(record, at)) {
        const qint64 size = *sizeOf(type);
        if (size > record.size() - at)
            return {};
        values += valueOf(type, record.mid(at, size));
        at += size;
    }
    return values;
}

} // namespace

SqliteRows::SqliteRows(const QString &path)
    : m_file(path)
{
    if (!m_file.open(QIODevice::ReadOnly))
        return;
    const QByteArray head = m_file.read(100);
    if (head.size() < 100)
        return;
    const qint64 told = twoBytes(head, 16);
    m_pageSize = told == 1 ? 65'536 : told;
    qint64 reserved = byteAt(head, 20);
    if (m_pageSize < 512 || !std::has_single_bit(static_cast<quint64>(m_pageSize))) { // its head is no more
        m_pageSize = usualPage;
        reserved = 0;
    }
    m_usable = m_pageSize - reserved;
    m_pages = m_usable >= 480 ? m_file.size() / m_pageSize : 0;
}

QByteArray SqliteRows::page(qint64 number)
{
    if (number < 1 || number > m_pages || !m_file.seek((number - 1) * m_pageSize))
        return {};
    const QByteArray bytes = m_file.read(m_pageSize);
    return bytes.size() == m_pageSize ? bytes : QByteArray();
}

void SqliteRows::each(int columns, const Take &take)
{
    for (qint64 number = 2; number <= m_pages; ++number) { // the first is the schema's
        const QByteArray bytes = page(number);
        if (!bytes.isEmpty() && byteAt(bytes, 0) == tableLeaf)
            eachOf(bytes, columns, take);
    }
}

void SqliteRows::eachOf(const QByteArray &leaf, int columns, const Take &take)
{
    const qint64 cells = std::min(twoBytes(leaf, 3), (m_usable - leafHead) / 2);
    for (qint64 i = 0; i < cells; ++i) {
        qsizetype at = twoBytes(leaf, leafHead + 2 * i);
        const std::optional<quint64> size = varint(leaf, at);
        const std::optional<quint64> rowid = varint(leaf, at);
        if (!size || !rowid || *size == 0 || *size > static_cast<quint64>(mostPayload))
            continue;
        qsizetype values = 0;
        // What a row is made of is said at its beginning, and that is seldom longer than what a page has of it.
        if (typesOf(leaf.mid(at, static_cast<qsizetype>(*size)), values).size()
            != static_cast<std::size_t>(columns))
            continue;
        const std::optional<QByteArray> record = payload(leaf, at, static_cast<qint64>(*size));
        const QVariantList row = record ? valuesOf(*record) : QVariantList();
        if (row.size() == columns)
            take(static_cast<qint64>(*rowid), row);
    }
}

/// All of a row: what its page has of it, and then a chain of pages.
std::optional<QByteArray> SqliteRows::payload(const QByteArray &leaf, qsizetype from, qint64 size)
{
    const qint64 most = m_usable - 35;
    qint64 here = size;
    if (size > most) {
        const qint64 least = (m_usable - 12) * 32 / 255 - 23;
        const qint64 fitting = least + (size - least) % (m_usable - 4);
        here = fitting <= most ? fitting : least;
    }
    if (from + here > m_usable)
        return {};
    QByteArray bytes = leaf.mid(from, here);
    if (here == size)
        return bytes;
    if (from + here + 4 > m_usable || size > m_pages * m_usable)
        return {};
    qint64 next = qFromBigEndian<quint32>(leaf.constData() + from + here);
    while (bytes.size() < size) {
        const QByteArray more = page(next);
        if (more.isEmpty())
            return {};
        bytes += more.mid(4, std::min(m_usable - 4, size - bytes.size()));
        next = qFromBigEndian<quint32>(more.constData());
    }
    return bytes;
}

} // namespace session
