// SPDX-License-Identifier: GPL-3.0-or-later
// What decides about repetitions: the policy, the budget, the guard.
#include "core/base/fakeclock.h"
#include "core/transfer/postponeduploads.h"
#include "core/transfer/retrybudget.h"
#include "core/transfer/retrypolicy.h"
#include "core/transfer/serverguard.h"

#include <QSignalSpy>
#include <QTest>

using base::Error;
using base::ErrorKind;
using namespace std::chrono_literals;
using namespace transfer;
using State = ServerGuard::State;

namespace {

Error status(int code)
{
    return {ErrorKind::HttpStatus, QStringLiteral("the server answered %1").arg(code), code, {}};
}

Error only(ErrorKind kind)
{
    return {kind, {}, 0, {}};
}

const Error refused{ErrorKind::ConnectionRefused, QStringLiteral("refused"), 0, {}};
const Error stored{};

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worthwhile_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("again");
        QTest::addColumn<bool>("strain");
        for (const int code : {408, 425, 500})
            QTest::addRow("%d", code) << status(code) << true << false;
        for (const int code : {429, 502, 503, 504})
            QTest::addRow("%d", code) << status(code) << true << true;
        for (const int code : {400, 401, 403, 404, 409, 411, 413, 415, 422, 431, 501, 505, 507})
            QTest::addRow("%d", code) << status(code) << false << false;
        const QMetaEnum kinds = QMetaEnum::fromType<ErrorKind>();
        const QList<ErrorKind> passing{ErrorKind::ConnectionRefused, ErrorKind::ConnectionFailed,
                                       ErrorKind::ConnectionReset, ErrorKind::ConnectTimeout};
        for (int i = 0; i < kinds.keyCount(); ++i) {
            const auto kind = static_cast<ErrorKind>(kinds.value(i));
            if (kind != ErrorKind::HttpStatus)
                QTest::addRow("%s", kinds.key(i)) << only(kind) << passing.contains(kind)
                                                  << (passing.contains(kind) || kind == ErrorKind::Stalled);
        }
    }

    void worthwhile()
    {
        QFETCH(Error, error);
        QTEST(RetryPolicy::isWorthwhile(error), "again");
        QTEST(ServerGuard::isStrain(error), "strain");
    }

    void brokenOffIsWorthwhileWhereItGoesOn()
    {
        for (const ErrorKind kind : {ErrorKind::Stalled, ErrorKind::Timeout}) {
            QVERIFY(!RetryPolicy::isWorthwhile(only(kind)));
            QVERIFY(RetryPolicy::isWorthwhile(only(kind), true));
        }
        const Error halfAnswered{ErrorKind::ConnectionReset, {}, 204, {}};
        QVERIFY(!RetryPolicy::isWorthwhile(halfAnswered));
        QVERIFY(RetryPolicy::isWorthwhile(halfAnswered, true));
        QVERIFY(!RetryPolicy::isWorthwhile({ErrorKind::AnsweredEarly, {}, 201, {}}));
        QVERIFY(RetryPolicy::isWorthwhile({ErrorKind::AnsweredEarly, {}, 204, {}}, true));
        for (const int ofPieces : {409, 423, 460}) {
            QVERIFY(!RetryPolicy::isWorthwhile(status(ofPieces)));
            QVERIFY(RetryPolicy::isWorthwhile(status(ofPieces), true));
        }
        QVERIFY(!RetryPolicy::isWorthwhile(status(413), true));
        QVERIFY(!RetryPolicy::isWorthwhile(only(ErrorKind::FileChanged), true));
        QVERIFY(RetryPolicy{.attempts = 1}.waitAfter(1, only(ErrorKind::Stalled), {}, 0.5, true));
    }

    void waitsGrowUpToTheirLimit()
    {
        const RetryPolicy policy{.attempts = 50, .step = 1s, .longest = 30s};
        constexpr double most = 1 - 1e-9;
        QCOMPARE(policy.waitAfter(1, refused, {}, 0), 0ms);
        QCOMPARE(policy.waitAfter(1, refused, {}, 0.5), 500ms);
        QCOMPARE(policy.waitAfter(2, refused, {}, 0.5), 1000ms);
        QCOMPARE(policy.waitAfter(4, refused, {}, 0.5), 4000ms);
        for (int made = 6; made <= 50; ++made)
            QVERIFY(policy.waitAfter(made, refused, {}, most) <= 30s
                    && policy.waitAfter(made, refused, {}, most) > 29s);
    }

    void asManyAttemptsAsAllowed()
    {
        const RetryPolicy policy{.attempts = 2};
        QVERIFY(policy.waitAfter(1, refused, {}, 0));
        QVERIFY(policy.waitAfter(2, refused, {}, 0));
        QVERIFY(!policy.waitAfter(3, refused, {}, 0));
        QVERIFY(!RetryPolicy().waitAfter(1, refused, {}, 0));
        QVERIFY(!policy.waitAfter(1, status(413), {}, 0));
    }

    void serverMayAskForMore()
    {
        const RetryPolicy policy{.attempts = 2, .step = 1s, .patience = 120s};
        QCOMPARE(policy.waitAfter(1, status(503), 20s, 0.5), 20'500ms);
        QCOMPARE(policy.waitAfter(1, status(503), 120s, 0), 120s);
        QVERIFY2(!policy.waitAfter(1, status(503), 121s, 0), "an hour is not waited for");
    }

    void aWholeServerIsLeftAloneForAsLongAsItSays()
    {
        const RetryPolicy policy{.attempts = 2, .step = 1s, .patience = 120s};
        QCOMPARE(policy.holdAfter(status(429), 10s, 0), 10s);
        QCOMPARE(policy.holdAfter(status(503), 10s, 0.5), 10'500ms);
        QCOMPARE(policy.waitAfter(2, status(429), 10s, 0.5),
                 10'500ms); // its upload as long, however often it was made
        QCOMPARE(policy.holdAfter(status(429), 600s, 0), 600s);
        QCOMPARE(policy.holdAfter(status(429), 24h * 365, 0), 1h);
        QVERIFY(!policy.holdAfter(status(429), {}, 0)); // it names no time
        QVERIFY(!policy.holdAfter(status(429), 0s, 0));
        QVERIFY2(!policy.holdAfter(status(500), 10s, 0), "that is this upload's alone");
        QVERIFY(!policy.holdAfter(stored, 10s, 0));
        QVERIFY(!RetryPolicy().holdAfter(status(429), 10s, 0));
    }

    void budgetIsAFifthOfTheFirstOnes()
    {
        base::FakeClock clock;
        RetryBudget budget(clock);
        QCOMPARE(takeAll(budget), 10); // the least
        clock.advance(11s);
        for (int i = 0; i < 200; ++i)
            budget.noteFirst();
        QCOMPARE(takeAll(budget), 40);
        clock.advance(10s);
        QCOMPARE(takeAll(budget), 0);
        clock.advance(1s); // those count no more
        QCOMPARE(takeAll(budget), 10);
        QCOMPARE(takeAll(budget, false), 30); // where no first ones are left, all in all a fifth of the 200
        clock.advance(11s);
        QCOMPARE(takeAll(budget, false), 40);
    }

    void successesOfAServerThatFailsNowAndThenCount()
    {
        base::FakeClock clock;
        RetryBudget budget(clock);
        QCOMPARE(takeAll(budget), 10);
        for (int i = 0; i < RetryBudget::wellAfter - 1; ++i)
            budget.noteSuccess(RetryBudget::Attempt::Repetition);
        QCOMPARE(takeAll(budget), 0);
        budget.noteFailure();
        for (int i = 0; i < RetryBudget::wellAfter - 1; ++i)
            budget.noteSuccess(RetryBudget::Attempt::Repetition);
        QCOMPARE(takeAll(budget), 0);
    }

    void onceAServerIsWellRepetitionsThatSucceedCountNoMore()
    {
        base::FakeClock clock;
        RetryBudget budget(clock);
        for (int i = 0; i < RetryBudget::wellAfter; ++i)
            budget.noteSuccess(RetryBudget::Attempt::First);
        budget.noteSuccess(RetryBudget::Attempt::Repetition); // nobody took any
        QCOMPARE(takeAll(budget), 10);
        clock.advance(2s);
        budget.noteSuccess(RetryBudget::Attempt::Repetition); // and one of the ten
        QCOMPARE(takeAll(budget), 2);
        clock.advance(9s); // the eight of the beginning count no more
        QCOMPARE(takeAll(budget), 8);
    }

    void waitingIsHopelessWhereNothingSucceeds()
    {
        base::FakeClock clock;
        RetryBudget budget(clock);
        QVERIFY(!budget.isHopeless()); // nothing was tried yet
        budget.noteFirst();
        clock.advance(9s);
        QVERIFY(!budget.isHopeless());
        budget.noteSuccess(RetryBudget::Attempt::First);
        clock.advance(9s);
        budget.noteFirst();
        QVERIFY(!budget.isHopeless());
        clock.advance(1s);
        for (int i = 0; i < RetryBudget::least; ++i) {
            QVERIFY2(!budget.isHopeless(), "none of few was allowed to be tried");
            budget.noteFailure();
        }
        QVERIFY(budget.isHopeless());
    }

    void strainHalvesAndSuccessAddsOneARound()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        guard.setMost(16);
        startUp(guard, clock);
        end(guard, clock, status(503));
        QCOMPARE(guard.allowed(), 8);
        guard.ended(status(503), clock.now() - 100ms); // of the same crowd: begun before that was known
        QCOMPARE(guard.allowed(), 8);
        for (int i = 0; i < 9; ++i)
            end(guard, clock, stored);
        QCOMPARE(guard.allowed(), 9);
        for (int i = 0; i < 50; ++i)
            end(guard, clock, stored);
        QVERIFY2(guard.allowed() > 10 && guard.allowed() < 16, qPrintable(QString::number(guard.allowed())));
        for (int i = 0; i < 1000; ++i)
            end(guard, clock, stored);
        QCOMPARE(guard.allowed(), 16); // and no more
        QCOMPARE(guard.state(), State::Closed);
        guard.setMost(3);
        QCOMPARE(guard.allowed(), 3);
    }

    void aStartGoesInSteps()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        guard.setMost(48);
        QCOMPARE(guard.allowed(), 4);
        clock.advance(1h); // nothing has begun
        QCOMPARE(guard.allowed(), 4);
        guard.began();
        clock.advance(50ms);
        end(guard, clock, stored);
        QCOMPARE(guard.allowed(), 5);
        clock.advance(48ms);
        QCOMPARE(guard.allowed(), 5);
        clock.advance(1ms);
        QCOMPARE(guard.allowed(), 10);
        clock.advance(100ms);
        QCOMPARE(guard.allowed(), 20);
        clock.advance(200ms);
        QCOMPARE(guard.allowed(), 48); // and no more
        clock.advance(1h);
        QCOMPARE(guard.allowed(), 48);
    }

    void strainEndsTheStart()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        guard.setMost(48);
        guard.began();
        clock.advance(100ms);
        QCOMPARE(guard.allowed(), 8);
        end(guard, clock, status(503));
        QCOMPARE(guard.allowed(), 4);
        guard.began();
        clock.advance(1h);
        QCOMPARE(guard.allowed(), 4);
        end(guard, clock, stored);
        QCOMPARE(guard.allowed(), 4); // one more takes a round
    }

    void oneRefusalIsForgotten()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        guard.setMost(48);
        guard.began();
        end(guard, clock, status(503));
        QCOMPARE(guard.allowed(), 2);
        int successes = 0;
        for (; guard.allowed() < 5; ++successes)
            end(guard, clock, stored);
        QVERIFY2(successes <= 40, qPrintable(QString::number(successes)));
        guard.began();
        clock.advance(400ms);
        QCOMPARE(guard.allowed(), 48);
    }

    void whatTheServerAskedForOutlastsASetting()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        clock.advance(1s);
        hold(guard, clock, 30s);
        guard.setOn(true);
        QCOMPARE(guard.state(), State::Open);
        QCOMPARE(guard.pausedUntil(), clock.now() + 30s);
    }

    void moreMayRunBesideLargeUploads()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        for (int i = 0; i < 4; ++i)
            guard.began();
        guard.setMost(16);
        clock.advance(200ms); // nothing has begun or ended
        QCOMPARE(guard.allowed(), 16);
    }

    void whatIsWantedMayChangeMeanwhile()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        guard.setMost(48);
        guard.setMost(10);
        clock.advance(1h); // nothing has begun
        QCOMPARE(guard.allowed(), 4);
        guard.began();
        clock.advance(200ms);
        QCOMPARE(guard.allowed(), 10);
        guard.setMost(30); // the server had no difficulty with ten
        QCOMPARE(guard.allowed(), 10);
        guard.began();
        clock.advance(200ms);
        QCOMPARE(guard.allowed(), 30);
        guard.setMost(3);
        QCOMPARE(guard.allowed(), 3);
        clock.advance(1h);
        QCOMPARE(guard.allowed(), 3);
    }

    void whatWasTooManyComesBackSlowly()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        guard.setMost(5);
        startUp(guard, clock);
        end(guard, clock, status(503)); // five are too many
        QCOMPARE(guard.allowed(), 2);
        int successes = 0;
        for (; guard.allowed() < 4; ++successes)
            end(guard, clock, stored);
        QVERIFY(successes <= 7);
        for (successes = 0; guard.allowed() < 5; ++successes)
            end(guard, clock, stored);
        QVERIFY2(successes >= 32 && successes <= 40, qPrintable(QString::number(successes)));
    }

    void aFullCircle()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        guard.setMost(10);
        QSignalSpy changed(&guard, &ServerGuard::changed);
        for (int i = 0; i < 4; ++i)
            end(guard, clock, refused);
        QCOMPARE(guard.state(), State::Closed);
        QVERIFY(guard.allowed() >= 1);
        end(guard, clock, refused);
        QCOMPARE(guard.state(), State::Open);
        QCOMPARE(guard.allowed(), 0);
        QCOMPARE(guard.pause(), 1000ms);
        QCOMPARE(guard.reason(), refused);
        guard.ended(refused, clock.now() - 10s); // one that was under way
        guard.ended(stored, clock.now() - 10s);
        QCOMPARE(guard.state(), State::Open);

        changed.clear();
        clock.advance(999ms);
        QCOMPARE(guard.state(), State::Open);
        clock.advance(1ms);
        QCOMPARE(guard.state(), State::HalfOpen);
        QCOMPARE(guard.allowed(), 1);
        QVERIFY(!changed.isEmpty());
        for (const auto pause : {2000ms, 4000ms, 8000ms, 16'000ms, 30'000ms, 30'000ms}) {
            end(guard, clock, refused);
            QCOMPARE(guard.state(), State::Open);
            QCOMPARE(guard.pause(), pause);
            clock.advance(pause);
            QCOMPARE(guard.state(), State::HalfOpen);
        }
        QCOMPARE(guard.failedProbes(), 6);
        guard.ended(stored, clock.now() - 10min); // an old one is no probe
        QCOMPARE(guard.state(), State::HalfOpen);
        end(guard, clock, stored);
        QCOMPARE(guard.state(), State::Closed);
        QCOMPARE(guard.failedProbes(), 0);
        QCOMPARE(guard.allowed(), 1); // carefully
        end(guard, clock, stored);
        QCOMPARE(guard.allowed(), 2);
    }

    void aServerThatNamesATimeIsObeyed()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        clock.advance(1s);
        hold(guard, clock, 10s); // one is enough
        QCOMPARE(guard.state(), State::Open);
        QCOMPARE(guard.pause(), 10s);
        QCOMPARE(guard.reason(), status(429));
        clock.advance(4s);
        guard.ended(status(429), clock.now() - 5s, 3s); // of the same crowd: it asks for no more
        QCOMPARE(guard.pausedUntil(), clock.now() + 6s);
        guard.ended(status(503), clock.now() - 5s, 20s); // for more
        QCOMPARE(guard.pausedUntil(), clock.now() + 20s);
        clock.advance(19'999ms);
        QCOMPARE(guard.state(), State::Open);
        clock.advance(1ms);
        QCOMPARE(guard.state(), State::HalfOpen);
        for (int i = 0; i < 10; ++i) { // for ever: that is no failed probe
            hold(guard, clock, 10s);
            QCOMPARE(guard.state(), State::Open);
            clock.advance(10s);
        }
        QCOMPARE(guard.failedProbes(), 0);
        end(guard, clock, refused); // but that is one, and its pause the first of the guard's own
        QCOMPARE(guard.failedProbes(), 1);
        QCOMPARE(guard.pause(), 1s);
        clock.advance(1s);
        end(guard, clock, stored);
        QCOMPARE(guard.state(), State::Closed);
    }

    void whatItTookBeforeIsItsQuota()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        for (int i = 0; i < 4; ++i)
            end(guard, clock, stored);
        const base::Steady before = clock.now();
        hold(guard, clock, 10s);
        guard.ended(stored, before); // the fifth was under way
        clock.advance(10s);
        QCOMPARE(guard.allowed(), 1);
        end(guard, clock, stored);
        QCOMPARE(guard.allowed(), 1);
        end(guard, clock, stored);
        QCOMPARE(guard.allowed(), 2);
        end(guard, clock, stored);
        QCOMPARE(guard.allowed(), 2); // and not three of two
        end(guard, clock, stored);
        QCOMPARE(guard.allowed(), 1);
        end(guard, clock, stored);
        QCOMPARE(guard.allowed(), 1); // it may be used up now
        for (int i = 0; i < 40; ++i)
            end(guard, clock, stored);
        QCOMPARE(guard.allowed(), 4); // it was not
    }

    void anAnswerIsASignOfLife()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        for (int i = 0; i < 20; ++i) {
            end(guard, clock, refused);
            end(guard, clock, status(i % 2 ? 500 : 413));
        }
        QCOMPARE(guard.state(), State::Closed);
        for (int i = 0; i < 20; ++i) { // neither a person nor the file tells of the server
            end(guard, clock, only(ErrorKind::Cancelled));
            end(guard, clock, only(ErrorKind::FileChanged));
        }
        QCOMPARE(guard.state(), State::Closed);
    }

    void offChangesNothing()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setMost(7);
        for (int i = 0; i < 100; ++i)
            end(guard, clock, refused);
        QCOMPARE(guard.allowed(), 7);
        QCOMPARE(guard.state(), State::Closed);
    }

    void anotherServerBeginsAnew()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        for (int i = 0; i < 5; ++i)
            end(guard, clock, refused);
        QCOMPARE(guard.state(), State::Open);
        guard.reset();
        QCOMPARE(guard.state(), State::Closed);
        QCOMPARE(guard.allowed(), 4);
        clock.advance(1min);
        QCOMPARE(guard.state(), State::Closed);
    }

    void anotherServersEndsCountNoMore()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        const base::Steady before = clock.now();
        clock.advance(1s);
        guard.reset();
        for (int i = 0; i < 10; ++i)
            guard.ended(refused, before);
        QCOMPARE(guard.state(), State::Closed);
        QCOMPARE(guard.allowed(), 4);
    }

    void aLateSuccessDoesNotCloseIt()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        for (int i = 0; i < 5; ++i)
            end(guard, clock, refused);
        end(guard, clock, stored); // told late by another lane
        QCOMPARE(guard.state(), State::Open);
        clock.advance(1s);
        QCOMPARE(guard.state(), State::HalfOpen);
        end(guard, clock, stored);
        QCOMPARE(guard.state(), State::Closed);
        clock.advance(1h);
        QCOMPARE(guard.state(), State::Closed);
    }

    void answersThatBrokeOffAreAnswers()
    {
        const RetryPolicy policy{.attempts = 3};
        const Error halfAnswer{ErrorKind::ConnectionReset, QStringLiteral("broke off"), 200, {}};
        QVERIFY(!policy.waitAfter(1, halfAnswer, {}, 0));
    }

    void postponedOnesMayHaveToWaitOn()
    {
        base::FakeClock clock;
        QList<quint64> due;
        bool mayGo = false;
        PostponedUploads postponed(clock, [&](UploadId id) {
            due.append(id.value);
            return mayGo ? 0ms : 500ms;
        });
        for (quint64 i = 1; i <= 3; ++i)
            postponed.add(UploadId{i}, std::chrono::milliseconds(i));
        clock.advance(400ms);
        QCOMPARE(due, QList<quint64>{1}); // the others behind it
        QCOMPARE(postponed.size(), 3);
        mayGo = true;
        clock.advance(101ms);
        QCOMPARE(due, (QList<quint64>{1, 1, 2, 3}));
        QCOMPARE(postponed.size(), 0);
    }

    void postponedOnesComeInTheirTime()
    {
        base::FakeClock clock;
        QList<quint64> due;
        PostponedUploads postponed(clock, [&](UploadId id) {
            due.append(id.value);
            return 0ms;
        });
        postponed.add(UploadId{1}, 3s);
        postponed.add(UploadId{2}, 1s);
        postponed.add(UploadId{3}, 2s);
        QVERIFY(postponed.remove(UploadId{3}));
        QVERIFY(!postponed.remove(UploadId{3}));
        clock.advance(999ms);
        QCOMPARE(due, QList<quint64>());
        clock.advance(1ms);
        QCOMPARE(due, QList<quint64>{2});
        clock.advance(10s);
        QCOMPARE(due, (QList<quint64>{2, 1}));
        QVERIFY(!postponed.remove(UploadId{1}));
    }

private:
    static int takeAll(RetryBudget &budget, bool isFirstLeft = true)
    {
        int taken = 0;
        while (budget.take(isFirstLeft))
            ++taken;
        return taken;
    }
    /// An attempt that began and ended just now.
    static void end(ServerGuard &guard, base::FakeClock &clock, const Error &error)
    {
        clock.advance(1ms);
        guard.ended(error, clock.now());
    }
    /// Until as many run as are wanted.
    static void startUp(ServerGuard &guard, base::FakeClock &clock)
    {
        guard.began();
        clock.advance(1s);
        QCOMPARE(guard.allowed(), guard.most());
    }
    static void hold(ServerGuard &guard, base::FakeClock &clock, std::chrono::milliseconds time)
    {
        clock.advance(1ms);
        guard.ended(status(429), clock.now(), time);
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
