// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/historyoptions.h"

#include "app/tidemark-cli/runfinder.h"
#include "core/base/units.h"
#include "core/session/history.h"
#include "core/transfer/nativepath.h"

#include <algorithm>
#include <array>

namespace cli {
namespace {

using base::Done;
using base::Result;

using session::longestNote;
using session::longestTag;

struct Action
{
    const char *name;
    RunsAction action;
    bool takesWords; ///< Behind its one run.
};

constexpr std::array actions{
    Action{"list", RunsAction::List, false},     Action{"show", RunsAction::Show, false},
    Action{"delete", RunsAction::Delete, false}, Action{"tag", RunsAction::Tag, true},
    Action{"untag", RunsAction::Untag, true},    Action{"note", RunsAction::Note, true},
};

/// Without the mark by which the command line keeps "[…]" from being taken for a list.
QString wordOf(const std::string &raw)
{
    QString word = text(raw);
    if (word.startsWith(QLatin1StringView("./[")))
        word.remove(0, 2);
    return word;
}

Result<Done> readFilter(const RawOptions &raw, Options &options)
{
    static constexpr std::array commands{"upload", "watch", "check", "sweep", "audit", "session"};
    const bool isKnown
        = std::ranges::any_of(commands, [&raw](const char *command) { return raw.onlyCommand == command; });
    if (!raw.onlyCommand.empty() && !isKnown)
        return usage(
            QStringLiteral("--command takes upload, watch, check, sweep, audit or session, not \"%1\"")
                .arg(text(raw.onlyCommand)));
    if (raw.limit && *raw.limit < 0)
        return usage(QStringLiteral("--limit takes 0 (all) or more"));
    options.filter = {text(raw.onlyServer), text(raw.onlyCommand), text(raw.onlyTag), raw.limit.value_or(0)};
    options.limitNamed = raw.limit.has_value();
    return Done();
}

Result<Done> readWords(const RawOptions &raw, Options &options)
{
    if (options.words.isEmpty())
        return usage(QStringLiteral("runs %1 takes a run and %2")
                         .arg(text(raw.runsAction),
                              options.runsAction == RunsAction::Note ? QStringLiteral("a text, \"\" for none")
                                                                     : QStringLiteral("one word or more")));
    if (options.runsAction == RunsAction::Note) {
        options.words = {options.words.join(u' ').trimmed()};
        if (options.words.constFirst().size() > longestNote)
            return usage(QStringLiteral("a note has %1 characters at most").arg(longestNote));
        return Done();
    }
    for (const QString &word : std::as_const(options.words)) {
        if (!session::isTag(word))
            return usage(
                QStringLiteral("\"%1\" is no tag: those are words without spaces, of %2 characters at "
                               "most")
                    .arg(word.left(longestTag))
                    .arg(longestTag));
    }
    return Done();
}

} // namespace

Result<Done> readHistory(const RawOptions &raw, Options &options)
{
    if (raw.noHistory && !raw.history.empty())
        return usage(QStringLiteral("--history and --no-history exclude each other"));
    if (raw.noHistory && !raw.historyLimit.empty())
        return usage(QStringLiteral("--history-limit and --no-history exclude each other"));
    if (raw.noHistory)
        return Done();
    if (!raw.historyLimit.empty()) {
        const auto room = base::parseSize(text(raw.historyLimit));
        if (!room || *room < session::History::leastRoom)
            return usage(QStringLiteral("--history-limit takes a size of 1MiB or more, not \"%1\"")
                             .arg(text(raw.historyLimit).left(longestTag)));
        options.historyRoom = *room;
    }
    options.historyNamed = !raw.history.empty();
    options.history = options.historyNamed
        ? transfer::absolutePath(transfer::fromNativePath(QByteArray::fromStdString(raw.history)))
        : session::defaultHistoryPath();
    return Done();
}

Result<Done> readRuns(const RawOptions &raw, Options &options)
{
    const auto *action
        = std::ranges::find_if(actions, [&raw](const Action &known) { return raw.runsAction == known.name; });
    if (action == actions.end())
        return usage(QStringLiteral("runs takes list, show, delete, tag, untag or note, not \"%1\"")
                         .arg(text(raw.runsAction).left(longestTag)));
    options.runsAction = action->action;
    for (const std::string &word : raw.runsWords)
        options.runs += wordOf(word);
    if (action->action == RunsAction::List)
        return options.runs.isEmpty()
            ? readFilter(raw, options)
            : usage(QStringLiteral("runs list takes options only; runs show takes a run"));
    if (options.runs.isEmpty() || (action->action == RunsAction::Show && options.runs.size() > 1))
        return usage(
            QStringLiteral("runs %1 takes a run: its number, or \"last\"").arg(text(raw.runsAction)));
    if (action->takesWords)
        options.words = options.runs.mid(1);
    if (action->takesWords)
        options.runs = options.runs.first(1);
    for (const QString &run : std::as_const(options.runs)) {
        if (!RunFinder::isKept(run))
            return usage(QStringLiteral("\"%1\" is no run of the history: those are numbers, or \"last\"")
                             .arg(run.left(longestTag)));
    }
    if (!raw.json.empty() && action->action != RunsAction::Show)
        return usage(QStringLiteral("--json is for runs list and runs show"));
    return action->takesWords ? readWords(raw, options) : Result<Done>(Done());
}

} // namespace cli
