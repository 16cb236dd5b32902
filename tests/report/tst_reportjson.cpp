// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonfields.h"
#include "core/report/report.h"
#include "core/report/summary.h"
#include "tests/report/samplesnapshot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using base::ErrorKind;
using metrics::Role;
using session::SessionSnapshot;

class TestReportJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uploadHasTheContractsKeys();
    void watchHasTheContractsKeys();
    void schemaNamesTheCommand_data();
    void schemaNamesTheCommand();
    void unknownIsNull();
    void failureCarriesTheServersWords();
    void seriesAreUnixSeconds();
    void unwatchedUploadTellsNothingOfTheServer();
    void totalsAreOfAcceptedFiles();
    void roundTrip_data();
    void roundTrip();
    void everyFieldSurvives();
    void longSessionSurvives();
    void oneUploadOneLine();
    void unfitDocuments_data();
    void unfitDocuments();
    void unknownKeysAreIgnored();
    void unreadableFiles_data();
    void unreadableFiles();
    void cutOffAnywhereIsAnError();

private:
    [[nodiscard]] QString write(const QByteArray &content)
    {
        const QString name = m_folder.filePath(QStringLiteral("%1.json").arg(++m_files));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return name;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

namespace {

QJsonObject objectOf(const SessionSnapshot &snapshot)
{
    return QJsonDocument::fromJson(report::toJson(snapshot)).object();
}

QStringList sorted(QStringList keys)
{
    keys.sort();
    return keys;
}

QStringList words(const char *text)
{
    return sorted(QString::fromLatin1(text).split(QLatin1Char(' ')));
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// `object` with the member that the path ("uploads.0.bytes") leads to replaced.
QJsonValue replaced(const QJsonValue &value, QStringList path, const QJsonValue &by)
{
    if (path.isEmpty())
        return by;
    const QString key = path.takeFirst();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        array[key.toInt()] = replaced(array[key.toInt()], path, by);
        return array;
    }
    QJsonObject object = value.toObject();
    object[key] = replaced(object[key], path, by);
    return object;
}

} // namespace

void TestReportJson::uploadHasTheContractsKeys()
{
    const QJsonObject document = objectOf(sample::upload());
    QCOMPARE(document.keys(),
             words("schema command server startedAt finishedAt totals uploads "
                   "conditions bands activity watched sources misses canForceGc canFetchProfiles scrapes "
                   "series growth marks"));
    QCOMPARE(document[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.upload/1"));
    QCOMPARE(document[QStringLiteral("command")].toString(), QStringLiteral("upload"));
    QCOMPARE(document[QStringLiteral("server")].toString(),
             QStringLiteral("http://127.0.0.1:8080/upload/read-all"));
    QCOMPARE(document[QStringLiteral("startedAt")].toString(), QStringLiteral("2026-11-23T10:41:00.000Z"));
    QCOMPARE(document[QStringLiteral("finishedAt")].toString(), QStringLiteral("2026-11-23T10:45:00.000Z"));
    QCOMPARE(document[QStringLiteral("totals")].toObject().keys(),
             words("files ok failed bytes seconds bytesPerSecond cancelled unfinished bytesSent"));
    const QJsonArray uploads = document[QStringLiteral("uploads")].toArray();
    QCOMPARE(uploads.size(), 24);
    for (const QJsonValue upload : uploads) {
        QCOMPARE(upload.toObject().keys(),
                 words("file bytes state httpStatus serverMessage attempts error timings "
                       "name bytesSent bytesPerSecond sha256 startedAt finishedAt"));
        QCOMPARE(upload[QStringLiteral("timings")].toObject().keys(),
                 words("dns connect tls sent firstByte total"));
    }
    QCOMPARE(uploads[3][QStringLiteral("error")].toObject().keys(), words("kind message httpStatus detail"));
}

void TestReportJson::watchHasTheContractsKeys()
{
    const QJsonObject document = objectOf(sample::watch());
    QCOMPARE(document.keys(),
             words("schema command server startedAt finishedAt sources series "
                   "conditions watched misses canForceGc canFetchProfiles scrapes growth marks"));
    QCOMPARE(document[QStringLiteral("sources")][0].toObject().keys(),
             words("url format runtime runtimeVersion"));
    for (const QJsonValue series : document[QStringLiteral("series")].toArray())
        QCOMPARE(series.toObject().keys(), words("name role unit points"));
    QCOMPARE(document[QStringLiteral("conditions")].toObject().keys(),
             words("program programVersion runtime runtimeVersion scrapeSeconds"));
}

void TestReportJson::schemaNamesTheCommand_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("schema");
    QTest::newRow("upload") << QStringLiteral("upload") << QStringLiteral("tidemark.upload/1");
    QTest::newRow("watch") << QStringLiteral("watch") << QStringLiteral("tidemark.watch/1");
    QTest::newRow("session") << QStringLiteral("session") << QStringLiteral("tidemark.session/1");
    QTest::newRow("another") << QStringLiteral("demo") << QStringLiteral("tidemark.session/1");
}

void TestReportJson::schemaNamesTheCommand()
{
    QFETCH(QString, command);
    QFETCH(QString, schema);
    SessionSnapshot snapshot;
    snapshot.command = command;
    const QJsonObject document = objectOf(snapshot);
    QCOMPARE(document[QStringLiteral("schema")].toString(), schema);
    QCOMPARE(document[QStringLiteral("command")].toString(), command);
}

void TestReportJson::unknownIsNull()
{
    SessionSnapshot snapshot;
    snapshot.command = QStringLiteral("upload");
    transfer::UploadRecord record;
    record.path = QStringLiteral("/data/gone.bin");
    record.name = QStringLiteral("gone.bin");
    record.state = transfer::UploadState::Failed;
    record.error = {ErrorKind::FileMissing, QStringLiteral("no such file"), 0, {}};
    snapshot.uploads << record;
    const QJsonObject document = objectOf(snapshot);
    for (const char *key : {"server", "startedAt", "finishedAt"})
        QVERIFY2(document[QLatin1String(key)].isNull(), key);
    for (const char *key : {"seconds", "bytesPerSecond"})
        QVERIFY2(document[QStringLiteral("totals")].toObject()[QLatin1String(key)].isNull(), key);
    const QJsonObject upload = document[QStringLiteral("uploads")][0].toObject();
    for (const char *key :
         {"bytes", "httpStatus", "serverMessage", "bytesPerSecond", "startedAt", "finishedAt"})
        QVERIFY2(upload[QLatin1String(key)].isNull(), key);
    for (const QJsonValue phase : upload[QStringLiteral("timings")].toObject())
        QVERIFY(phase.isNull());
    QCOMPARE(upload[QStringLiteral("attempts")].toInt(-1), 0);
    QCOMPARE(upload[QStringLiteral("error")][QStringLiteral("kind")].toString(),
             QStringLiteral("file-missing"));
    QVERIFY(upload[QStringLiteral("error")][QStringLiteral("httpStatus")].isNull());
}

void TestReportJson::failureCarriesTheServersWords()
{
    const QJsonValue upload = objectOf(sample::upload())[QStringLiteral("uploads")][3];
    QCOMPARE(upload[QStringLiteral("state")].toString(), QStringLiteral("failed"));
    QCOMPARE(upload[QStringLiteral("httpStatus")].toInt(), 413);
    QCOMPARE(upload[QStringLiteral("serverMessage")].toString(),
             QStringLiteral("Request body too large: limit 4 GiB"));
    QCOMPARE(upload[QStringLiteral("error")][QStringLiteral("kind")].toString(),
             QStringLiteral("http-status"));
    QCOMPARE(upload[QStringLiteral("timings")][QStringLiteral("total")].toDouble(), 0.04);
    // A server that answers without a word said "", not nothing.
    SessionSnapshot snapshot = sample::upload();
    snapshot.uploads[0].serverMessage.clear();
    QCOMPARE(objectOf(snapshot)[QStringLiteral("uploads")][0][QStringLiteral("serverMessage")],
             QJsonValue(QString()));
}

void TestReportJson::seriesAreUnixSeconds()
{
    SessionSnapshot snapshot;
    snapshot.command = QStringLiteral("watch");
    metrics::Reading reading;
    reading.timeMs = 1'795'430'460'250;
    reading.set(Role::HeapLive, 123'456'789);
    snapshot.series.append(reading);
    snapshot.series.appendGap(1'795'430'461'250);
    const QJsonObject document = objectOf(snapshot);
    const QJsonValue series = document[QStringLiteral("series")][0];
    QCOMPARE(document[QStringLiteral("series")].toArray().size(), 1);
    QCOMPARE(series[QStringLiteral("role")].toString(), QStringLiteral("heap"));
    QCOMPARE(series[QStringLiteral("unit")].toString(), QStringLiteral("bytes"));
    QCOMPARE(
        bytesOf(series.toObject()),
        QByteArray(
            R"({"name":"Heap live","points":[[1795430460.25,123456789],[1795430461.25,null]],"role":"heap","unit":"bytes"})"));
}

void TestReportJson::unwatchedUploadTellsNothingOfTheServer()
{
    const QJsonObject document = objectOf(sample::many(3));
    for (const char *key : {"sources", "series", "marks", "watched", "growth"})
        QVERIFY2(!document.contains(QLatin1String(key)), key);
}

void TestReportJson::totalsAreOfAcceptedFiles()
{
    const QJsonObject totals = objectOf(sample::upload())[QStringLiteral("totals")].toObject();
    QCOMPARE(totals[QStringLiteral("files")].toInt(), 24);
    QCOMPARE(totals[QStringLiteral("ok")].toInt(), 21);
    QCOMPARE(totals[QStringLiteral("failed")].toInt(), 3);
    QCOMPARE(totals[QStringLiteral("bytes")].toInteger(), 210 * 1024 * 1024);
    const double seconds = totals[QStringLiteral("seconds")].toDouble();
    QVERIFY(seconds > 0);
    QCOMPARE(totals[QStringLiteral("bytesPerSecond")].toDouble(), 210 * 1024 * 1024 / seconds);
}

void TestReportJson::roundTrip_data()
{
    QTest::addColumn<SessionSnapshot>("snapshot");
    QTest::newRow("upload") << sample::upload();
    QTest::newRow("watch") << sample::watch();
    QTest::newRow("many") << sample::many(500);
    SessionSnapshot session = sample::upload();
    session.command = QStringLiteral("session");
    session.uploads[5].state = transfer::UploadState::Waiting;
    session.uploads[6].state = transfer::UploadState::Sending;
    session.uploads[7].state = transfer::UploadState::Answering;
    session.uploads[8].state = transfer::UploadState::Cancelled;
    session.uploads[8].error = {ErrorKind::Cancelled, QStringLiteral("cancelled"), 0, {}};
    session.timeline.uploadBegan(sample::startMs + 239'000);
    session.timeline.addMark({sample::startMs + 150'000, session::MarkKind::Restarted, {}});
    session.timeline.addMark(
        {sample::startMs + 151'000, session::MarkKind::ExperimentBegan, QStringLiteral("Sweep begins")});
    session.timeline.addMark(
        {sample::startMs + 159'000, session::MarkKind::ExperimentEnded, QStringLiteral("Takes 8 at once")});
    QTest::newRow("window, some still running") << session;
}

/// What is read back makes the same documents.
void TestReportJson::roundTrip()
{
    QFETCH(SessionSnapshot, snapshot);
    const QByteArray json = report::toJson(snapshot);
    const auto back = report::readJson(write(json));
    QVERIFY2(back.ok(), back.ok() ? "" : qPrintable(back.error().message));
    const SessionSnapshot &again = **back;
    QCOMPARE(report::toJson(again), json);
    QCOMPARE(report::toHtml(again), report::toHtml(snapshot));
    QCOMPARE(report::toCsv(again), report::toCsv(snapshot));
    QCOMPARE(report::summaryText(again), report::summaryText(snapshot));
    QCOMPARE(again.uploads, snapshot.uploads);
    QCOMPARE(again.totals.files, snapshot.totals.files);
    QCOMPARE(again.timeline.bands(), snapshot.timeline.bands());
    QCOMPARE(again.timeline.marks(), snapshot.timeline.marks());
}

void TestReportJson::everyFieldSurvives()
{
    SessionSnapshot snapshot = sample::many(1);
    transfer::UploadRecord &record = snapshot.uploads[0];
    record.path = QStringLiteral("/data/\"quoted\"\n日本語 \U0001F30A.bin");
    record.name = QStringLiteral("日本語 \U0001F30A.bin");
    record.bytes = std::numeric_limits<qint64>::max();
    record.bytesSent = 9'007'199'254'740'993; // 2^53 + 1: no double holds it
    record.bytesPerSecond = 1234.5678901234567;
    record.attempts = 7;
    record.sha256 = QByteArray(32, '\xa5');
    record.httpStatus = 503;
    record.serverMessage = QStringLiteral("later\r\n<b>");
    record.error
        = {ErrorKind::Stalled, QStringLiteral("no byte for 2 min"), 503, QStringLiteral("try again")};
    record.timings = {std::chrono::microseconds(1), std::chrono::microseconds(2),
                      std::chrono::microseconds(3), std::chrono::microseconds(1'000'001),
                      std::chrono::microseconds(0), std::chrono::microseconds(3'600'000'007)};
    const auto back = report::readJson(write(report::toJson(snapshot)));
    QVERIFY(back.ok());
    QCOMPARE((*back)->uploads[0], record);
}

/// Buckets come back as readings of the same least, greatest and mean.
void TestReportJson::longSessionSurvives()
{
    const SessionSnapshot snapshot = sample::longSession(3);
    const auto back = report::readJson(write(report::toJson(snapshot)));
    QVERIFY(back.ok());
    const report::Summary before = report::summarize(snapshot);
    const report::Summary after = report::summarize(**back);
    QCOMPARE(after.roles.size(), before.roles.size());
    for (qsizetype i = 0; i < before.roles.size(); ++i) {
        QCOMPARE(after.roles[i].role, before.roles[i].role);
        QCOMPARE(after.roles[i].after, before.roles[i].after);
        QCOMPARE(after.roles[i].peak, before.roles[i].peak);
        QVERIFY(std::abs(after.roles[i].before - before.roles[i].before) < 16);
    }
    const QJsonValue first = objectOf(snapshot)[QStringLiteral("series")][0];
    const QJsonValue second = objectOf(**back)[QStringLiteral("series")][0];
    const QJsonArray ranges = first[QStringLiteral("ranges")].toArray();
    QVERIFY(ranges.size() > 100);
    QCOMPARE(second[QStringLiteral("points")].toArray().size(),
             first[QStringLiteral("points")].toArray().size());
    QCOMPARE(second[QStringLiteral("ranges")].toArray(), ranges);
}

void TestReportJson::oneUploadOneLine()
{
    const QByteArrayList lines = report::toJson(sample::many(3)).split('\n');
    QCOMPARE(std::count_if(lines.begin(), lines.end(),
                           [](const QByteArray &l) { return l.contains("\"state\""); }),
             3);
    QVERIFY(lines[1].startsWith("  \"schema\""));
}

void TestReportJson::unfitDocuments_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("complaint");
    const auto row = [](const char *name, const char *path, const QJsonValue &value, const char *complaint) {
        QTest::newRow(name) << QString::fromLatin1(path) << value << QString::fromLatin1(complaint);
    };
    row("no schema", "schema", QJsonValue::Null, "there is no \"schema\"");
    row("another program's", "schema", QStringLiteral("pprof/1"), "its schema is \"pprof/1\"");
    row("a newer version's", "schema", QStringLiteral("tidemark.upload/2"), "was made by another version");
    row("a check", "schema", QStringLiteral("tidemark.check/1"), "its schema is");
    row("no command", "command", QJsonValue::Null, "there is no \"command\"");
    row("time in words", "startedAt", QStringLiteral("yesterday"), "startedAt is not a time of RFC 3339");
    row("time as number", "startedAt", 12, "startedAt is not a time");
    row("time before 1970", "startedAt", QStringLiteral("1969-12-31T23:59:59.000Z"),
        "startedAt is not a time of RFC 3339");
    row("uploads as object", "uploads", QJsonObject(), "uploads is not an array");
    row("upload as text", "uploads.2", QStringLiteral("x"), "uploads[2] is not an object");
    row("size as text", "uploads.0.bytes", QStringLiteral("10 MiB"), "uploads[0].bytes is not a number");
    row("negative size", "uploads.0.bytes", -1, "uploads[0].bytes is not a whole number from 0");
    row("half a byte", "uploads.0.bytes", 0.5, "uploads[0].bytes is not a whole number");
    row("size beyond 63 bits", "uploads.0.bytes", 1e19, "uploads[0].bytes is not a whole number");
    row("status beyond three digits", "uploads.0.httpStatus", 70'000,
        "uploads[0].httpStatus is not a whole number from 0 to 999");
    row("unknown state", "uploads.0.state", QStringLiteral("lost"),
        "uploads[0].state is not a state: \"lost\"");
    row("error as text", "uploads.3.error", QStringLiteral("413"), "uploads[3].error is not an object");
    row("negative duration", "uploads.0.timings.total", -1, "uploads[0].timings.total is not a duration");
    row("endless duration", "uploads.0.timings.total", 1e300, "uploads[0].timings.total is not a duration");
    row("series as text", "series", QStringLiteral("x"), "series is not an array");
    row("point as number", "series.0.points.0", 1, "series[0].points[0] is not [unixSeconds, value]");
    row("point without value", "series.0.points.0", QJsonArray{1},
        "series[0].points[0] is not [unixSeconds, value]");
    row("point at no time", "series.0.points.0", QJsonArray{-5, 1},
        "series[0].points[0] is not [unixSeconds, value]");
    row("point in a far future", "series.0.points.0", QJsonArray{1e300, 1},
        "series[0].points[0] is not [unixSeconds, value]");
    row("value as text", "series.0.points.0", QJsonArray{1, QStringLiteral("x")},
        "series[0].points[0]: the value is neither");
    row("range of no point", "series.0.ranges", QJsonArray{QJsonArray{1, 2, 3, 4}},
        "series[0].ranges[0] belongs to no point");
    row("range upside down", "series.0.ranges", QJsonArray{QJsonArray{1, 3, 2, 4}},
        "series[0].ranges[0] is not [unixSeconds, min, max, readings]");
    row("range of a million readings", "series.0.ranges", QJsonArray{QJsonArray{1, 2, 3, 1e6}},
        "series[0].ranges[0] is not");
    row("mark as number", "marks.0", 3, "marks[0] is not an object");
    row("band that ends before it begins", "bands.0.to", QStringLiteral("2020-01-01T00:00:00.000Z"),
        "bands[0] is not a span of time");
    row("band of too many uploads", "bands.0.uploads", 1e15, "bands[0].uploads is not a whole number");
    row("activity backwards", "activity.0", QJsonArray{1, -2, 3},
        "activity[0] is not [unixSeconds, bytesPerSecond, uploads]");
    row("scrapes as array", "scrapes", QJsonArray(), "scrapes is not an object");
    row("sources with a number", "sources.0.url", 4, "sources[0].url is not a text");
    row("flag as text", "canForceGc", QStringLiteral("yes"), "canForceGc is not true or false");
    row("conditions as text", "conditions", QStringLiteral("good"), "conditions is not an object");
}

void TestReportJson::unfitDocuments()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, complaint);
    const QJsonObject good = objectOf(sample::upload());
    const QJsonValue bad = replaced(good, path.split(QLatin1Char('.')), value);
    const auto result = report::readJson(write(bytesOf(bad.toObject())));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, ErrorKind::Malformed);
    QVERIFY2(result.error().message.contains(complaint), qPrintable(result.error().message));
    QVERIFY(result.error().message.contains(QLatin1String("is not a report of Tidemark: ")));
}

void TestReportJson::unknownKeysAreIgnored()
{
    QJsonObject document = objectOf(sample::upload());
    document[QStringLiteral("verdict")] = QStringLiteral("stable");
    QJsonArray series = document[QStringLiteral("series")].toArray();
    series.append(QJsonObject{{QStringLiteral("role"), QStringLiteral("swap")},
                              {QStringLiteral("points"), QStringLiteral("?")}});
    document[QStringLiteral("series")] = series;
    QJsonArray sources = document[QStringLiteral("sources")].toArray();
    sources.prepend(QJsonObject{{QStringLiteral("url"), QStringLiteral("http://h/")},
                                {QStringLiteral("format"), QStringLiteral("statsd")}});
    document[QStringLiteral("sources")] = sources;
    const auto result = report::readJson(write(bytesOf(document)));
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().message));
    QCOMPARE(report::toJson(**result), report::toJson(sample::upload()));
}

void TestReportJson::unreadableFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorKind>("kind");
    const QString folder = m_folder.path();
    QTest::newRow("missing") << QString(folder + QStringLiteral("/none.json")) << ErrorKind::FileMissing;
    QTest::newRow("folder") << folder << ErrorKind::FileUnreadable;
    QTest::newRow("device") << QStringLiteral("/dev/zero") << ErrorKind::FileUnreadable;
    QTest::newRow("empty") << write({}) << ErrorKind::Malformed;
    QTest::newRow("binary") << write(QByteArray(1000, '\0')) << ErrorKind::Malformed;
    QTest::newRow("array") << write("[1]") << ErrorKind::Malformed;
    QTest::newRow("another JSON") << write("{\"a\":1}") << ErrorKind::Malformed;
    QTest::newRow("bottomless") << write(QByteArray(100'000, '[')) << ErrorKind::Malformed;
    QTest::newRow("our HTML") << write(report::toHtml(sample::watch())) << ErrorKind::Malformed;
}

void TestReportJson::unreadableFiles()
{
    QFETCH(QString, name);
    QFETCH(ErrorKind, kind);
    const auto result = report::readJson(name);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, kind);
    QVERIFY(result.error().message.startsWith(name));
}

void TestReportJson::cutOffAnywhereIsAnError()
{
    const QByteArray whole = report::toJson(sample::many(5)).trimmed();
    for (qsizetype length = 0; length < whole.size(); length += 97) {
        const auto result = report::readJson(write(whole.left(length)));
        QVERIFY2(!result.ok() && result.error().kind == ErrorKind::Malformed,
                 qPrintable(QString::number(length)));
    }
    QVERIFY(report::readJson(write(whole)).ok());
}

QTEST_GUILESS_MAIN(TestReportJson)
#include "tst_reportjson.moc"
