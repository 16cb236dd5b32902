// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/errortext.h"

#include "core/report/failurereason.h"
#include "core/report/httpstatus.h"

#include <QCoreApplication>

#include <optional>

namespace ui {

using base::ErrorKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::ErrorText)
};

using Reason = report::FailureReason;

QString headline(Task task, const QString &subject)
{
    switch (task) {
    case Task::Upload:
        return Text::tr("“%1” was not uploaded.").arg(subject);
    case Task::Connect:
        return Text::tr("%1 cannot be watched.").arg(subject);
    case Task::Export:
        return Text::tr("The report “%1” was not written.").arg(subject);
    case Task::Sample:
        return Text::tr("The sample server is not running.");
    case Task::SampleRunning:
        return Text::tr("The sample server runs no more.");
    case Task::Profile:
        return Text::tr("The profile “%1” cannot be shown.").arg(subject);
    case Task::Archive:
        return Text::tr("The queue is not kept: it will not come back after the next start.");
    case Task::RulesLoad:
        return Text::tr("The alert rules in “%1” were not taken over.").arg(subject);
    case Task::RulesSave:
        return Text::tr("The alert rules were not written to “%1”.").arg(subject);
    case Task::RulesRestore:
        return Text::tr("Your alert rules of the last time cannot be used; the default ones are in force.");
    }
    return {};
}

/// Where a profile asks for other words than an upload; nothing where it does not.
std::optional<Reason> profileReason(const base::Error &error)
{
    switch (error.kind) {
    case ErrorKind::Malformed:
        return Reason{Text::tr("It is not a pprof profile, or it is damaged."),
                      Text::tr("Save one with: curl -o heap.pb.gz http://host:port/debug/pprof/heap")};
    case ErrorKind::TooLarge:
        return Reason{Text::tr("It is larger than a profile can sensibly be."),
                      Text::tr("Check whether it is one.")};
    case ErrorKind::NotFound:
        return Reason{Text::tr("There is nothing in it to be shown."),
                      Text::tr("Choose another kind of profile, or connect to a server that offers pprof.")};
    case ErrorKind::HttpStatus:
        return Reason{Text::tr("The server does not hand it out."),
                      Text::tr("Choose another kind of profile; the server's log may say why.")};
    case ErrorKind::FileMissing:
        return Reason{Text::tr("There is no file at its path."), Text::tr("Check the name.")};
    case ErrorKind::FileUnreadable:
        return Reason{Text::tr("The file is there but cannot be read."), Text::tr("Check its permissions.")};
    case ErrorKind::NotAFile:
        return Reason{Text::tr("It is not a regular file."), Text::tr("Choose a file.")};
    case ErrorKind::Timeout:
    case ErrorKind::Stalled:
        return Reason{Text::tr("The server did not send it in time."),
                      Text::tr("Try again when the server is less busy.")};
    default:
        return {};
    }
}

/// Likewise for an archive.
std::optional<Reason> archiveReason(const base::Error &error)
{
    switch (error.kind) {
    case ErrorKind::InUse:
        return Reason{
            Text::tr("Another Tidemark has the archive."),
            Text::tr("Uploads work all the same. Close the other one and start this one again to have the "
                     "queue kept.")};
    case ErrorKind::NewerVersion:
        return Reason{Text::tr("A newer version of Tidemark wrote the archive; it is left as it is."),
                      Text::tr("Uploads work all the same. Update Tidemark to have the queue back.")};
    case ErrorKind::NotAFile:
        return Reason{Text::tr("What lies in the archive's place is no archive."),
                      Text::tr("Uploads work all the same. Move it away and start Tidemark again.")};
    case ErrorKind::NotFound:
        return Reason{Text::tr("A part of Tidemark is not installed."),
                      Text::tr("Uploads work all the same. Install it and start Tidemark again.")};
    case ErrorKind::WriteFailed:
        return Reason{
            Text::tr("The archive cannot be written."),
            Text::tr("Uploads work all the same. Free some disk space, or check the folder's permissions.")};
    default:
        return {};
    }
}

/// Likewise for alert rules.
std::optional<Reason> rulesReason(const base::Error &error, Task task)
{
    switch (error.kind) {
    case ErrorKind::FileMissing:
    case ErrorKind::FileUnreadable:
        return Reason{Text::tr("The file cannot be read."), Text::tr("Check its name and permissions.")};
    case ErrorKind::Malformed:
        return Reason{
            Text::tr("They do not mean what Tidemark understands."),
            task == Task::RulesRestore
                ? Text::tr("Set them up anew in the settings, or load them from a file there.")
                : Text::tr("Mend that place. A file that is saved here shows how rules are written.")};
    default:
        return {};
    }
}

/// Core's own message is short and technical; it names the certificate's fault, the path, the system's
/// reason.
QString withDetail(const QString &why, const base::Error &error)
{
    const QString said = report::serverWords(error.message, error.httpStatus);
    if (said.isEmpty() || error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::Interrupted)
        return why;
    return Text::tr("%1 (%2)", "a reason, and its technical detail").arg(why, said);
}

} // namespace

ErrorText errorText(const base::Error &error, Task task, const QString &subject)
{
    Reason reason = report::failureReason(error.kind, error.httpStatus);
    if (task == Task::Sample && error.kind == ErrorKind::NotFound)
        reason
            = {Text::tr("Its program, tidemark-specimens, is not where Tidemark looks for it."),
               Text::tr("Build or install Tidemark completely, or name the program in TIDEMARK_SPECIMENS.")};
    if (task == Task::SampleRunning)
        reason = {Text::tr("It had started well, then its process ended."),
                  Text::tr("Start it again; it will have another address.")};
    if (task == Task::Connect && error.kind == ErrorKind::BadUrl)
        reason = {Text::tr("The address cannot be used."),
                  error.detail.isEmpty() ? reason.advice : error.detail};
    if (task == Task::Profile)
        reason = profileReason(error).value_or(reason);
    if (task == Task::Archive)
        reason = archiveReason(error).value_or(reason);
    if (task == Task::RulesLoad || task == Task::RulesRestore)
        reason = rulesReason(error, task).value_or(reason);
    const QString what = task == Task::Upload && error.kind == ErrorKind::Interrupted
        ? Text::tr("It is not known whether “%1” was uploaded.").arg(subject)
        : headline(task, subject);
    return {what, withDetail(reason.why, error), reason.advice};
}

} // namespace ui
