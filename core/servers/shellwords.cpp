// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/shellwords.h"

#include "core/base/shellquote.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace servers {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(servers::CurlImport)
};

class Splitter final
{
public:
    Splitter(QString line, const Variables &variables)
        : m_line(std::move(line))
        , m_variables(variables)
    {
    }

    Result<QList<ShellWord>> split()
    {
        while (m_at < m_line.size() && !m_error) {
            const QChar c = m_line[m_at++];
            if (c == u'\n')
                endCommand();
            else if (c == u' ' || c == u'\t')
                endWord();
            else if (m_isOver)
                fail(Text::tr("there is more than one command"));
            else
                take(c);
        }
        endWord();
        if (m_error)
            return *m_error;
        return m_words;
    }

private:
    void take(QChar c)
    {
        switch (c.unicode()) {
        case u'\'':
            takeSingle();
            return;
        case u'"':
            takeDouble();
            return;
        case u'\\':
            takeEscape();
            return;
        case u'$':
            takeDollar();
            return;
        case u'|':
        case u'&':
        case u';':
        case u'<':
        case u'>':
        case u'(':
        case u')':
        case u'`':
            fail(Text::tr("“%1” has a meaning for the shell only; give the curl command alone, and put "
                          "addresses in quotes")
                     .arg(c));
            return;
        default:
            add(c);
        }
    }

    void takeSingle()
    {
        const qsizetype end = m_line.indexOf(u'\'', m_at);
        if (end < 0) {
            fail(Text::tr("a single quote has no end"));
            return;
        }
        add(QStringView(m_line).sliced(m_at, end - m_at));
        m_at = end + 1;
    }

    void takeDouble()
    {
        add(QStringView());
        while (m_at < m_line.size() && !m_error) {
            const QChar c = m_line[m_at++];
            if (c == u'"')
                return;
            if (c == u'`')
                fail(Text::tr("it holds a command of its own, in backquotes"));
            else if (c == u'$')
                takeVariable();
            else if (c == u'\\' && m_at < m_line.size())
                takeEscapeInDouble();
            else
                add(c);
        }
        fail(Text::tr("a double quote has no end"));
    }

    void takeEscapeInDouble()
    {
        const QChar next = m_line[m_at];
        static const QString special = QStringLiteral("$`\"\\");
        if (next != u'\n' && !special.contains(next)) {
            add(u'\\'); // and what follows comes by itself
            return;
        }
        ++m_at;
        if (next != u'\n')
            add(next);
    }

    void takeEscape()
    {
        if (m_at >= m_line.size())
            return; // bash would read a further line
        const QChar next = m_line[m_at++];
        if (next != u'\n')
            add(next);
    }

    void takeDollar()
    {
        if (m_at < m_line.size() && m_line[m_at] == u'\'') {
            ++m_at;
            takeAnsi();
        } else if (m_at < m_line.size() && m_line[m_at] == u'"') { // $"…" is to be translated
            ++m_at;
            takeDouble();
        } else {
            takeVariable();
        }
    }

    /// Behind a dollar sign.
    void takeVariable()
    {
        const QChar next = m_at < m_line.size() ? m_line[m_at] : QChar();
        if (next == u'(')
            fail(Text::tr("it holds a command of its own, in $(…)"));
        const QString written = writtenVariable();
        if (written.isEmpty()) {
            add(u'$');
            return;
        }
        m_at += written.size();
        const QString name = nameIn(written);
        const auto value = m_variables && !name.isEmpty() ? m_variables(name) : std::nullopt;
        if (!value && m_word.unknown.isEmpty())
            m_word.unknown
                = u'$' + (name.isEmpty() && written.startsWith(u'{') ? withoutWords(written) : written);
        add(value.value_or(u'$' + written));
    }

    /// NAME, {NAME} or whatever else the shell would replace, such as {NAME:-x} and 1; empty: it is a plain dollar sign.
    [[nodiscard]] QString writtenVariable() const
    {
        const QChar next = m_at < m_line.size() ? m_line[m_at] : QChar();
        qsizetype end = m_at;
        if (next == u'{')
            end = m_line.indexOf(u'}', m_at) + 1; // 0: it has none
        else if (next.isDigit())
            ++end;
        while (next != u'{' && !next.isDigit() && end < m_line.size() && isInName(m_line[end]))
            ++end;
        return m_line.mid(m_at, std::max<qsizetype>(0, end - m_at));
    }

