// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alertrule.h"

#include <QByteArray>

namespace report {

/// The rules as Prometheus' alerting rules (YAML, as `promtool check rules` takes it; keep_firing_for needs Prometheus 2.42).
/// Each signal is a recording rule of its own, "instance:tidemark_goroutines:max", made of the names by which the metrics
/// catalogue knows it; what no standard metric shows of it is left out, with a comment that says why. A threshold and
/// another one at which the alert ends are an alert that also goes on while it fires (ALERTS) and its value is beyond the
/// latter.
///
/// `memoryLimit` in bytes; 0: not known, and rules about it are left out.
[[nodiscard]] QByteArray toPrometheusRules(const QList<analysis::AlertRule> &rules, double memoryLimit);

} // namespace report
