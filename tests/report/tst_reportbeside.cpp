// SPDX-License-Identifier: GPL-3.0-or-later
// What was watched beside the server, in every format: told apart, and nobody's readings are another's.
#include "core/report/chartdata.h"
#include "core/report/report.h"
#include "core/report/summary.h"
#include "core/report/wording.h"
#include "tests/report/readback.h"
#include "tests/report/samplesnapshot.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using metrics::Role;
using session::SessionSnapshot;
using session::WatchedBeside;

namespace {

constexpr double MiB = 1024.0 * 1024.0;
const QString process = QStringLiteral("process 4711");
const QString folder = QStringLiteral("folder /srv/tmp");
const QString other = QStringLiteral("http://127.0.0.1:9/");

/// Four minutes of readings, a second apart and beside those of the server, by which every value rises by one in all.
WatchedBeside risen(WatchedBeside::Kind kind, const QString &name, const QList<std::pair<Role, double>> &from)
{
    WatchedBeside beside;
    beside.kind = kind;
    beside.name = name;
    for (qint64 at = 0; at <= 240'000; at += 1000) {
        metrics::Reading reading;
        reading.timeMs = sample::startMs + at + 130;
        for (const auto &[role, value] : from)
            reading.set(role,
                        value + (at >= 230'000 ? 1 : 0) * (unitOf(role) == metrics::Unit::Bytes ? MiB : 1));
        beside.series.append(reading);
        ++beside.readings;
    }
    return beside;
}

SessionSnapshot watchedBeside()
{
    SessionSnapshot snapshot = sample::upload();
    WatchedBeside server = risen(WatchedBeside::Kind::Server, other, {{Role::HeapLive, 50 * MiB}});
    server.discovery.sources = {{QUrl(other + QStringLiteral("metrics")), metrics::Format::PrometheusText,
                                 metrics::Runtime::Jvm, QStringLiteral("17")}};
    server.discovery.misses = {{QUrl(other + QStringLiteral("debug/vars")),
                                {base::ErrorKind::HttpStatus, QStringLiteral("404 Not Found"), 404, {}}}};
    WatchedBeside local = risen(WatchedBeside::Kind::Process, process,
                                {{Role::AnonymousRss, 30 * MiB},
                                 {Role::Threads, 5},
                                 {Role::Descriptors, 20},
                                 {Role::Sockets, 12},
                                 {Role::DeletedFiles, 0}});
    local.series.appendGap(sample::startMs + 241'000);
    local.missed = 1;
    local.lastMissReason = QStringLiteral("process 4711 has ended");
    snapshot.timeline.addMark(
        {sample::startMs + 241'000, session::MarkKind::Lost, local.lastMissReason, process});
    snapshot.beside
        = {server, local,
           risen(WatchedBeside::Kind::Folder, folder, {{Role::DiskFiles, 3}, {Role::DiskBytes, 7 * MiB}})};
    return snapshot;
}

/// The same without a server that tells anything.
SessionSnapshot unwatchedServer()
{
    SessionSnapshot snapshot = watchedBeside();
    snapshot.beside.removeFirst();
    snapshot.series.clear();
    snapshot.discovery = {};
    snapshot.scrapesOk = snapshot.scrapesMissed = 0;
    return snapshot;
}

QJsonObject objectOf(const SessionSnapshot &snapshot)
{
    return QJsonDocument::fromJson(report::toJson(snapshot)).object();
}

} // namespace

class TestReportBeside final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonTellsSourcesApart()
    {
        const QJsonObject run = objectOf(watchedBeside());
        QStringList sources;
        for (const QJsonValue source : run[QStringLiteral("sources")].toArray())
            sources << QStringLiteral("%1 %2").arg(source[QStringLiteral("name")].toString(),
                                                   source[QStringLiteral("format")].toString());
        QCOMPARE(sources.mid(sources.size() - 3),
                 (QStringList{other + QStringLiteral(" prometheus"), process + QStringLiteral(" process"),
                              folder + QStringLiteral(" folder")}));
        QStringList series;
        for (const QJsonValue one : run[QStringLiteral("series")].toArray()) {
            if (one.toObject().contains(QStringLiteral("source")))
                series << QStringLiteral("%1: %2 in %3")
                              .arg(one[QStringLiteral("source")].toString(),
                                   one[QStringLiteral("role")].toString(),
                                   one[QStringLiteral("unit")].toString());
        }
        QCOMPARE(series.join(u'\n'),
                 QStringLiteral("http://127.0.0.1:9/: heap in bytes\n"
                                "process 4711: anonymousRss in bytes\nprocess 4711: threads in count\n"
                                "process 4711: descriptors in count\nprocess 4711: sockets in count\n"
                                "process 4711: deletedFiles in count\nfolder /srv/tmp: disk in count\n"
                                "folder /srv/tmp: diskBytes in bytes"));
        const QJsonValue first = run[QStringLiteral("series")][0];
        QVERIFY(!first.toObject().contains(QStringLiteral("source"))
                && first[QStringLiteral("role")] == QStringLiteral("heap"));
    }

    void jsonIsReadBack_data()
    {
        QTest::addColumn<SessionSnapshot>("snapshot");
        QTest::newRow("all") << watchedBeside();
        QTest::newRow("no server's metrics") << unwatchedServer();
        SessionSnapshot watch = unwatchedServer();
        watch.command = QStringLiteral("watch");
        watch.uploads.clear();
        watch.server.clear();
        watch.watched.clear();
        watch.timeline = {};
        QTest::newRow("no server at all") << watch;
    }

    void jsonIsReadBack()
    {
        QFETCH(const SessionSnapshot, snapshot);
        QFile file(m_folder.filePath(QStringLiteral("run.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(report::toJson(snapshot));
        file.close();
        const auto kept = report::readJson(file.fileName());
        QVERIFY2(kept.ok(), kept.ok() ? "" : qPrintable(kept.error().message));
        QCOMPARE((*kept)->beside.size(), snapshot.beside.size());
        for (const report::Format format : {report::Format::Json, report::Format::Csv, report::Format::Html})
            QCOMPARE(report::render(**kept, format), report::render(snapshot, format));
    }

    void csvNamesTheSource()
    {
        const QList<QByteArray> rows = report::toCsv(watchedBeside()).replace("\r\n", "\n").split('\n');
        const QList<QByteArray> titles = rows[0].split(',');
        const qsizetype source = titles.indexOf("source");
        QVERIFY2(source > 0 && titles[source - 1] == "unixSeconds", rows[0].constData());
        QMap<QByteArray, int> counts;
        for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
            const QList<QByteArray> cells = row->split(',');
            if (cells[0] != "reading")
                continue;
            QCOMPARE(cells.size(), titles.size());
            ++counts[cells[source]];
            const bool isProcess = cells[source] == process.toLatin1();
            QVERIFY(isProcess || cells[titles.indexOf("anonymousRssBytes")].isEmpty());
        }
        QCOMPARE(counts.value(process.toLatin1()), 242); // and the row that begins the gap
        QCOMPARE(counts.value(folder.toLatin1()), 241);
        QCOMPARE(counts.value(other.toLatin1()), 241);
        QVERIFY(counts.value(QByteArray()) > 200);
        QVERIFY2(!report::toCsv(sample::upload()).contains(",source,"), "one server alone needs no name");
    }

    void growthIsOfEachSource()
    {
        SessionSnapshot snapshot = watchedBeside();
        report::Summary summary = report::summarize(snapshot);
        QCOMPARE(summary.beside.size(), 3);
        const report::SourceSummary &local = summary.beside[1];
        QCOMPARE(local.name, process);
        QCOMPARE(local.growth, report::Growth::Known);
        const double uploads = static_cast<double>(local.uploadsBetween);
        QVERIFY(uploads > 0);
        QCOMPARE(local.find(Role::AnonymousRss)->perUpload, MiB / uploads);
        QCOMPARE(local.find(Role::DeletedFiles)->after, 1.0);

        snapshot.timeline.addMark(
            {sample::startMs + 100'000, session::MarkKind::Restarted, QStringLiteral("another"), other});
        summary = report::summarize(snapshot);
        QCOMPARE(summary.beside[0].growth, report::Growth::Restarted);
        QCOMPARE(summary.beside[1].growth, report::Growth::Known);
        QCOMPARE(summary.growth, report::Growth::Known);
    }

    void textHasATableForEach()
    {
        const QString text = report::summaryText(watchedBeside());
        for (const char *part :
             {"\n  Server, Go 1.19.8 ", "\n  http://127.0.0.1:9/, JVM 17 ", "\n  Process 4711 ",
              "\n  Folder /srv/tmp ", "\n  Deleted files kept open ", "\n  Bytes on disk ",
              "\n1 reading of process 4711 was missed, the last because: process 4711 has ended"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("The server’s heap went from ")));
    }

    void withoutMetricsTheProcessSpeaks()
    {
        const SessionSnapshot snapshot = unwatchedServer();
        const report::Summary summary = report::summarize(snapshot);
        QVERIFY(report::memorySentence(summary).startsWith(
            QStringLiteral("The anonymous memory of process 4711 went from 30.0 MiB to 31.0 MiB: ")));
        QVERIFY(!report::growthNote(summary).contains(QStringLiteral("was not watched")));
        const QByteArray html = report::toHtml(snapshot);
        QVERIFY(html.contains("Process 4711: Memory"));
    }

    void htmlDrawsAPanelForEach()
    {
        const SessionSnapshot snapshot = watchedBeside();
        const auto tree = readback::treeOf(snapshot);
        QVERIFY(tree);
        QStringList panels;
        for (const HtmlNode *title :
             tree->first(QStringLiteral("svg")).all(QStringLiteral("text"), QStringLiteral("title")))
            panels << title->text;
        const QStringList expected{QStringLiteral("Memory"),
                                   QStringLiteral("Goroutines and threads"),
                                   QStringLiteral("Open descriptors"),
                                   QStringLiteral("http://127.0.0.1:9/: Memory"),
                                   QStringLiteral("Process 4711: Memory"),
                                   QStringLiteral("Process 4711: Threads"),
                                   QStringLiteral("Process 4711: Open descriptors"),
                                   QStringLiteral("Process 4711: Descriptors by kind"),
                                   QStringLiteral("Folder /srv/tmp: Files on disk"),
                                   QStringLiteral("Folder /srv/tmp: Bytes on disk"),
                                   QStringLiteral("Upload rate")};
        QCOMPARE(panels, expected);
        QVERIFY(!readback::pathOf(*tree, QStringLiteral("anonymousRss")).isEmpty());
        QStringList headings;
        for (const HtmlNode *heading : tree->all(QStringLiteral("h2")))
            headings << heading->text;
        const QString said = headings.join(u'|');
        for (const char *part :
             {"|Process 4711", "|Folder /srv/tmp", "What was found on connecting: http://127.0.0.1:9/"})
            QVERIFY2(said.contains(QLatin1StringView(part)), qPrintable(said));
    }

    void pointingAtAMomentReadsAll()
    {
        const report::ChartData data = report::chartData(watchedBeside());
        QCOMPARE(data.besideRows, 3);
        const report::ChartColumn &column = data.columns[data.columns.size() / 2];
        QCOMPARE(column.beside.size(), 3);
        QCOMPARE(column.beside[1],
                 QStringLiteral("Process 4711: anonymous 30.0 MiB · threads 5 · files 20 · "
                                "sockets 12 · deleted files 0"));
        QVERIFY(!column.readings.join(u' ').contains(QStringLiteral("anonymous")));
        QVERIFY(!report::chartData(unwatchedServer()).columns.isEmpty());
    }

    void watchWithoutAServerSaysWhatItWatched()
    {
        SessionSnapshot watch = unwatchedServer();
        watch.command = QStringLiteral("watch");
        watch.uploads.clear();
        watch.watched.clear();
        QVERIFY2(report::summaryText(watch).startsWith(QStringLiteral("Watched process 4711 for ")),
                 qPrintable(report::summaryText(watch)));
        QVERIFY(report::summaryText(watch).contains(QStringLiteral(": 241 readings, 1 missed.")));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestReportBeside)
#include "tst_reportbeside.moc"
