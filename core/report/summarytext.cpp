// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/alertwording.h"
#include "core/report/failurewording.h"
#include "core/report/safetext.h"
#include "core/report/summary.h"
#include "core/report/texttable.h"
#include "core/report/wording.h"

#include <cmath>

namespace report {
namespace {

constexpr qsizetype maxFailureLines = 10;
constexpr qsizetype maxAlertLines = 10;

QString failureLine(const FailureGroup &group)
{
    QString line
        = QStringLiteral("  %1 × %2").arg(group.files).arg(failureTitle(group.kind, group.httpStatus));
    line += QStringLiteral(" (%1%2)").arg(printable(group.example, 60),
                                          group.files > 1 ? QStringLiteral(", …") : QString());
    const QString words = printable(withoutSecrets(group.words), 160).trimmed();
    if (!words.isEmpty())
        line += QStringLiteral(": ") + words;
    return line;
}

void addFailures(const Summary &summary, QStringList &lines)
{
    for (qsizetype i = 0; i < std::min(maxFailureLines, summary.failures.size()); ++i) {
        const FailureGroup &group = summary.failures[i];
        lines << failureLine(group);
        const QString advice = failureAdvice(group.kind, group.httpStatus);
        if (!advice.isEmpty())
            lines << QStringLiteral("      ") + advice;
    }
    const qsizetype more = summary.failures.size() - maxFailureLines;
    if (more > 0)
        lines << QStringLiteral("  and %1")
                     .arg(counted(more, QStringLiteral("more reason"), QStringLiteral("more reasons")));
}

void addAlerts(const session::SessionSnapshot &snapshot, QStringList &lines)
{
    if (snapshot.alerts.isEmpty()) // that there was none is said where it was asked for, in reports
        return;
    lines << alertsSentence(snapshot);
    const qsizetype shown = std::min(maxAlertLines, snapshot.alerts.size());
    for (const session::Alert &alert : snapshot.alerts.first(shown))
        lines << QStringLiteral("  ") + alertLine(alert, snapshot.finishedAtMs);
    if (shown < snapshot.alerts.size())
        lines << QStringLiteral("  and %1 more").arg(snapshot.alerts.size() - shown);
}

void addMemory(const QString &title, const metrics::DiscoveryReport &found, const SourceSummary &source,
               QStringList &lines)
{
    const bool perUpload = source.growth == Growth::Known;
    const QString runtime = runtimeText(found);
    QList<QStringList> rows;
    rows.append(QStringList{runtime.isEmpty() ? title : QString(title + QStringLiteral(", ") + runtime),
                            QStringLiteral("before"), QStringLiteral("peak"), QStringLiteral("after"),
                            QStringLiteral("change"), perUpload ? QStringLiteral("per upload") : QString()});
    for (const RoleSummary &role : source.roles) {
        if (!isLevel(role.role) || std::isnan(role.after))
            continue;
        rows.append(QStringList{roleName(role.role), roleValue(role.role, role.before),
                                roleValue(role.role, role.peak), roleValue(role.role, role.after),
                                roleChange(role.role, role.growth()),
                                perUpload ? roleChange(role.role, role.perUpload) : QString()});
    }
    if (rows.size() > 1)
        lines += textTable(rows);
}

QString missedLine(qint64 missed, const QString &of, const QString &reason)
{
    return QStringLiteral("%1%2 missed, the last because: %3")
        .arg(counted(missed, QStringLiteral("reading"), QStringLiteral("readings")) + of,
             missed == 1 ? QStringLiteral(" was") : QStringLiteral(" were"),
             printable(withoutSecrets(reason), 160));
}

void addWatching(const session::SessionSnapshot &snapshot, QStringList &lines)
{
    if (!snapshot.watched.isEmpty() && !snapshot.discovery.found())
        lines << QStringLiteral("No metrics were found at %1.").arg(displayUrl(snapshot.watched));
    if (!snapshot.watched.isEmpty() && snapshot.scrapesMissed)
        lines << missedLine(snapshot.scrapesMissed, {}, snapshot.lastMissReason);
    for (const session::WatchedBeside &beside : snapshot.beside) {
        const QString name = printable(withoutSecrets(beside.name), 100);
        if (beside.kind == session::WatchedBeside::Kind::Server && !beside.discovery.found())
            lines << QStringLiteral("No metrics were found at %1.").arg(name);
        if (beside.missed)
            lines << missedLine(beside.missed, QStringLiteral(" of ") + name, beside.lastMissReason);
    }
}

} // namespace

QString summaryText(const session::SessionSnapshot &snapshot)
{
    const Summary summary = summarize(snapshot);
    QStringList lines{uploadsSentence(snapshot, summary)};
    addFailures(summary, lines);
    addAlerts(snapshot, lines);
    const QString memory = memorySentence(summary);
    if (!memory.isEmpty())
        lines << memory;
    addMemory(QStringLiteral("Server"), snapshot.discovery, summary, lines);
    for (qsizetype i = 0; i < summary.beside.size(); ++i)
        addMemory(sourceTitle(summary.beside[i].name), snapshot.beside[i].discovery, summary.beside[i],
                  lines);
    addWatching(snapshot, lines);
    const QString note = growthNote(summary);
    if (!note.isEmpty())
        lines << note;
    return lines.join(QLatin1Char('\n'));
}

} // namespace report
