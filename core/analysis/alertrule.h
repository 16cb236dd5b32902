// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <chrono>

/// What is worth an alert, as plain values; alertstate.h says when one fires. The terms are those of Prometheus
/// (prometheus.io/docs/prometheus/latest/configuration/alerting_rules: expression, `for`, `keep_firing_for`), so that a rule
/// means the same here and there (see report::toPrometheusRules). Two thresholds instead of one keep an alert from
/// flapping (hysteresis, as of a Schmitt trigger): it fires beyond `threshold` and ends at `clear`.
namespace analysis {

/// What is looked at. All of them are known, or not, at any moment.
enum class AlertSignal {
    ServerErrors, ///< Share of the uploads' answers that are 5xx.
    Timeouts, ///< Share of the uploads without an answer in time; 408 and 504 are the server's own words for it.
    AnswerP95, ///< 95th percentile of the time from the last byte sent to the answer: it does not depend on the file's size.
    GcPause, ///< The longest pause for collecting garbage since it was looked last.
    PoolUse, ///< Share of the server's connections or threads of a pool that are in use.
    MemoryEta, ///< Time until memory reaches a limit, see memoryeta.h; infinite where it does not surely grow.
    Goroutines,
    DescriptorUse, ///< Share of the descriptors that a process may have.
    FloorGrowth, ///< By how much the heap that is left after collections rises: see heapfloor.h.
};
inline constexpr int alertSignalCount = 9;
enum class AlertUnit { Share, Seconds, Count, BytesPerSecond };
enum class AlertComparison { Above, Below };
enum class AlertPriority { P1, P2, P3 };

struct AlertRule
{
    QString id; ///< Unique; small letters, digits and hyphens.
    QString title;
    AlertSignal signal = AlertSignal::ServerErrors;
    AlertComparison comparison = AlertComparison::Above;
    double threshold = 0; ///< In the signal's unit, as is `clear`.
    double clear
        = 0; ///< Over when the value is no longer beyond this; equal to the threshold: no hysteresis.
    std::chrono::milliseconds holds{0}; ///< `for`: so long it must have been beyond the threshold.
    std::chrono::milliseconds keeps{0}; ///< `keep_firing_for`: so long it must have been clear.
    AlertPriority priority = AlertPriority::P3;

    bool operator==(const AlertRule &) const = default;
};

[[nodiscard]] AlertUnit unitOf(AlertSignal signal);

/// Keys of files and reports, a contract: "serverErrors", "timeouts", "answerP95", "gcPause", "poolUse", "memoryEta",
/// "goroutines", "descriptorUse", "floorGrowth"; "share", "seconds", "count", "bytesPerSecond"; "above", "below"; "P1", …
[[nodiscard]] QString toKey(AlertSignal signal);
[[nodiscard]] QString toKey(AlertUnit unit);
[[nodiscard]] QString toKey(AlertComparison comparison);
[[nodiscard]] QString toKey(AlertPriority priority);

/// Every signal, for loops.
[[nodiscard]] QList<AlertSignal> allAlertSignals();

/// The rules that hold unless the user says otherwise, most urgent first.
[[nodiscard]] QList<AlertRule> defaultAlertRules();

/// Beyond the threshold.
[[nodiscard]] bool isBreached(const AlertRule &rule, double value);
/// Not beyond `clear`.
[[nodiscard]] bool isClear(const AlertRule &rule, double value);
/// The rule with another threshold; `clear` moves with it, in proportion. Of a threshold of 0, which no proportion can be
/// told of, `clear` becomes the new one: no hysteresis.
[[nodiscard]] AlertRule withThreshold(const AlertRule &rule, double threshold);
/// Whether `clear` lies beyond the threshold, so that an alert would be over before it began.
[[nodiscard]] bool endsBeforeItBegins(const AlertRule &rule);
/// Of two values the one that is further beyond.
[[nodiscard]] double worseOf(const AlertRule &rule, double one, double other);

} // namespace analysis
