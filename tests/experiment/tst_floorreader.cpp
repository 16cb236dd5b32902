// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of a real Go server that tells some of it only in places of second choice.
#include "core/base/clock.h"
#include "core/experiment/floorreader.h"
#include "core/net/curlaccessmanager.h"
#include "tests/support/specimenserver.h"

#include <QTest>

#include <cmath>
#include <optional>

using namespace experiment;

namespace {

/// QCoro::waitFor() makes an empty one first, and there is no empty Result.
template <typename T>
T wait(QCoro::Task<T> task)
{
    std::optional<T> given;
    const auto take = [&]() -> QCoro::Task<> {
        T value = co_await std::move(task);
        given.emplace(std::move(value));
    };
    QCoro::waitFor(take());
    return std::move(*given);
}

} // namespace

class TestFloorReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.failure())); }

    void goroutinesAreCountedWithoutAMetricThatTellsThem()
    {
        FloorReader reader(m_stage, expvarBesideProfiles());
        const base::Result<FloorReading> floor = wait(reader.read());
        QVERIFY2(floor.ok(), qPrintable(floor.ok() ? QString() : floor.error().message));
        QVERIFY(std::isfinite(floor->heap));
        QVERIFY2(floor->afterGc.goroutines >= 2, qPrintable(QString::number(floor->afterGc.goroutines)));
        QVERIFY2(floor->beforeGc.goroutines >= 2, qPrintable(QString::number(floor->beforeGc.goroutines)));
    }

    // Expvar does not tell when a server was started.
    void countersThatBeginAnewAreAnotherServers()
    {
        FloorReader reader(m_stage, expvarBesideProfiles());
        const base::Result<FloorReading> floor = wait(reader.read());
        QVERIFY(floor.ok());
        QVERIFY(!std::isfinite(floor->startTime));
        QCOMPARE(wait(reader.presence(*floor)), FloorReader::Presence::Same);
        FloorReading ofAnOlderOne = *floor;
        ofAnOlderOne.collections += 1'000;
        QCOMPARE(wait(reader.presence(ofAnOlderOne)), FloorReader::Presence::Other);
    }

private:
    [[nodiscard]] FloorReader::Target expvarBesideProfiles() const
    {
        FloorReader::Target target;
        metrics::Source expvar, profiles;
        expvar.url = m_server.url(QStringLiteral("/debug/vars"));
        expvar.format = metrics::Format::Expvar;
        profiles.url = m_server.url(QStringLiteral("/debug/pprof/"));
        profiles.format = metrics::Format::GoPprof;
        expvar.runtime = profiles.runtime = metrics::Runtime::Go;
        target.found.sources = {expvar, profiles};
        return target;
    }

    support::SpecimenServer m_server;
    base::SystemClock m_clock;
    net::CurlAccessManager m_manager;
    Stage m_stage{m_manager, m_clock};
};

QTEST_GUILESS_MAIN(TestFloorReader)
#include "tst_floorreader.moc"
