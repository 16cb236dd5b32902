// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadtemplate.h"

#include "core/transfer/generateddata.h"
#include "core/transfer/nativepath.h"

namespace transfer {
namespace {

constexpr QLatin1StringView numberMark("{n}");
constexpr QLatin1StringView uuidMark("{uuid}");
constexpr QLatin1StringView nameMark("{name}");

// Apart from the streams of contents, which are numbered from 0.
constexpr quint64 uuidStream = quint64(1) << 63;

QString encodedName(const QByteArray &name)
{
    QByteArrayList folders = name.split('/');
    for (QByteArray &folder : folders) {
        if (folder.isEmpty() || folder == "." || folder == "..")
            folder = "_";
    }
    return QString::fromLatin1(folders.join('/').toPercentEncoding("/"));
}

/// Encoded but for those.
QString withBraces(const QUrl &url)
{
    QString text = url.toString(QUrl::FullyEncoded);
    text.replace(QLatin1StringView("%7B"), QLatin1StringView("{"), Qt::CaseInsensitive);
    return text.replace(QLatin1StringView("%7D"), QLatin1StringView("}"), Qt::CaseInsensitive);
}

} // namespace

// Version 4, RFC 4122 section 4.4, with our own bits in place of random ones.
QUuid keyFrom(quint64 seed, quint64 number)
{
    QByteArray bytes = QByteArray::fromHex(GeneratedData::digits(seed, uuidStream ^ (number * 2))
                                           + GeneratedData::digits(seed, uuidStream ^ (number * 2 + 1)));
    bytes[6] = static_cast<char>((bytes.at(6) & 0x0F) | 0x40);
    bytes[8] = static_cast<char>((bytes.at(8) & 0x3F) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

QString expanded(const QString &text, const UploadLabel &label)
{
    if (!text.contains(u'{'))
        return text;
    QString result = text;
    result.replace(numberMark, QString::number(label.number));
    return result.replace(uuidMark, label.key.toString(QUuid::WithoutBraces));
}

QStringList marksIn(const QString &text)
{
    QStringList marks;
    for (const QLatin1StringView mark : {numberMark, uuidMark}) {
        if (text.contains(mark))
            marks.append(mark);
    }
    return marks;
}

QStringList marksIn(const QUrl &url)
{
    const QString text = withBraces(url);
    QStringList marks = marksIn(text);
    if (text.contains(nameMark))
        marks.append(nameMark);
    return marks;
}

UrlTemplate::UrlTemplate(const QUrl &url)
    : m_url(url)
{
    // Making a URL anew costs more than the rest of a request: only where there is something to replace.
    if (!marksIn(url).isEmpty())
        m_text = withBraces(url);
}

QUrl UrlTemplate::urlFor(const UploadLabel &label) const
{
    return urlFor(label, printable(label.name).toUtf8());
}

QUrl UrlTemplate::urlFor(const UploadLabel &label, const QByteArray &name) const
{
    if (m_text.isEmpty())
        return m_url;
    QString text = expanded(m_text, label);
    text.replace(nameMark, encodedName(name)); // last: a file may be called "{n}"
    return QUrl(text);
}

QUrl UrlTemplate::fileUrlFor(const UploadLabel &label) const
{
    return fileUrlFor(label, printable(label.name).toUtf8());
}

QUrl UrlTemplate::fileUrlFor(const UploadLabel &label, const QByteArray &name) const
{
    QUrl url = urlFor(label, name);
    const QString path = url.path(QUrl::FullyEncoded);
    const bool isFolder = path.isEmpty() || path.endsWith(u'/');
    if (isFolder && !m_text.contains(nameMark))
        url.setPath((path.isEmpty() ? QStringLiteral("/") : path) + encodedName(name), QUrl::StrictMode);
    return url;
}

} // namespace transfer
