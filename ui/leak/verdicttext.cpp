// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/verdicttext.h"

#include "core/base/format.h"
#include "core/report/badge.h"
#include "core/report/checkadvice.h"
#include "core/report/checkevidence.h"
#include "core/report/checknotes.h"
#include "core/report/checkrows.h"
#include "core/report/checkwording.h"
#include "core/report/wording.h"
#include "ui/common/verdicttone.h"

#include <QCoreApplication>

namespace ui {

using analysis::Outcome;
using analysis::Resource;
using analysis::ResourceVerdict;
using experiment::CheckResult;
using report::Badge;
using report::CheckRow;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::VerdictText)
};

Badge leaningBadge(const ResourceVerdict &verdict)
{
    return verdict.leaning == Outcome::Inconclusive ? Badge{report::Tone::Same, Text::tr("not clear yet")}
                                                    : report::badgeOf(verdict.leaning);
}

QString valueText(const ResourceVerdict &verdict, Outcome outcome)
{
    if (outcome == Outcome::Stable)
        return Text::tr("< %1", "nothing above this per upload")
            .arg(report::amountText(verdict.unit, report::surelySeen(verdict)));
    return report::perUploadText(verdict);
}

QString titleOf(const CheckRow &row)
{
    if (row.kind == CheckRow::Kind::AllAborted)
        return Text::tr("Aborted uploads");
    const QString title = resourceTitle(row.verdict.resource);
    return row.suffix.isEmpty() ? title
                                : Text::tr("%1, %2", "a resource, in which uploads").arg(title, row.suffix);
}

ResourceRow lineOf(const CheckRow &row, const Badge &badge)
{
    if (row.kind == CheckRow::Kind::Others) {
        QStringList names;
        for (const CheckRow &other : row.others)
            names.append(Text::tr("%1: %2", "a resource, nothing above this")
                             .arg(titleOf(other), valueText(other.verdict, other.outcome)));
        return {
            Text::tr("%1 others").arg(names.size()), badge.word, toneOf(badge.tone), {}, names.join(u'\n')};
    }
    const ResourceVerdict &verdict = row.verdict;
    const QString title = titleOf(row);
    QString tip = Text::tr("%1 %2", "resource, why it is judged so").arg(title, report::reasonText(verdict));
    if (verdict.low && verdict.high)
        tip += (row.hasInterval ? Text::tr("\n%1 per upload (98 %)") : Text::tr("\n%1 per upload"))
                   .arg(report::intervalText(verdict));
    return {title, badge.word, toneOf(badge.tone), valueText(verdict, row.outcome), tip};
}

QString uploadsText(const CheckResult &result)
{
    const QString uploads = base::formatCount(result.verdict.leading->uploads);
    const QString bytes = base::formatBytes(report::evidenceOf(result).bodyBytes);
    if (result.verdict.onlyWhenAborted)
        return Text::tr("%1 aborted uploads of %2").arg(uploads, bytes);
    if (result.verdict.onlyWhenCrowded)
        return Text::tr("%1 uploads of %2, %3 at once").arg(uploads, bytes).arg(result.crowdConnections);
    return (result.verdict.onlyWhenLarge ? Text::tr("%1 large uploads of %2") : Text::tr("%1 uploads of %2"))
        .arg(uploads, bytes);
}

QString intervalLine(const CheckResult &result)
{
    const std::optional<ResourceVerdict> &leading = result.verdict.leading;
    if (!leading || !leading->low || !leading->high)
        return {};
    const QString line = report::evidenceOf(result).hasInterval ? Text::tr("%1, %2 (98 %), over %3.")
                                                                : Text::tr("%1, %2, over %3.");
    return line.arg(resourceTitle(leading->resource), report::intervalText(*leading), uploadsText(result));
}

QString smallestLeakLine(const CheckResult &result)
{
    const ResourceVerdict *memory = report::foremost(result.resources);
    if (!memory)
        return {};
    return Text::tr("The smallest leak it could have seen: %1 per upload, after %2 uploads of %3.")
        .arg(report::amountText(memory->unit, report::surelySeen(*memory)),
             base::formatCount(memory->uploads), base::formatBytes(result.bodyBytes));
}

} // namespace

VerdictText verdictText(const CheckResult &result)
{
    VerdictText text;
    text.sentence = report::checkSentence(result);
    text.notes = report::checkNotes(result, report::Surface::Window);
    text.tone = toneOf(report::badgeOf(result.verdict.outcome).tone);
    switch (result.verdict.outcome) {
    case Outcome::Leaks:
        text.sign = QLatin1StringView("alert");
        text.details << intervalLine(result);
        if (!text.notes.isEmpty()) // How sure it is.
            text.details << text.notes.takeFirst();
        break;
    case Outcome::Stable:
        text.sign = QLatin1StringView("check");
        text.details << smallestLeakLine(result);
        break;
    default:
        text.sign = QLatin1StringView("info");
        text.details << report::checkAdvice(result, report::Surface::Window);
        break;
    }
    text.details.removeAll(QString());
    return text;
}

VerdictText provisionalText(const experiment::CheckProgress &progress)
{
    VerdictText text;
    text.sign = QLatin1StringView("waiting");
    const ResourceVerdict *verdict = report::foremost(progress.provisional);
    if (!verdict || !verdict->perUpload) {
        text.sentence = Text::tr("No verdict yet");
        text.details << Text::tr("After three rounds it shows what it looks like.");
        return text;
    }
    text.sentence = Text::tr("So far: %1").arg(leaningBadge(*verdict).word);
    text.details << Text::tr("%1 %2 per upload. Not decided yet.")
                        .arg(resourceTitle(verdict->resource), report::perUploadText(*verdict));
    return text;
}

std::vector<ResourceRow> resourceRows(const CheckResult &result)
{
    std::vector<ResourceRow> rows;
    for (const CheckRow &row : report::checkRows(result))
        rows.push_back(lineOf(row, report::badgeOf(row.outcome)));
    return rows;
}

std::vector<ResourceRow> provisionalRows(const std::vector<ResourceVerdict> &resources)
{
    std::vector<ResourceRow> rows;
    for (const CheckRow &row : report::leaningRows(resources))
        rows.push_back(lineOf(row, leaningBadge(row.verdict)));
    return rows;
}

QString resourceTitle(Resource resource)
{
    return report::withCapital(report::resourceName(resource));
}

QString phaseLine(const experiment::CheckProgress &progress)
{
    const QString phase = report::withCapital(report::phaseText(progress));
    QString line
        = Text::tr("%1 · %2 uploads · %3 so far", "phase, count, time", progress.uploads)
              .arg(phase, base::formatCount(progress.uploads), base::formatCountdown(progress.elapsed));
    if (progress.phaseLeft)
        line += Text::tr(" · about %1 left of this").arg(base::formatCountdown(*progress.phaseLeft));
    return line;
}

} // namespace ui
