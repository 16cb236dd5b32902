// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/begunlog.h"

#include <cstring>

namespace session {
namespace {

quint32 checkOf(const BegunLog::Entry &entry)
{
    constexpr quint64 odd = 0x9e3779b97f4a7c15; // spreads small numbers over all bits
    return static_cast<quint32>(((entry.run * odd ^ entry.id) * odd ^ entry.attempt) * odd >> 32);
}

} // namespace

std::vector<BegunLog::Entry> BegunLog::read(const QString &path)
{
    std::vector<Entry> entries;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    const QByteArray content = file.readAll();
    constexpr auto size = static_cast<qsizetype>(sizeof(Entry));
    for (qsizetype at = 0; at + size <= content.size(); at += size) {
        Entry entry;
        std::memcpy(&entry, content.constData() + at, sizeof entry);
        if (entry.check == checkOf(entry))
            entries.push_back(entry);
    }
    return entries;
}

base::Result<base::Done> BegunLog::open(const QString &path, qint64 run)
{
    m_run = static_cast<quint64>(run);
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Append | QIODevice::Unbuffered))
        return base::Error{base::ErrorKind::WriteFailed,
                           QStringLiteral("%1 cannot be written: %2").arg(path, m_file.errorString()),
                           0,
                           {}};
    return base::Done();
}

void BegunLog::close()
{
    m_file.remove();
}

// A full disk must not stop uploads: then an interrupted one may come back as one that waits.
void BegunLog::begins(transfer::UploadId id, int attempt)
{
    Entry entry{m_run, id.value, static_cast<quint32>(attempt), 0};
    entry.check = checkOf(entry);
    m_file.write(reinterpret_cast<const char *>(&entry), sizeof entry);
}

void BegunLog::forget()
{
    m_file.resize(0);
}

} // namespace session
