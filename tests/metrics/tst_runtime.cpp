// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/runtime.h"

#include <QTest>

using metrics::DiscoveryReport;
using metrics::Runtime;

class TestRuntime final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstThatTellsIt()
    {
        DiscoveryReport found;
        QCOMPARE(metrics::runtimeOf(found), Runtime::Unknown);
        found.sources = {{}};
        QCOMPARE(metrics::runtimeOf(found), Runtime::Unknown);
        metrics::Source jvm;
        jvm.runtime = Runtime::Jvm;
        metrics::Source go;
        go.runtime = Runtime::Go;
        found.sources << go << jvm; // the page that is scraped does not tell
        QCOMPARE(metrics::runtimeOf(found), Runtime::Go);
    }
};

QTEST_APPLESS_MAIN(TestRuntime)
#include "tst_runtime.moc"
