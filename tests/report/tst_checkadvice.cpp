// SPDX-License-Identifier: GPL-3.0-or-later
// What to do where a check or an audit leaves something open, at every place where it is told.
#include "core/report/auditreport.h"
#include "core/report/checkadvice.h"
#include "core/report/checkreport.h"
#include "tests/ui/audit/auditexamples.h"
#include "tests/ui/leak/checkexamples.h"

#include <QTest>

using namespace report;
using analysis::Reading;
using analysis::Reason;
using experiment::AuditResult;
using experiment::CheckResult;
using experiment::Interruption;

namespace {

CheckResult unclear(Reason reason, Reading reading = Reading::Other)
{
    CheckResult result;
    result.verdict.leading = analysis::ResourceVerdict{};
    result.verdict.leading->reason = reason;
    result.verdict.leading->reading = reading;
    return result;
}

// What only the window has is not spoken of at a terminal, nor the other way round.
bool speaksOf(const QString &advice, Surface surface)
{
    const bool isOfWindow
        = advice.contains(QStringLiteral("page")) || advice.contains(QStringLiteral("above"));
    return surface == Surface::Window ? !advice.contains(QStringLiteral("--thorough")) : !isOfWindow;
}

} // namespace

class TestCheckAdvice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void surfaces_data()
    {
        QTest::addColumn<Surface>("surface");
        QTest::newRow("terminal") << Surface::Terminal;
        QTest::newRow("window") << Surface::Window;
    }

    void surfaces()
    {
        QFETCH(Surface, surface);
        for (int why = 1; why <= static_cast<int>(Interruption::StaleMetrics); ++why) {
            const CheckResult result = examples::interrupted(static_cast<Interruption>(why), 2);
            const QString advice = checkAdvice(result, surface);
            QVERIFY2(!advice.isEmpty(), qPrintable(experiment::toKey(result.interruption)));
            QVERIFY2(speaksOf(advice, surface), qPrintable(advice));
        }
        for (int reason = 0; reason <= static_cast<int>(Reason::ClosedByCollector); ++reason) {
            const QString advice = checkAdvice(unclear(static_cast<Reason>(reason)), surface);
            QVERIFY2(!advice.isEmpty(), qPrintable(QString::number(reason)));
            QVERIFY2(speaksOf(advice, surface), qPrintable(advice));
        }
        QVERIFY(!checkAdvice({}, surface).isEmpty());
        for (const AuditResult &result : {examples::stopped(), examples::unusable(), examples::gone()}) {
            const QString advice = auditAdvice(result, surface);
            QVERIFY(!advice.isEmpty());
            QVERIFY2(speaksOf(advice, surface), qPrintable(advice));
        }
    }

    void optionsAndFieldsAreNamed()
    {
        const CheckResult blind = examples::interrupted(Interruption::NoMetrics, 0);
        QVERIFY(checkAdvice(blind).contains(QStringLiteral("--watch")));
        QVERIFY(checkAdvice(blind, Surface::Window).contains(QStringLiteral("say above")));
        QVERIFY(checkAdvice(unclear(Reason::Slow)).contains(QStringLiteral("--thorough")));
        QVERIFY(auditAdvice(examples::unusable()).contains(QStringLiteral("tidemark-cli upload")));
        QVERIFY(auditAdvice(examples::unusable(), Surface::Window).contains(QStringLiteral("Upload page")));
    }

    void whatMakesItCollectGoesByTheRuntime()
    {
        const auto advised = [](Reading reading, const QString &what) {
            return checkAdvice(unclear(Reason::NotCollected, reading)).contains(what);
        };
        QVERIFY(advised(Reading::GoMetrics, QStringLiteral("/debug/pprof/")));
        QVERIFY(advised(Reading::Jvm, QStringLiteral("-Xmx")));
        QVERIFY(advised(Reading::Node, QStringLiteral("--max-old-space-size")));
        QVERIFY(!advised(Reading::Other, QStringLiteral("pprof")));
    }

    void noneWhereNothingIsOpen()
    {
        QVERIFY(checkAdvice(examples::leaking()).isEmpty());
        QVERIFY(checkAdvice(examples::stable()).isEmpty());
        QVERIFY(auditAdvice(examples::faulty()).isEmpty());
    }

    void reportsTellIt_data()
    {
        QTest::addColumn<Format>("format");
        QTest::newRow("html") << Format::Html;
        QTest::newRow("markdown") << Format::Markdown;
        QTest::newRow("junit") << Format::JUnit;
    }

    void reportsTellIt()
    {
        QFETCH(Format, format);
        const CheckResult noisy = examples::noisy();
        const QByteArray check = renderCheck(noisy, format);
        QVERIFY2(check.contains(checkAdvice(noisy).toUtf8()), check.constData());
        const QByteArray audit = renderAudit(examples::gone(), format);
        QVERIFY2(audit.contains(auditAdvice(examples::gone()).toUtf8()), audit.constData());
    }
};

QTEST_GUILESS_MAIN(TestCheckAdvice)
#include "tst_checkadvice.moc"
