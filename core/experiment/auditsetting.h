// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace experiment {

/// What whoever makes an audit can set and evidence has to name. A terminal has an option for it, a window a field, and evidence
/// is the same for both: it has a mark where report::withHints() says how to set it.
enum class AuditSetting {
    TemporaryFolder, ///< AuditPlan::folders, of what should be gone soon.
    Store, ///< AuditPlan::folders, of what is kept.
    LargestBody, ///< AuditBounds::body
    SlowBodies, ///< AuditBounds::slow
    Metrics, ///< AuditPlan::watch and pid
    Process, ///< AuditPlan::pid
    OddNames, ///< AuditPlan::sendsOddNames
};

inline constexpr std::array allAuditSettings{
    AuditSetting::TemporaryFolder, AuditSetting::Store,   AuditSetting::LargestBody, AuditSetting::SlowBodies,
    AuditSetting::Metrics,         AuditSetting::Process, AuditSetting::OddNames,
};

/// Follows the word that it is about, without a space: "no folder is watched{set:temporary-folder}".
[[nodiscard]] QString markOf(AuditSetting setting);

} // namespace experiment
