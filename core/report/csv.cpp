// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvtable.h"
#include "core/report/history.h"
#include "core/report/jsonupload.h"
#include "core/report/report.h"
#include "core/report/safetext.h"

#include <cmath>

namespace report {
namespace {

using metrics::Role;

double secondsOf(std::chrono::microseconds time)
{
    return time.count() > 0 ? static_cast<double>(time.count()) / 1e6 : std::nan("");
}

void writeHeader(CsvTable &table, const QStringList &titles)
{
    for (const QString &title : titles)
        table.text(title);
    table.endRow();
}

void writeUpload(CsvTable &table, const transfer::UploadRecord &record)
{
    const bool failed = record.error.kind != base::ErrorKind::None;
    table.text(record.path);
    record.bytes >= 0 ? table.whole(record.bytes) : table.empty();
    table.text(toKey(record.state));
    record.httpStatus ? table.whole(record.httpStatus) : table.empty();
    table.text(withoutSecrets(record.serverMessage));
    table.whole(record.attempts);
    table.text(failed ? base::toKey(record.error.kind) : QString());
    table.text(withoutSecrets(record.error.message));
    table.time(record.startedAtMs);
    table.time(record.finishedAtMs);
    table.number(record.bytesPerSecond > 0 ? record.bytesPerSecond : std::nan(""));
    for (const auto phase : {record.timings.dns, record.timings.connect, record.timings.tls,
                             record.timings.sent, record.timings.firstByte, record.timings.total})
        table.number(secondsOf(phase));
    table.endRow();
}

void writeUploads(CsvTable &table, const session::SessionSnapshot &snapshot)
{
    writeHeader(
        table,
        QStringLiteral("file,bytes,state,httpStatus,serverMessage,attempts,errorKind,errorMessage,startedAt,"
                       "finishedAt,bytesPerSecond,dnsSeconds,connectSeconds,tlsSeconds,sentSeconds,"
                       "firstByteSeconds,totalSeconds")
            .split(QLatin1Char(',')));
    for (const transfer::UploadRecord &record : snapshot.uploads)
        writeUpload(table, record);
}

/// With its unit; counts have none.
QString titleOf(Role role)
{
    switch (unitOf(role)) {
    case metrics::Unit::Bytes:
        return role == Role::DiskBytes ? toKey(role) : QString(toKey(role) + QStringLiteral("Bytes"));
    case metrics::Unit::Seconds:
        return QString(toKey(role) + QStringLiteral("Seconds"));
    case metrics::Unit::Count:
        break;
    }
    return toKey(role);
}

struct Source
{
    QString name;
    const metrics::SeriesStore *series;
};

bool isCoarse(const Frame &frame)
{
    return std::any_of(frame.roles.begin(), frame.roles.end(), [](const auto &b) { return b.count > 1; });
}

void writeValues(CsvTable &table, const Frame &frame, const std::vector<Role> &roles, bool hasPeaks)
{
    for (const Role role : roles) {
        const metrics::Bucket &bucket = frame.at(role);
        table.number(bucket.isGap() ? std::nan("") : bucket.mean());
        if (hasPeaks)
            table.number(bucket.isGap() ? std::nan("") : peakOf(bucket));
    }
    table.endRow();
}

/// One row a moment, one column a role. Where readings were summed up, the value is the mean and `…Max` the
/// largest. What was watched beside the server has rows of its own, behind the server's, told apart by a column more.
void writeReadings(CsvTable &table, const session::SessionSnapshot &snapshot)
{
    QList<Source> sources{{{}, &snapshot.series}};
    for (const session::WatchedBeside &beside : snapshot.beside)
        sources.append({withoutSecrets(beside.name), &beside.series});
    const bool hasNames = sources.size() > 1;
    std::vector<std::vector<Frame>> histories;
    bool hasPeaks = false;
    for (const Source &source : sources) {
        histories.push_back(frames(*source.series));
        hasPeaks = hasPeaks || std::ranges::any_of(histories.back(), isCoarse);
    }
    QStringList titles{QStringLiteral("time"), QStringLiteral("unixSeconds")};
    if (hasNames)
        titles << QStringLiteral("source");
    std::vector<Role> roles;
    for (const Role role : metrics::allRoles()) {
        if (std::ranges::none_of(sources, [role](const Source &source) { return source.series->has(role); }))
            continue;
        roles.push_back(role);
        titles << titleOf(role);
        if (hasPeaks)
            titles << QString(titleOf(role) + QStringLiteral("Max"));
    }
    writeHeader(table, titles);
    for (qsizetype i = 0; i < sources.size(); ++i) {
        for (const Frame &frame : histories[static_cast<size_t>(i)]) {
            table.time(frame.timeMs);
            table.number(static_cast<double>(frame.timeMs) / 1000);
            if (hasNames)
                table.text(sources[i].name);
            writeValues(table, frame, roles, hasPeaks);
        }
    }
}

} // namespace

QByteArray toCsv(const session::SessionSnapshot &snapshot)
{
    CsvTable table;
    writeUploads(table, snapshot);
    // An empty line, so that a spreadsheet shows two tables.
    table.endRow();
    writeReadings(table, snapshot);
    return table.content();
}

} // namespace report
