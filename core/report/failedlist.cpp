// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/failedlist.h"

#include "core/report/csvtable.h"
#include "core/report/safetext.h"
#include "core/transfer/nativepath.h"

namespace report {
namespace {

using transfer::UploadRecord;

template <typename Take>
void forEachFailed(const session::SessionSnapshot &snapshot, const FailureFilter &only, Take take)
{
    for (const UploadRecord &record : snapshot.uploads) {
        if (record.state == transfer::UploadState::Failed
            && (!only || *only == transfer::failureReason(record)))
            take(record);
    }
}

} // namespace

QByteArray failedAsCsv(const session::SessionSnapshot &snapshot, const FailureFilter &only)
{
    CsvTable table;
    for (const char *title : {"file", "errorKind", "httpStatus", "server", "serverMessage", "errorMessage",
                              "attempts", "finishedAt"})
        table.text(QString::fromLatin1(title));
    table.endRow();
    forEachFailed(snapshot, only, [&table](const UploadRecord &record) {
        table.text(record.path);
        table.text(base::toKey(record.error.kind));
        record.httpStatus ? table.whole(record.httpStatus) : table.empty();
        table.text(record.server);
        table.text(withoutSecrets(record.serverMessage));
        table.text(withoutSecrets(record.error.message));
        table.whole(record.attempts);
        table.time(record.finishedAtMs);
        table.endRow();
    });
    return table.content();
}

QByteArray failedAsPaths(const session::SessionSnapshot &snapshot, const FailureFilter &only)
{
    QByteArray lines;
    forEachFailed(snapshot, only, [&lines](const UploadRecord &record) {
        lines += transfer::toNativePath(record.path) + '\n';
    });
    return lines;
}

} // namespace report
