// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QString>

/// What the upload table says, cell by cell. One place, so that table, tool tip, clipboard and screen reader
/// agree.
namespace ui {

enum class UploadColumn;

/// How an answer is meant; views choose colours by it.
enum class AnswerMood { Plain, Dim, Good, Bad };

/// The last column: a verdict in a few words, and more words beside it.
struct AnswerText
{
    QString verdict; ///< "201 Created", "Connection refused"; empty while there is none.
    QString words; ///< The server's own text, or what is being waited for.
    AnswerMood mood = AnswerMood::Plain;
};

[[nodiscard]] QString columnTitle(UploadColumn column);
[[nodiscard]] QString uploadText(const transfer::UploadRecord &record, UploadColumn column);
/// The whole of what the cell may have cut short; empty where there is no more to say.
[[nodiscard]] QString uploadToolTip(const transfer::UploadRecord &record, UploadColumn column);
/// As read aloud: never only a dash or a number without its meaning.
[[nodiscard]] QString uploadSpokenText(const transfer::UploadRecord &record, UploadColumn column);
[[nodiscard]] AnswerText answerText(const transfer::UploadRecord &record);

} // namespace ui
