// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/uploadtext.h"

#include "core/base/format.h"
#include "core/report/failurewording.h"
#include "core/report/httpstatus.h"
#include "core/transfer/uploadprogress.h"
#include "ui/models/uploadmodel.h"

#include <QCoreApplication>

namespace ui {

using transfer::UploadRecord;
using transfer::UploadState;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::UploadText)
};

QString dash()
{
    return QStringLiteral("—");
}

QString progressText(const UploadRecord &record)
{
    switch (record.state) {
    case UploadState::Waiting:
        return record.retryAtMs > 0 ? Text::tr("tried again soon") : Text::tr("queued");
    case UploadState::Sending:
        return Text::tr("%1 %").arg(percentSent(record));
    case UploadState::Answering:
        return Text::tr("sent");
    case UploadState::Done:
        return record.finishedAtMs > record.startedAtMs
            ? Text::tr("done in %1")
                  .arg(base::formatDuration(
                      std::chrono::milliseconds(record.finishedAtMs - record.startedAtMs)))
            : Text::tr("done");
    case UploadState::Failed:
        if (record.isInterrupted())
            return record.bytesSent > 0 ? Text::tr("interrupted at %1 %").arg(percentSent(record))
                                        : Text::tr("interrupted");
        return record.bytesSent > 0 ? Text::tr("failed at %1 %").arg(percentSent(record))
                                    : Text::tr("failed");
    case UploadState::Cancelled:
        return record.bytesSent > 0 ? Text::tr("cancelled at %1 %").arg(percentSent(record))
                                    : Text::tr("cancelled");
    case UploadState::Paused:
        return Text::tr("paused");
    }
    return {};
}

QString speedText(const UploadRecord &record)
{
    const bool isKnown = record.bytesPerSecond > 0
        && (record.state == UploadState::Sending || record.state == UploadState::Done);
    return isKnown ? base::formatRate(record.bytesPerSecond) : dash();
}

QString leftText(const UploadRecord &record)
{
    const auto left = secondsLeft(record);
    return left ? base::formatCountdown(*left) : QString();
}

} // namespace

QString columnTitle(UploadColumn column)
{
    switch (column) {
    case UploadColumn::Name:
        return Text::tr("Name");
    case UploadColumn::Size:
        return Text::tr("Size");
    case UploadColumn::Progress:
        return Text::tr("Progress");
    case UploadColumn::Speed:
        return Text::tr("Speed");
    case UploadColumn::Left:
        return Text::tr("Left");
    case UploadColumn::Answer:
        return Text::tr("Server’s answer");
    }
    return {};
}

AnswerText answerText(const UploadRecord &record)
{
    switch (record.state) {
    case UploadState::Waiting:
        if (record.error.kind != base::ErrorKind::None)
            return {record.httpStatus ? report::httpStatusText(record.httpStatus)
                                      : report::failureTitle(record.error.kind, 0),
                    Text::tr("another attempt follows"), AnswerMood::Plain};
        return {{}, Text::tr("queued"), AnswerMood::Dim};
    case UploadState::Sending:
        return {{}, Text::tr("sending"), AnswerMood::Dim};
    case UploadState::Answering:
        return {{}, Text::tr("waiting for the server’s answer"), AnswerMood::Plain};
    case UploadState::Done:
        return {report::httpStatusText(record.httpStatus),
                report::serverWords(record.serverMessage, record.httpStatus), AnswerMood::Good};
    case UploadState::Failed:
        if (record.isInterrupted())
            return {report::failureTitle(record.error.kind, 0), Text::tr("the server may have it, or not"),
                    AnswerMood::Plain};
        // A 2xx that is a failure all the same (the file changed) must not be shown as an answer to be glad
        // of.
        if (record.httpStatus != 0 && record.error.kind == base::ErrorKind::HttpStatus)
            return {report::httpStatusText(record.httpStatus),
                    report::serverWords(record.serverMessage, record.httpStatus), AnswerMood::Bad};
        return {report::failureTitle(record.error.kind, 0),
                report::serverWords(record.serverMessage, record.httpStatus), AnswerMood::Bad};
    case UploadState::Cancelled:
        return {Text::tr("Cancelled"), {}, AnswerMood::Dim};
    case UploadState::Paused:
        return {{},
                record.attempts > 0 ? Text::tr("resumed, it is sent again from its beginning")
                                    : Text::tr("waits to be resumed"),
                AnswerMood::Dim};
    }
    return {};
}

QString uploadText(const UploadRecord &record, UploadColumn column)
{
    switch (column) {
    case UploadColumn::Name:
        return record.name;
    case UploadColumn::Size:
        return record.bytes < 0 ? dash() : base::formatBytes(static_cast<double>(record.bytes));
    case UploadColumn::Progress:
        return progressText(record);
    case UploadColumn::Speed:
        return speedText(record);
    case UploadColumn::Left:
        return leftText(record);
    case UploadColumn::Answer: {
        const AnswerText answer = answerText(record);
        if (answer.verdict.isEmpty() || answer.words.isEmpty())
            return answer.verdict + answer.words;
        return answer.verdict + QStringLiteral(" · ") + answer.words;
    }
    }
    return {};
}

QString uploadToolTip(const UploadRecord &record, UploadColumn column)
{
    switch (column) {
    case UploadColumn::Name:
        return record.path;
    case UploadColumn::Size:
        return record.bytes < 1024
            ? QString()
            : Text::tr("%1 bytes").arg(base::formatCount(static_cast<double>(record.bytes)));
    case UploadColumn::Answer:
        return uploadText(record, column);
    case UploadColumn::Progress:
        return record.attempts > 1 ? Text::tr("%n attempts", nullptr, record.attempts) : QString();
    case UploadColumn::Speed:
    case UploadColumn::Left:
        return {};
    }
    return {};
}

QString uploadSpokenText(const UploadRecord &record, UploadColumn column)
{
    switch (column) {
    case UploadColumn::Size:
        return record.bytes < 0 ? Text::tr("size unknown") : uploadText(record, column);
    case UploadColumn::Progress:
        return record.state == UploadState::Sending ? Text::tr("%1 percent sent").arg(percentSent(record))
                                                    : progressText(record);
    case UploadColumn::Speed:
        return speedText(record) == dash() ? Text::tr("no speed") : speedText(record);
    case UploadColumn::Left: {
        const auto left = secondsLeft(record);
        return left ? Text::tr("%1 left").arg(base::formatCountdown(*left))
                    : Text::tr("no time left to tell");
    }
    case UploadColumn::Name:
    case UploadColumn::Answer:
        break;
    }
    return uploadText(record, column);
}

} // namespace ui
