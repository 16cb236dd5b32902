// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/format.h"
#include "core/report/alertwording.h"
#include "core/report/failurewording.h"
#include "core/report/markdowntext.h"
#include "core/report/report.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <cmath>

namespace report {
namespace {

using session::SessionSnapshot;

constexpr qsizetype mostRows = 50;

QString moreLine(qsizetype all)
{
    return all > mostRows ? QStringLiteral("\nAnd %1 more; the JSON lists all.\n").arg(all - mostRows)
                          : QString();
}

QString failures(const Summary &summary)
{
    if (summary.failures.isEmpty())
        return {};
    QList<QStringList> rows{{QStringLiteral("Why uploads failed"), QStringLiteral("Files"),
                             QStringLiteral("For example"), QStringLiteral("In whose words")}};
    for (const FailureGroup &group : summary.failures.first(std::min(mostRows, summary.failures.size())))
        rows.append({failureTitle(group.kind, group.httpStatus), base::formatCount(double(group.files)),
                     printable(group.example, 80), printable(withoutSecrets(group.words), 200)});
    return markdownTable(rows, Cells::Words) + moreLine(summary.failures.size());
}

QString alerts(const SessionSnapshot &snapshot)
{
    QString text;
    for (const QString &sentence : {alertsSentence(snapshot), unjudgedSentence(snapshot)}) {
        if (!sentence.isEmpty())
            text += QStringLiteral("- %1\n").arg(markdownWords(sentence));
    }
    if (snapshot.alerts.isEmpty())
        return text;
    QList<QStringList> rows{{QStringLiteral("Alert"), QStringLiteral("Priority"), QStringLiteral("Worst"),
                             QStringLiteral("Limit"), QStringLiteral("Raised"), QStringLiteral("Over")}};
    for (const session::Alert &alert : snapshot.alerts.first(std::min(mostRows, snapshot.alerts.size()))) {
        const bool isAbove = alert.comparison == analysis::AlertComparison::Above;
        const QString limit = QString(isAbove ? QStringLiteral("> ") : QStringLiteral("< "))
            + session::alertValueText(alert.unit, alert.threshold);
        rows.append({printable(alert.title, 200), analysis::toKey(alert.priority),
                     session::alertValueText(alert.unit, alert.value), limit,
                     base::formatUtc(alert.raisedAtMs),
                     alert.clearedAtMs > 0 ? base::formatUtc(alert.clearedAtMs) : QStringLiteral("not yet")});
    }
    return text + markdownTable(rows, Cells::Words) + moreLine(snapshot.alerts.size());
}

QString levels(const QString &title, const SourceSummary &source)
{
    const bool perUpload = source.growth == Growth::Known;
    QStringList head{title, QStringLiteral("before"), QStringLiteral("peak"), QStringLiteral("after"),
                     QStringLiteral("change")};
    if (perUpload)
        head << QStringLiteral("per upload");
    QList<QStringList> rows{head};
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
    return rows.size() > 1 ? markdownTable(rows, Cells::Numbers) : QString();
}

QString conditions(const SessionSnapshot &snapshot)
{
    QStringList lines;
    if (!snapshot.server.isEmpty())
        lines << QStringLiteral("Uploads to %1").arg(displayUrl(snapshot.server));
    if (!snapshot.watched.isEmpty())
        lines << QStringLiteral("Watched below %1: %2, %3 missed")
                     .arg(displayUrl(snapshot.watched),
                          counted(snapshot.scrapesOk, QStringLiteral("reading"), QStringLiteral("readings")))
                     .arg(snapshot.scrapesMissed);
    if (const QString runtime = runtimeText(snapshot.discovery); !runtime.isEmpty())
        lines << QStringLiteral("Server’s runtime %1").arg(runtime);
    lines << QStringLiteral("From %1 to %2")
                 .arg(base::formatUtc(snapshot.startedAtMs), base::formatUtc(snapshot.finishedAtMs));
    lines << QString(QStringLiteral("Tidemark ") + printable(snapshot.programVersion, 40)).trimmed();
    QString text(u'\n');
    for (const QString &line : std::as_const(lines))
        text += markdownWords(line) + QStringLiteral("  \n");
    return text;
}

} // namespace

QByteArray toMarkdown(const SessionSnapshot &snapshot)
{
    const Summary summary = summarize(snapshot);
    QString text = QStringLiteral("### %1\n\n").arg(markdownWords(uploadsSentence(snapshot, summary)));
    for (const QString &note : {memorySentence(summary), growthNote(summary)}) {
        if (!note.isEmpty())
            text += QStringLiteral("- %1\n").arg(markdownWords(note));
    }
    text += alerts(snapshot);
    text += failures(summary);
    text += levels(sourceTitle({}), summary);
    for (const SourceSummary &beside : summary.beside)
        text += levels(sourceTitle(beside.name), beside);
    return QString(text + conditions(snapshot)).toUtf8();
}

} // namespace report
