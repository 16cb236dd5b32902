// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonupload.h"

#include "core/report/jsonfields.h"
#include "core/report/safetext.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <limits>

namespace report {
namespace {

using net::PhaseTimings;
using transfer::UploadRecord;
using transfer::UploadState;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::JsonFields)
};

constexpr qint64 anyAmount = std::numeric_limits<qint64>::max();

struct Phase
{
    const char *key;
    PhaseTimings::Microseconds PhaseTimings::*member;
};

constexpr std::array phases{
    Phase{"dns", &PhaseTimings::dns},
    Phase{"connect", &PhaseTimings::connect},
    Phase{"tls", &PhaseTimings::tls},
    Phase{"sent", &PhaseTimings::sent},
    Phase{"firstByte", &PhaseTimings::firstByte},
    Phase{"total", &PhaseTimings::total},
};

QJsonObject timingsToJson(const PhaseTimings &timings)
{
    QJsonObject object;
    for (const Phase &phase : phases) {
        const qint64 us = (timings.*phase.member).count();
        object.insert(QLatin1String(phase.key),
                      us > 0 ? QJsonValue(static_cast<double>(us) / 1e6) : QJsonValue());
    }
    return object;
}

PhaseTimings timingsFromJson(JsonFields &fields)
{
    PhaseTimings timings;
    JsonFields inner(fields.object(QLatin1String("timings")), fields.nameOf(QLatin1String("timings")));
    for (const Phase &phase : phases) {
        const double seconds = inner.number(QLatin1String(phase.key));
        if (std::isnan(seconds))
            continue;
        if (seconds < 0 || seconds > 1e9)
            inner.fail(Text::tr("%1 is not a duration").arg(inner.nameOf(QLatin1String(phase.key))));
        else
            timings.*phase.member = PhaseTimings::Microseconds(std::llround(seconds * 1e6));
    }
    if (!inner.ok())
        fields.fail(inner.error().message);
    return timings;
}

} // namespace

QJsonValue errorToJson(const base::Error &error)
{
    if (error.kind == base::ErrorKind::None)
        return QJsonValue(QJsonValue::Null);
    return QJsonObject{
        {QStringLiteral("kind"), base::toKey(error.kind)},
        {QStringLiteral("message"), withoutSecrets(error.message)},
        {QStringLiteral("httpStatus"), error.httpStatus ? QJsonValue(error.httpStatus) : QJsonValue()},
        {QStringLiteral("detail"), textToJson(withoutSecrets(error.detail))},
    };
}

base::Error errorFromJson(JsonFields &fields, QLatin1StringView key)
{
    base::Error error;
    const QJsonObject object = fields.object(key);
    if (object.isEmpty())
        return error;
    JsonFields inner(object, fields.nameOf(key));
    error.kind = base::errorKindFromKey(inner.text(QLatin1String("kind")));
    error.message = inner.text(QLatin1String("message"));
    error.httpStatus = static_cast<int>(inner.whole(QLatin1String("httpStatus"), 0, 999));
    error.detail = inner.text(QLatin1String("detail"));
    if (!inner.ok())
        fields.fail(inner.error().message);
    return error;
}

QJsonObject uploadToJson(const UploadRecord &record)
{
    return QJsonObject{
        {QStringLiteral("file"), record.path},
        {QStringLiteral("name"), record.name},
        {QStringLiteral("bytes"), record.bytes >= 0 ? QJsonValue(record.bytes) : QJsonValue()},
        {QStringLiteral("bytesSent"), record.bytesSent},
        {QStringLiteral("bytesPerSecond"),
         record.bytesPerSecond > 0 ? numberToJson(record.bytesPerSecond) : QJsonValue()},
        {QStringLiteral("state"), toKey(record.state)},
        {QStringLiteral("httpStatus"), record.httpStatus ? QJsonValue(record.httpStatus) : QJsonValue()},
        // A server that answered without a word said ""; one that did not answer said nothing.
        {QStringLiteral("serverMessage"),
         record.httpStatus || !record.serverMessage.isEmpty()
             ? QJsonValue(withoutSecrets(record.serverMessage))
             : QJsonValue()},
        {QStringLiteral("attempts"), record.attempts},
        {QStringLiteral("error"), errorToJson(record.error)},
        {QStringLiteral("sha256"),
         record.sha256.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(record.sha256.toHex()))},
        {QStringLiteral("timings"), timingsToJson(record.timings)},
        {QStringLiteral("startedAt"), timeToJson(record.startedAtMs)},
        {QStringLiteral("finishedAt"), timeToJson(record.finishedAtMs)},
    };
}

base::Result<UploadRecord> uploadFromJson(const QJsonValue &value, const QString &where)
{
    UploadRecord record;
    JsonFields fields(value, where);
    record.path = fields.text(QLatin1String("file"));
    record.name = fields.text(QLatin1String("name"));
    record.bytes = fields.whole(QLatin1String("bytes"), 0, anyAmount, -1);
    record.bytesSent = fields.whole(QLatin1String("bytesSent"), 0, anyAmount);
    const double rate = fields.number(QLatin1String("bytesPerSecond"));
    record.bytesPerSecond = rate > 0 ? rate : 0;
    record.httpStatus = static_cast<int>(fields.whole(QLatin1String("httpStatus"), 0, 999));
    record.serverMessage = fields.text(QLatin1String("serverMessage"));
    record.attempts = static_cast<int>(fields.whole(QLatin1String("attempts"), 0, 1'000'000));
    record.error = errorFromJson(fields, QLatin1String("error"));
    record.sha256 = QByteArray::fromHex(fields.text(QLatin1String("sha256")).toLatin1());
    record.timings = timingsFromJson(fields);
    record.startedAtMs = fields.time(QLatin1String("startedAt"));
    record.finishedAtMs = fields.time(QLatin1String("finishedAt"));
    const QString key = fields.text(QLatin1String("state"));
    const auto state = transfer::uploadStateFromKey(key);
    if (!state)
        fields.fail(
            Text::tr("%1 is not a state: \"%2\"").arg(fields.nameOf(QLatin1String("state")), key.left(40)));
    if (!fields.ok())
        return fields.error();
    record.state = *state;
    if (record.name.isEmpty())
        record.name = record.path.mid(record.path.lastIndexOf(QLatin1Char('/')) + 1);
    return record;
}

} // namespace report
