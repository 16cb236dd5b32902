// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/keptrun.h"

#include <QString>

/// What the list of kept runs says, cell by cell. One place, so that table, tool tip and screen reader agree.
namespace ui {

enum class RunColumn { When, Command, Server, Verdict, Sentence, Tags, Note, Size };
inline constexpr int runColumnCount = 8;

/// "Leak check", "Uploads"; what is not known as it is kept.
[[nodiscard]] QString commandTitle(const QString &command);

[[nodiscard]] QString columnTitle(RunColumn column);
/// As short as it can be told: of an address without its scheme.
[[nodiscard]] QString runText(const session::KeptRun &run, RunColumn column);
/// All of it.
[[nodiscard]] QString runToolTip(const session::KeptRun &run, RunColumn column);
/// As read aloud: with what it is where the text alone would not say it.
[[nodiscard]] QString runSpokenText(const session::KeptRun &run, RunColumn column);

/// The words of a text that may be tags, each once.
[[nodiscard]] QStringList tagsIn(const QString &text);

} // namespace ui
