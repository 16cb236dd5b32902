// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

/// Every failure in words for people: what happened, why, what to do. The only place where base::ErrorKind
/// becomes sentences.
namespace ui {

/// What was being done when it failed; decides the first sentence and some of the advice.
enum class Task {
    Upload, ///< Subject: the file's name.
    Connect, ///< Subject: the server's address.
    Export, ///< Subject: the report's file name.
    Sample, ///< No subject.
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

/// Two or three words for a table cell: "Connection refused".
[[nodiscard]] QString errorLabel(base::ErrorKind kind);

} // namespace ui
