// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/checkfile.h"

#include "app/tidemark-cli/runfile.h"
#include "core/base/writefile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace cli::checkfile {
namespace {

using base::Error;
using base::ErrorKind;

constexpr qint64 mostBytes = 64 * 1024 * 1024;

QString sibling(const QString &path, const QString &format)
{
    QString name = path;
    if (name.endsWith(QLatin1StringView(".json")))
        name.chop(5);
    return name + u'.' + format;
}

base::Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorKind::FileUnreadable, QStringLiteral("%1: %2").arg(path, file.errorString()), 0, {}};
    return file.read(std::min(mostBytes, file.size()));
}

/// "check", "sweep", "audit"; empty for anything else.
QString commandOf(const QString &path)
{
    if (!QFileInfo(path).isFile()) // reading a FIFO would wait for its writer
        return {};
    const base::Result<QByteArray> content = contentOf(path);
    if (!content)
        return {};
    const QString schema
        = QJsonDocument::fromJson(*content).object().value(QLatin1StringView("schema")).toString();
    for (const char *command : {"check", "sweep", "audit"}) {
        if (schema.startsWith(QStringLiteral("tidemark.%1/").arg(QLatin1StringView(command))))
            return QLatin1StringView(command);
    }
    return {};
}

} // namespace

base::Result<base::Done> save(const QByteArray &json, const Documents &documents)
{
    const QString path = runfile::lastRunPath();
    if (const auto made = runfile::save(json); !made) // makes the folder, too
        return made;
    for (const char *format : {"html", "md", "csv", "junit"}) // of the run before, which may have had others
        QFile::remove(sibling(path, QLatin1StringView(format)));
    for (const auto &[format, document] : documents) {
        if (const auto written = base::writeFile(sibling(path, format), document); !written)
            return written;
    }
    return base::Done();
}

bool isOne(const QString &path)
{
    return !commandOf(path).isEmpty();
}

base::Result<QByteArray> read(const QString &path, const QString &format)
{
    const QString command = commandOf(path);
    if (format == QLatin1StringView("json"))
        return contentOf(path);
    if (format == QLatin1StringView("csv") && command != QLatin1StringView("sweep"))
        return Error{ErrorKind::Malformed,
                     QStringLiteral("%1 has no csv; html, md, json and junit it has")
                         .arg(command == QLatin1StringView("audit") ? QStringLiteral("an audit")
                                                                    : QStringLiteral("a leak check")),
                     0,
                     {}};
    const QString kept = sibling(path, format);
    if (!QFile::exists(kept))
        return Error{
            ErrorKind::NotFound,
            QStringLiteral(
                "%1 is the JSON of %3 %2, which does not hold all of its report; '%2 --report FILE' "
                "writes that, and 'report last' that of the last %2")
                .arg(path, command,
                     command == QLatin1StringView("audit") ? QStringLiteral("an") : QStringLiteral("a")),
            0,
            {}};
    return contentOf(kept);
}

} // namespace cli::checkfile
