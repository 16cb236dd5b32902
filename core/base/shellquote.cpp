// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/shellquote.h"

#include <QStringBuilder>

#include <algorithm>

namespace base {
namespace {

bool isHarmless(char c)
{
    static constexpr QByteArrayView marks("@%+:,./_-=");
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.contains(c);
}

bool isControl(char c)
{
    return (static_cast<uchar>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
}

QByteArray literal(QByteArray text)
{
    return '\'' + text.replace('\'', "'\\''") + '\'';
}

/// Of printf's format: three octal digits for all that is not plain ASCII.
QByteArray formatFor(const QByteArray &text)
{
    QByteArray format;
    for (const char c : text) {
        const auto byte = static_cast<uchar>(c);
        if (byte >= 0x7f || isControl(c))
            format += '\\' + QByteArray::number(byte, 8).rightJustified(3, '0');
        else if (c == '\\' || c == '%')
            format += QByteArray(2, c);
        else
            format += c;
    }
    return format;
}

} // namespace

QByteArray shellQuoted(const QByteArray &word)
{
    QByteArray text = word;
    text.removeIf([](char c) { return c == '\0'; });
    // zsh takes "=name" for the path of a program.
    if (!text.isEmpty() && text.front() != '=' && std::ranges::all_of(text, isHarmless))
        return text;
    if (text.isValidUtf8() && std::ranges::none_of(text, isControl))
        return literal(text);
    // A command's output loses its last line breaks.
    qsizetype end = text.size();
    while (end > 0 && text[end - 1] == '\n')
        --end;
    const QByteArray breaks = text.sliced(end);
    return "\"$(printf " + literal(formatFor(text.first(end))) + ")\""
        + (breaks.isEmpty() ? QByteArray() : literal(breaks));
}

} // namespace base
