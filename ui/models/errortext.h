// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

/// What failed in the window, in words for people: what happened, why, what to do. Why uploads fail and servers are not reached is
/// said by core/report, as in the terminal and in reports; here are the headlines, and the reasons of what only a window does.
namespace ui {

/// What was being done when it failed; decides the first sentence and some of the advice.
enum class Task {
    Upload, ///< Subject: the file's name.
    Connect, ///< Subject: the server's address.
    Export, ///< Subject: the report's file name.
    Sample, ///< No subject.
    SampleRunning, ///< It ran, and is gone. No subject.
    Profile, ///< Subject: the file's name, or the kind of profile.
    Archive, ///< No subject.
    RulesLoad, ///< Of alerts. Subject: the file's name.
    RulesSave, ///< Likewise.
    RulesRestore, ///< What was saved the last time. No subject.
};

struct ErrorText
{
    QString what; ///< "“dump.sql” was not uploaded."
    QString why; ///< "Nothing listens at this address."
    QString advice; ///< "Start the server, or check the port."

    bool operator==(const ErrorText &) const = default;
};

[[nodiscard]] ErrorText errorText(const base::Error &error, Task task, const QString &subject = {});

} // namespace ui
