// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pprof/gopprof.h"

#include <QProcess>
#include <QRegularExpression>

namespace support {

/// "1573488B", "0", "12".
static std::optional<qint64> number(QString text)
{
    if (text.endsWith(QLatin1Char('B')))
        text.chop(1);
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<std::vector<TopRow>> goTop(const QStringList &options, const QString &file)
{
    const QStringList always{QStringLiteral("tool"),
                             QStringLiteral("pprof"),
                             QStringLiteral("-top"),
                             QStringLiteral("-symbolize=none"),
                             QStringLiteral("-nodefraction=0"),
                             QStringLiteral("-nodecount=100000")};
    QProcess pprof;
    pprof.start(QStringLiteral(GO_EXECUTABLE), always + options + QStringList{file});
    if (!pprof.waitForFinished(120'000) || pprof.exitCode() != 0) {
        qWarning("go tool pprof failed: %s", pprof.readAllStandardError().constData());
        return std::nullopt;
    }
    const QStringList lines
        = QString::fromUtf8(pprof.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    static const QRegularExpression head(QStringLiteral("^ +flat +flat% +sum% +cum +cum%$"));
    static const QRegularExpression row(
        QStringLiteral("^ *(\\S+) +\\S+%? +\\S+%? +(\\S+) +\\S+%?  (.*?)(?: \\((?:partial-)?inline\\))?$"));
    std::optional<std::vector<TopRow>> rows;
    for (const QString &line : lines) {
        if (!rows) {
            if (head.match(line).hasMatch())
                rows.emplace();
            continue;
        }
        const auto match = row.match(line);
        const auto flat = number(match.captured(1));
        const auto cum = number(match.captured(2));
        if (!match.hasMatch() || !flat || !cum) {
            qWarning("go tool pprof wrote '%s'", qPrintable(line));
            return std::nullopt;
        }
        rows->push_back({match.captured(3), *flat, *cum});
    }
    return rows;
}

} // namespace support
