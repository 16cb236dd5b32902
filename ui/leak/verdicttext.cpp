// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/verdicttext.h"

#include "core/base/format.h"
#include "core/report/checkevidence.h"
#include "core/report/checknotes.h"
#include "core/report/checkwording.h"
#include "ui/leak/checkadvice.h"
#include "ui/leak/floorchart.h"

#include <QCoreApplication>

namespace ui {

using analysis::Outcome;
using analysis::Resource;
using analysis::ResourceVerdict;
using experiment::CheckResult;
using report::CheckEvidence;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::VerdictText)
};

struct Word
{
    QString text;
    Tone tone;
};

Word wordOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Leaks:
        return {Text::tr("leaks"), Tone::Bad};
    case Outcome::GcClosed:
        return {Text::tr("closed by GC"), Tone::Bad};
    case Outcome::Stable:
        return {Text::tr("stable"), Tone::Good};
    case Outcome::ReleasedLate:
        return {Text::tr("released late"), Tone::Good};
    case Outcome::Inconclusive:
    case Outcome::NeedsMoreRounds:
        break;
    }
    return {Text::tr("inconclusive"), Tone::Warn};
}

Word leaningWord(const ResourceVerdict &verdict)
{
    return verdict.leaning == Outcome::Inconclusive ? Word{Text::tr("not clear yet"), Tone::Dim}
                                                    : wordOf(verdict.leaning);
}

// What a witness says when its principal says the same.
bool isEcho(const ResourceVerdict &verdict, const std::vector<ResourceVerdict> &all)
{
    Resource principal = Resource::Heap;
    if (verdict.resource == Resource::TempBytes)
        principal = Resource::TempFiles;
    else if (verdict.resource != Resource::HeapObjects)
        return false;
    return std::ranges::any_of(all, [&](const ResourceVerdict &other) {
        return other.resource == principal && other.outcome == verdict.outcome
            && other.leaning == verdict.leaning;
    });
}

std::vector<ResourceVerdict> shown(std::vector<ResourceVerdict> verdicts)
{
    const std::vector<ResourceVerdict> all = verdicts;
    std::erase_if(verdicts, [&](const ResourceVerdict &verdict) { return isEcho(verdict, all); });
    const auto place = [](const ResourceVerdict &verdict) {
        return std::ranges::find(byImportance(), verdict.resource) - byImportance().begin();
    };
    std::ranges::stable_sort(verdicts, {}, place);
    return verdicts;
}

QString amountText(const ResourceVerdict &verdict, double amount)
{
    return verdict.unit == analysis::Unit::Bytes ? base::formatBytes(amount)
                                                 : QString::number(amount, 'f', 2);
}

QString valueText(const ResourceVerdict &verdict, Outcome outcome)
{
    if (outcome == Outcome::Stable)
        return Text::tr("< %1", "nothing above this per upload")
            .arg(amountText(verdict, report::surelySeen(verdict)));
    return report::perUploadText(verdict);
}

ResourceRow rowOf(const ResourceVerdict &verdict, const QString &name, const Word &word, Outcome outcome,
                  bool hasInterval = true)
{
    QString tip = Text::tr("%1 %2", "resource, why it is judged so").arg(name, report::reasonText(verdict));
    if (verdict.low && verdict.high)
        tip += (hasInterval ? Text::tr("\n%1 per upload (98 %)") : Text::tr("\n%1 per upload"))
                   .arg(report::intervalText(verdict));
    return {name, word.text, word.tone, valueText(verdict, outcome), tip};
}

QString titleOf(const CheckEvidence &evidence, Resource resource)
{
    const QString title = resourceTitle(resource);
    return evidence.suffix.isEmpty()
        ? title
        : Text::tr("%1, %2", "a resource, in which uploads").arg(title, evidence.suffix);
}

ResourceRow rowOf(const CheckEvidence &evidence, const ResourceVerdict &verdict)
{
    return rowOf(verdict, titleOf(evidence, verdict.resource), wordOf(verdict.outcome), verdict.outcome,
                 evidence.hasInterval);
}

bool isQuiet(const ResourceVerdict &verdict)
{
    return verdict.outcome == Outcome::Stable || verdict.outcome == Outcome::ReleasedLate;
}

std::vector<ResourceRow> rowsOfNormal(const CheckEvidence &evidence)
{
    std::vector<ResourceRow> rows;
    for (const ResourceVerdict &verdict : shown(*evidence.verdicts))
        rows.push_back(rowOf(evidence, verdict));
    return rows;
}

std::vector<ResourceRow> rowsOfAborted(const CheckEvidence &evidence)
{
    const std::vector<ResourceVerdict> &verdicts = *evidence.verdicts;
    std::vector<ResourceRow> rows;
    if (std::ranges::all_of(verdicts, isQuiet)) {
        const auto late = std::ranges::find(verdicts, Outcome::ReleasedLate, &ResourceVerdict::outcome);
        const ResourceVerdict &verdict = late == verdicts.end() ? verdicts.front() : *late;
        rows.push_back(rowOf(verdict, Text::tr("Aborted uploads"), wordOf(verdict.outcome), verdict.outcome));
        return rows;
    }
    for (const ResourceVerdict &verdict : shown(verdicts)) {
        if (!isQuiet(verdict))
            rows.push_back(rowOf(evidence, verdict));
    }
    return rows;
}

