// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archiverows.h"

#include "core/base/secrets.h"
#include "core/transfer/nativepath.h"

#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

#include <array>

namespace session {
namespace {

using net::PhaseTimings;
using transfer::UploadRecord;
using transfer::UploadState;

constexpr std::array phases{&PhaseTimings::dns,  &PhaseTimings::connect,   &PhaseTimings::tls,
                            &PhaseTimings::sent, &PhaseTimings::firstByte, &PhaseTimings::total};
constexpr int columns
    = 29; // every field of a record has one: what is added there is added here and to the schema

// What is null would become NULL.
QString text(const QString &given)
{
    return given.isNull() ? QStringLiteral("") : given;
}

QByteArray bytes(const QByteArray &given)
{
    return given.isNull() ? QByteArray("") : given;
}

QString harmless(const QString &given)
{
    return text(base::withoutSecrets(given));
}

} // namespace

QString addressKept(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
}

QString uploadInsertion()
{
    return QStringLiteral("INSERT OR REPLACE INTO uploads VALUES (?")
        + QStringLiteral(", ?").repeated(columns - 1) + QStringLiteral(")");
}

void bindUpload(QSqlQuery &insertion, qint64 run, const UploadRecord &record)
{
    int column = 0;
    const auto add = [&](const QVariant &value) { insertion.bindValue(column++, value); };
    add(run);
    add(static_cast<qint64>(record.id.value));
    add(bytes(transfer::toNativePath(record.path)));
    add(text(record.name));
    add(record.key.toString(QUuid::WithoutBraces));
    add(record.bytes);
    add(record.bytesSent);
    add(record.bytesPerSecond);
    add(transfer::toKey(record.state));
    add(record.attempts);
    add(record.httpStatus);
    add(harmless(record.serverMessage));
    add(base::toKey(record.error.kind));
    add(harmless(record.error.message));
    add(record.error.httpStatus);
    add(harmless(record.error.detail));
    for (const auto phase : phases)
        add(static_cast<qint64>((record.timings.*phase).count()));
    add(bytes(record.sha256));
    add(text(record.resume.toText()));
    add(text(record.relativePath));
    add(text(record.server));
    add(record.queuedAtMs);
    add(record.startedAtMs);
    add(record.finishedAtMs);
    Q_ASSERT(column == columns);
}

QString uploadSelection()
{
    return QStringLiteral("SELECT * FROM uploads WHERE run = ? ORDER BY id");
}

UploadRecord uploadFrom(const QSqlQuery &selection)
{
    UploadRecord record;
    int column = 1; // behind the run
    const auto next = [&] { return selection.value(column++); };
    record.id.value = next().toULongLong();
    record.path = transfer::fromNativePath(next().toByteArray());
    record.name = next().toString();
    record.key = QUuid(next().toString());
    record.bytes = next().toLongLong();
    record.bytesSent = next().toLongLong();
    record.bytesPerSecond = next().toDouble();
    // A state of which only a newer version knows cannot be here: its schema would be newer, too.
    record.state = transfer::uploadStateFromKey(next().toString()).value_or(UploadState::Failed);
    record.attempts = next().toInt();
    record.httpStatus = next().toInt();
    record.serverMessage = next().toString();
    record.error.kind = base::errorKindFromKey(next().toString());
    record.error.message = next().toString();
    record.error.httpStatus = next().toInt();
    record.error.detail = next().toString();
    for (const auto phase : phases)
        record.timings.*phase = PhaseTimings::Microseconds(next().toLongLong());
    record.sha256 = next().toByteArray();
    record.resume = transfer::ResumePoint::fromText(next().toString());
    record.relativePath = next().toString();
    record.server = next().toString();
    record.queuedAtMs = next().toLongLong();
    record.startedAtMs = next().toLongLong();
    record.finishedAtMs = next().toLongLong();
    return record;
}

} // namespace session
