// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/checkfile.h"

#include "app/tidemark-cli/runfile.h"
#include "core/base/writefile.h"
#include "core/report/auditreport.h"
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

/// The JSON, and beside it the other formats.
struct Documents
{
    QByteArray json, html, markdown, junit;
};

base::Result<base::Done> save(const Documents &all)
{
    const QString path = runfile::lastRunPath();
    const std::pair<QString, QByteArray> documents[]{{QStringLiteral("html"), all.html},
                                                     {QStringLiteral("md"), all.markdown},
                                                     {QStringLiteral("junit"), all.junit}};
    if (const auto made = runfile::save(all.json); !made) // makes the folder, too
        return made;
    for (const auto &[format, document] : documents) {
        if (const auto written = base::writeFile(sibling(path, format), document); !written)
            return written;
    }
    return base::Done();
}

} // namespace

base::Result<base::Done> save(const experiment::CheckResult &result)
{
    using report::CheckFormat;
    return save({report::checkToJson(result), report::renderCheck(result, CheckFormat::Html),
                 report::renderCheck(result, CheckFormat::Markdown), report::checkToJUnit(result)});
}

base::Result<base::Done> save(const experiment::AuditResult &result)
{
    return save({report::auditToJson(result), report::auditToHtml(result), report::auditToMarkdown(result),
                 report::auditToJUnit(result)});
}

bool isCheck(const QString &path)
{
    if (!QFileInfo(path).isFile()) // reading a FIFO would wait for its writer
        return false;
    const base::Result<QByteArray> content = contentOf(path);
    if (!content)
        return false;
    const QString schema
        = QJsonDocument::fromJson(*content).object().value(QLatin1StringView("schema")).toString();
    return schema.startsWith(QLatin1StringView("tidemark.check/"))
        || schema.startsWith(QLatin1StringView("tidemark.audit/"));
}

base::Result<QByteArray> read(const QString &path, const QString &format)
{
    if (format == QLatin1StringView("json"))
        return contentOf(path);
    if (format == QLatin1StringView("csv"))
        return Error{
            ErrorKind::Malformed,
            QStringLiteral("a leak check has no csv, nor has an audit; html, md, json and junit it has"),
            0,
            {}};
    const QString kept = sibling(path, format);
    if (!QFile::exists(kept))
        return Error{
            ErrorKind::NotFound,
            QStringLiteral(
                "%1 is the JSON of a leak check or an audit, which does not hold all of its report; "
                "'check --report FILE' or 'audit --report FILE' writes that, and 'report last' that of the "
                "last one")
                .arg(path),
            0,
            {}};
    return contentOf(kept);
}

} // namespace cli::checkfile
