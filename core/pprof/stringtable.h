// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pprof {

/// Strings in one block of memory, named by a small number. 0 is always the empty string.
class StringTable final
{
public:
    StringTable() = default;

    quint32 append(std::string_view text);
    [[nodiscard]] quint32 size() const { return static_cast<quint32>(m_ends.size()); }

    /// UTF-8, as the producer wrote it; valid until the next append(). `id` must be below size().
    [[nodiscard]] std::string_view view(quint32 id) const
    {
        const quint32 begin = id == 0 ? 0 : m_ends[id - 1];
        return std::string_view(m_bytes).substr(begin, m_ends[id] - begin);
    }
    /// What is not UTF-8 is replaced.
    [[nodiscard]] QString text(quint32 id) const;

private:
    std::string m_bytes;
    std::vector<quint32> m_ends{0};
};

/// Fills a StringTable so that equal strings have equal ids.
class StringInterner final
{
    Q_DISABLE_COPY_MOVE(StringInterner)

public:
    /// `table` must outlive this, be empty, and be filled by nobody else meanwhile.
    explicit StringInterner(StringTable &table);

    quint32 intern(std::string_view text);

private:
    StringTable &m_table;
    std::unordered_map<std::string, quint32> m_ids;
};

} // namespace pprof
