// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/uploadrows.h"

#include "core/base/format.h"
#include "core/report/failurewording.h"
#include "core/report/httpstatus.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace report {
namespace {

using transfer::UploadRecord;
using transfer::UploadState;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::UploadReport)
};

using Records = std::vector<const UploadRecord *>;

constexpr qsizetype maxWords = 240;

int urgency(UploadState state)
{
    switch (state) {
    case UploadState::Failed:
        return 0;
    case UploadState::Cancelled:
        return 1;
    case UploadState::Waiting:
    case UploadState::Sending:
    case UploadState::Answering:
    case UploadState::Paused:
        return 2;
    case UploadState::Done:
        return 3;
    }
    return 3;
}

QString result(const UploadRecord &record)
{
    switch (record.state) {
    case UploadState::Done:
        return record.httpStatus ? httpStatusText(record.httpStatus) : Text::tr("Done");
    case UploadState::Failed:
        return failureTitle(record.error.kind,
                            record.httpStatus ? record.httpStatus : record.error.httpStatus);
    case UploadState::Cancelled:
        return Text::tr("Cancelled");
    case UploadState::Waiting:
        return Text::tr("Waiting");
    case UploadState::Sending:
        return Text::tr("Sending");
    case UploadState::Answering:
        return Text::tr("Sent, no answer yet");
    case UploadState::Paused:
        return Text::tr("Paused");
    }
    return {};
}

/// The server's words; of a failure also what went wrong here.
QString words(const UploadRecord &record)
{
    const bool failed = record.state == UploadState::Failed;
    const QString text = failed ? failureWords(record.error, record.serverMessage)
                                : serverWords(record.serverMessage, record.httpStatus);
    return printable(withoutSecrets(text.trimmed()), maxWords);
}

/// What is left of a path tells files of one name apart.
QString commonFolder(const Records &records)
{
    QString common = records.front()->path.left(records.front()->path.lastIndexOf(QLatin1Char('/')) + 1);
    for (const UploadRecord *record : records) {
        while (!record->path.startsWith(common))
            common = common.left(common.lastIndexOf(QLatin1Char('/'), -2) + 1);
    }
    return common;
}

} // namespace

UploadRows::UploadRows(const session::SessionSnapshot &snapshot)
{
    m_records.reserve(static_cast<size_t>(snapshot.uploads.size()));
    for (const UploadRecord &record : snapshot.uploads)
        m_records.push_back(&record);
    std::ranges::stable_sort(m_records, {},
                             [](const UploadRecord *record) { return urgency(record->state); });
    if (!m_records.empty())
        m_folder = commonFolder(m_records);
    m_hasRetries
        = std::ranges::any_of(m_records, [](const UploadRecord *record) { return record->attempts > 1; });
}

UploadRow UploadRows::at(qsizetype index) const
{
    const UploadRecord &record = *m_records[static_cast<size_t>(index)];
    const qsizetype slash = record.path.lastIndexOf(u'/') + 1;
    const auto took = record.timings.total;
    const bool isRateKnown = record.bytesPerSecond > 0 && record.state == UploadState::Done;
    return {.state = record.state,
            .folder = printable(record.path.mid(m_folder.size(), slash - m_folder.size()), 80),
            .name = printable(record.name, 200),
            .size = record.bytes < 0 ? dash() : base::formatBytes(static_cast<double>(record.bytes)),
            .result = result(record),
            .words = words(record),
            .attempts = record.attempts ? base::formatCount(record.attempts) : dash(),
            .took = took.count() > 0 ? base::formatDuration(took) : dash(),
            .rate = isRateKnown ? base::formatRate(record.bytesPerSecond) : dash()};
}

} // namespace report
