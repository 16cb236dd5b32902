// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadline.h"

#include "core/transfer/uploadform.h"

#include <QTest>

#include <functional>
#include <thread>

using namespace transfer;

namespace {

/// Notes nothing, and does something else in the meantime.
class RefusingJournal final : public AttemptJournal
{
public:
    explicit RefusingJournal(std::function<void()> meanwhile)
        : m_meanwhile(std::move(meanwhile))
    {
    }
    bool begins(UploadId, int) override
    {
        m_meanwhile();
        return false;
    }
    bool answered(UploadId, int, qint64) override { return false; }
    void forget() override { }

private:
    std::function<void()> m_meanwhile;
};

} // namespace

class TestUploadLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inOrder()
    {
        UploadLine line(m_clock);
        open(line);
        line.append(UploadId{5}, QStringLiteral("/a"), QStringLiteral("a"));
        const Ticket withdrawn = line.append(UploadId{6}, QStringLiteral("/b"), QStringLiteral("b"));
        line.append(UploadId{7}, QStringLiteral("/c"), QStringLiteral("c"));
        QVERIFY(line.withdraw(withdrawn));
        QVERIFY(!line.withdraw(withdrawn));
        const Ticket again = line.append(UploadId{6}, QStringLiteral("/b"), QStringLiteral("b"));
        QVERIFY(again != withdrawn);
        QCOMPARE(line.size(), 3);
        const auto first = line.take(0);
        QCOMPARE(first->upload.id, UploadId{5});
        QCOMPARE(first->upload.path, QStringLiteral("/a"));
        QCOMPARE(first->upload.name, QStringLiteral("a"));
        QVERIFY(first->form);
        QCOMPARE(line.take(1)->upload.id, UploadId{7});
        QCOMPARE(line.take(2)->upload.ticket, again);
        QVERIFY(!line.withdraw(again)); // taken is taken
        QVERIFY(!line.take(3));
    }

    void whoComesBackIsFirst()
    {
        UploadLine line(m_clock);
        open(line);
        fill(line, 2);
        const QString path = QStringLiteral("/back");
        const auto comeBack
            = [&](quint64 id) { return line.append(UploadId{id}, path, path, {}, 2, {}, {}, true); };
        comeBack(31);
        const Ticket withdrawn = comeBack(32);
        comeBack(33);
        QCOMPARE(line.size(), 5);
        QVERIFY(line.withdraw(withdrawn));
        QCOMPARE(line.take(0)->upload.id, UploadId{31});
        QCOMPARE(line.take(1)->upload.id, UploadId{33});
        QVERIFY(line.take(2)->upload.path != path);
        QCOMPARE(line.size(), 1);
    }

    void theProbeIsTheSmallestOfThoseTriedLeast()
    {
        UploadLine line(m_clock);
        open(line);
        const auto join = [&](quint64 id, int attempt, qint64 bytes) {
            line.append(UploadId{id}, QStringLiteral("/a"), QStringLiteral("a"), {}, attempt, {}, {}, false,
                        bytes);
        };
        join(1, 2, 5);
        join(2, 1, 70);
        join(3, 1, 10);
        join(4, 1, 10);
        join(9, 1, 1);
        line.setKept(UploadId{8});
        line.setProbing(true);
        QCOMPARE(line.take(0)->upload.id, UploadId{3});
        QCOMPARE(line.take(1)->upload.id, UploadId{4});
        line.setProbing(false);
        QCOMPARE(line.take(2)->upload.id, UploadId{1});
        line.setProbing(true);
        QCOMPARE(line.take(3)->upload.id, UploadId{2});
        line.setLimit(10);
        QVERIFY(!line.take(4)); // nobody knows the last one yet
        line.setKept(UploadId{9});
        QCOMPARE(line.take(4)->upload.id, UploadId{9});
        QVERIFY(!line.take(5));
    }

    void strainStopsEveryLane()
    {
        UploadLine line(m_clock);
        open(line);
        fill(line, 1);
        line.setStrained(true);
        QVERIFY(!line.take(0));
        line.setHeld(false); // is another matter
        QVERIFY(!line.take(0));
        line.setStrained(false);
        QVERIFY(line.take(0));
    }

    void nothingBeforeThereIsAFormNorWhileHeld()
    {
        UploadLine line(m_clock);
        fill(line, 1);
        QVERIFY(!line.take(0));
        open(line);
        line.setHeld(true);
        QVERIFY(!line.take(0));
        line.setHeld(false);
        QVERIFY(line.take(0));
    }

    void limitIsForAllLanes()
    {
        UploadLine line(m_clock);
        open(line);
        fill(line, 9);
        line.setLimit(3);
        line.setLanes(2); // a share of two
        QVERIFY(line.take(0));
        QVERIFY(line.take(1));
        QVERIFY2(!line.take(2), "more than its share");
        QVERIFY(line.take(0)); // by the other lane
        QVERIFY2(!line.take(1), "more than the limit");
        line.release();
        QVERIFY(line.take(1));
        line.setLimit(1);
        for (int i = 0; i < 2; ++i) {
            line.release();
            QVERIFY(!line.take(0));
        }
        line.release();
        QVERIFY(line.take(0));
        line.setLimit(-5);
        QCOMPARE(line.limit(), 1);
    }

    void whatCannotBeNotedWaitsOn()
    {
        UploadLine line(m_clock);
        open(line);
        fill(line, 2);
        qsizetype waiting = -1, running = -1; // asked for while it is noted: nobody has to wait for that
        RefusingJournal journal([&] {
            waiting = line.size();
            running = line.running();
        });
        line.setJournal(&journal);
        QVERIFY(!line.take(0));
        QCOMPARE(waiting, 1);
        QCOMPARE(running, 1);
        QCOMPARE(line.size(), 2);
        QCOMPARE(line.running(), 0);
        line.setJournal(nullptr);
        QCOMPARE(line.take(0)->upload.id, UploadId{1}); // in its old place
    }

    void whatIsForsakenWhileItIsNotedDoesNotComeBack()
    {
        UploadLine line(m_clock);
        open(line);
        const Ticket ticket = line.append(UploadId{1}, QStringLiteral("/a"), QStringLiteral("a"));
        bool wasInLine = true, isForsaken = false;
        RefusingJournal journal([&] {
            wasInLine = line.withdraw(ticket);
            if (isForsaken)
                line.forsake(ticket);
        });
        line.setJournal(&journal);
        QVERIFY(!line.take(0));
        QVERIFY(!wasInLine); // a lane may have had it
        QCOMPARE(line.size(), 1); // but had not, and nobody said that it shall go
        isForsaken = true;
        QVERIFY(!line.take(0));
        QCOMPARE(line.size(), 0);
        QCOMPARE(line.running(), 0);
        line.setJournal(nullptr);
    }

    void everyOneIsTakenOnce()
    {
        constexpr int lanes = 4, all = 20'000;
        UploadLine line(m_clock);
        open(line);
        line.setLanes(lanes);
        line.setLimit(lanes);
        fill(line, all);
        std::array<std::vector<quint64>, lanes> taken;
        std::vector<std::thread> threads;
        for (auto &mine : taken) {
            threads.emplace_back([&line, &mine] {
                while (line.size() > 0) {
                    if (const auto one = line.take(0)) {
                        mine.push_back(one->upload.id.value);
                        line.release();
                    }
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        std::vector<quint64> together;
        for (const auto &mine : taken) {
            QVERIFY(std::ranges::is_sorted(mine));
            together.insert(together.end(), mine.begin(), mine.end());
        }
        std::ranges::sort(together);
        QCOMPARE(together.size(), size_t(all));
        QCOMPARE(together.front(), quint64(1));
        QCOMPARE(together.back(), quint64(all));
        QVERIFY(std::ranges::adjacent_find(together) == together.end());
    }

private:
    base::SystemClock m_clock;

    static void open(UploadLine &line) { line.setForm(std::make_shared<const UploadForm>(UploadTarget{})); }
    static void fill(UploadLine &line, int uploads)
    {
        for (int i = 1; i <= uploads; ++i)
            line.append(UploadId{quint64(i)}, QStringLiteral("/f"), QStringLiteral("f"));
    }
};

QTEST_GUILESS_MAIN(TestUploadLine)
#include "tst_uploadline.moc"
