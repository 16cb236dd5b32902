// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"
#include "core/report/summary.h"
#include "core/session/sessionrange.h"
#include "tests/report/samplesnapshot.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>

using metrics::Role;
using report::Growth;
using session::SessionSnapshot;

namespace {

/// The fourth burst of the sample, from within it on: 127 to 168 s, eight files.
SessionSnapshot part()
{
    return session::partOf(sample::upload(), {sample::startMs + 130'000, sample::startMs + 180'000});
}

} // namespace

/// A report on a part of a session says so, wherever it tells of its conditions.
class TestReportPart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditionsSayIt_data()
    {
        QTest::addColumn<report::Format>("format");
        QTest::newRow("html") << report::Format::Html;
        QTest::newRow("markdown") << report::Format::Markdown;
        QTest::newRow("paper") << report::Format::Paper;
    }

    void conditionsSayIt()
    {
        QFETCH(report::Format, format);
        const QString said
            = QStringLiteral("Only a part of the session, which lasted from 2026-11-23T10:41:00.000Z");
        QVERIFY(QString::fromUtf8(report::render(part(), format)).contains(said));
        QVERIFY(!QString::fromUtf8(report::render(sample::upload(), format))
                     .contains(QLatin1String("Only a part")));
    }

    void growthIsMeasuredFromItsBeginning()
    {
        const report::Summary summary = report::summarize(part());
        QCOMPARE(summary.growth, Growth::Known);
        const report::RoleSummary *heap = summary.find(Role::HeapLive);
        QVERIFY(heap);
        QVERIFY(heap->beforeMs >= sample::startMs + 130'000); // the first reading of the part
        QVERIFY(heap->beforeMs < sample::startMs + 131'000);
        QVERIFY(heap->afterMs <= sample::startMs + 180'000);
        QVERIFY(std::isfinite(heap->perUpload));
        QVERIFY(summary.files > 0);
        QVERIFY(summary.files < sample::upload().uploads.size());
    }

    void jsonKeepsIt()
    {
        const QByteArray json = report::toJson(part());
        const base::Result<session::SharedSnapshot> back
            = report::snapshotFrom(QJsonDocument::fromJson(json).object(), QStringLiteral("part"));
        QVERIFY2(back.ok(), back.ok() ? "" : qPrintable(back.error().message));
        QVERIFY((*back)->partOf);
        QCOMPARE(*(*back)->partOf, *part().partOf);
        QCOMPARE((*back)->startedAtMs, sample::startMs + 130'000);
        QCOMPARE((*back)->uploads.size(), part().uploads.size());
        QVERIFY(!report::toJson(sample::upload()).contains("partOf"));
    }
};

QTEST_GUILESS_MAIN(TestReportPart)
#include "tst_reportpart.moc"
