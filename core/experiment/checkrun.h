// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/experiment/floorreader.h"
#include "core/experiment/requestledger.h"

#include <QObject>

namespace experiment {

/// One run of a LeakCheck: the recipe, as a coroutine that reads like it. Each phase returns whether the check may go on;
/// if not, `m_result.interruption` says why.
///
/// Thread: the stage's, which outlives this. Stage::cancel() brings the coroutine to its end before it returns.
class CheckRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckRun)

public:
    CheckRun(Stage &stage, CheckPlan plan);
    ~CheckRun() override;

    void start();

Q_SIGNALS:
    void progressed(const experiment::CheckProgress &progress);
    void finished(const experiment::CheckResult &result);

private:
    /// How the uploads of one round differ from the plan's.
    struct Round
    {
        int uploads = 0;
        int connections = 0;
        qint64 bytes = 0;
        bool isSame = false;
        transfer::CutAt cutAt = transfer::CutAt::Never;
        transfer::CutBy cutBy = transfer::CutBy::Reset;
        transfer::Flaw flaw = transfer::Flaw::None;
        bool isGenerated = false; ///< Even where the plan has files.
        bool mayBeRefused = false; ///< Uploads that are not taken are no reason to stop.
    };

    static constexpr int highConcurrency = 16;
    static constexpr double leastTaken = 0.8; ///< Of a round's uploads, for it to tell something of them.

    QCoro::Task<> run();
    QCoro::Task<bool> protocol();
    QCoro::Task<bool> probe();
    QCoro::Task<bool> warmUp();
    QCoro::Task<bool> blanks();
    QCoro::Task<bool> rounds();
    /// Where those rounds show a leak: for as long as they took, what there is without uploads.
    QCoro::Task<bool> lookOn(std::vector<analysis::ResourceVerdict> &verdicts,
                             const std::vector<FloorAt> &rounds);
    /// From leaks of normal uploads, what the floors since the rounds, or since the wait, gave back; of others', what that
    /// shows to come and go.
    void takeBackWhatFell();
    /// From leaks of normal uploads, what did not go on while others of that kind were made. (Until other kinds are tried
    /// that may leave less.)
    void takeBackWhatEnded();
    /// From leaks of other uploads, what may be the filling again of what has come and gone before them: the first `before`
    /// of the floors.
    void takeBackWhatComesAndGoes(std::vector<analysis::ResourceVerdict> &verdicts, std::size_t before) const;
    /// What described the leak described the filling of a cache.
    void dropDescription();
    /// Takes the last profiles, and uploads on where they are too coarse to name a function.
    QCoro::Task<bool> attribution();
    QCoro::Task<bool> aborts();
    QCoro::Task<std::optional<FloorReading>> abortRound();
    /// Where descriptors were closed while the server was made to collect: whether they are when it had time before.
    QCoro::Task<bool> forgottenCloses(std::vector<analysis::ResourceVerdict> &verdicts,
                                      const std::vector<FloorAt> &rounds);
    /// As attribution(), where only aborted uploads leak.
    QCoro::Task<bool> abortAttribution();
    /// Many at once, where few leave nothing.
    QCoro::Task<bool> crowd();
    /// Few that are too large for the server's memory, on this machine, where its files are watched.
    QCoro::Task<bool> spill();
    QCoro::Task<bool> sizes();
    QCoro::Task<bool> sameFile();
    QCoro::Task<bool> concurrency();
    QCoro::Task<bool> idle();
    /// More of the uploads that leaked, after all others.
    QCoro::Task<bool> control();
    QCoro::Task<> takeFirstProfiles();
    QCoro::Task<> takeLastProfiles();

    /// False: interrupted.
    QCoro::Task<bool> makeLoad(Round what);
    /// Asked when uploads failed.
    QCoro::Task<FloorReader::Presence> presenceAfterFailure();
    /// One second of waiting, at the end of which the server must still be the same.
    QCoro::Task<bool> waitASecond();
    /// Uploads, then a floor. Nothing: interrupted.
    QCoro::Task<std::optional<FloorReading>> round(Round what);
    QCoro::Task<std::optional<FloorReading>> floor();
    /// Rounds of equal kind for a comparison: growth of each, from the last floor on.
    QCoro::Task<std::optional<std::vector<analysis::RoundGrowth>>> growths(Round what, int count,
                                                                           CheckPhase phase);

    /// How long no byte of an upload may move before it has stalled.
    [[nodiscard]] std::chrono::milliseconds patience(bool isFlawed) const;
    /// Whether the leak is one of process memory that nothing but the process's size tells of.
    [[nodiscard]] bool isOfProcessAlone() const;
    [[nodiscard]] std::vector<analysis::RoundGrowth> growthsOf(const std::vector<FloorAt> &rounds) const;
    bool interrupt(Interruption why, const base::Error &error = {});
    [[nodiscard]] bool mayGoOn(const FloorReading &floor);
    [[nodiscard]] Round usual() const;
    [[nodiscard]] bool leaks() const;
    [[nodiscard]] double leadingValue(const FloorReading &floor) const;
    [[nodiscard]] double leadingThreshold() const;
    [[nodiscard]] analysis::Verdict verdictSoFar() const;
    void attribute(const analysis::Verdict &verdict);
    /// Of heap or goroutines. Nothing: there are no profiles, or they cannot be read.
    [[nodiscard]] std::optional<Guilt> guiltOf(analysis::Resource resource, const analysis::Verdict &verdict);
    [[nodiscard]] std::optional<double> returnedShare(const analysis::Verdict &verdict) const;
    /// From the first profiles on. Nothing: named already, or never to be.
    [[nodiscard]] std::optional<qint64> uploadsToName();
    void conclude();
    void report(CheckPhase phase, int round, int rounds, double share = 0);
    [[nodiscard]] std::optional<std::chrono::milliseconds> phaseLeft() const;

    Stage &m_stage;
    std::unique_ptr<FloorReader> m_reader;
    CheckResult m_result;
    CheckProgress m_progress;
    base::Steady m_begin;
    base::Steady m_phaseBegin;
    std::optional<FloorReading> m_lastFloor;
    std::chrono::milliseconds m_rest{0}; ///< Before each floor.
    std::vector<FloorReading> m_floors; ///< All since the warm-up.
    std::size_t m_later = 0; ///< Of them, where those begin that may take a leak of normal uploads back.
    transfer::LoadResult m_lastLoad;
    FloorAt m_firstProfiled; ///< `uploads` are all since the beginning.
    FloorAt m_lastProfiled;
    int m_uploadsAtRounds = 0; ///< Successful ones before the rounds.
    RequestLedger m_requests;
    std::chrono::microseconds m_slowestUpload{0}; ///< Of the answered ones.
    base::Histogram m_answerTimes; ///< Microseconds, see AnswerTimes.
    double m_crowdAttempts = 0; ///< All of them, the warm-up's too.
    bool m_hangsOnFlaws = false; ///< Uploads that are wrong on purpose are never answered.
    bool m_isJudged = false; ///< It leaks; what follows describes the leak and cannot take that back.
    quint64 m_nextNumber = 0; ///< Of the next upload: none is sent twice.
};

} // namespace experiment
