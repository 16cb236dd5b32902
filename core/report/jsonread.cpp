// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonalerts.h"
#include "core/report/jsondiscovery.h"
#include "core/report/jsonfields.h"
#include "core/report/jsonfile.h"
#include "core/report/jsonseries.h"
#include "core/report/jsonupload.h"
#include "core/report/report.h"
#include "core/transfer/uploadtotals.h"

#include <QCoreApplication>

#include <array>

namespace report {
namespace {

using base::Error;
using base::ErrorKind;
using session::Mark;
using session::MarkKind;
using session::SessionSnapshot;
using transfer::UploadRecord;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::JsonFields)
};

constexpr qint64 maxUploadsInBands = 100'000'000;

void checkSchema(JsonFields &document, const QString &command)
{
    const QString schema = document.text(QLatin1String("schema"));
    const qsizetype slash = schema.indexOf(QLatin1Char('/'));
    const QString name = schema.left(slash);
    const bool isKnown = name == QLatin1String("tidemark.upload") || name == QLatin1String("tidemark.watch")
        || name == QLatin1String("tidemark.session");
    if (!isKnown)
        document.fail(schema.isEmpty() ? Text::tr("there is no \"schema\"")
                                       : Text::tr("its schema is \"%1\"").arg(schema.left(60)));
    else if (schema.mid(slash + 1) != QLatin1String("1"))
        document.fail(Text::tr("its schema \"%1\" was made by another version").arg(schema.left(60)));
    else if (command.isEmpty())
        document.fail(Text::tr("there is no \"command\""));
}

void readUploads(JsonFields &document, SessionSnapshot &snapshot)
{
    document.each(QLatin1String("uploads"),
                  [&](const QJsonValue &value, const QString &where) -> std::optional<Error> {
                      base::Result<UploadRecord> record = uploadFromJson(value, where);
                      if (!record)
                          return record.error();
                      record->id.value = static_cast<quint64>(snapshot.uploads.size()) + 1;
                      snapshot.uploads.append(std::move(record).value());
                      return std::nullopt;
                  });
    snapshot.totals = totalsOf(snapshot.uploads);
}

std::optional<Error> readMark(const QJsonValue &value, const QString &where, session::Timeline &timeline)
{
    static constexpr std::array kinds{
        MarkKind::Note,        MarkKind::Connected,    MarkKind::Restarted,       MarkKind::Lost,
        MarkKind::Recovered,   MarkKind::Paused,       MarkKind::Offline,         MarkKind::Online,
        MarkKind::AlertRaised, MarkKind::AlertCleared, MarkKind::ExperimentBegan, MarkKind::ExperimentEnded};
    JsonFields fields(value, where);
    Mark mark;
    mark.timeMs = fields.time(QLatin1String("time"));
    mark.text = fields.text(QLatin1String("text"));
    mark.source = fields.text(QLatin1String("source"));
    const QString key = fields.text(QLatin1String("kind"));
    for (const MarkKind kind : kinds) {
        if (session::toKey(kind) == key)
            mark.kind = kind;
    }
    if (!fields.ok())
        return fields.error();
    timeline.addMark(mark);
    return std::nullopt;
}

std::optional<Error> readActivity(const QJsonValue &value, const QString &where, session::Timeline &timeline)
{
    const QJsonArray triple = value.toArray();
    const auto time = unixMsFromSeconds(triple.at(0));
    const qint64 inFlight = triple.at(2).toInteger(-1);
    const bool isRate = triple.at(1).isNull() || triple.at(1).toDouble(-1) >= 0;
    if (triple.size() < 3 || !time || !isRate || inFlight < 0 || inFlight > 1'000'000)
        return Error{ErrorKind::Malformed,
                     Text::tr("%1 is not [unixSeconds, bytesPerSecond, uploads]").arg(where),
                     0,
                     {}};
    timeline.addActivity({*time, triple.at(1).toDouble(), static_cast<int>(inFlight)});
    return std::nullopt;
}

