// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tusserver.h"

#include <QDir>

namespace support {

namespace {
// As @tus/file-store lays them down: <id>, and what is known of it in <id>.json.
QStringList contentsIn(const QString &folder)
{
    QStringList names = QDir(folder).entryList(QDir::Files);
    names.removeIf([](const QString &name) { return name.endsWith(QLatin1StringView(".json")); });
    return names;
}
} // namespace

TusServer::TusServer()
    : m_relay(m_folder.filePath(QStringLiteral("socket")))
{
    QDir(m_folder.path()).mkdir(QStringLiteral("uploads"));
}

bool TusServer::start(qint64 mostBytes)
{
    m_process = std::make_unique<ChildProcess>();
    const QStringList arguments{QStringLiteral(TUS_SERVER "/server.cjs"),
                                QStringLiteral("--folder"),
                                m_folder.filePath(QStringLiteral("uploads")),
                                QStringLiteral("--socket"),
                                m_folder.filePath(QStringLiteral("socket")),
                                QStringLiteral("--max"),
                                QString::number(mostBytes)};
    if (m_process->start(QStringLiteral("node"), arguments) && !m_process->firstLine().isEmpty())
        return true;
    m_failure = m_process->failure() + QStringLiteral("\n(ctest -R tus_packages installs what it needs)");
    return false;
}

QString TusServer::onlyFile() const
{
    const QString folder = m_folder.filePath(QStringLiteral("uploads"));
    const QStringList names = contentsIn(folder);
    return names.size() == 1 ? QDir(folder).filePath(names.first()) : QString();
}

qsizetype TusServer::count() const
{
    return contentsIn(m_folder.filePath(QStringLiteral("uploads"))).size();
}

void TusServer::loseUploads()
{
    QDir folder(m_folder.filePath(QStringLiteral("uploads")));
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString &name : names)
        folder.remove(name);
}

} // namespace support
