// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/safetext.h"

namespace report {
namespace {

bool reorders(char16_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
}

bool isSpaceOnOneLine(char16_t c)
{
    return c == u'\n' || c == u'\r' || c == u'\t' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

char16_t shown(char16_t c)
{
    if (isSpaceOnOneLine(c))
        return u' ';
    if (c < 0x20)
        return static_cast<char16_t>(0x2400 + c);
    if (c == 0x7f)
        return 0x2421;
    if (c < 0xa0 && c > 0x7f)
        return QChar::ReplacementCharacter;
    if (reorders(c) || c >= 0xfffe || QChar::isSurrogate(c))
        return QChar::ReplacementCharacter;
    return c;
}

} // namespace

QString printable(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            result.append(c);
            result.append(text[++i]);
        } else {
            result.append(QChar(shown(c.unicode())));
        }
    }
    return result;
}

QString printable(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return printable(text);
    qsizetype cut = std::max<qsizetype>(0, length - 1);
    if (cut > 0 && text[cut - 1].isHighSurrogate())
        --cut;
    return QString(printable(text.left(cut)) + QChar(0x2026));
}

QString displayUrl(const QUrl &url)
{
    return printable(withoutSecrets(withoutSecrets(url).toString()));
}

QString encodedUrl(const QUrl &url)
{
    return withoutSecrets(withoutSecrets(url).toString(QUrl::FullyEncoded));
}

} // namespace report
