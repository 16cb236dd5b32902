// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/stringtable.h"

namespace pprof {

quint32 StringTable::append(std::string_view text)
{
    m_bytes.append(text);
    m_ends.push_back(static_cast<quint32>(m_bytes.size()));
    return size() - 1;
}

QString StringTable::text(quint32 id) const
{
    const std::string_view bytes = view(id);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

StringInterner::StringInterner(StringTable &table)
    : m_table(table)
{
    Q_ASSERT(table.size() == 1);
    m_ids.emplace(std::string(), 0);
}

quint32 StringInterner::intern(std::string_view text)
{
    const auto [at, isNew] = m_ids.try_emplace(std::string(text), m_table.size());
    if (isNew)
        m_table.append(text);
    return at->second;
}

} // namespace pprof
