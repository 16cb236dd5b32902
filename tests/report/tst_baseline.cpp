// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a leak check that is held against an earlier one, in every report.
#include "core/report/baseline.h"

#include "core/analysis/verdict.h"
#include "core/report/checkjson.h"
#include "core/report/checkreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace report;
using analysis::Outcome;
using analysis::Resource;
using analysis::ResourceVerdict;
using experiment::CheckResult;

namespace {

ResourceVerdict verdictOn(Resource resource, Outcome outcome, double perUpload)
{
    ResourceVerdict verdict;
    verdict.resource = resource;
    verdict.unit = unitOf(resource);
    verdict.outcome = verdict.leaning = outcome;
    const double error = verdict.unit == analysis::Unit::Bytes ? 400 : 0.01;
    verdict.perUpload = perUpload;
    verdict.low = perUpload - error;
    verdict.high = perUpload + error;
    verdict.threshold = verdict.unit == analysis::Unit::Bytes ? 512 : 0.2;
    return verdict;
}

ResourceVerdict rest()
{
    return verdictOn(Resource::Heap, Outcome::Stable, 3);
}

ResourceVerdict leak(double perUpload)
{
    return verdictOn(Resource::Heap, Outcome::Leaks, perUpload);
}

CheckResult check(std::vector<ResourceVerdict> normal, std::vector<ResourceVerdict> aborted = {})
{
    CheckResult result;
    result.resources = std::move(normal);
    result.aborted = std::move(aborted);
    result.verdict = analysis::combine({.resources = result.resources, .aborted = result.aborted});
    return result;
}

Baseline held(const CheckResult &before, const CheckResult &after)
{
    const auto record = [](const CheckResult &result) {
        return checkRecordFrom(QJsonDocument::fromJson(checkToJson(result)).object());
    };
    return {QStringLiteral("base.json"), compareChecks(*record(before), *record(after))};
}

} // namespace

class TestBaseline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data()
    {
        QTest::addColumn<CheckResult>("before");
        QTest::addColumn<CheckResult>("after");
        QTest::addColumn<QString>("key"); // of the group that has a row; the others are empty
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("junit");
        const QByteArray passed("failures=\"0\" errors=\"0\""), failed("<failure type=\"leak\""),
            error("<error type=\"inconclusive\"");
        QTest::newRow("known") << check({leak(75'468)}) << check({leak(75'468)}) << "known"
                               << "Known from the baseline, and accepted: heap +73.7 KiB → +73.7 KiB."
                               << passed;
        QTest::newRow("worse") << check({leak(8192)}) << check({leak(75'468)}) << "worse"
                               << "Worse than in the baseline: heap +8.00 KiB → +73.7 KiB." << failed;
        QTest::newRow("new") << check({rest()}) << check({leak(75'468)}) << "new"
                             << "New, not known from the baseline: heap below 403 B → +73.7 KiB." << failed;
        QTest::newRow("gone") << check({leak(75'468)}) << check({rest()}) << "gone"
                              << "Known from the baseline, and gone: heap +73.7 KiB → below 403 B." << passed;
        QTest::newRow("not tried now")
            << check({rest()}, {leak(8192)}) << check({rest()}) << "unknown"
            << "Known from the baseline, and not to be told now: heap, aborted: not watched after." << error;
        QTest::newRow("nothing") << check({rest()}) << check({rest()}) << ""
                                 << "" << passed;
    }

    void outcomes()
    {
        QFETCH(CheckResult, before);
        QFETCH(CheckResult, after);
        QFETCH(QString, key);
        QFETCH(QString, line);
        QFETCH(QByteArray, junit);
        const Baseline baseline = held(before, after);
        const QJsonObject json = QJsonDocument::fromJson(checkToJson(after, &baseline)).object();
        const QJsonObject told = json[QStringLiteral("baseline")].toObject();
        QCOMPARE(told[QStringLiteral("name")].toString(), QStringLiteral("base.json"));
        for (const char *group : {"known", "worse", "new", "unknown", "gone"})
            QCOMPARE(told[QLatin1StringView(group)].toArray().size(),
                     key == QLatin1StringView(group) ? 1 : 0);
        const QStringList lines = baselineLines(baseline);
        QCOMPARE(lines.size(), line.isEmpty() ? 1 : 2);
        QVERIFY2(lines.first().startsWith(QStringLiteral("Held against the baseline base.json: ")),
                 qPrintable(lines.first()));
        QCOMPARE(lines.value(1), line);
        const QByteArray xml = checkToJUnit(after, &baseline);
        QVERIFY2(xml.contains(junit) && xml.contains("name=\"leaks no more than the baseline\""),
                 xml.constData());
        for (const Format format : {Format::Html, Format::Markdown, Format::Paper})
            QVERIFY2(renderCheck(after, format, &baseline).contains("base.json"), qPrintable(toKey(format)));
    }

    void withoutOneNothingIsSaidOfIt()
    {
        const CheckResult result = check({leak(8192)});
        const QJsonObject json = QJsonDocument::fromJson(checkToJson(result)).object();
        QVERIFY(json.contains(QStringLiteral("baseline")) && json[QStringLiteral("baseline")].isNull());
        QVERIFY(checkToJUnit(result).contains("name=\"does not leak\""));
        QVERIFY(!renderCheck(result, Format::Html).contains("baseline base.json"));
    }
};

QTEST_APPLESS_MAIN(TestBaseline)
#include "tst_baseline.moc"
