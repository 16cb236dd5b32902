// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/format.h"
#include "core/report/alertwording.h"
#include "core/report/failurewording.h"
#include "core/report/safetext.h"
#include "core/report/summary.h"
#include "core/report/texttable.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace report {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::SummaryText)
};

constexpr qsizetype maxFailureLines = 10;
constexpr qsizetype maxAlertLines = 10;

QString failureLine(const FailureGroup &group)
{
    const QString line = (group.files > 1 ? Text::tr("%1 × %2 (%3, …)", "count, why it failed, a file")
                                          : Text::tr("%1 × %2 (%3)", "count, why it failed, the file"))
                             .arg(QString::number(group.files), failureTitle(group.kind, group.httpStatus),
                                  printable(group.example, 60));
    const QString words = printable(withoutSecrets(group.words), 160).trimmed();
    return QStringLiteral("  ") + (words.isEmpty() ? line : labelled(line, words));
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
        lines << QStringLiteral("  ")
                + (more == 1 ? Text::tr("and 1 more reason")
                             : Text::tr("and %1 more reasons").arg(base::formatCount(double(more))));
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
        lines << QStringLiteral("  ") + Text::tr("and %1 more", "alerts").arg(snapshot.alerts.size() - shown);
}

void addMemory(const QString &title, const metrics::DiscoveryReport &found, const SourceSummary &source,
               QStringList &lines)
{
    const bool perUpload = source.growth == Growth::Known;
    const QString runtime = runtimeText(found);
    QList<QStringList> rows;
    rows.append(QStringList{
        runtime.isEmpty() ? title : Text::tr("%1, %2", "what was watched, its runtime").arg(title, runtime),
        Text::tr("before"), Text::tr("peak"), Text::tr("after"), Text::tr("change"),
        perUpload ? Text::tr("per upload") : QString()});
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

/// Of the server, or of what stands in `of`.
QString missedLine(qint64 missed, const QString &of, const QString &reason)
{
    const QString why = printable(withoutSecrets(reason), 160);
    const QString count = base::formatCount(double(missed));
    if (of.isEmpty())
        return missed == 1 ? Text::tr("1 reading was missed, the last because: %1").arg(why)
                           : Text::tr("%1 readings were missed, the last because: %2").arg(count, why);
    return missed == 1
        ? Text::tr("1 reading of %1 was missed, the last because: %2", "what was watched, why").arg(of, why)
        : Text::tr("%1 readings of %2 were missed, the last because: %3", "count, what was watched, why")
              .arg(count, of, why);
}

void addWatching(const session::SessionSnapshot &snapshot, QStringList &lines)
{
    if (!snapshot.watched.isEmpty() && !snapshot.discovery.found())
        lines << Text::tr("No metrics were found at %1.").arg(displayUrl(snapshot.watched));
    if (!snapshot.watched.isEmpty() && snapshot.scrapesMissed)
        lines << missedLine(snapshot.scrapesMissed, {}, snapshot.lastMissReason);
    for (const session::WatchedBeside &beside : snapshot.beside) {
        const QString name = printable(withoutSecrets(beside.name), 100);
        if (beside.kind == session::WatchedBeside::Kind::Server && !beside.discovery.found())
            lines << Text::tr("No metrics were found at %1.").arg(name);
        if (beside.missed)
            lines << missedLine(beside.missed, name, beside.lastMissReason);
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
    addMemory(Text::tr("Server", "head of a table"), snapshot.discovery, summary, lines);
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
