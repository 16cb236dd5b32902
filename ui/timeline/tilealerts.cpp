// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/tilealerts.h"

#include "ui/common/alerttone.h"

#include <algorithm>

namespace ui {
namespace {

using analysis::AlertSignal;
using metrics::Role;

/// Which tile shows what the signal is made of: the first one that knows its value.
QList<Role> rolesOf(AlertSignal signal)
{
    switch (signal) {
    case AlertSignal::GcPause:
        return {Role::GcCount};
    case AlertSignal::MemoryEta: // as session::serversignals::memoryEta()
        return {Role::Rss, Role::HeapLive};
    case AlertSignal::Goroutines:
        return {Role::Goroutines};
    case AlertSignal::DescriptorUse:
        return {Role::Descriptors};
    case AlertSignal::FloorGrowth:
        return {Role::HeapLive};
    case AlertSignal::ServerErrors:
    case AlertSignal::Timeouts:
    case AlertSignal::AnswerP95:
    case AlertSignal::PoolUse:
        break;
    }
    return {};
}

TileText *tileOf(std::vector<TileText> &tiles, AlertSignal signal)
{
    for (const Role role : rolesOf(signal)) {
        const auto tile = std::ranges::find_if(tiles, [role](const TileText &text) {
            return text.role == role && text.value != unknownLabel();
        });
        if (tile != tiles.end())
            return &*tile;
    }
    return nullptr;
}

} // namespace

void addAlerts(std::vector<TileText> &tiles, const QList<TileAlert> &alerts)
{
    QList<TileAlert> byUrgency = alerts;
    std::ranges::stable_sort(byUrgency, {}, &TileAlert::priority);
    for (const TileAlert &alert : std::as_const(byUrgency)) {
        TileText *tile = tileOf(tiles, alert.signal);
        if (!tile)
            continue;
        if (tile->alerts.isEmpty())
            tile->alertTone = alertTone(alert.priority);
        tile->alerts += alert.name;
    }
}

} // namespace ui
