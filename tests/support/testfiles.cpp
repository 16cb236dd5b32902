// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstring>

#include <sys/stat.h>

namespace support {

namespace {
void openFor(QFile &file)
{
    if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
}

void require(bool done, const QString &path)
{
    if (!done)
        qFatal("cannot make %s: %s", qPrintable(path), std::strerror(errno));
}
} // namespace

QString TestFiles::makeFile(const QString &name, qint64 size, quint8 seed) const
{
    constexpr qint64 block = 1 << 20;
    QFile file(path(name));
    openFor(file);
    for (qint64 offset = 0; offset < size; offset += block) {
        const QByteArray bytes = pattern(qMin(block, size - offset), seed, offset);
        require(file.write(bytes) == bytes.size(), file.fileName());
    }
    require(file.flush(), file.fileName());
    return file.fileName();
}

QString TestFiles::makeText(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    openFor(file);
    require(file.write(content) == content.size() && file.flush(), file.fileName());
    return file.fileName();
}

QString TestFiles::makeSparse(const QString &name, qint64 size) const
{
    QFile file(path(name));
    openFor(file);
    require(file.resize(size), file.fileName());
    return file.fileName();
}

QString TestFiles::makeFifo(const QString &name) const
{
    require(::mkfifo(QFile::encodeName(path(name)).constData(), 0600) == 0, path(name));
    return path(name);
}

QString TestFiles::makeFolder(const QString &name) const
{
    require(QDir().mkpath(path(name)), path(name));
    return path(name);
}

QString TestFiles::makeLink(const QString &name, const QString &target) const
{
    require(QFile::link(target, path(name)), path(name));
    return path(name);
}

QByteArray TestFiles::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "cannot be read: " + path.toUtf8();
}

quint8 TestFiles::patternAt(qint64 offset, quint8 seed)
{
    return static_cast<quint8>(31 * offset + 17 * (offset >> 8) + 7 * (offset >> 16) + seed);
}

QByteArray TestFiles::pattern(qint64 size, quint8 seed, qint64 offset)
{
    QByteArray bytes(size, Qt::Uninitialized);
    char *data = bytes.data();
    for (qint64 i = 0; i < size; ++i)
        data[i] = static_cast<char>(patternAt(offset + i, seed));
    return bytes;
}

} // namespace support
