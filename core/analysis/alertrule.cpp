// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/alertrule.h"

#include <algorithm>

namespace analysis {

using namespace std::chrono_literals;

AlertUnit unitOf(AlertSignal signal)
{
    switch (signal) {
    case AlertSignal::ServerErrors:
    case AlertSignal::Timeouts:
    case AlertSignal::PoolUse:
    case AlertSignal::DescriptorUse:
        return AlertUnit::Share;
    case AlertSignal::AnswerP95:
    case AlertSignal::GcPause:
    case AlertSignal::MemoryEta:
        return AlertUnit::Seconds;
    case AlertSignal::Goroutines:
        return AlertUnit::Count;
    case AlertSignal::FloorGrowth:
        return AlertUnit::BytesPerSecond;
    }
    Q_UNREACHABLE();
}

QString toKey(AlertSignal signal)
{
    switch (signal) {
    case AlertSignal::ServerErrors:
        return QStringLiteral("serverErrors");
    case AlertSignal::Timeouts:
        return QStringLiteral("timeouts");
    case AlertSignal::AnswerP95:
        return QStringLiteral("answerP95");
    case AlertSignal::GcPause:
        return QStringLiteral("gcPause");
    case AlertSignal::PoolUse:
        return QStringLiteral("poolUse");
    case AlertSignal::MemoryEta:
        return QStringLiteral("memoryEta");
    case AlertSignal::Goroutines:
        return QStringLiteral("goroutines");
    case AlertSignal::DescriptorUse:
        return QStringLiteral("descriptorUse");
    case AlertSignal::FloorGrowth:
        return QStringLiteral("floorGrowth");
    }
    Q_UNREACHABLE();
}

QString toKey(AlertUnit unit)
{
    switch (unit) {
    case AlertUnit::Share:
        return QStringLiteral("share");
    case AlertUnit::Seconds:
        return QStringLiteral("seconds");
    case AlertUnit::Count:
        return QStringLiteral("count");
    case AlertUnit::BytesPerSecond:
        return QStringLiteral("bytesPerSecond");
    }
    Q_UNREACHABLE();
}

QString toKey(AlertComparison comparison)
{
    return comparison == AlertComparison::Above ? QStringLiteral("above") : QStringLiteral("below");
}

QString toKey(AlertPriority priority)
{
    switch (priority) {
    case AlertPriority::P1:
        return QStringLiteral("P1");
    case AlertPriority::P2:
        return QStringLiteral("P2");
    case AlertPriority::P3:
        return QStringLiteral("P3");
    }
    Q_UNREACHABLE();
}

QList<AlertSignal> allAlertSignals()
{
    QList<AlertSignal> all;
    for (int i = 0; i < alertSignalCount; ++i)
        all.append(static_cast<AlertSignal>(i));
    return all;
}

QList<AlertRule> defaultAlertRules()
{
    using enum AlertPriority;
    using enum AlertSignal;
    using enum AlertComparison;
    const auto title = [](const char *text) { return QString::fromUtf8(text); };
    // Shares end at about half of what raises them, so that a share that wavers around its limit is one alert. A pause is
    // over as soon as it is seen, hence the minute.
    return {
        {QStringLiteral("server-errors"),
         title(QT_TRANSLATE_NOOP("analysis::AlertRule", "Share of 5xx answers")), ServerErrors, Above, 0.05,
         0.025, 2min, 0ms, P1},
        {QStringLiteral("memory-eta"),
         title(QT_TRANSLATE_NOOP("analysis::AlertRule", "Time until memory reaches its limit")), MemoryEta,
         Below, 1800, 3600, 1min, 0ms, P1},
        {QStringLiteral("timeouts"),
         title(QT_TRANSLATE_NOOP("analysis::AlertRule", "Uploads without an answer in time")), Timeouts,
         Above, 0.05, 0.025, 2min, 0ms, P2},
        {QStringLiteral("gc-pause"),
         title(QT_TRANSLATE_NOOP("analysis::AlertRule", "Longest pause for collecting garbage")), GcPause,
         Above, 1, 0.5, 0ms, 1min, P2},
        {QStringLiteral("descriptor-use"),
         title(QT_TRANSLATE_NOOP("analysis::AlertRule", "Share of the descriptors in use")), DescriptorUse,
         Above, 0.8, 0.7, 1min, 0ms, P2},
        {QStringLiteral("floor-growth"),
         title(QT_TRANSLATE_NOOP("analysis::AlertRule", "Growth of the heap after collections")), FloorGrowth,
         Above, 16384, 4096, 5min, 0ms, P2},
        {QStringLiteral("pool-use"),
         title(QT_TRANSLATE_NOOP("analysis::AlertRule", "Share of a pool in use")), PoolUse, Above, 0.8, 0.7,
         1min, 0ms, P3},
        {QStringLiteral("slow-answers"),
         title(QT_TRANSLATE_NOOP("analysis::AlertRule", "95th percentile of the time to answer")), AnswerP95,
         Above, 5, 2.5, 2min, 0ms, P3},
        {QStringLiteral("goroutines"), title(QT_TRANSLATE_NOOP("analysis::AlertRule", "Goroutines")),
         Goroutines, Above, 10000, 8000, 2min, 0ms, P3},
    };
}

bool isBreached(const AlertRule &rule, double value)
{
    return rule.comparison == AlertComparison::Above ? value > rule.threshold : value < rule.threshold;
}

bool isClear(const AlertRule &rule, double value)
{
    return rule.comparison == AlertComparison::Above ? value <= rule.clear : value >= rule.clear;
}

AlertRule withThreshold(const AlertRule &rule, double threshold)
{
    AlertRule changed = rule;
    if (threshold == rule.threshold)
        return changed; // exactly as it was: a proportion would be rounded
    changed.threshold = threshold;
    changed.clear = rule.threshold > 0 ? threshold * (rule.clear / rule.threshold) : threshold;
    return changed;
}

bool endsBeforeItBegins(const AlertRule &rule)
{
    return isBreached(rule, rule.clear);
}

double worseOf(const AlertRule &rule, double one, double other)
{
    return rule.comparison == AlertComparison::Above ? std::max(one, other) : std::min(one, other);
}

} // namespace analysis
