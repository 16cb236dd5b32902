// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/answertext.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace transfer {
namespace {

constexpr qsizetype textLimit = 2048;

// A sequence that is cut off at the end is dropped, an invalid one becomes U+FFFD.
QString decoded(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    return decoder.decode(bytes);
}

bool isPage(QByteArrayView contentType)
{
    return contentType.startsWith("text/html") || contentType.startsWith("application/xhtml");
}

bool isHtml(const QString &text, QByteArrayView contentType)
{
    if (isPage(contentType))
        return true;
    const QStringView start = QStringView(text).trimmed();
    return start.startsWith(QLatin1String("<!doctype html"), Qt::CaseInsensitive)
        || start.startsWith(QLatin1String("<html"), Qt::CaseInsensitive);
}

// HTML's character references, as far as server messages use them.
QString entity(const QString &name)
{
    static constexpr std::array<std::pair<const char *, char16_t>, 6> named{
        {{"amp", u'&'}, {"lt", u'<'}, {"gt", u'>'}, {"quot", u'"'}, {"apos", u'\''}, {"nbsp", u' '}}};
    for (const auto &[key, character] : named) {
        if (name == QLatin1String(key))
            return QString(QChar(character));
    }
    const bool isHex = name.startsWith(QLatin1String("#x"), Qt::CaseInsensitive);
    bool ok = false;
    const uint code = isHex ? name.sliced(2).toUInt(&ok, 16) : name.sliced(1).toUInt(&ok);
    const bool isCharacter = ok && code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    const char32_t character = isCharacter ? char32_t{code} : U'\uFFFD';
    return QString::fromUcs4(&character, 1);
}

QString withoutMarkup(QString html)
{
    static const QRegularExpression invisible(
        QStringLiteral("<(script|style|head)\\b.*?(</\\1\\s*>|$)|<!--.*?(-->|$)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(QStringLiteral("<[^>]*(>|$)"));
    static const QRegularExpression reference(
        QStringLiteral("&(amp|lt|gt|quot|apos|nbsp|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});"));
    html.replace(invisible, QStringLiteral(" ")).replace(tag, QStringLiteral(" "));
    QString text;
    qsizetype copied = 0;
    for (auto it = reference.globalMatch(html); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        text += QStringView(html).sliced(copied, match.capturedStart() - copied);
        text += entity(match.captured(1));
        copied = match.capturedEnd();
    }
    text += QStringView(html).sliced(copied);
    return text.simplified();
}

QString textOfPage(const QString &html)
{
    static const QRegularExpression titleTag(QStringLiteral("<title\\b[^>]*>(.*?)</title\\s*>"),
                                             QRegularExpression::CaseInsensitiveOption
                                                 | QRegularExpression::DotMatchesEverythingOption);
    const QString title = withoutMarkup(titleTag.match(html).captured(1));
    if (title.contains(QLatin1Char(' ')))
        return title;
    const QString text = withoutMarkup(html);
    return text.isEmpty() ? title : text;
}

QString withoutControls(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t'))
            c = QLatin1Char(' ');
    }
    return text.trimmed();
}

QString shortened(const QString &text)
{
    static const QString ellipsis = QStringLiteral("…");
    const QByteArray bytes = text.toUtf8();
    if (bytes.size() <= textLimit)
        return text;
    return decoded(QByteArrayView(bytes).first(textLimit - ellipsis.toUtf8().size())) + ellipsis;
}

/// A short line without markup, as most answers to an upload are: nothing is to be done to it.
bool isPlain(QByteArrayView body, QByteArrayView contentType)
{
    const auto isOrdinary = [](char c) { return c >= ' ' && c <= '~' && c != '<' && c != '&'; };
    return body.size() <= textLimit && !isPage(contentType) && std::ranges::all_of(body, isOrdinary);
}

} // namespace

QString answerText(QByteArrayView body, QByteArrayView contentType, const net::SentSecrets &secrets)
{
    if (body.isEmpty())
        return {};
    const QByteArrayView line = body.trimmed();
    if (isPlain(line, contentType))
        return secrets.struckFrom(QString::fromLatin1(line));
    const QString text = decoded(body);
    const QString read = withoutControls(isHtml(text, contentType) ? textOfPage(text) : text);
    return shortened(secrets.struckFrom(read)); // before, for half of a secret could not be told
}

} // namespace transfer
