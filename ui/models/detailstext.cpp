// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/detailstext.h"

#include "core/base/format.h"
#include "core/base/localtime.h"
#include "core/report/failurewording.h"
#include "core/report/httpstatus.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::UploadDetails)
};

QString timeOfDay(qint64 unixMs)
{
    return QDateTime::fromMSecsSinceEpoch(unixMs).toString(QStringLiteral("HH:mm:ss"));
}

QString outcomeOf(const transfer::AttemptSummary &attempt)
{
    if (attempt.error.kind == base::ErrorKind::None || attempt.error.kind == base::ErrorKind::HttpStatus)
        return report::httpStatusText(attempt.httpStatus);
    return report::failureTitle(attempt.error.kind, 0);
}

/// More than outcomeOf() says.
QString reasonOf(const transfer::AttemptSummary &attempt)
{
    switch (attempt.error.kind) {
    case base::ErrorKind::Cancelled:
        return {};
    case base::ErrorKind::HttpStatus:
        return report::serverWords(attempt.error.detail, attempt.httpStatus);
    default:
        return attempt.error.message;
    }
}

QString decoded(const QByteArray &bytes)
{
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

} // namespace

QString factsText(const transfer::UploadRecord &record)
{
    QStringList lines{record.path};
    if (record.bytes >= 0) {
        const auto bytes = static_cast<double>(record.bytes);
        lines.append(record.bytes < 1024
                         ? base::formatBytes(bytes)
                         : Text::tr("%1 (%2 bytes)").arg(base::formatBytes(bytes), base::formatCount(bytes)));
    }
    if (record.startedAtMs > 0 && record.finishedAtMs > 0) {
        lines.append(
            Text::tr("%1 to %2").arg(base::localSecond(record.startedAtMs), timeOfDay(record.finishedAtMs)));
    } else if (record.startedAtMs > 0) {
        lines.append(Text::tr("Begun %1").arg(base::localSecond(record.startedAtMs)));
    }
    return lines.join(u'\n');
}

QString attemptsText(const transfer::UploadDetails &details, int made)
{
    QStringList lines;
    if (!details.attempts.isEmpty() && details.attempts.first().number > 1) {
        lines.append(Text::tr("The last %1 of %2:")
                         .arg(details.attempts.size())
                         .arg(std::max(made, details.attempts.last().number)));
    }
    for (const transfer::AttemptSummary &attempt : details.attempts) {
        const std::chrono::milliseconds took(std::max<qint64>(0, attempt.finishedAtMs - attempt.startedAtMs));
        lines.append(Text::tr("%1 · %2 · %3 · %4", "number, time of day, what came of it, how long it took")
                         .arg(QString::number(attempt.number), timeOfDay(attempt.startedAtMs),
                              outcomeOf(attempt), base::formatDuration(took)));
        if (const QString said = reasonOf(attempt); !said.isEmpty())
            lines.append(QStringLiteral("    ") + said);
    }
    return lines.join(u'\n');
}

QString requestText(const transfer::UploadDetails &details)
{
    if (details.requestLine.isEmpty())
        return {};
    return details.requestLine + u'\n' + headersText(details.requestHeaders);
}

QString headersText(const net::HeaderList &headers)
{
    QStringList lines;
    for (const auto &[name, value] : headers)
        lines.append(decoded(name) + QStringLiteral(": ") + decoded(value));
    return lines.join(u'\n');
}

} // namespace ui
