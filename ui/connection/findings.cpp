// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/findings.h"

#include "core/metrics/runtime.h"
#include "core/report/safetext.h"
#include "core/report/watchability.h"
#include "core/report/wording.h"

#include <QCoreApplication>

namespace ui {

using metrics::DiscoveryReport;
using metrics::Runtime;
using metrics::Source;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::Findings)
};

QString runtimeText(const DiscoveryReport &found)
{
    const QString text = report::runtimeText(found);
    return text.isEmpty() ? Text::tr("not told by the metrics") : text;
}

/// The one line per runtime that makes a server tell about its memory.
QList<Finding> allMissing()
{
    QList<Finding> list;
    const QList<report::LineToAdd> lines = report::linesForReadings();
    for (const auto &[language, line] : lines)
        list.append({false, Text::tr("Live readings"),
                     Text::tr("none found; for a server in %1 add:").arg(language), line, language});
    return list;
}

Finding readings(const DiscoveryReport &found)
{
    const Source &best = found.sources.first();
    return {true,
            Text::tr("Live readings"),
            Text::tr("%1 at %2").arg(report::formatName(best.format), report::displayUrl(best.url)),
            {},
            {}};
}

/// What only Go offers; other runtimes are not blamed for lacking it.
QList<Finding> goFindings(const DiscoveryReport &found)
{
    const auto [go, import] = report::lineForProfiles();
    QList<Finding> list;
    if (found.canFetchProfiles)
        list.append({true, Text::tr("Heap profiles"), Text::tr("can be fetched"), {}, {}});
    else
        list.append({false, Text::tr("Heap profiles"),
                     Text::tr("not found, so no function can be named for a leak; add:"), import, go});
    if (found.canForceGc)
        list.append(
            {true, Text::tr("Garbage collection"), Text::tr("can be asked for before a reading"), {}, {}});
    else if (found.canFetchProfiles)
        list.append({false,
                     Text::tr("Garbage collection"),
                     Text::tr("cannot be asked for: the profile address does not take ?gc=1"),
                     {},
                     {}});
    else
        list.append({false,
                     Text::tr("Garbage collection"),
                     Text::tr("cannot be asked for; the same line gives that, too"),
                     {},
                     {}});
    return list;
}

} // namespace

QList<Finding> findingsOf(const DiscoveryReport &found)
{
    if (!found.found())
        return allMissing();
    QList<Finding> list{{true, Text::tr("Runtime"), runtimeText(found), {}, {}}, readings(found)};
    if (metrics::runtimeOf(found) == Runtime::Go)
        list.append(goFindings(found));
    return list;
}

} // namespace ui
