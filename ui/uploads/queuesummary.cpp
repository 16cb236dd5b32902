// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/queuesummary.h"

#include "core/base/format.h"
#include "core/base/plural.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/uploadprogress.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::QueueSummary)
};

QString number(qint64 n)
{
    return base::formatCount(static_cast<double>(n));
}

QString finishedCount(const transfer::QueueTotals &totals)
{
    if (totals.cancelled == 0)
        return Text::tr("%1 done").arg(number(totals.done));
    return Text::tr("%1 done, %2 cancelled").arg(number(totals.done), number(totals.cancelled));
}

} // namespace

QString bytesOfBytes(qint64 done, qint64 all)
{
    QString first = base::formatBytes(static_cast<double>(done));
    const QString second = base::formatBytes(static_cast<double>(all));
    const auto unit = [](const QString &text) { return text.mid(text.lastIndexOf(u' ')); };
    if (unit(first) == unit(second))
        first.chop(unit(first).size());
    return Text::tr("%1 of %2").arg(first, second);
}

QString walkText(const session::WalkProgress &walk)
{
    if (walk.isOver())
        return {};
    constexpr qsizetype longestName = 24;
    QString name = transfer::fileNameOf(
        walk.folder.size() > 1 && walk.folder.endsWith(u'/') ? walk.folder.chopped(1) : walk.folder);
    if (name.size() > longestName)
        name = name.first(longestName - 1) + u'…';
    return Text::tr("Looking through %1: %2 files", nullptr,
                    base::pluralForm(static_cast<double>(walk.files)))
        .arg(name.isEmpty() ? walk.folder : name, number(walk.files));
}

QStringList leftOutTexts(const session::PassedOver &what, bool isFollowing)
{
    QStringList texts;
    const auto add = [&](qint64 n, const QString &one, const QString &many) {
        if (n > 0)
            texts << (n == 1 ? one : many.arg(number(n)));
    };
    if (isFollowing)
        add(what.links, Text::tr("One symbolic link leads nowhere."),
            Text::tr("%1 symbolic links lead nowhere."));
    else
        add(what.links, Text::tr("One symbolic link was not followed."),
            Text::tr("%1 symbolic links were not followed."));
    add(what.others, Text::tr("One entry is no file, but a pipe, socket or device."),
        Text::tr("%1 entries are no files, but pipes, sockets or devices."));
    add(what.own, Text::tr("One file is written by Tidemark itself."),
        Text::tr("%1 files are written by Tidemark itself."));
    add(what.repeated, Text::tr("One file was named more than once, and is uploaded once."),
        Text::tr("%1 files were named more than once, and are uploaded once each."));
    return texts;
}

QueueSummary queueSummary(const transfer::QueueTotals &totals)
{
    if (totals.files == 0)
        return {};
    const QString failed = totals.failed > 0 ? Text::tr("%1 failed").arg(number(totals.failed)) : QString();
    if (totals.waiting + totals.running + totals.paused == 0)
        return {finishedCount(totals), failed, base::formatBytes(static_cast<double>(totals.bytes))};
    const qint64 over = totals.done + totals.failed + totals.cancelled;
    QueueSummary summary{Text::tr("%1 of %2").arg(number(over), number(totals.files)), failed,
                         bytesOfBytes(totals.bytesDone, totals.bytes)};
    if (const auto left = transfer::secondsLeft(totals))
        summary.rest = Text::tr("%1 · %2 left").arg(summary.rest, base::formatCountdown(*left));
    if (totals.paused > 0)
        summary.rest = Text::tr("%1 · %2 paused").arg(summary.rest, number(totals.paused));
    return summary;
}

} // namespace ui
