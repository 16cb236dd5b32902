// SPDX-License-Identifier: GPL-3.0-or-later
// What the history keeps of a leak check makes it whole again: the same reports, the same plot, the same profiles.
#include "core/report/checkcbor.h"
#include "core/report/checkreport.h"
#include "core/report/keptreport.h"
#include "core/report/runtokeep.h"
#include "tests/ui/leak/checkexamples.h"

#include <QCborMap>
#include <QCborValue>
#include <QTest>

using experiment::CheckResult;
using report::Format;

using Example = CheckResult (*)();
Q_DECLARE_METATYPE(Example)

class TestRunToKeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksComeBackWhole_data()
    {
        QTest::addColumn<Example>("example");
        QTest::newRow("leaking") << &examples::leaking;
        QTest::newRow("two suspects' kinds") << &examples::leakingBeside;
        QTest::newRow("aborted") << &examples::leakingWhenAborted;
        QTest::newRow("crowded") << &examples::leakingWhenCrowded;
        QTest::newRow("large") << &examples::leakingWhenLarge;
        QTest::newRow("stable") << &examples::stable;
        QTest::newRow("noisy") << &examples::noisy;
        QTest::newRow("interrupted") << +[] {
            CheckResult result = examples::interrupted(experiment::Interruption::UploadsFailed, 2);
            result.error = {base::ErrorKind::HttpStatus, QStringLiteral("413 Content Too Large"), 413,
                            QStringLiteral("no more than 1 MiB")};
            return result;
        };
    }

    void checksComeBackWhole()
    {
        QFETCH(Example, example);
        CheckResult check = example();
        check.plan.uploads.target.form = {{QStringLiteral("album"), QStringLiteral("holiday")}};
        check.answerTimes
            = experiment::AnswerTimes{7, std::chrono::microseconds(1'500), std::chrono::microseconds(2'500),
                                      std::chrono::milliseconds(3), std::chrono::milliseconds(4)};
        const auto again = report::checkFromDocuments(report::checkToKeep(check).documents);
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
        for (const Format format : report::allFormats)
            QCOMPARE(report::renderCheck(*again, format), report::renderCheck(check, format));
        QCOMPARE(again->profiles.heapBefore, check.profiles.heapBefore);
        QCOMPARE(again->profiles.heapAfter, check.profiles.heapAfter);
        QCOMPARE(again->profiles.goroutinesAfter, check.profiles.goroutinesAfter);
    }

    void secretsAreNotKept()
    {
        CheckResult check = examples::leaking();
        check.plan.uploads.target.endpoint.url
            = QUrl(QStringLiteral("http://user:hush@h:1/up?token=hush&page=2"));
        check.plan.uploads.target.endpoint.headers = {{"Authorization", "Bearer hush"}};
        check.plan.uploads.target.endpoint.transport.password = QStringLiteral("hush");
        check.plan.uploads.target.form = {{QStringLiteral("password"), QStringLiteral("hush")}};
        check.error = {base::ErrorKind::ConnectionRefused, QStringLiteral("http://h/?token=hush: refused"), 0,
                       QStringLiteral("http://user:hush@h/")};
        for (const auto &[format, document] : report::checkToKeep(check).documents)
            QVERIFY2(!document.contains("hush"), qPrintable(format));
    }

    void largeProfilesAreLeftOut()
    {
        CheckResult check = examples::leaking();
        check.profiles.heapAfter = QByteArray(4 * 1024 * 1024 + 1, 'x');
        const session::RunToKeep kept = report::checkToKeep(check);
        QVERIFY(kept.find(QLatin1StringView("pprof-heap-before")));
        QVERIFY(!kept.find(QLatin1StringView("pprof-heap-after")));
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QByteArray>("cbor");
        QTest::addColumn<base::ErrorKind>("kind");
        const QByteArray good = report::checkToCbor(examples::leaking());
        const auto with = [&good](QLatin1StringView key, const QCborValue &value) {
            QCborMap map = QCborValue::fromCbor(good).toMap();
            QCborMap check = map.value(QLatin1StringView("check")).toMap();
            check.insert(key, value);
            map.insert(QLatin1StringView("check"), check);
            return QCborValue(map).toCbor();
        };
        QTest::newRow("nothing") << QByteArray() << base::ErrorKind::Malformed;
        QTest::newRow("cut") << good.first(good.size() / 2) << base::ErrorKind::Malformed;
        QTest::newRow("no number") << with(QLatin1StringView("bodyBytes"), QStringLiteral("many"))
                                   << base::ErrorKind::Malformed;
        QTest::newRow("no such value")
            << with(QLatin1StringView("reading"), 99) << base::ErrorKind::Malformed;
        QTest::newRow("too large") << with(QLatin1StringView("uploads"), qint64{1} << 40)
                                   << base::ErrorKind::Malformed;
        QCborMap newer = QCborValue::fromCbor(good).toMap();
        newer.insert(QLatin1StringView("version"), 2);
        QTest::newRow("newer") << QCborValue(newer).toCbor() << base::ErrorKind::NewerVersion;
    }

    void refusesWhatIsNone()
    {
        QFETCH(QByteArray, cbor);
        QFETCH(base::ErrorKind, kind);
        const auto check = report::checkFromCbor(cbor);
        QVERIFY(!check.ok());
        QCOMPARE(check.error().kind, kind);
    }

    void leavesAloneWhatItDoesNotKnow()
    {
        QCborMap map = QCborValue::fromCbor(report::checkToCbor(examples::stable())).toMap();
        QCborMap check = map.value(QLatin1StringView("check")).toMap();
        check.insert(QLatin1StringView("colour"), QStringLiteral("of the next version"));
        check.remove(QLatin1StringView("rarestAbort"));
        map.insert(QLatin1StringView("check"), check);
        const auto again = report::checkFromCbor(QCborValue(map).toCbor());
        QVERIFY(again.ok());
        QCOMPARE(again->rarestAbort, CheckResult().rarestAbort);
        QCOMPARE(again->uploads, examples::stable().uploads);
    }

    void offersTheFormatsThatThereAre()
    {
        const QStringList kept{QStringLiteral("check"), QStringLiteral("html"), QStringLiteral("json"),
                               QStringLiteral("md")};
        QCOMPARE(report::reportFormats(QStringLiteral("check"), kept),
                 (QList<Format>{Format::Html, Format::Markdown, Format::Json}));
        // Uploads are all in their JSON.
        const QStringList json{QStringLiteral("json"), QStringLiteral("text")};
        QCOMPARE(report::reportFormats(QStringLiteral("session"), json).size(),
                 static_cast<qsizetype>(report::allFormats.size()));
        QVERIFY(!report::reportFormats(QStringLiteral("watch"), json).contains(Format::JUnit));
    }
};

QTEST_GUILESS_MAIN(TestRunToKeep)
#include "tst_runtokeep.moc"
