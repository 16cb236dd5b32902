// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/nativepath.h"

#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <dirent.h>
#include <filesystem>
#include <memory>
#include <optional>
#include <sys/stat.h>

namespace transfer {
namespace {

bool isLoneSurrogate(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 == text.size() || !text[at + 1].isLowSurrogate();
    return c.isLowSurrogate() && (at == 0 || !text[at - 1].isHighSurrogate());
}

bool isEscapedByte(QChar c)
{
    return c.unicode() >= 0xdc80 && c.unicode() <= 0xdcff;
}

// How many bytes at `at` are one valid UTF-8 sequence; 0: none.
qsizetype sequenceLength(QByteArrayView bytes, qsizetype at)
{
    for (qsizetype length = 1; length <= 4 && at + length <= bytes.size(); ++length) {
        if (bytes.sliced(at, length).isValidUtf8())
            return length;
    }
    return 0;
}

QByteArray unescaped(const QString &path)
{
    const auto begin = path.cbegin();
    if (std::none_of(begin, path.cend(), isEscapedByte))
        return path.toUtf8();
    QByteArray bytes;
    qsizetype textBegin = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (!isEscapedByte(path[i]) || !isLoneSurrogate(path, i))
            continue;
        bytes += QStringView(path).sliced(textBegin, i - textBegin).toUtf8();
        bytes += static_cast<char>(path[i].unicode() & 0xff);
        textBegin = i + 1;
    }
    return bytes + QStringView(path).sliced(textBegin).toUtf8();
}

bool exists(const QByteArray &path)
{
    struct stat info;
    return ::lstat(path.constData(), &info) == 0;
}

// The only entry of `folder` that reads as `name`; empty if there is none or more than one.
QByteArray onlyEntryLike(const QByteArray &folder, const QString &name)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> dir(::opendir(folder.isEmpty() ? "." : folder.constData()),
                                                   &::closedir);
    QByteArray found;
    while (const dirent *entry = dir ? ::readdir(dir.get()) : nullptr) {
        const QByteArray bytes(entry->d_name);
        if (bytes.isValidUtf8() || QFile::decodeName(bytes) != name)
            continue;
        if (!found.isEmpty())
            return {};
        found = bytes;
    }
    return found;
}

QByteArray searched(const QString &path)
{
    QByteArray reached;
    const QStringList parts = path.split(QLatin1Char('/'));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i > 0)
            reached += '/';
        const QByteArray literal = unescaped(parts[i]);
        const bool mayBeLossy = parts[i].contains(QChar::ReplacementCharacter) && !exists(reached + literal);
        const QByteArray entry = mayBeLossy ? onlyEntryLike(reached, parts[i]) : literal;
        if (entry.isEmpty() && mayBeLossy)
            return unescaped(path);
        reached += entry;
    }
    return reached;
}

// Whether nothing of it is to be left out: asked of every file of a folder, so it looks at the path alone.
bool isClean(const QString &path)
{
    for (qsizetype at = path.indexOf(u'/'); at >= 0; at = path.indexOf(u'/', at + 1)) {
        const QStringView rest = QStringView(path).sliced(at + 1);
        const qsizetype end = rest.indexOf(u'/');
        const QStringView part = end < 0 ? rest : rest.first(end);
        if (part == u"." || part == u".." || (part.isEmpty() && path.size() > 1))
            return false;
    }
    return true;
}

// Of the folder `parts` the one above; nothing where it cannot be told, as there is no such folder. The names stay what they
// are, also where they are links, except that of a link whose target lies elsewhere.
std::optional<QStringList> above(const QStringList &parts)
{
    if (parts.isEmpty())
        return parts; // That of the root is the root.
    const QByteArray native = toNativePath(u'/' + parts.join(u'/'));
    struct stat info;
    if (native.contains('\0') || ::stat(native.constData(), &info) != 0 || !S_ISDIR(info.st_mode))
        return std::nullopt;
    if (::lstat(native.constData(), &info) == 0 && !S_ISLNK(info.st_mode))
        return parts.first(parts.size() - 1);
    const std::unique_ptr<char, void (*)(void *)> target(::realpath(native.constData(), nullptr), &std::free);
    if (!target)
        return std::nullopt;
    QStringList real = fromNativePath(target.get()).split(u'/', Qt::SkipEmptyParts);
    if (!real.isEmpty())
        real.removeLast();
    return real;
}

} // namespace

QString fromNativePath(const QByteArray &bytes)
{
    if (bytes.isValidUtf8())
        return QString::fromUtf8(bytes);
    QString text;
    for (qsizetype i = 0; i < bytes.size();) {
        const qsizetype length = sequenceLength(bytes, i);
        if (length > 0)
            text += QString::fromUtf8(QByteArrayView(bytes).sliced(i, length));
        else
            text += QChar(static_cast<char16_t>(0xdc00 + static_cast<uchar>(bytes[i])));
        i += std::max<qsizetype>(length, 1);
    }
    return text;
}

QByteArray toNativePath(const QString &path)
{
    return path.contains(QChar::ReplacementCharacter) ? searched(path) : unescaped(path);
}

QString printable(const QString &text)
{
    QString result = text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isNull() || (text[i].isSurrogate() && isLoneSurrogate(text, i)))
            result[i] = QChar::ReplacementCharacter;
    }
    return result;
}

QByteArray nativeName(const QByteArray &nativePath, const QString &name)
{
    if (!name.contains(QChar::ReplacementCharacter))
        return name.toUtf8();
    qsizetype begin = nativePath.size();
    for (qsizetype parts = name.count(u'/'); parts >= 0 && begin >= 0; --parts)
        begin = begin > 0 ? nativePath.lastIndexOf('/', begin - 1) : -1;
    const QByteArray end = nativePath.sliced(begin + 1);
    return printable(fromNativePath(end)) == name ? end : name.toUtf8();
}

QString absolutePath(const QString &path)
{
    if (path.isEmpty())
        return path;
    QString whole = path;
    if (!path.startsWith(u'/')) {
        std::error_code error;
        const std::string folder = std::filesystem::current_path(error).native();
        if (error)
            return path;
        whole = fromNativePath(QByteArray::fromStdString(folder)) + u'/' + path;
    }
    if (isClean(whole))
        return whole;
    QStringList kept;
    bool isKnown = true; // Behind a folder that is not there ".." stays.
    const QStringList parts = whole.split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part == QLatin1StringView("."))
            continue;
        std::optional<QStringList> parent;
        if (part == QLatin1StringView("..") && isKnown)
            parent = above(kept);
        if (parent) {
            kept = *parent;
            continue;
        }
        isKnown = isKnown && part != QLatin1StringView("..");
        kept << part;
    }
    return u'/' + kept.join(u'/');
}

QString fileNameOf(const QString &path)
{
    return printable(path.sliced(path.lastIndexOf(QLatin1Char('/')) + 1));
}

} // namespace transfer
