// SPDX-License-Identifier: GPL-3.0-or-later
// A socket's number is another socket's once it is closed.
#include "core/net/pollset.h"

#include <QTest>

#include <array>
#include <sys/socket.h>
#include <unistd.h>

using net::PollSet;

namespace {

std::array<int, 2> connectedPair()
{
    std::array<int, 2> pair{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0)
        qFatal("no socket pair");
    return pair;
}

void close(const std::array<int, 2> &pair)
{
    ::close(pair[0]);
    ::close(pair[1]);
}

} // namespace

class TestPollSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numberThatComesAgain()
    {
        PollSet set;
        const std::array<int, 2> first = connectedPair();
        set.setInterest(first[0], PollSet::Read);
        QVERIFY(set.poll().empty());
        set.forget(first[0]);
        close(first);

        const std::array<int, 2> second = connectedPair();
        QCOMPARE(second[0], first[0]);
        set.setInterest(second[0], PollSet::Read);
        QVERIFY(set.poll().empty());
        QCOMPARE(::write(second[1], "x", 1), ssize_t(1));
        QCOMPARE(set.poll().size(), size_t(1));
        QCOMPARE(set.poll().front().socket, second[0]);
        close(second);
    }

    // Closed without a word, as libcurl's resolver does with its own.
    void numberThatComesAgainUnannounced()
    {
        PollSet set;
        const std::array<int, 2> first = connectedPair();
        set.setInterest(first[0], PollSet::Read);
        QVERIFY(set.poll().empty());
        set.setInterest(first[0], PollSet::None);
        close(first);

        const std::array<int, 2> second = connectedPair();
        QCOMPARE(second[0], first[0]);
        set.setInterest(second[0], PollSet::Read | PollSet::Write);
        QCOMPARE(set.poll().size(), size_t(1)); // writable
        close(second);
    }
};

QTEST_GUILESS_MAIN(TestPollSet)
#include "tst_pollset.moc"
