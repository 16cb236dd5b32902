// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/prometheustext.h"

#include <array>
#include <charconv>
#include <cstring>

namespace metrics {
namespace {

enum CharClass : quint8 { Other = 0, NameStart = 1, NameRest = 2, Blank = 4 };

constexpr std::array<quint8, 256> classes = [] {
    std::array<quint8, 256> table{};
    for (size_t c = 'a'; c <= 'z'; ++c)
        table[c] = table[c - 'a' + 'A'] = NameStart | NameRest;
    for (size_t c = '0'; c <= '9'; ++c)
        table[c] = NameRest;
    table['_'] = table[':'] = NameStart | NameRest;
    table[' '] = table['\t'] = Blank;
    return table;
}();

bool is(char c, CharClass wanted)
{
    return classes[static_cast<unsigned char>(c)] & wanted;
}

/// Walks over one line; every function leaves the position behind what it took.
class Cursor
{
public:
    explicit Cursor(std::string_view text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }
    bool skipBlanks()
    {
        const char *begin = m_at;
        while (m_at != m_end && is(*m_at, Blank))
            ++m_at;
        return m_at != begin;
    }
    [[nodiscard]] std::string_view takeName()
    {
        const char *begin = m_at;
        if (m_at != m_end && is(*m_at, NameStart)) {
            do
                ++m_at;
            while (m_at != m_end && is(*m_at, NameRest));
        }
        return since(begin);
    }
    /// A quoted string; the view is without the quotes, with its escapes.
    [[nodiscard]] bool takeQuoted(std::string_view &text)
    {
        if (!take('"'))
            return false;
        const char *begin = m_at;
        for (; m_at != m_end && *m_at != '"'; ++m_at) {
            if (*m_at == '\\' && ++m_at == m_end)
                return false;
        }
        text = since(begin);
        return take('"');
    }
    /// `Go's ParseFloat` syntax as far as exporters use it: decimal numbers, Inf and NaN in any case, any
    /// sign.
    [[nodiscard]] bool takeNumber(double &number)
    {
        if (m_at != m_end && *m_at == '+') {
            ++m_at;
            if (m_at != m_end && *m_at == '-')
                return false;
        }
        const auto [end, error] = std::from_chars(m_at, m_end, number);
        if (error != std::errc() || (end != m_end && !is(*end, Blank)))
            return false;
        m_at = end;
        return true;
    }
    [[nodiscard]] const char *position() const { return m_at; }
    [[nodiscard]] std::string_view since(const char *begin) const
    {
        return {begin, static_cast<size_t>(m_at - begin)};
    }

private:
    const char *m_at;
    const char *m_end;
};

/// One `key="value"` and the comma behind it. False at the closing brace or at the end, or when it is none.
bool takeLabel(Cursor &cursor, std::string_view &key, std::string_view &value)
{
    cursor.skipBlanks();
    key = cursor.takeName();
    cursor.skipBlanks();
    if (key.empty() || !cursor.take('='))
        return false;
    cursor.skipBlanks();
    if (!cursor.takeQuoted(value))
        return false;
    cursor.skipBlanks();
    return true;
}

/// From behind the opening brace to behind the closing one; `labels` is what stands between.
bool takeLabels(Cursor &cursor, std::string_view &labels)
{
    const char *begin = cursor.position();
    cursor.skipBlanks();
    while (!cursor.take('}')) {
        std::string_view key;
        std::string_view value;
        if (!takeLabel(cursor, key, value))
            return false;
        if (cursor.take(','))
            cursor.skipBlanks();
        else if (!cursor.take('}'))
            return false;
        else
            break;
    }
    labels = cursor.since(begin);
    labels.remove_suffix(1);
    return true;
}

/// " # {labels} value [timestamp]", the part from the hash sign on.
bool takeExemplar(Cursor &cursor)
{
    std::string_view labels;
    double number = 0;
    if (!cursor.skipBlanks() || !cursor.take('{') || !takeLabels(cursor, labels) || !cursor.skipBlanks()
        || !cursor.takeNumber(number))
        return false;
    cursor.skipBlanks();
    return cursor.atEnd() || cursor.takeNumber(number);
}

bool parseSample(std::string_view line, PrometheusSample &sample)
{
    Cursor cursor(line);
    sample.name = cursor.takeName();
    if (sample.name.empty())
        return false;
    sample.labels = {};
    bool isSeparated = cursor.skipBlanks();
    if (cursor.take('{')) {
        if (!takeLabels(cursor, sample.labels))
            return false;
        isSeparated = true;
        cursor.skipBlanks();
    }
    if (!isSeparated || !cursor.takeNumber(sample.value))
        return false;
    cursor.skipBlanks();
    if (cursor.atEnd())
        return true;
    double timestamp = 0;
    if (!cursor.take('#')) {
        if (!cursor.takeNumber(timestamp))
            return false;
        cursor.skipBlanks();
        if (cursor.atEnd())
            return true;
        if (!cursor.take('#'))
            return false;
    }
    if (!takeExemplar(cursor))
        return false;
    cursor.skipBlanks();
    return cursor.atEnd();
}

QByteArray unescaped(std::string_view text)
{
    QByteArray plain;
    plain.reserve(static_cast<qsizetype>(text.size()));
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        const char escaped = text[++i];
        // An escape that the format does not know stands for itself.
        if (escaped == 'n')
            plain += '\n';
        else if (escaped == '\\' || escaped == '"')
            plain += escaped;
        else
            (plain += '\\') += escaped;
    }
    return plain;
}

std::optional<std::string_view> findLabel(std::string_view labels, std::string_view wanted)
{
    Cursor cursor(labels);
    std::string_view key;
    std::string_view value;
    while (takeLabel(cursor, key, value)) {
        if (key == wanted)
            return value;
        if (!cursor.take(','))
            break;
    }
    return {};
}

} // namespace

std::optional<QByteArray> PrometheusSample::label(std::string_view key) const
{
    const auto raw = findLabel(labels, key);
    if (!raw)
        return {};
    return unescaped(*raw);
}

bool PrometheusSample::hasLabel(std::string_view key, std::string_view wanted) const
{
    const auto raw = findLabel(labels, key);
    if (!raw)
        return false;
    if (raw->find('\\') == std::string_view::npos)
        return *raw == wanted;
    const QByteArray plain = unescaped(*raw);
    return std::string_view(plain.constData(), static_cast<size_t>(plain.size())) == wanted;
}

bool PrometheusReader::next(PrometheusSample &sample)
{
    while (!m_rest.empty()) {
        const auto *feed = static_cast<const char *>(std::memchr(m_rest.data(), '\n', m_rest.size()));
        const bool isTerminated = feed;
        std::string_view line
            = m_rest.substr(0, isTerminated ? static_cast<size_t>(feed - m_rest.data()) : m_rest.size());
        m_rest.remove_prefix(line.size() + (isTerminated ? 1 : 0));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        while (!line.empty() && is(line.front(), Blank))
            line.remove_prefix(1);
        if (line.empty())
            continue;
        m_endsWithEof = false;
        if (line.front() == '#') {
            // OpenMetrics lets only this line go without a line feed.
            m_endsWithEof = line == "# EOF";
            continue;
        }
        if (isTerminated && line.size() <= static_cast<size_t>(maxLineBytes) && parseSample(line, sample)) {
            ++m_samples;
            return true;
        }
        ++m_brokenLines;
    }
    return false;
}

} // namespace metrics
