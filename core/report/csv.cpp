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

QStringList uploadColumns()
{
    return QStringLiteral(
               "file,bytes,state,httpStatus,serverMessage,attempts,errorKind,errorMessage,startedAt,"
               "finishedAt,bytesPerSecond,dnsSeconds,connectSeconds,tlsSeconds,sentSeconds,"
               "firstByteSeconds,totalSeconds")
        .split(QLatin1Char(','));
}

void writeUpload(CsvTable &table, const transfer::UploadRecord &record, qsizetype otherColumns)
{
    const bool failed = record.error.kind != base::ErrorKind::None;
    table.text(QStringLiteral("upload"));
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
    table.empty(otherColumns);
    table.endRow();
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
class Readings
{
public:
    explicit Readings(const session::SessionSnapshot &snapshot)
        : m_sources{{{}, &snapshot.series}}
    {
        for (const session::WatchedBeside &beside : snapshot.beside)
            m_sources.append({withoutSecrets(beside.name), &beside.series});
        for (const Source &source : m_sources) {
            m_histories.push_back(frames(*source.series));
            m_hasPeaks = m_hasPeaks || std::ranges::any_of(m_histories.back(), isCoarse);
        }
        for (const Role role : metrics::allRoles()) {
            if (std::ranges::any_of(m_sources,
                                    [role](const Source &source) { return source.series->has(role); }))
                m_roles.push_back(role);
        }
    }

    [[nodiscard]] QStringList columns() const
    {
        QStringList titles{QStringLiteral("time"), QStringLiteral("unixSeconds")};
        if (hasNames())
            titles << QStringLiteral("source");
        for (const Role role : m_roles) {
            titles << titleOf(role);
            if (m_hasPeaks)
                titles << QString(titleOf(role) + QStringLiteral("Max"));
        }
        return titles;
    }

    void write(CsvTable &table, qsizetype columnsBefore) const
    {
        for (qsizetype i = 0; i < m_sources.size(); ++i) {
            for (const Frame &frame : m_histories[static_cast<size_t>(i)]) {
                table.text(QStringLiteral("reading"));
                table.empty(columnsBefore);
                table.time(frame.timeMs);
                table.number(static_cast<double>(frame.timeMs) / 1000);
                if (hasNames())
                    table.text(m_sources[i].name);
                writeValues(table, frame, m_roles, m_hasPeaks);
            }
        }
    }

private:
    [[nodiscard]] bool hasNames() const { return m_sources.size() > 1; }

    QList<Source> m_sources;
    std::vector<std::vector<Frame>> m_histories; ///< One a source.
    std::vector<Role> m_roles;
    bool m_hasPeaks = false;
};

} // namespace

QByteArray toCsv(const session::SessionSnapshot &snapshot)
{
    const Readings readings(snapshot);
    const QStringList columns = readings.columns();
    CsvTable table;
    for (const QString &title : QStringList{QStringLiteral("table")} + uploadColumns() + columns)
        table.text(title);
    table.endRow();
    for (const transfer::UploadRecord &record : snapshot.uploads)
        writeUpload(table, record, columns.size());
    readings.write(table, uploadColumns().size());
    return table.content();
}

} // namespace report
