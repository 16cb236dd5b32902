// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/audittrials.h"

#include "core/base/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace experiment {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::AuditEvidence)
};

QCoro::Task<AuditFinding> judge(AuditContext &context, std::vector<Trial> trials,
                                std::function<bool(const Exchanged &)> isGood)
{
    QStringList good, bad, unclear;
    for (const Trial &trial : trials) {
        const Exchanged made = co_await context.exchange(trial.upload, trial.endsSending);
        if (made.error.kind != base::ErrorKind::None)
            co_return undecided(made.error.message);
        if (isGood(made))
            good += Text::tr("%1: %2", "what was sent, the answer").arg(trial.what, made.text());
        else if (made.isUnclear())
            unclear += Text::tr("%1: %2%3", "what was sent, the answer, its words")
                           .arg(trial.what, made.text(), made.words(context.secrets()));
        else
            bad += Text::tr("%1: %2%3", "what was sent, the answer, its words")
                       .arg(trial.what, made.text(), made.words(context.secrets()));
    }
    if (!bad.isEmpty())
        co_return failed(auditClauses(bad));
    if (!unclear.isEmpty())
        co_return undecided(unclearRedirect(auditClauses(unclear)));
    co_return passed(auditClauses(good));
}

} // namespace

QString auditClauses(const QStringList &clauses)
{
    return clauses.join(Text::tr("; ", "between the clauses of a sentence"));
}

QString unclearRedirect(const QString &seen)
{
    return Text::tr("%1; whether that redirect says taken or refused cannot be told from outside",
                    "what was seen")
        .arg(seen);
}

QString withMemory(const QString &seen, const Held &held)
{
    return Text::tr("%1; the server's memory grew by %2 meanwhile", "what was seen, bytes")
        .arg(seen, base::formatBytes(std::max(0.0, held.rise))); // a little more is collected than before
}

QString unseen(const QString &seen, const AuditContext &context)
{
    return Text::tr("%1; whether it was held meanwhile cannot be seen: %2", "what was seen, why not")
        .arg(seen, context.blindness());
}

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
