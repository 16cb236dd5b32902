// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonseries.h"

#include "core/report/history.h"
#include "core/report/jsonfields.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <cmath>
#include <map>

namespace report {
namespace {

using metrics::Bucket;
using metrics::Reading;
using metrics::Role;
using metrics::SeriesStore;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::JsonFields)
};

constexpr quint32 maxReadingsPerPoint = 10'000;
constexpr qint64 maxReadings = 20'000'000; // 14 days at ten a second, and more than any store can tell

/// What is known of a role at one moment; count 0 is a gap.
struct Point
{
    double value = unknown;
    double min = unknown;
    double max = unknown;
    quint32 count = 0;
};

using Points = std::map<qint64, std::array<Point, metrics::roleCount>>;

double seconds(qint64 unixMs)
{
    return static_cast<double>(unixMs) / 1000;
}

std::optional<Role> roleFromKey(const QString &key)
{
    for (const Role role : metrics::allRoles()) {
        if (toKey(role) == key)
            return role;
    }
    return std::nullopt;
}

std::optional<base::Error> malformed(const QString &message)
{
    return base::Error{base::ErrorKind::Malformed, message, 0, {}};
}

std::optional<base::Error> readPoint(const QJsonValue &value, const QString &where, Role role, Points &points)
{
    const QJsonArray pair = value.toArray();
    const auto time = unixMsFromSeconds(pair.at(0));
    if (!value.isArray() || pair.size() < 2 || !time)
        return malformed(Text::tr("%1 is not [unixSeconds, value]").arg(where));
    if (!pair.at(1).isNull() && !(pair.at(1).isDouble() && std::isfinite(pair.at(1).toDouble())))
        return malformed(Text::tr("%1: the value is neither a number nor null").arg(where));
    Point &point = points[*time][static_cast<size_t>(role)];
    if (pair.at(1).isDouble()) {
        point.value = point.min = point.max = pair.at(1).toDouble();
        point.count = 1;
    }
    return std::nullopt;
}

std::optional<base::Error> readRange(const QJsonValue &value, const QString &where, Role role, Points &points)
{
    const QJsonArray range = value.toArray();
    const auto time = unixMsFromSeconds(range.at(0));
    const qint64 count = range.at(3).toInteger(0);
    if (range.size() < 4 || !time || !range.at(1).isDouble() || !range.at(2).isDouble() || count < 1
        || count > maxReadingsPerPoint || range.at(1).toDouble() > range.at(2).toDouble())
        return malformed(Text::tr("%1 is not [unixSeconds, min, max, readings]").arg(where));
    const auto found = points.find(*time);
    if (found == points.end() || found->second[static_cast<size_t>(role)].count == 0)
        return malformed(Text::tr("%1 belongs to no point").arg(where));
    Point &point = found->second[static_cast<size_t>(role)];
    point.min = range.at(1).toDouble();
    point.max = range.at(2).toDouble();
    point.count = static_cast<quint32>(count);
    return std::nullopt;
}

/// The readings that a point stands for: its least, its greatest, and as many between as keep the mean.
double readingOf(const Point &point, quint32 index)
{
    if (index >= point.count)
        return unknown;
    if (point.count == 1)
        return point.value;
    if (index < 2)
        return index == 0 ? point.min : point.max;
    const double rest = (point.value * point.count - point.min - point.max) / (point.count - 2);
    return std::clamp(rest, point.min, point.max);
}

base::Result<SeriesStore> storeOf(const Points &points)
{
    SeriesStore store;
    qint64 readings = 0;
    for (auto at = points.begin(); at != points.end(); ++at) {
        const auto &[time, roles] = *at;
        quint32 count = 0;
        for (const Point &point : roles)
            count = std::max(count, point.count);
        if (count == 0)
            store.appendGap(time);
        readings += count;
        if (readings > maxReadings)
            return *malformed(Text::tr("series stand for more readings than can be kept"));
        const auto next = std::next(at);
        const qint64 width = next == points.end() ? 1000 * qint64(count) : next->first - time;
        for (quint32 i = 0; i < count; ++i) {
            Reading reading;
            reading.timeMs = time + width * i / count;
            for (const Role role : metrics::allRoles())
                reading.set(role, readingOf(roles[static_cast<size_t>(role)], i));
            store.append(reading);
        }
    }
    return store;
}

} // namespace

QJsonObject withSource(const QString &source, QJsonObject object)
{
    if (!source.isEmpty())
        object.insert(QStringLiteral("source"), withoutSecrets(source));
    return object;
}

QJsonObject seriesToJson(const SeriesStore &store, Role role, const QString &source)
{
    QJsonArray points;
    QJsonArray ranges;
    for (const Bucket &bucket : history(store, role)) {
        const double time = seconds(bucket.timeMs);
        points.append(QJsonArray{time, bucket.isGap() ? QJsonValue() : numberToJson(bucket.mean())});
        if (bucket.count > 1)
            ranges.append(QJsonArray{time, double(bucket.min), double(bucket.max), qint64(bucket.count)});
    }
    // A run of missed scrapes is one gap, at its beginning; a second one says how long it lasted.
    if (!points.isEmpty() && points.last()[1].isNull()
        && points.last()[0].toDouble() < seconds(store.lastMs()))
        points.append(QJsonArray{seconds(store.lastMs()), QJsonValue()});
    QJsonObject object{
        {QStringLiteral("name"), roleName(role)},
        {QStringLiteral("role"), toKey(role)},
        {QStringLiteral("unit"), toKey(unitOf(role))},
        {QStringLiteral("points"), points},
    };
    if (!ranges.isEmpty())
        object.insert(QStringLiteral("ranges"), ranges);
    return withSource(source, object);
}

base::Result<SeriesStore> seriesFromJson(const QJsonArray &series, const QString &of)
{
    Points points;
    for (qsizetype i = 0; i < series.size(); ++i) {
        JsonFields fields(series[i], QStringLiteral("series[%1]").arg(i));
        const auto role = roleFromKey(fields.text(QLatin1String("role")));
        const QString source = fields.text(QLatin1String("source"));
        if (fields.ok() && (!role || source != of))
            continue;
        if (role) {
            fields.each(QLatin1String("points"), [&](const QJsonValue &value, const QString &where) {
                return readPoint(value, where, *role, points);
            });
            fields.each(QLatin1String("ranges"), [&](const QJsonValue &value, const QString &where) {
                return readRange(value, where, *role, points);
            });
        }
        if (!fields.ok())
            return fields.error();
    }
    return storeOf(points);
}

} // namespace report
