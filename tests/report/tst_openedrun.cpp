// SPDX-License-Identifier: GPL-3.0-or-later
// What the window and the terminal make of a run that was kept.
#include "core/report/openedrun.h"

#include "core/report/report.h"
#include "core/report/runtokeep.h"
#include "tests/report/samplesnapshot.h"
#include "tests/ui/leak/checkexamples.h"

#include <QTest>

using report::Format;
using session::OpenedRun;

namespace {

/// As RunKeeper opens it: with those of the documents that were asked for.
OpenedRun opened(const session::RunToKeep &kept, const QStringList &formats)
{
    OpenedRun run{kept.run, {}, {}};
    run.run.id = 12;
    for (const auto &document : kept.documents) {
        run.formats += document.first;
        if (formats.contains(document.first))
            run.documents.push_back(document);
    }
    return run;
}

} // namespace

class TestOpenedRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptReportIsGivenAsItIs()
    {
        session::RunToKeep kept = report::checkToKeep(examples::leaking());
        for (auto &[format, content] : kept.documents) {
            if (format == QLatin1StringView("html"))
                content = "as it was";
        }
        const auto html = report::reportOf(opened(kept, report::reportDocuments(Format::Html)), Format::Html);
        QVERIFY(html.ok());
        QCOMPARE(*html, QByteArray("as it was"));
    }

    void jsonIsAskedForOnce()
    {
        QCOMPARE(report::reportDocuments(Format::Json), QStringList(QStringLiteral("json")));
        QCOMPARE(report::reportDocuments(Format::Csv).size(), 2);
    }

    void otherReportsAreMadeOfTheJson()
    {
        const session::SessionSnapshot snapshot = sample::upload();
        const session::RunToKeep kept = report::runToKeep(snapshot, report::render(snapshot, Format::Json));
        const auto csv = report::reportOf(opened(kept, report::reportDocuments(Format::Csv)), Format::Csv);
        QVERIFY2(csv.ok(), csv.ok() ? "" : qPrintable(csv.error().message));
        QVERIFY(csv->size() > 100);
    }

    void whatIsMissingIsSaidOfTheRun()
    {
        const session::RunToKeep kept = report::checkToKeep(examples::leaking());
        const auto html = report::reportOf(opened(kept, {QStringLiteral("json")}), Format::Html);
        QVERIFY(!html.ok());
        QVERIFY2(html.error().message.contains(QStringLiteral("run 12")), qPrintable(html.error().message));
        const auto nothing = report::reportOf(opened(kept, {}), Format::Html);
        QVERIFY(!nothing.ok());
        QCOMPARE(nothing.error().kind, base::ErrorKind::Malformed);
        QVERIFY2(nothing.error().message.contains(QStringLiteral("run 12")),
                 qPrintable(nothing.error().message));
    }

    void checkIsComparedWithItsProfiles()
    {
        const experiment::CheckResult check = examples::leaking();
        const session::RunToKeep kept = report::checkToKeep(check);
        const QStringList wanted = report::comparedDocuments();
        QVERIFY2(!wanted.contains(QStringLiteral("check")), "the whole check is large, and not needed");
        const auto compared = report::comparedCheck(opened(kept, wanted));
        QVERIFY2(compared.ok(), compared.ok() ? "" : qPrintable(compared.error().message));
        QCOMPARE(compared->record.startedMs, check.startedMs);
        QVERIFY(!check.profiles.heapAfter.isEmpty());
        QCOMPARE(compared->profiles.heapBefore, check.profiles.heapBefore);
        QCOMPARE(compared->profiles.heapAfter, check.profiles.heapAfter);
        QCOMPARE(compared->profiles.goroutinesAfter, check.profiles.goroutinesAfter);

        const auto early = report::comparedCheck(opened(kept, {QStringLiteral("json")}));
        QVERIFY(early.ok()); // of an earlier version: its profiles were not kept
        QVERIFY(early->profiles.heapAfter.isEmpty());
    }

    void otherRunsAreNoChecks()
    {
        const session::SessionSnapshot snapshot = sample::upload();
        const session::RunToKeep kept = report::runToKeep(snapshot, report::render(snapshot, Format::Json));
        const auto compared = report::comparedCheck(opened(kept, report::comparedDocuments()));
        QVERIFY(!compared.ok());
        QCOMPARE(compared.error().kind, base::ErrorKind::Malformed);
        QVERIFY2(compared.error().message.contains(QStringLiteral("run 12")),
                 qPrintable(compared.error().message));
    }
};

QTEST_GUILESS_MAIN(TestOpenedRun)
#include "tst_openedrun.moc"
