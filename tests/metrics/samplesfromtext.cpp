// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/metrics/samplesfromtext.h"

#include <QRegularExpression>
#include <QStringList>

namespace kit {
namespace {

qint64 milliseconds(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^([0-9.]+)(ms|s|m|h|d)$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        qFatal("'%s' is no time", qPrintable(text));
    const QString unit = match.captured(2);
    const double factor = unit == QLatin1StringView("ms") ? 1
        : unit == QLatin1StringView("s")                  ? 1'000
        : unit == QLatin1StringView("m")                  ? 60'000
        : unit == QLatin1StringView("h")                  ? 3'600'000
                                                          : 86'400'000;
    return qRound64(match.captured(1).toDouble() * factor);
}

double number(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(-?[0-9.]+(?:e[+-]?[0-9]+)?)(KB|MB|GB)?$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        qFatal("'%s' is no value", qPrintable(text));
    const QString unit = match.captured(2);
    const double factor = unit == QLatin1StringView("KB") ? 1e3
        : unit == QLatin1StringView("MB")                 ? 1e6
        : unit == QLatin1StringView("GB")                 ? 1e9
                                                          : 1;
    return match.captured(1).toDouble() * factor;
}

QString shortest(double value)
{
    return QString::number(value, 'g', 12);
}

} // namespace

metrics::SeriesStore samplesFromText(const QString &text, metrics::Role role)
{
    metrics::SeriesStore store;
    qint64 timeMs = textEpochMs - 1'000;
    const QStringList samples = text.split(QLatin1Char('|'), Qt::SkipEmptyParts);
    for (const QString &sample : samples) {
        const QStringList words = sample.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (words.isEmpty() || words.size() > 2)
            qFatal("'%s' is no sample", qPrintable(sample));
        timeMs = words.size() == 2 ? textEpochMs + milliseconds(words.first()) : timeMs + 1'000;
        if (words.last() == QLatin1StringView("gap")) {
            store.appendGap(timeMs);
            continue;
        }
        metrics::Reading reading;
        reading.timeMs = timeMs;
        reading.set(role, number(words.last()));
        store.append(reading);
    }
    return store;
}

QString printed(const std::vector<metrics::Bucket> &points)
{
    QStringList texts;
    for (const metrics::Bucket &point : points) {
        QString text
            = shortest(static_cast<double>(point.timeMs - textEpochMs) / 1'000.0) + QStringLiteral("s ");
        if (point.isGap())
            text += QStringLiteral("gap");
        else if (point.count == 1)
            text += shortest(point.sum);
        else
            text += QStringLiteral("%1..%2 mean %3 x%4")
                        .arg(shortest(static_cast<double>(point.min)),
                             shortest(static_cast<double>(point.max)), shortest(point.mean()))
                        .arg(point.count);
        texts << text;
    }
    return texts.join(QStringLiteral(" | "));
}

QString printed(const metrics::Reading &reading)
{
    QStringList texts;
    for (const metrics::Role role : metrics::allRoles()) {
        if (reading.has(role))
            texts << metrics::toKey(role) + QLatin1Char(' ') + shortest(reading.value(role));
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace kit
