// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QList>

#include <chrono>

namespace transfer {

/// What an attempt spent its time with, in the order in which it comes.
enum class UploadPhase { Wait, Dns, Connect, Tls, Send, Server, Answer };
inline constexpr int uploadPhaseCount = 7;

struct PhaseSpan
{
    UploadPhase phase = UploadPhase::Wait;
    std::chrono::microseconds length{0};

    bool operator==(const PhaseSpan &) const = default;
};

/// Of the last attempt; phases that did not happen are left out. What was broken off ends with the phase that it was in,
/// and an answer that came before all was sent ends the sending. While an upload runs only its waiting is known.
[[nodiscard]] QList<PhaseSpan> uploadPhases(const UploadRecord &record);

} // namespace transfer
