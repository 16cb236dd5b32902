// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/folderoptions.h"
#include "core/transfer/uploadrecord.h"

#include <QStringList>

namespace ui {

/// The queue in one line. `count` is the part that matters most ("3 of 12"), `failed` leads to those that need care
/// ("2 failed"; empty: none), `rest` is what follows ("4.40 of 13.1 GiB · 0:41 left").
struct QueueSummary
{
    QString count;
    QString failed;
    QString rest;

    bool operator==(const QueueSummary &) const = default;
};

[[nodiscard]] QueueSummary queueSummary(const transfer::QueueTotals &totals);

/// "Looking through photos: 12,000 files"; empty when it is over.
[[nodiscard]] QString walkText(const session::WalkProgress &walk);

/// What a walk through folders left out, a line for each reason: "2 symbolic links were not followed." `isFollowing`:
/// links were to be.
[[nodiscard]] QStringList leftOutTexts(const session::PassedOver &what, bool isFollowing);

/// "4.40 of 13.1 GiB": the unit once when both have the same.
[[nodiscard]] QString bytesOfBytes(qint64 done, qint64 all);

} // namespace ui
