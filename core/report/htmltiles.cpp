// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlpage.h"
#include "core/report/htmlparts.h"

#include "core/metrics/gcstats.h"
#include "core/report/svgchart.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace report {
namespace {

using metrics::Role;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::ServerReport)
};

bool hasLevels(const SourceSummary &source)
{
    return std::any_of(source.roles.begin(), source.roles.end(),
                       [](const RoleSummary &r) { return isLevel(r.role) && std::isfinite(r.after); });
}

bool isInBytes(Role role)
{
    return unitOf(role) == metrics::Unit::Bytes;
}

void writeFact(HtmlWriter &html, const QString &name, double value, const QString &text)
{
    html.element("dt", name).open("dd");
    writeData(html, value, text);
    html.close();
}

/// Bytes grow by the upload; counts are too small for that to say much, so their change comes first.
QString changeText(const RoleSummary &role)
{
    if (!std::isfinite(role.growth()))
        return {};
    const QString change = roleChange(role.role, role.growth());
    if (change == roleChange(role.role, 0))
        return Text::tr("no change");
    if (!std::isfinite(role.perUpload))
        return change;
    const QString perUpload = roleChange(role.role, role.perUpload);
    return isInBytes(role.role) ? Text::tr("%1 per upload").arg(perUpload)
                                : Text::tr("%1, %2 per upload", "a change").arg(change, perUpload);
}

void writeLevel(HtmlWriter &html, const SourceSummary &source, bool hasUploads, const RoleSummary &role)
{
    html.open("section", {{"class", QString(QStringLiteral("tile ") + toKey(role.role))}});
    html.element("h3", roleName(role.role));
    html.open("p", {{"class", QStringLiteral("v")}});
    writeData(html, role.after, roleValue(role.role, role.after));
    html.close();
    const QString change = changeText(role);
    if (!change.isEmpty())
        html.element("p", change, {{"class", QStringLiteral("c")}});
    html.open("dl");
    writeFact(html,
              hasUploads ? Text::tr("before", "the value before the uploads")
                         : Text::tr("first", "the first value"),
              role.before, roleValue(role.role, role.before));
    writeFact(html, Text::tr("peak", "the highest value"), role.peak, roleValue(role.role, role.peak));
    if (isInBytes(role.role) && std::isfinite(role.perUpload))
        writeFact(html, Text::tr("change", "of the value"), role.growth(),
                  roleChange(role.role, role.growth()));
    const RoleSummary *limit = source.find(Role::DescriptorLimit);
    if (role.role == Role::Descriptors && limit)
        writeFact(html, Text::tr("limit", "of descriptors"), limit->after,
                  roleValue(limit->role, limit->after));
    html.close().close();
}

double before(const RoleSummary *role)
{
    return role ? role->before : unknown;
}

double after(const RoleSummary *role)
{
    return role ? role->after : unknown;
}

metrics::GcStats collections(const SourceSummary &source)
{
    const RoleSummary *cycles = source.find(Role::GcCount);
    const RoleSummary *pauses = source.find(Role::GcPauseTotal);
    const RoleSummary *longest = source.find(Role::GcPauseMax);
    return metrics::gcBetween({before(cycles), before(pauses)}, {after(cycles), after(pauses)},
                              longest ? longest->peak : unknown);
}

/// What the runtime spent: collections and CPU, from counters.
void writeCosts(HtmlWriter &html, const SourceSummary &source)
{
    const auto [cycles, pauses, longest] = collections(source);
    const RoleSummary *used = source.find(Role::CpuTotal);
    const double cpu = metrics::increase(before(used), after(used));
    if (!std::isfinite(cycles) && !std::isfinite(cpu))
        return;
    const Role first = std::isfinite(cycles) ? Role::GcCount : Role::CpuTotal;
    const double value = std::isfinite(cycles) ? cycles : cpu;
    html.open("section", {{"class", QStringLiteral("tile")}});
    html.element("h3", roleName(first));
    html.open("p", {{"class", QStringLiteral("v")}});
    writeData(html, value, roleValue(first, value));
    html.close().open("dl");
    if (std::isfinite(pauses))
        writeFact(html, Text::tr("pauses", "of collections"), pauses, roleValue(Role::GcPauseTotal, pauses));
    if (std::isfinite(longest))
        writeFact(html, Text::tr("longest", "pause"), longest, roleValue(Role::GcPauseMax, longest));
    if (std::isfinite(cycles) && std::isfinite(cpu))
        writeFact(html, Text::tr("CPU time"), cpu, roleValue(Role::CpuTotal, cpu));
    html.close().close();
}

void addDescription(const SourceSummary &source, QStringList &parts)
{
    for (const RoleSummary &role : source.roles) {
        if (!isLevel(role.role) || !std::isfinite(role.after))
            continue;
        const QString text = Text::tr("%1 from %2 to %3, at most %4", "what was read, values")
                                 .arg(roleName(role.role), roleValue(role.role, role.before),
                                      roleValue(role.role, role.after), roleValue(role.role, role.peak));
        parts << (source.name.isEmpty() ? text : labelled(sourceTitle(source.name), text));
    }
}

QString describe(const Summary &summary)
{
    QStringList parts;
    addDescription(summary, parts);
    for (const SourceSummary &beside : summary.beside)
        addDescription(beside, parts);
    return withStop(clauses(parts));
}

void writeSource(HtmlWriter &html, const SourceSummary &source, bool hasUploads)
{
    if (!hasLevels(source))
        return;
    html.open("h2").text(sourceTitle(source.name)).element("small", Text::tr("at the last reading")).close();
    html.open("div", {{"class", QStringLiteral("card tiles")}});
    for (const RoleSummary &role : source.roles) {
        if (isLevel(role.role) && std::isfinite(role.after))
            writeLevel(html, source, hasUploads, role);
    }
    writeCosts(html, source);
    html.close();
}

} // namespace

void writeTiles(HtmlWriter &html, const Summary &summary)
{
    const bool hasUploads = summary.firstUploadMs != 0;
    writeSource(html, summary, hasUploads);
    for (const SourceSummary &beside : summary.beside)
        writeSource(html, beside, hasUploads);
}

void writeChart(HtmlWriter &html, const session::SessionSnapshot &snapshot, const Summary &summary)
{
    const ChartData data = chartData(snapshot);
    if (data.isEmpty())
        return;
    const bool isWatched = !summary.foremost().roles.isEmpty();
    const QString title = isWatched && summary.files ? Text::tr("The server while uploading")
        : isWatched                                  ? Text::tr("The server over time")
                                                     : Text::tr("The uploads over time");
    html.element("h2", title);
    html.open("div", {{"class", QStringLiteral("card chart")}});
    SvgChart(data).write(html, title, describe(summary));
    html.close();
}

} // namespace report