    static bool isInName(QChar c) { return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber()); }

    /// {NAME:-word} as {NAME…}: the word may be a secret.
    static QString withoutWords(const QString &written)
    {
        const auto end = std::find_if_not(written.begin() + 1, written.end(), isInName);
        return written.left(end - written.begin()) + QStringLiteral("…}");
    }

    /// Empty: it is no plain name.
    static QString nameIn(const QString &written)
    {
        const QString name = written.startsWith(u'{') ? written.sliced(1).chopped(1) : written;
        const bool isName = !name.isEmpty() && !name.front().isDigit() && std::ranges::all_of(name, isInName);
        return isName ? name : QString();
    }

    void takeAnsi();
    QByteArray ansiEscape();
    std::optional<char32_t> number(int base, int mostDigits);

    void add(QChar c)
    {
        m_word.text += c;
        m_hasWord = true;
    }
    void add(const QString &text) { add(QStringView(text)); }
    void add(QStringView text)
    {
        m_word.text += text;
        m_hasWord = true;
    }
    void endWord()
    {
        if (m_hasWord)
            m_words.append(m_word);
        m_word = {};
        m_hasWord = false;
    }
    void endCommand()
    {
        endWord();
        m_isOver = !m_words.isEmpty();
    }
    void fail(const QString &why)
    {
        if (!m_error)
            m_error = Error{ErrorKind::Malformed, why, 0, {}};
    }

    const QString m_line;
    const Variables &m_variables;
    qsizetype m_at = 0;
    QList<ShellWord> m_words;
    ShellWord m_word;
    bool m_hasWord = false; ///< '' is one, too.
    bool m_isOver = false; ///< The line ended behind a word.
    std::optional<Error> m_error;
};

void Splitter::takeAnsi()
{
    QByteArray bytes; // \xc3\xa9 is one character
    QString run;
    const auto flush = [&] { bytes += std::exchange(run, {}).toUtf8(); };
    while (m_at < m_line.size()) {
        const QChar c = m_line[m_at++];
        if (c == u'\'') {
            flush();
            add(QString::fromUtf8(bytes));
            return;
        }
        if (c != u'\\' || m_at >= m_line.size()) {
            run += c;
            continue;
        }
        flush();
        bytes += ansiEscape();
    }
    fail(Text::tr("a quote $'…' has no end"));
}

QByteArray Splitter::ansiEscape()
{
    static constexpr std::array<std::pair<char, char>, 13> plain{{{'a', '\a'},
                                                                  {'b', '\b'},
                                                                  {'e', '\x1b'},
                                                                  {'E', '\x1b'},
                                                                  {'f', '\f'},
                                                                  {'n', '\n'},
                                                                  {'r', '\r'},
                                                                  {'t', '\t'},
                                                                  {'v', '\v'},
                                                                  {'\\', '\\'},
                                                                  {'\'', '\''},
                                                                  {'"', '"'},
                                                                  {'?', '?'}}};
    const QChar next = m_line[m_at++];
    const char c = next.toLatin1();
    const auto known
        = std::find_if(plain.begin(), plain.end(), [c](const auto &pair) { return pair.first == c; });
    if (known != plain.end())
        return {1, known->second};
    if (c >= '0' && c <= '7')
        --m_at;
    if ((c >= '0' && c <= '7') || c == 'x') {
        if (const auto byte = c == 'x' ? number(16, 2) : number(8, 3))
            return {1, static_cast<char>(*byte & 0xff)};
    } else if (c == 'u' || c == 'U') {
        if (const auto code = number(16, c == 'u' ? 4 : 8))
            return QString::fromUcs4(&*code, 1).toUtf8();
    }
    return '\\' + QString(next).toUtf8();
}

std::optional<char32_t> Splitter::number(int base, int mostDigits)
{
    char32_t value = 0;
    int digits = 0;
    while (digits < mostDigits && m_at < m_line.size()) {
        const int digit = QString(m_line[m_at]).toInt(nullptr, base);
        if (digit == 0 && m_line[m_at] != u'0')
            break;
        value = value * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
        ++digits;
        ++m_at;
    }
    return digits > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

Result<QList<ShellWord>> splitShell(const QString &line, const Variables &variables)
{
    QString text = line;
    return Splitter(text.replace(QLatin1String("\r\n"), QLatin1String("\n")).trimmed(), variables).split();
}

QString quoteForShell(const QString &text)
{
    return QString::fromUtf8(base::shellQuoted(text.toUtf8()));
}

} // namespace servers
