// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sampleinfo.h"

#include <QTest>

class TestSampleInfo final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheWholeLine();
    void ignoresWhatItDoesNotKnow();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
};

static const QByteArray goodLine
    = R"({"schema":"tidemark.specimens/1","pid":4711,"base":"http://127.0.0.1:8080",)"
      R"("metrics":"http://127.0.0.1:8080/metrics","expvar":"http://127.0.0.1:8080/debug/vars",)"
      R"("pprof":"http://127.0.0.1:8080/debug/pprof/","tmp":"/tmp/specimens/tmp","store":"/tmp/specimens/store","uploads":{"read-all":{)"
      R"("cured":"http://127.0.0.1:8080/upload/read-all/cured","leaking":"http://127.0.0.1:8080/upload/read-all"}}})"
      "\n";

void TestSampleInfo::readsTheWholeLine()
{
    const auto info = session::parseSampleInfo(goodLine);
    QVERIFY2(info.ok(), info ? "" : qPrintable(info.error().message));
    QCOMPARE(info->pid, 4711);
    QCOMPARE(info->base, QUrl(QStringLiteral("http://127.0.0.1:8080")));
    QCOMPARE(info->metrics, QUrl(QStringLiteral("http://127.0.0.1:8080/metrics")));
    QCOMPARE(info->expvar, QUrl(QStringLiteral("http://127.0.0.1:8080/debug/vars")));
    QCOMPARE(info->pprof, QUrl(QStringLiteral("http://127.0.0.1:8080/debug/pprof/")));
    QCOMPARE(info->temporary, QStringLiteral("/tmp/specimens/tmp"));
    QCOMPARE(info->store, QStringLiteral("/tmp/specimens/store"));
    QCOMPARE(info->uploads.keys(), QStringList{QStringLiteral("read-all")});
    const session::SpecimenUrls urls = info->uploads.value(QStringLiteral("read-all"));
    QCOMPARE(urls.leaking, QUrl(QStringLiteral("http://127.0.0.1:8080/upload/read-all")));
    QCOMPARE(urls.cured, QUrl(QStringLiteral("http://127.0.0.1:8080/upload/read-all/cured")));
    QCOMPARE(info->line, goodLine.trimmed());
}

void TestSampleInfo::ignoresWhatItDoesNotKnow()
{
    QByteArray line = goodLine;
    line.replace(R"("pid":4711,)", R"("pid":4711,"colour":{"of":["the","day"]},)");
    const auto info = session::parseSampleInfo(line);
    QVERIFY(info.ok());
    QCOMPARE(info->pid, 4711);
}

void TestSampleInfo::saysWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("inMessage");

    const auto without = [](const QByteArray &part) {
        QByteArray line = goodLine;
        Q_ASSERT(line.contains(part));
        return line.replace(part, QByteArray());
    };
    const QString notJson = QStringLiteral("not a JSON object");
    QTest::newRow("nothing") << QByteArray() << notJson;
    QTest::newRow("text") << QByteArray("listening on port 8080") << notJson;
    QTest::newRow("cut off") << goodLine.left(goodLine.size() / 2) << notJson;
    QTest::newRow("an array") << QByteArray("[1]") << notJson;
    QTest::newRow("two lines") << QByteArray("\x1b[31mhello\n") << notJson;
    QTest::newRow("another program") << QByteArray(R"({"schema":"other/9"})")
                                     << QStringLiteral("speaks \"other/9\"");
    QTest::newRow("no schema") << without(R"("schema":"tidemark.specimens/1",)")
                               << QStringLiteral("speaks \"\"");
    QTest::newRow("no address") << without(R"("base":"http://127.0.0.1:8080",)")
                                << QStringLiteral("its address");
    QTest::newRow("address without a host")
        << QByteArray(goodLine).replace(R"("base":"http://127.0.0.1:8080")", R"("base":"8080")")
        << QStringLiteral("its address");
    QTest::newRow("address of another type")
        << QByteArray(goodLine).replace(R"("base":"http://127.0.0.1:8080")", R"("base":8080)")
        << QStringLiteral("its address");
    QTest::newRow("no uploads") << QByteArray(
        R"({"schema":"tidemark.specimens/1","base":"http://127.0.0.1:1","uploads":{}})")
                                << QStringLiteral("no uploads");
}

void TestSampleInfo::saysWhatIsMissing()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, inMessage);
    const auto info = session::parseSampleInfo(line);
    QVERIFY(!info.ok());
    QCOMPARE(info.error().kind, base::ErrorKind::Malformed);
    QVERIFY2(info.error().message.contains(inMessage), qPrintable(info.error().message));
}

QTEST_APPLESS_MAIN(TestSampleInfo)
#include "tst_sampleinfo.moc"
