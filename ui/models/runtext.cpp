// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runtext.h"

#include "core/base/format.h"
#include "core/base/localtime.h"
#include "core/report/runbadge.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace ui {

using session::KeptRun;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

QString withoutScheme(const QString &address)
{
    constexpr QLatin1StringView end("://");
    const qsizetype at = address.indexOf(end);
    return at < 0 ? address : address.sliced(at + end.size());
}

} // namespace

QString commandTitle(const QString &command)
{
    if (command == QLatin1StringView("upload"))
        return Text::tr("Uploads");
    if (command == QLatin1StringView("session"))
        return Text::tr("Session", "uploads of the window");
    if (command == QLatin1StringView("watch"))
        return Text::tr("Watching");
    if (command == QLatin1StringView("check"))
        return Text::tr("Leak check");
    if (command == QLatin1StringView("sweep"))
        return Text::tr("Sweep");
    if (command == QLatin1StringView("audit"))
        return Text::tr("Audit");
    return command;
}

QString columnTitle(RunColumn column)
{
    switch (column) {
    case RunColumn::When:
        return Text::tr("Started");
    case RunColumn::Command:
        return Text::tr("Run");
    case RunColumn::Server:
        return Text::tr("Server");
    case RunColumn::Verdict:
        return Text::tr("Verdict");
    case RunColumn::Sentence:
        return Text::tr("Result");
    case RunColumn::Tags:
        return Text::tr("Tags");
    case RunColumn::Note:
        return Text::tr("Note");
    case RunColumn::Size:
        return Text::tr("Size");
    }
    return {};
}

QString runText(const KeptRun &run, RunColumn column)
{
    switch (column) {
    case RunColumn::When:
        return base::localMinute(run.startedAtMs);
    case RunColumn::Command:
        return commandTitle(run.command);
    case RunColumn::Server:
        return withoutScheme(run.server);
    case RunColumn::Verdict:
        return report::badgeOf(run).word;
    case RunColumn::Sentence:
        return run.sentence;
    case RunColumn::Tags:
        return run.tags.join(u' ');
    case RunColumn::Note:
        return run.note;
    case RunColumn::Size:
        return base::formatBytes(static_cast<double>(run.bytes));
    }
    return {};
}

QString runToolTip(const KeptRun &run, RunColumn column)
{
    return column == RunColumn::Server ? run.server : runText(run, column);
}

QString runSpokenText(const KeptRun &run, RunColumn column)
{
    const QString text = runText(run, column);
    if (column == RunColumn::Tags)
        return text.isEmpty() ? Text::tr("no tags") : Text::tr("tags: %1").arg(text);
    if (column == RunColumn::Note)
        return text.isEmpty() ? Text::tr("no note") : Text::tr("note: %1").arg(text);
    return column == RunColumn::Server && text.isEmpty() ? Text::tr("no server") : text;
}

QStringList tagsIn(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    QStringList tags = text.split(between, Qt::SkipEmptyParts);
    tags.removeIf([](const QString &word) { return !session::isTag(word); });
    tags.removeDuplicates();
    return tags;
}

} // namespace ui
