// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/audittrials.h"

namespace experiment {
namespace {

QCoro::Task<AuditFinding> judge(AuditContext &context, std::vector<Trial> trials,
                                std::function<bool(const Exchanged &)> isGood)
{
    QStringList good, bad;
    for (const Trial &trial : trials) {
        const Exchanged made = co_await context.exchange(trial.upload, trial.endsSending);
        if (made.error.kind != base::ErrorKind::None)
            co_return undecided(made.error.message);
        if (isGood(made))
            good += QStringLiteral("%1: %2").arg(trial.what, made.text());
        else
            bad += QStringLiteral("%1: %2%3").arg(trial.what, made.text(), made.words(context.secrets()));
    }
    const QString separator = QStringLiteral("; ");
    if (bad.isEmpty())
        co_return passed(good.join(separator));
    co_return failed(bad.join(separator));
}

} // namespace

QCoro::Task<AuditFinding> expectRefusals(AuditContext &context, std::vector<Trial> trials, Silence silence)
{
    std::function<bool(const Exchanged &)> isGood = [silence](const Exchanged &made) {
        const bool isSilent = !made.answer && made.hasEnded;
        return made.isRefused() || (isSilent && silence == Silence::IsRefusal);
    };
    const AuditFinding finding = co_await judge(context, trials, isGood);
    co_return finding;
}

QCoro::Task<AuditFinding> expectAnswers(AuditContext &context, std::vector<Trial> trials)
{
    std::function<bool(const Exchanged &)> isGood
        = [](const Exchanged &made) { return made.answer && made.status() < 500; };
    const AuditFinding finding = co_await judge(context, trials, isGood);
    co_return finding;
}

} // namespace experiment
