// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/prometheusrules.h"

#include "core/report/prometheussignals.h"
#include "core/report/safetext.h"
#include "core/session/alert.h"
#include "core/session/alertvalue.h"

#include <QLocale>

namespace report {

using analysis::AlertComparison;
using analysis::AlertRule;

namespace {

/// A double-quoted scalar.
QString quoted(const QString &text)
{
    QString escaped = printable(text);
    escaped.replace(u'\\', QLatin1StringView("\\\\")).replace(u'"', QLatin1StringView("\\\""));
    return QString(u'"' + escaped + u'"');
}

/// The same of an annotation, which is a template: braces in it mean themselves.
QString quotedWords(const QString &text)
{
    QString words = text;
    words.replace(QLatin1StringView("{{"), QLatin1StringView("{ {"));
    return quoted(words);
}

/// As a block, so that nothing in it needs to be escaped.
QString block(const QString &key, const QString &expression)
{
    QString text = QStringLiteral("        %1: |-\n").arg(key);
    for (const QString &line : expression.split(u'\n'))
        text += QStringLiteral("          %1\n").arg(line);
    return text;
}

/// "TidemarkServerErrors" of "server-errors".
QString alertName(const QString &id)
{
    QString name = QStringLiteral("Tidemark");
    for (const QString &part : id.split(u'-', Qt::SkipEmptyParts))
        name += part.left(1).toUpper() + part.mid(1);
    return name;
}

QString number(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

/// Grafana's and the mixins' words.
QString severityOf(analysis::AlertPriority priority)
{
    switch (priority) {
    case analysis::AlertPriority::P1:
        return QStringLiteral("critical");
    case analysis::AlertPriority::P2:
        return QStringLiteral("warning");
    case analysis::AlertPriority::P3:
        return QStringLiteral("info");
    }
    return {};
}

/// The value, as Prometheus writes it for people.
QString valueOf(analysis::AlertUnit unit)
{
    switch (unit) {
    case analysis::AlertUnit::Share:
        return QStringLiteral("{{ $value | humanizePercentage }}");
    case analysis::AlertUnit::Seconds:
        return QStringLiteral("{{ $value | humanizeDuration }}");
    case analysis::AlertUnit::BytesPerSecond: // "16.5kiB/s"
        return QStringLiteral("{{ $value | humanize1024 }}B/s");
    case analysis::AlertUnit::Count:
        return QStringLiteral("{{ $value | humanize }}");
    }
    Q_UNREACHABLE();
}

QString conditionOf(const AlertRule &rule, const QString &series)
{
    const QString sign
        = rule.comparison == AlertComparison::Above ? QStringLiteral(">") : QStringLiteral("<");
    const QString raised = QStringLiteral("%1 %2 %3").arg(series, sign, number(rule.threshold));
    if (rule.clear == rule.threshold)
        return raised;
    return QStringLiteral("%1\nor %2 %3 %4 and on (job, instance) ALERTS{alertname=\"%5\", rule=\"%6\", "
                          "alertstate=\"firing\"}")
        .arg(raised, series, sign, number(rule.clear), alertName(rule.id), rule.id);
}

QString alertOf(const AlertRule &rule, const QString &series)
{
    QString text = QStringLiteral("      - alert: %1\n").arg(alertName(rule.id));
    text += block(QStringLiteral("expr"), conditionOf(rule, series));
    if (rule.holds.count() > 0)
        text += QStringLiteral("        for: %1\n").arg(session::alertDurationKey(rule.holds));
    if (rule.keeps.count() > 0)
        text += QStringLiteral("        keep_firing_for: %1\n").arg(session::alertDurationKey(rule.keeps));
    text += QStringLiteral("        labels:\n          severity: %1\n          priority: %2\n"
                           "          rule: %3\n")
                .arg(severityOf(rule.priority), analysis::toKey(rule.priority), quoted(rule.id));
    const analysis::AlertUnit unit = analysis::unitOf(rule.signal);
    const QString limit = session::alertValueText(unit, rule.threshold);
    text += QStringLiteral("        annotations:\n          summary: %1\n").arg(quotedWords(rule.title));
    text += QStringLiteral("          description: \"{{ $labels.instance }}: %1, limit %2\"\n")
                .arg(valueOf(unit), limit);
    return text;
}

} // namespace

QByteArray toPrometheusRules(const QList<AlertRule> &rules, double memoryLimit)
{
    QStringList leftOut;
    QList<RecordedSeries> recorded;
    QString alerts;
    for (const AlertRule &rule : rules) {
        const RecordedSignal signal = recordedSignal(rule.signal, memoryLimit);
        if (signal.series.isEmpty()) {
            leftOut << QStringLiteral("# Left out: %1, because %2.\n").arg(rule.id, signal.whyNot);
            continue;
        }
        for (const RecordedSeries &series : signal.series) {
            if (!recorded.contains(series))
                recorded.append(series);
        }
        alerts += alertOf(rule, signal.series.constLast().name);
    }
    QString text = QStringLiteral("# Alerting rules of Tidemark %1 for Prometheus 2.42 or later.\n"
                                  "# Shares and percentiles are the server's own view of all its requests, "
                                  "their bodies included.\n")
                       .arg(QStringLiteral(TIDEMARK_VERSION));
    text += leftOut.join(QString());
    if (alerts.isEmpty())
        return QString(text + QStringLiteral("groups: []\n")).toUtf8();
    text += QStringLiteral("groups:\n  - name: tidemark\n    rules:\n");
    for (const RecordedSeries &series : std::as_const(recorded))
        text += QStringLiteral("      - record: %1\n").arg(series.name)
            + block(QStringLiteral("expr"), series.expression);
    return QString(text + alerts).toUtf8();
}

} // namespace report
