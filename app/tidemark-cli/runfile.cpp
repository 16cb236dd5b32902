// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/runfile.h"

#include "core/base/writefile.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace cli::runfile {

QString lastRunPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        + QStringLiteral("/last-run.json");
}

base::Result<base::Done> save(const QByteArray &json)
{
    const QString path = lastRunPath();
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return base::Error{
            base::ErrorKind::WriteFailed, QStringLiteral("cannot make the folder ") + folder, 0, {}};
    return base::writeFile(path, json);
}

base::Result<QString> resolve(const QString &run)
{
    if (run != QLatin1StringView("last"))
        return run;
    const QString path = lastRunPath();
    if (QFileInfo::exists(path))
        return path;
    return base::Error{
        base::ErrorKind::NotFound,
        QStringLiteral("there is no last run yet; upload, watch or check something first, or name a file "
                       "that --json wrote"),
        0,
        {}};
}

} // namespace cli::runfile
