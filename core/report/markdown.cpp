// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/format.h"
#include "core/report/alertwording.h"
#include "core/report/failurewording.h"
#include "core/report/markdowntext.h"
#include "core/report/partwording.h"
#include "core/report/report.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace report {
namespace {

using session::SessionSnapshot;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::SessionReport)
};

constexpr qsizetype mostRows = 50;

QString moreLine(qsizetype all)
{
    if (all <= mostRows)
        return {};
    return QStringLiteral("\n%1\n").arg(Text::tr("And %1 more; the JSON lists all.").arg(all - mostRows));
}

QString failures(const Summary &summary)
{
    if (summary.failures.isEmpty())
        return {};
    const QList<Column> columns{{Text::tr("Why uploads failed")},
                                {Text::tr("Files"), Cells::Numbers},
                                {Text::tr("For example")},
                                {Text::tr("In whose words")}};
    QList<QStringList> rows;
    for (const FailureGroup &group : summary.failures.first(std::min(mostRows, summary.failures.size())))
        rows.append({failureTitle(group.kind, group.httpStatus), base::formatCount(double(group.files)),
                     printable(group.example, 80), printable(withoutSecrets(group.words), 200)});
    return markdownTable(columns, rows) + moreLine(summary.failures.size());
}

QStringList alertNotes(const SessionSnapshot &snapshot)
{
    QStringList notes{alertsSentence(snapshot), unjudgedSentence(snapshot)};
    notes.removeAll(QString());
    return notes;
}

QString alerts(const SessionSnapshot &snapshot)
{
    if (snapshot.alerts.isEmpty())
        return {};
    const QList<Column> columns{{Text::tr("Alert")},
                                {Text::tr("Priority")},
                                {Text::tr("Worst"), Cells::Numbers},
                                {Text::tr("Limit"), Cells::Numbers},
                                {Text::tr("Raised", "when an alert was")},
                                {Text::tr("Over", "when an alert was")}};
    QList<QStringList> rows;
    for (const session::Alert &alert : snapshot.alerts.first(std::min(mostRows, snapshot.alerts.size()))) {
        const bool isAbove = alert.comparison == analysis::AlertComparison::Above;
        const QString limit = QString(isAbove ? QStringLiteral("> ") : QStringLiteral("< "))
            + session::alertValueText(alert.unit, alert.threshold);
        rows.append({printable(alertTitle(alert.title), 200), analysis::toKey(alert.priority),
                     session::alertValueText(alert.unit, alert.value), limit,
                     base::formatUtc(alert.raisedAtMs),
                     alert.clearedAtMs > 0 ? base::formatUtc(alert.clearedAtMs) : Text::tr("not yet")});
    }
    return markdownTable(columns, rows) + moreLine(snapshot.alerts.size());
}

QString levels(const QString &title, const SourceSummary &source)
{
    const bool perUpload = source.growth == Growth::Known;
    QList<Column> columns{{title}};
    for (const QString &name : {Text::tr("before"), Text::tr("peak"), Text::tr("after"), Text::tr("change")})
        columns.append({name, Cells::Numbers});
    if (perUpload)
        columns.append({Text::tr("per upload"), Cells::Numbers});
    QList<QStringList> rows;
    for (const RoleSummary &role : source.roles) {
        if (!isLevel(role.role) || std::isnan(role.after))
            continue;
        QStringList row{roleName(role.role), roleValue(role.role, role.before),
                        roleValue(role.role, role.peak), roleValue(role.role, role.after),
                        roleChange(role.role, role.growth())};
        if (perUpload)
            row << roleChange(role.role, role.perUpload);
        rows.append(row);
    }
    return rows.isEmpty() ? QString() : markdownTable(columns, rows);
}

QStringList conditions(const SessionSnapshot &snapshot)
{
    QStringList lines;
    if (!snapshot.server.isEmpty())
        lines << Text::tr("Uploads to %1").arg(displayUrl(snapshot.server));
    if (!snapshot.watched.isEmpty())
        lines << Text::tr("Watched below %1: %2, %3 missed", "address, readings, count")
                     .arg(displayUrl(snapshot.watched),
                          counted(snapshot.scrapesOk, Text::tr("reading"), Text::tr("readings")),
                          QString::number(snapshot.scrapesMissed));
    if (const QString runtime = runtimeText(snapshot.discovery); !runtime.isEmpty())
        lines << Text::tr("Server’s runtime %1").arg(runtime);
    lines << Text::tr("From %1 to %2", "times")
                 .arg(base::formatUtc(snapshot.startedAtMs), base::formatUtc(snapshot.finishedAtMs));
    if (snapshot.partOf)
        lines << partText(snapshot);
    lines << QString(QStringLiteral("Tidemark ") + printable(snapshot.programVersion, 40)).trimmed();
    return lines;
}

} // namespace

ReportText sessionText(const SessionSnapshot &snapshot)
{
    const Summary summary = summarize(snapshot);
    QStringList notes{memorySentence(summary), growthNote(summary)};
    notes.removeAll(QString());
    notes += alertNotes(snapshot);
    ReportText text{openingText(uploadsSentence(snapshot, summary), notes), {}, conditions(snapshot)};
    text.details += alerts(snapshot);
    text.details += failures(summary);
    text.details += levels(sourceTitle({}), summary);
    for (const SourceSummary &beside : summary.beside)
        text.details += levels(sourceTitle(beside.name), beside);
    return text;
}

QByteArray toMarkdown(const SessionSnapshot &snapshot)
{
    return markdownOf(sessionText(snapshot));
}

} // namespace report
