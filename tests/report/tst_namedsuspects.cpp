// SPDX-License-Identifier: GPL-3.0-or-later
// Every function that a check names is in every form of its report, with its stack; nobody else is.
#include "core/report/checkhtml.h"
#include "core/report/checkjson.h"
#include "core/report/checkreport.h"
#include "core/report/namedsuspects.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace report;
using experiment::CheckResult;

namespace {

pprof::Suspect suspectOf(const QString &function, qint64 grown, double share, bool isAccepted)
{
    const pprof::Site own{function, QStringLiteral("/srv/app/handler.go"), 42};
    const pprof::Site leaf{QStringLiteral("lib.below_%1").arg(function), QStringLiteral("/lib/lib.go"), 7};
    return {leaf, own, own, {}, {leaf, own}, grown, 0, share, isAccepted};
}

CheckResult twoResources()
{
    CheckResult result;
    result.guilt = experiment::Guilt{QStringLiteral("count"), {}, 200};
    result.guilt->attribution.suspects = {suspectOf(QStringLiteral("app.watch"), 200, 0.98, true)};
    result.heapGuilt = experiment::Guilt{QStringLiteral("bytes"), {}, 200};
    result.heapGuilt->attribution.suspects = {suspectOf(QStringLiteral("app.keep"), 3 << 20, 0.6, true),
                                              suspectOf(QStringLiteral("app.index"), 2 << 20, 0.4, true),
                                              suspectOf(QStringLiteral("app.log"), 1 << 10, 0.01, false)};
    return result;
}

} // namespace

class TestNamedSuspects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thoseOfTheSentenceComeFirst()
    {
        const CheckResult result = twoResources();
        QStringList functions;
        for (const NamedSuspect &named : namedSuspects(result))
            functions += named.suspect->guilty().function;
        QCOMPARE(functions,
                 QStringList(
                     {QStringLiteral("app.watch"), QStringLiteral("app.keep"), QStringLiteral("app.index")}));
    }

    void saysWhatGrewInItsUnit()
    {
        const CheckResult result = twoResources();
        const std::vector<NamedSuspect> named = namedSuspects(result);
        QCOMPARE(named[0].amount(), QStringLiteral("200 goroutines, 98 % of the growth"));
        QCOMPARE(named[0].text(), QStringLiteral("200 goroutines, 98 % of the growth, waits at"));
        QCOMPARE(named[1].amount(), QStringLiteral("3.00 MiB, 60 % of the growth"));
        QCOMPARE(named[1].text(), QStringLiteral("3.00 MiB, 60 % of the growth, allocated at"));
    }

    void nobodyIsNamedWithoutProfiles()
    {
        QVERIFY(namedSuspects({}).empty());
        QVERIFY(!checkToHtml({}).contains("Who allocates"));
    }

    void everyFormatHasEveryStack_data()
    {
        QTest::addColumn<QByteArray>("document");
        const CheckResult result = twoResources();
        QTest::newRow("html") << checkToHtml(result);
        QTest::newRow("markdown") << renderCheck(result, Format::Markdown);
        QTest::newRow("json") << checkToJson(result);
    }

    void everyFormatHasEveryStack()
    {
        QFETCH(const QByteArray, document);
        for (const char *leaf : {"lib.below_app.watch", "lib.below_app.keep", "lib.below_app.index"})
            QVERIFY2(document.contains(leaf), leaf);
        QVERIFY(!document.contains("app.log"));
    }
};

QTEST_GUILESS_MAIN(TestNamedSuspects)
#include "tst_namedsuspects.moc"
