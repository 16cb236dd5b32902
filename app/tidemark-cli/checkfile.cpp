// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/checkfile.h"

#include "app/tidemark-cli/runfile.h"
#include "core/base/writefile.h"
#include "core/report/checkjson.h"
#include "core/report/checkreport.h"
#include "core/report/report.h"

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

} // namespace

base::Result<base::Done> save(const experiment::CheckResult &result)
{
    const QString path = runfile::lastRunPath();
    const std::pair<QString, QByteArray> documents[]{
        {QStringLiteral("html"), report::renderCheck(result, report::CheckFormat::Html)},
        {QStringLiteral("md"), report::renderCheck(result, report::CheckFormat::Markdown)},
        {QStringLiteral("junit"), report::checkToJUnit(result)}};
    const QByteArray json = report::checkToJson(result);
    if (const auto made = runfile::save(json); !made) // makes the folder, too
        return made;
    for (const auto &[format, document] : documents) {
        if (const auto written = base::writeFile(sibling(path, format), document); !written)
            return written;
    }
    return base::Done();
}

bool isCheck(const QString &path)
{
    if (!QFileInfo(path).isFile()) // reading a FIFO would wait for its writer
        return false;
    const base::Result<QByteArray> content = contentOf(path);
    return content
        && QJsonDocument::fromJson(*content)
               .object()
               .value(QLatin1StringView("schema"))
               .toString()
               .startsWith(QLatin1StringView("tidemark.check/"));
}

base::Result<QByteArray> read(const QString &path, const QString &format)
{
    if (format == QLatin1StringView("json"))
        return contentOf(path);
    if (format == QLatin1StringView("csv"))
        return Error{ErrorKind::Malformed,
                     QStringLiteral("a leak check has no csv; html, md, json and junit it has"),
                     0,
                     {}};
    const QString kept = sibling(path, format);
    if (!QFile::exists(kept))
        return Error{
            ErrorKind::NotFound,
            QStringLiteral("%1 is a leak check's JSON, which does not hold all of its report; 'check "
                           "--report FILE' writes that, and 'report last' that of the last check")
                .arg(path),
            0,
            {}};
    return contentOf(kept);
}

} // namespace cli::checkfile
