// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alertrule.h"

#include <QList>
#include <QString>

namespace report {

/// One recording rule.
struct RecordedSeries
{
    QString name; ///< "instance:tidemark_heap_live_bytes:sum".
    QString expression;

    bool operator==(const RecordedSeries &) const = default;
};

/// A signal in PromQL, one value for each job and instance.
struct RecordedSignal
{
    QList<RecordedSeries>
        series; ///< In the order in which they build on each other; the last one is the signal …
    QString whyNot; ///< … or empty, for this reason.
};

[[nodiscard]] RecordedSignal recordedSignal(analysis::AlertSignal signal, double memoryLimit);

} // namespace report
