// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archiverows.h"

#include "core/base/secrets.h"
#include "core/session/database.h"
#include "core/transfer/nativepath.h"

#include <QCoreApplication>
#include <QUrl>

#include <array>

namespace session {
namespace {

using net::PhaseTimings;
using transfer::UploadRecord;
using transfer::UploadState;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::Archive)
};

constexpr std::array phases{&PhaseTimings::dns,  &PhaseTimings::connect,   &PhaseTimings::tls,
                            &PhaseTimings::sent, &PhaseTimings::firstByte, &PhaseTimings::total};
constexpr int columns
    = 31; // every field of a record has one: what is added there is added here and to the schema
/// All but run, id and key; the last ones in the table's order.
constexpr std::array changing{
    "path",        "name",         "bytes",         "bytesSent",    "bytesPerSecond", "state",
    "attempts",    "httpStatus",   "serverMessage", "errorKind",    "errorMessage",   "errorStatus",
    "errorDetail", "dnsUs",        "connectUs",     "tlsUs",        "sentUs",         "firstByteUs",
    "totalUs",     "sha256",       "resume",        "relativePath", "server",         "queuedAtMs",
    "startedAtMs", "finishedAtMs", "modifiedNs",    "inode"};
static_assert(changing.size() + 3 == columns);

/// What follows the key.
void bindFurther(Statement &statement, const UploadRecord &record)
{
    statement.add(record.bytes)
        .add(record.bytesSent)
        .add(record.bytesPerSecond)
        .add(transfer::toKey(record.state))
        .add(qint64{record.attempts})
        .add(qint64{record.httpStatus})
        .add(base::withoutSecrets(record.serverMessage))
        .add(base::toKey(record.error.kind))
        .add(base::withoutSecrets(record.error.message))
        .add(qint64{record.error.httpStatus})
        .add(base::withoutSecrets(record.error.detail));
    for (const auto phase : phases)
        statement.add(qint64{(record.timings.*phase).count()});
    statement.add(record.sha256)
        .add(record.resume.toText())
        .add(record.relativePath)
        .add(record.server)
        .add(record.queuedAtMs)
        .add(record.startedAtMs)
        .add(record.finishedAtMs)
        .add(record.modifiedNs)
        .add(static_cast<qint64>(record.inode));
}

} // namespace

QString addressKept(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
}

QByteArray uploadInsertion()
{
    return "INSERT OR REPLACE INTO uploads VALUES (?" + QByteArray(", ?").repeated(columns - 1) + ')';
}

QByteArray uploadChange()
{
    QByteArray assignments;
    for (const char *column : changing)
        assignments += (assignments.isEmpty() ? "" : ", ") + QByteArray(column) + " = ?";
    return "UPDATE uploads SET " + assignments + " WHERE run = ? AND id = ?";
}

void bindUpload(Statement &insertion, qint64 run, const UploadRecord &record)
{
    insertion.add(run)
        .add(static_cast<qint64>(record.id.value))
        .add(transfer::toNativePath(record.path))
        .add(record.name)
        .addText(record.key.toByteArray(QUuid::WithoutBraces));
    bindFurther(insertion, record);
}

void bindChange(Statement &change, qint64 run, const UploadRecord &record)
{
    change.add(transfer::toNativePath(record.path)).add(record.name);
    bindFurther(change, record);
    change.add(run).add(static_cast<qint64>(record.id.value));
}

QByteArray uploadSelection()
{
    return "SELECT * FROM uploads WHERE run = ? ORDER BY id";
}

UploadRecord uploadFrom(const Statement &selection)
{
    UploadRecord record;
    int column = 1; // behind the run
    const auto number = [&] { return selection.number(column++); };
    const auto text = [&] { return selection.text(column++); };
    const auto bytes = [&] { return selection.bytes(column++); };
    record.id.value = static_cast<quint64>(number());
    record.path = transfer::fromNativePath(bytes());
    record.name = text();
    record.key = QUuid(text());
    record.bytes = number();
    record.bytesSent = number();
    record.bytesPerSecond = selection.real(column++);
    // A state of which only a newer version knows cannot be here: its schema would be newer, too.
    record.state = transfer::uploadStateFromKey(text()).value_or(UploadState::Failed);
    record.attempts = static_cast<int>(number());
    record.httpStatus = static_cast<int>(number());
    record.serverMessage = text();
    record.error.kind = base::errorKindFromKey(text());
    record.error.message = text();
    if (record.isInterrupted()) // what ArchiveFile::settle() wrote is in nobody's language
        record.error.message = Text::tr("the program ended before the server had answered");
    record.error.httpStatus = static_cast<int>(number());
    record.error.detail = text();
    for (const auto phase : phases)
        record.timings.*phase = PhaseTimings::Microseconds(number());
    record.sha256 = bytes();
    record.resume = transfer::ResumePoint::fromText(text());
    record.relativePath = text();
    record.server = text();
    record.queuedAtMs = number();
    record.startedAtMs = number();
    record.finishedAtMs = number();
    record.modifiedNs = number();
    record.inode = static_cast<quint64>(number());
    return record;
}

} // namespace session