std::vector<ResourceRow> rowsOfRare(const CheckEvidence &evidence)
{
    std::vector<ResourceRow> rows;
    for (const ResourceVerdict &verdict : shown(*evidence.verdicts)) {
        if (verdict.outcome == Outcome::Leaks || verdict.outcome == Outcome::ReleasedLate)
            rows.push_back(rowOf(evidence, verdict));
    }
    return rows;
}

void foldStable(std::vector<ResourceRow> &rows)
{
    const Word stable = wordOf(Outcome::Stable);
    QStringList names;
    for (const ResourceRow &row : rows) {
        if (row.word == stable.text)
            names.append(Text::tr("%1: %2", "a resource, nothing above this").arg(row.name, row.value));
    }
    if (names.size() < 2)
        return;
    std::erase_if(rows, [&](const ResourceRow &row) { return row.word == stable.text; });
    rows.push_back(
        {Text::tr("%1 others").arg(names.size()), stable.text, stable.tone, {}, names.join(u'\n')});
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

// The memory, or whatever else was watched first.
const ResourceVerdict *foremost(const std::vector<ResourceVerdict> &verdicts)
{
    for (const ResourceVerdict &verdict : verdicts) {
        if (verdict.growsNow() && verdict.resource != Resource::HeapObjects
            && verdict.resource != Resource::Rss)
            return &verdict;
    }
    return verdicts.empty() ? nullptr : &verdicts.front();
}

QString smallestLeakLine(const CheckResult &result)
{
    const ResourceVerdict *memory = foremost(result.resources);
    if (!memory)
        return {};
    return Text::tr("The smallest leak it could have seen: %1 per upload, after %2 uploads of %3.")
        .arg(amountText(*memory, report::surelySeen(*memory)), base::formatCount(memory->uploads),
             base::formatBytes(result.bodyBytes));
}

} // namespace

VerdictText verdictText(const CheckResult &result)
{
    VerdictText text;
    text.sentence = report::checkSentence(result);
    text.notes = report::checkNotes(result, report::Surface::Window);
    switch (result.verdict.outcome) {
    case Outcome::Leaks:
        text.tone = Tone::Bad;
        text.sign = QLatin1StringView("alert");
        text.details << intervalLine(result);
        if (!text.notes.isEmpty()) // How sure it is.
            text.details << text.notes.takeFirst();
        break;
    case Outcome::Stable:
        text.tone = Tone::Good;
        text.sign = QLatin1StringView("check");
        text.details << smallestLeakLine(result);
        break;
    default:
        text.tone = Tone::Warn;
        text.sign = QLatin1StringView("info");
        text.details << checkAdvice(result);
        break;
    }
    text.details.removeAll(QString());
    return text;
}

VerdictText provisionalText(const experiment::CheckProgress &progress)
{
    VerdictText text;
    text.sign = QLatin1StringView("waiting");
    const ResourceVerdict *verdict = foremost(progress.provisional);
    if (!verdict || !verdict->perUpload) {
        text.sentence = Text::tr("No verdict yet");
        text.details << Text::tr("After three rounds it shows what it looks like.");
        return text;
    }
    text.sentence = Text::tr("So far: %1").arg(leaningWord(*verdict).text);
    text.details << Text::tr("%1 %2 per upload. Not decided yet.")
                        .arg(resourceTitle(verdict->resource), report::perUploadText(*verdict));
    return text;
}

std::vector<ResourceRow> resourceRows(const CheckResult &result)
{
    std::vector<ResourceRow> rows;
    for (const CheckEvidence &evidence : report::evidenceGroups(result)) {
        const bool isAborted = evidence.verdicts == &result.aborted;
        const std::vector<ResourceRow> more = evidence.suffix.isEmpty() ? rowsOfNormal(evidence)
            : isAborted                                                 ? rowsOfAborted(evidence)
                                                                        : rowsOfRare(evidence);
        rows.insert(rows.end(), more.begin(), more.end());
    }
    if (result.verdict.outcome == Outcome::Leaks)
        foldStable(rows);
    return rows;
}

std::vector<ResourceRow> provisionalRows(const std::vector<ResourceVerdict> &resources)
{
    std::vector<ResourceRow> rows;
    for (const ResourceVerdict &verdict : shown(resources))
        rows.push_back(
            rowOf(verdict, resourceTitle(verdict.resource), leaningWord(verdict), verdict.leaning));
    return rows;
}

QString resourceTitle(Resource resource)
{
    switch (resource) {
    case Resource::Heap:
        return Text::tr("Heap");
    case Resource::HeapObjects:
        return Text::tr("Heap objects");
    case Resource::External:
        return Text::tr("External memory");
    case Resource::Rss:
        return Text::tr("Process memory");
    case Resource::Goroutines:
        return Text::tr("Goroutines");
    case Resource::Threads:
        return Text::tr("Threads");
    case Resource::Descriptors:
        return Text::tr("Descriptors");
    case Resource::TempFiles:
        return Text::tr("Temporary files");
    case Resource::TempBytes:
        return Text::tr("Bytes in files");
    }
    return {};
}

QString phaseLine(const experiment::CheckProgress &progress)
{
    QString phase = report::phaseText(progress);
    if (!phase.isEmpty())
        phase[0] = phase[0].toUpper();
    QString line
        = Text::tr("%1 · %2 uploads · %3 so far", "phase, count, time")
              .arg(phase, base::formatCount(progress.uploads), base::formatCountdown(progress.elapsed));
    if (progress.phaseLeft)
        line += Text::tr(" · about %1 left of this").arg(base::formatCountdown(*progress.phaseLeft));
    return line;
}

} // namespace ui
