// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QString>

namespace ui {

/// The queue in one line. `count` is the part that matters most ("3 of 12"), `rest` what follows it
/// ("4.40 of 13.1 GiB · 0:41 left").
struct QueueSummary
{
    QString count;
    QString rest;

    bool operator==(const QueueSummary &) const = default;
};

[[nodiscard]] QueueSummary queueSummary(const transfer::QueueTotals &totals);

/// "4.40 of 13.1 GiB": the unit once when both have the same.
[[nodiscard]] QString bytesOfBytes(qint64 done, qint64 all);

} // namespace ui
