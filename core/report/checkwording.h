// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

/// What is said of a leak check, the same in terminal, window and reports.
namespace report {

/// The verdict in one sentence: "Leaks 1.06 MiB per upload in main.readAll (specimens/read_all.go:31)", "Stable:
/// nothing above 0.5 KiB per upload", "Inconclusive: the server was restarted".
[[nodiscard]] QString checkSentence(const experiment::CheckResult &result);

/// Why it ended early; empty if it did not.
[[nodiscard]] QString interruptionText(const experiment::CheckResult &result);

/// "heap", "descriptors", …
[[nodiscard]] QString resourceName(analysis::Resource resource);
/// Whether that name is a plural, so that its verbs have to be: "descriptors grow".
[[nodiscard]] bool isPlural(analysis::Resource resource);
/// "leaks", "stable", "inconclusive", "released late", "closed by GC".
[[nodiscard]] QString outcomeName(analysis::Outcome outcome);
/// Of a check that is over: what is not decided by then is inconclusive.
[[nodiscard]] analysis::Outcome finalOutcome(const analysis::ResourceVerdict &verdict);
/// "1.06 MiB", "1.00", "−512 B": of bytes, or a count that need not be whole.
[[nodiscard]] QString amountText(analysis::Unit unit, double value);
/// "+1.06 MiB per upload", "1.00 per upload"; dash() when not known.
[[nodiscard]] QString perUploadText(const analysis::ResourceVerdict &verdict);
/// "1.05 MiB to 1.07 MiB"; dash() when not known.
[[nodiscard]] QString intervalText(const analysis::ResourceVerdict &verdict);
/// The smallest growth per upload that would not have been missed.
[[nodiscard]] double surelySeen(const analysis::ResourceVerdict &verdict);
/// Why a resource is judged so, in a few words that go on behind its name.
[[nodiscard]] QString reasonText(const analysis::ResourceVerdict &verdict);
/// "main.readAll (specimens/read_all.go:31)"; the file's last two parts are enough to find it.
[[nodiscard]] QString siteText(const pprof::Site &site);
/// "warming up", "round 4 of 10", …
[[nodiscard]] QString phaseText(const experiment::CheckProgress &progress);

} // namespace report
