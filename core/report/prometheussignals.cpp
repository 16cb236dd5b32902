// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/prometheussignals.h"

#include "core/metrics/metriccatalog.h"

#include <QLocale>

#include <functional>

namespace report {

using analysis::AlertSignal;
using metrics::MetricRule;
using metrics::Role;

namespace {

// Four scrapes of a minute: https://www.robustperception.io/what-range-should-i-use-with-rate/
constexpr QLatin1StringView rateWindow("[5m]");
constexpr QLatin1StringView byInstance(" by (job, instance) (");

QString fromView(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString number(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

/// 'go_gc_duration_seconds{quantile="1"}'
QString selector(const MetricRule &rule)
{
    const QString name = fromView(rule.name);
    return rule.label.empty()
        ? name
        : QStringLiteral("%1{%2=\"%3\"}").arg(name, fromView(rule.label), fromView(rule.labelValue));
}

QString recordName(const QString &what, const QString &how)
{
    return QStringLiteral("instance:tidemark_%1:%2").arg(what, how);
}

using Shape = std::function<QString(const QString &selector)>;

/// Whatever name the instance has it under: of several that of the lowest rank.
QString anyOf(Role role, const Shape &shape, const std::function<bool(const MetricRule &)> &isWanted)
{
    QStringList parts;
    for (const MetricRule &rule : metrics::rulesOf(role)) {
        if (rule.scale == 0 || !isWanted(rule))
            continue;
        const QString scale
            = rule.scale == 1 ? QString() : QString(QStringLiteral(" * ") + number(rule.scale));
        const QString how
            = rule.combine == MetricRule::Combine::Sum ? QStringLiteral("sum") : QStringLiteral("max");
        parts << QString(how + byInstance + shape(selector(rule)) + QStringLiteral(")") + scale);
    }
    return parts.join(QStringLiteral("\nor "));
}

QString levelOf(Role role)
{
    return anyOf(
        role, [](const QString &metric) { return metric; }, [](const MetricRule &) { return true; });
}

RecordedSignal level(Role role, const QString &what)
{
    return {{{recordName(what, QStringLiteral("max")), levelOf(role)}}, {}};
}

RecordedSignal shareOf(Role part, Role whole, const QString &what)
{
    const QString of = recordName(what, QStringLiteral("used"));
    const QString limit = recordName(what, QStringLiteral("limit"));
    return {{{of, levelOf(part)},
             {limit, levelOf(whole)},
             {recordName(what, QStringLiteral("ratio")), QStringLiteral("%1 / (%2 > 0)").arg(of, limit)}},
            {}};
}

/// How each of the counters names the status of an answer; those of other names do not tell it.
QString statusLabel(std::string_view metric)
{
    if (metric == "http_requests_total" || metric == "http_requests_received_total")
        return QStringLiteral("code");
    if (metric == "http_server_requests_seconds_count")
        return QStringLiteral("status");
    if (metric == "http_server_request_duration_seconds_count")
        return QStringLiteral("http_response_status_code");
    return metric == "http_request_duration_seconds_count" ? QStringLiteral("status_code") : QString();
}

RecordedSignal serverErrors()
{
    QStringList parts;
    for (const MetricRule &rule : metrics::rulesOf(Role::Requests)) {
        const QString label = statusLabel(rule.name);
        if (label.isEmpty())
            continue;
        const QString name = fromView(rule.name);
        parts << QStringLiteral("sum by (job, instance) (rate(%1{%2=~\"5..\"}%3)) / "
                                "(sum by (job, instance) (rate(%1%3)) > 0)")
                     .arg(name, label, rateWindow);
    }
    return {{{recordName(QStringLiteral("server_errors"), QStringLiteral("ratio")),
              parts.join(QStringLiteral("\nor "))}},
            {}};
}

RecordedSignal answerP95()
{
    QStringList parts;
    for (const MetricRule &rule : metrics::rulesOf(Role::Requests)) {
        QString name = fromView(rule.name);
        if (!name.endsWith(QLatin1StringView("_seconds_count")))
            continue;
        name.replace(QLatin1StringView("_count"), QLatin1StringView("_bucket"));
        parts << QStringLiteral("histogram_quantile(0.95, sum by (job, instance, le) (rate(%1%2)))")
                     .arg(name, rateWindow);
    }
    return {{{recordName(QStringLiteral("answer_seconds"), QStringLiteral("p95")),
              parts.join(QStringLiteral("\nor "))}},
            {}};
}

RecordedSignal gcPause()
{
    const QString longest = recordName(QStringLiteral("gc_pause_seconds"), QStringLiteral("max"));
    const QString all = recordName(QStringLiteral("gc_pause_seconds"), QStringLiteral("increase5m"));
    // The runtime's longest pause may be long past: what was not paused in these minutes is none of them.
    return {{{longest, levelOf(Role::GcPauseMax)},
             {all,
              anyOf(
                  Role::GcPauseTotal,
                  [](const QString &metric) {
                      return QString(QStringLiteral("increase(") + metric + rateWindow + QStringLiteral(")"));
                  },
                  [](const MetricRule &) { return true; })},
             {recordName(QStringLiteral("gc_pause_seconds"), QStringLiteral("recent")),
              QStringLiteral("(%1 < %2) or (%2 <= %1)").arg(longest, all)}},
            {}};
}

RecordedSignal memoryEta(double limit)
{
    if (!(limit > 0))
        return {{}, QStringLiteral("the limit is not known; --memory-limit names it")};
    const QString memory = recordName(QStringLiteral("memory_bytes"), QStringLiteral("max"));
    return {{{memory, levelOf(Role::Rss)},
             {recordName(QStringLiteral("memory_eta_seconds"), QStringLiteral("deriv5m")),
              QStringLiteral("clamp_min(%1 - %2, 0) / (deriv(%2[5m]) > 0)").arg(number(limit), memory)}},
            {}};
}

RecordedSignal floorGrowth()
{
    const QString heap = recordName(QStringLiteral("go_heap_bytes"), QStringLiteral("max"));
    const QString least = recordName(QStringLiteral("go_heap_floor_bytes"), QStringLiteral("min2m"));
    const auto growth = [&least](const QString &to, const QString &from) {
        return QStringLiteral("(%1%2 - %1%3) / 240").arg(least, to, from);
    };
    const QString late = growth(QString(), QStringLiteral(" offset 4m"));
    const QString early = growth(QStringLiteral(" offset 4m"), QStringLiteral(" offset 8m"));
    // Go collects every two minutes at least; of other runtimes the least heap of two minutes is no floor.
    return {
        {{heap,
          anyOf(
              Role::HeapLive, [](const QString &metric) { return metric; },
              [](const MetricRule &rule) { return metrics::runtimeOf(rule.name) == metrics::Runtime::Go; })},
         {least, QStringLiteral("min_over_time(%1[2m])").arg(heap)},
         {recordName(QStringLiteral("go_heap_floor_bytes_per_second"), QStringLiteral("min8m")),
          QStringLiteral("(%1 < %2) or (%2 <= %1)").arg(late, early)}},
        {}};
}

} // namespace

RecordedSignal recordedSignal(AlertSignal signal, double memoryLimit)
{
    switch (signal) {
    case AlertSignal::ServerErrors:
        return serverErrors();
    case AlertSignal::Timeouts:
        return {{},
                QStringLiteral("only clients see it: no standard metric of a server counts those that went "
                               "without an answer")};
    case AlertSignal::AnswerP95:
        return answerP95();
    case AlertSignal::GcPause:
        return gcPause();
    case AlertSignal::PoolUse:
        return shareOf(Role::PoolInUse, Role::PoolSize, QStringLiteral("pool"));
    case AlertSignal::MemoryEta:
        return memoryEta(memoryLimit);
    case AlertSignal::Goroutines:
        return level(Role::Goroutines, QStringLiteral("goroutines"));
    case AlertSignal::DescriptorUse:
        return shareOf(Role::Descriptors, Role::DescriptorLimit, QStringLiteral("descriptors"));
    case AlertSignal::FloorGrowth:
        return floorGrowth();
    }
    Q_UNREACHABLE();
}

} // namespace report
