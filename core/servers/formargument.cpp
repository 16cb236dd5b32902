// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/formargument.h"

#include <algorithm>
#include <array>

namespace servers {
namespace {

/// The next value up to one of `ends`; leaves `at` on that one, or behind the last character.
QString takeValue(const QString &text, qsizetype &at, const QString &ends)
{
    QString value;
    if (at < text.size() && text[at] == u'"' && text.indexOf(u'"', at + 1) > 0) {
        for (++at; at < text.size() && text[at] != u'"'; ++at) {
            const bool isEscape = text[at] == u'\\' && at + 1 < text.size()
                && (text[at + 1] == u'"' || text[at + 1] == u'\\');
            if (isEscape)
                ++at;
            value += text[at];
        }
        ++at;
        while (at < text.size() && !ends.contains(text[at]))
            ++at;
        return value;
    }
    while (at < text.size() && !ends.contains(text[at]))
        value += text[at++];
    return value;
}

} // namespace

std::optional<FormArgument> parseFormArgument(const QString &argument)
{
    const qsizetype equals = argument.indexOf(u'=');
    if (equals < 1)
        return {};
    FormArgument form;
    form.name = argument.left(equals);
    qsizetype at = equals + 1;
    const QChar first = at < argument.size() ? argument[at] : QChar();
    if (first == u'@') {
        do {
            ++at;
            form.files.append(takeValue(argument, at, QStringLiteral(",;")));
        } while (at < argument.size() && argument[at] == u',');
    } else if (first == u'<') {
        form.attributes.append(argument.mid(at));
        return form;
    } else {
        form.value = takeValue(argument, at, QStringLiteral(";"));
    }
    while (at < argument.size()) {
        ++at; // the semicolon
        while (at < argument.size() && argument[at] == u' ')
            ++at;
        const qsizetype begin = at;
        while (at < argument.size() && argument[at] != u';' && argument[at] != u'"')
            ++at;
        QString attribute = argument.mid(begin, at - begin);
        if (at < argument.size() && argument[at] == u'"')
            attribute += takeValue(argument, at, QStringLiteral(";"));
        form.attributes.append(attribute);
    }
    return form;
}

QString shownAttribute(const QString &attribute)
{
    static constexpr std::array harmless{"type", "filename", "encoder"};
    const QString name = attribute.section(u'=', 0, 0);
    const bool isHarmless
        = std::ranges::any_of(harmless, [&](const char *known) { return name == QLatin1String(known); });
    return isHarmless ? attribute : name;
}

QByteArray quoteFormFile(const QByteArray &path)
{
    QByteArray quoted = path;
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + '"';
}

} // namespace servers