/// Bands grow from the beginnings and ends of uploads, as they did when they were measured.
void readBands(JsonFields &document, session::Timeline &timeline)
{
    qint64 total = 0;
    document.each(QLatin1String("bands"),
                  [&](const QJsonValue &value, const QString &where) -> std::optional<Error> {
                      JsonFields fields(value, where);
                      const qint64 from = fields.time(QLatin1String("from"));
                      const qint64 to = fields.time(QLatin1String("to"));
                      const qint64 uploads = fields.whole(QLatin1String("uploads"), 1, maxUploadsInBands, 1);
                      total += uploads;
                      if (from == 0 || (to != 0 && to < from) || total > maxUploadsInBands)
                          fields.fail(Text::tr("%1 is not a span of time with uploads in it").arg(where));
                      if (!fields.ok())
                          return fields.error();
                      for (qint64 i = 0; i < uploads; ++i)
                          timeline.uploadBegan(from);
                      for (qint64 i = 0; to != 0 && i < uploads; ++i)
                          timeline.uploadEnded(to);
                      return std::nullopt;
                  });
}

void readTimeline(JsonFields &document, session::Timeline &timeline)
{
    readBands(document, timeline);
    document.each(QLatin1String("activity"), [&](const QJsonValue &value, const QString &where) {
        return readActivity(value, where, timeline);
    });
    document.each(QLatin1String("marks"), [&](const QJsonValue &value, const QString &where) {
        return readMark(value, where, timeline);
    });
}

void readScrapes(JsonFields &document, SessionSnapshot &snapshot)
{
    constexpr qint64 most = 1LL << 53;
    JsonFields scrapes(document.object(QLatin1String("scrapes")), QStringLiteral("scrapes"));
    snapshot.scrapesOk = scrapes.whole(QLatin1String("ok"), 0, most);
    snapshot.scrapesMissed = scrapes.whole(QLatin1String("missed"), 0, most);
    snapshot.lastMissReason = scrapes.text(QLatin1String("lastMissReason"));
    if (!scrapes.ok())
        document.fail(scrapes.error().message);
    const QJsonArray all = document.array(QLatin1String("series"));
    const auto readSeries = [&](const QString &of, metrics::SeriesStore &store) {
        const base::Result<metrics::SeriesStore> series = seriesFromJson(all, of);
        if (series)
            store = *series;
        else
            document.fail(series.error().message);
    };
    readSeries({}, snapshot.series);
    snapshot.beside = besideFromJson(document);
    for (session::WatchedBeside &beside : snapshot.beside)
        readSeries(beside.name, beside.series);
}

} // namespace

base::Result<session::SharedSnapshot> readJson(const QString &fileName)
{
    const base::Result<QJsonObject> json = readJsonFile(fileName);
    if (!json)
        return json.error();
    return snapshotFrom(*json, fileName);
}

base::Result<session::SharedSnapshot> snapshotFrom(const QJsonObject &json, const QString &name)
{
    const auto snapshot = std::make_shared<SessionSnapshot>();
    JsonFields document(json, QString());
    snapshot->command = document.text(QLatin1String("command"));
    checkSchema(document, snapshot->command);
    if (!document.ok())
        return noReport(name, document.error().message);
    snapshot->server = QUrl(document.text(QLatin1String("server")));
    snapshot->watched = QUrl(document.text(QLatin1String("watched")));
    snapshot->startedAtMs = document.time(QLatin1String("startedAt"));
    snapshot->finishedAtMs = document.time(QLatin1String("finishedAt"));
    JsonFields conditions(document.object(QLatin1String("conditions")), QStringLiteral("conditions"));
    snapshot->programVersion = conditions.text(QLatin1String("programVersion"));
    if (const QJsonObject whole = conditions.object(QLatin1String("partOf")); !whole.isEmpty()) {
        JsonFields span(whole, QStringLiteral("partOf"));
        snapshot->partOf = base::TimeRange::between(span.time(QLatin1String("startedAt")),
                                                    span.time(QLatin1String("finishedAt")));
        if (!span.ok())
            document.fail(span.error().message);
    }
    snapshot->discovery = discoveryFromJson(document);
    readUploads(document, *snapshot);
    readTimeline(document, snapshot->timeline);
    readScrapes(document, *snapshot);
    alertsFromJson(document, *snapshot);
    if (!conditions.ok())
        document.fail(conditions.error().message);
    if (!document.ok())
        return noReport(name, document.error().message);
    return session::SharedSnapshot(snapshot);
}

} // namespace report
