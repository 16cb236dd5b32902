// SPDX-License-Identifier: GPL-3.0-or-later
// When the uploads of an open loop are due.
#include "core/base/fakeclock.h"
#include "core/transfer/arrivalpacer.h"

#include <QTest>

using namespace transfer;
using namespace std::chrono_literals;

namespace {

/// What a pacer told, and when.
struct Told
{
    Arrival arrival;
    base::Steady at;
};

} // namespace

class TestArrivalPacer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<base::FakeClock>();
        m_begin = m_clock->now();
        m_told.clear();
    }

    void spacingIsConstant()
    {
        const auto pacer = make({.perSecond = 10, .count = 5});
        pacer->start();
        QVERIFY(m_told.empty()); // never from within
        QCOMPARE(pacer->left(), 5);
        m_clock->advance(10s);
        QCOMPARE(numbers(), (std::vector<int>{0, 1, 2, 3, 4}));
        for (std::size_t i = 0; i < m_told.size(); ++i) {
            QCOMPARE(m_told[i].arrival.due - m_begin, base::Steady::duration(100ms * i));
            QCOMPARE(m_told[i].at, m_told[i].arrival.due);
        }
        QVERIFY(pacer->isOver());
        QCOMPARE(pacer->left(), 0);
    }

    void whoeverListensSlowlyDelaysNoneThatFollows()
    {
        const auto pacer = make({.perSecond = 10, .count = 6});
        m_onDue = [this](const Arrival &arrival) {
            if (arrival.number == 1)
                m_clock->advance(250ms); // the thread was busy until long after two more were due
        };
        pacer->start();
        m_clock->advance(10s);
        QCOMPARE(numbers(), (std::vector<int>{0, 1, 2, 3, 4, 5}));
        for (const Told &told : m_told)
            QCOMPARE(told.arrival.due - m_begin, base::Steady::duration(100ms * told.arrival.number));
        QCOMPARE(m_told[2].at - m_begin, base::Steady::duration(350ms));
        QCOMPARE(m_told[3].at - m_begin, base::Steady::duration(350ms));
        QCOMPARE(m_told[4].at - m_begin, base::Steady::duration(400ms));
    }

    void nothingAddsUp()
    {
        // A third of a second has no end in any unit.
        const auto pacer = make({.perSecond = 3, .count = 3'001});
        pacer->start();
        m_clock->advance(1'001s);
        QCOMPARE(m_told.size(), std::size_t(3'001));
        QCOMPARE(m_told.back().arrival.due - m_begin, base::Steady::duration(1'000s));
        for (const Told &told : m_told)
            QVERIFY(told.at >= told.arrival.due && told.at - told.arrival.due < 1ms);
    }

    void ratesMayBeFinerThanTimers()
    {
        const auto pacer = make({.perSecond = 5'000, .count = 5'000});
        pacer->start();
        m_clock->advance(1s);
        QCOMPARE(m_told.size(), std::size_t(5'000));
        for (const Told &told : m_told)
            QVERIFY(told.at >= told.arrival.due && told.at - told.arrival.due < 1ms);
    }

    void ratesMayBeSlow()
    {
        const auto pacer = make({.perSecond = 0.1, .count = 3});
        pacer->start();
        m_clock->advance(19'999ms);
        QCOMPARE(numbers(), (std::vector<int>{0, 1}));
        m_clock->advance(1ms);
        QCOMPARE(numbers(), (std::vector<int>{0, 1, 2}));
    }

    void severalShareOnePlan()
    {
        const auto first = make({.perSecond = 10, .count = 7, .first = 0, .step = 3});
        const auto second = make({.perSecond = 10, .count = 7, .first = 1, .step = 3});
        const auto third = make({.perSecond = 10, .count = 7, .first = 2, .step = 3});
        QCOMPARE(first->left() + second->left() + third->left(), 7);
        for (ArrivalPacer *pacer : {first.get(), second.get(), third.get()})
            pacer->start();
        m_clock->advance(1s);
        QCOMPARE(numbers(), (std::vector<int>{0, 1, 2, 3, 4, 5, 6}));
    }

    void nothingIsDue()
    {
        const auto none = make({.perSecond = 10, .count = 0});
        const auto others = make({.perSecond = 10, .count = 2, .first = 2, .step = 3});
        none->start();
        others->start();
        QVERIFY(none->isOver() && others->isOver());
        QCOMPARE(others->left(), 0);
        m_clock->advance(1s);
        QVERIFY(m_told.empty());
    }

    void stopsFromWithin()
    {
        const auto pacer = make({.perSecond = 1'000'000, .count = 1'000});
        m_onDue = [&pacer](const Arrival &arrival) {
            if (arrival.number == 3)
                pacer->stop();
        };
        pacer->start();
        m_clock->advance(1s);
        QCOMPARE(numbers(), (std::vector<int>{0, 1, 2, 3}));
        QVERIFY(pacer->isOver());
    }

    void isSilentOnceDestroyed()
    {
        auto pacer = make({.perSecond = 10, .count = 5});
        pacer->start();
        m_clock->advance(150ms);
        pacer.reset();
        m_clock->advance(1s);
        QCOMPARE(numbers(), (std::vector<int>{0, 1}));
    }

private:
    std::unique_ptr<ArrivalPacer> make(const ArrivalPacer::Share &share)
    {
        m_onDue = [](const Arrival &) {};
        return std::make_unique<ArrivalPacer>(*m_clock, share, [this](const Arrival &arrival) {
            m_told.push_back({arrival, m_clock->now()});
            m_onDue(arrival);
        });
    }

    [[nodiscard]] std::vector<int> numbers() const
    {
        std::vector<int> numbers;
        for (const Told &told : m_told)
            numbers.push_back(told.arrival.number);
        return numbers;
    }

    std::unique_ptr<base::FakeClock> m_clock;
    base::Steady m_begin;
    std::vector<Told> m_told;
    std::function<void(const Arrival &)> m_onDue;
};

QTEST_GUILESS_MAIN(TestArrivalPacer)
#include "tst_arrivalpacer.moc"
