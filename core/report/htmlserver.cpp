// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlpage.h"
#include "core/report/htmlparts.h"

#include "core/base/format.h"
#include "core/metrics/runtime.h"
#include "core/report/partwording.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace report {
namespace {

using metrics::DiscoveryReport;
using metrics::Role;
using metrics::Runtime;
using session::SessionSnapshot;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::ServerReport)
};

constexpr qsizetype openMarks = 50;
constexpr qsizetype maxMarks = 2'000;
constexpr qsizetype maxMisses = 50;

void fact(HtmlWriter &html, const QString &name, const QString &text)
{
    html.element("dt", name).element("dd", text);
}

void timeFact(HtmlWriter &html, const QString &name, qint64 unixMs)
{
    html.element("dt", name).open("dd");
    writeTime(html, unixMs);
    html.close();
}

void head(HtmlWriter &html, const QStringList &titles)
{
    html.open("thead").open("tr");
    for (const QString &title : titles)
        html.element("th", title, {{"scope", QStringLiteral("col")}});
    html.close().close();
}

void writeSources(HtmlWriter &html, const DiscoveryReport &found)
{
    html.open("div", {{"class", QStringLiteral("scroll")}}).open("table");
    head(html, {Text::tr("Address"), Text::tr("Found"), Text::tr("Remark")});
    html.open("tbody");
    for (qsizetype i = 0; i < found.sources.size(); ++i) {
        const metrics::Source &source = found.sources[i];
        html.open("tr")
            .open("th", {{"scope", QStringLiteral("row")}})
            .element("code", displayUrl(source.url))
            .close();
        html.open("td")
            .element("span", formatName(source.format), {{"class", QStringLiteral("pill good")}})
            .close();
        QStringList remarks;
        if (source.runtime != Runtime::Unknown)
            remarks << runtimeText(source);
        if (i == 0)
            remarks << Text::tr("the readings come from here");
        html.element("td", remarks.join(QStringLiteral(" · "))).close();
    }
    for (qsizetype i = 0; i < std::min(maxMisses, found.misses.size()); ++i) {
        const metrics::Miss &miss = found.misses[i];
        html.open("tr")
            .open("th", {{"scope", QStringLiteral("row")}})
            .element("code", displayUrl(miss.url))
            .close();
        html.open("td")
            .element("span", Text::tr("nothing", "was found"), {{"class", QStringLiteral("pill")}})
            .close();
        html.element("td", printable(withoutSecrets(miss.error.message), 200),
                     {{"class", QStringLiteral("dim")}})
            .close();
    }
    html.close().close().close();
}

struct Lack
{
    QString text;
    QString code; ///< What to add to the server; may be empty.
};

/// What could not be read, and how to get it.
QList<Lack> lacks(const DiscoveryReport &found, const SourceSummary &source)
{
    QList<Lack> result;
    if (!found.found())
        result << Lack{Text::tr("No address answered with metrics. A Go server offers them with"),
                       QStringLiteral("http.Handle(\"/metrics\", promhttp.Handler())")}
               << Lack{Text::tr("and Spring Boot with"),
                       QStringLiteral("management.endpoints.web.exposure.include=prometheus,metrics")};
    if (metrics::runtimeOf(found) == Runtime::Go && !found.canFetchProfiles)
        result << Lack{
            Text::tr(
                "Heap profiles, and forcing a collection, are not offered. A Go server offers them with"),
            QStringLiteral("import _ \"net/http/pprof\"")};
    QStringList silent;
    for (const Role role : {Role::HeapLive, Role::Rss, Role::Threads, Role::Descriptors}) {
        if (found.found() && !source.find(role))
            silent << roleName(role);
    }
    if (!silent.isEmpty())
        result << Lack{Text::tr("Not told by the server: %1.").arg(commaList(silent)), {}};
    return result;
}

void writeMarkRows(HtmlWriter &html, const QList<session::Mark> &marks, qsizetype from, qsizetype to)
{
    html.open("div", {{"class", QStringLiteral("scroll")}}).open("table");
    head(html, {Text::tr("Time"), Text::tr("What", "happened"), Text::tr("Words", "of a mark")});
    html.open("tbody");
    for (qsizetype i = from; i < to; ++i) {
        html.open("tr").open("td", {{"class", QStringLiteral("fit")}});
        writeTime(html, marks[i].timeMs);
        html.close().element("td", markName(marks[i].kind), {{"class", QStringLiteral("fit")}});
        html.open("td").open("bdi").text(printable(markText(marks[i]), 400)).close().close().close();
    }
    html.close().close().close();
}

QString missedText(qint64 missed, const QString &reason)
{
    const QString count = base::formatCount(double(missed));
    return missed && !reason.isEmpty() ? Text::tr("%1, the last because: %2", "count of missed readings, why")
                                             .arg(count, printable(withoutSecrets(reason), 200))
                                       : count;
}

QString readingsText(const session::WatchedBeside &beside)
{
    return Text::tr("%1, missed: %2", "readings, count")
        .arg(counted(beside.readings, Text::tr("reading"), Text::tr("readings")),
             missedText(beside.missed, beside.lastMissReason));
}

void writeFound(HtmlWriter &html, const QString &title, const DiscoveryReport &found,
                const QList<Lack> &lacking)
{
    html.open("h2").text(title).close();
    html.open("div", {{"class", QStringLiteral("card")}});
    if (!found.sources.isEmpty() || !found.misses.isEmpty())
        writeSources(html, found);
    for (const Lack &lack : lacking) {
        html.open("p", {{"class", QStringLiteral("note")}}).text(lack.text);
        if (!lack.code.isEmpty())
            html.text(QStringLiteral(" ")).element("code", lack.code);
        html.close();
    }
    html.close();
}

} // namespace

void writeMarks(HtmlWriter &html, const SessionSnapshot &snapshot)
{
    const QList<session::Mark> &marks = snapshot.timeline.marks();
    // That watching began is no news.
    const bool isNews = std::any_of(marks.begin(), marks.end(), [](const session::Mark &mark) {
        return mark.kind != session::MarkKind::Connected;
    });
    if (!isNews)
        return;
    const qsizetype count = std::min(maxMarks, marks.size());
    html.element("h2", Text::tr("Marks"));
    html.open("div", {{"class", QStringLiteral("card")}});
    writeMarkRows(html, marks, 0, std::min(openMarks, count));
    if (count > openMarks) {
        html.open("details").element("summary", Text::tr("%1 more", "marks").arg(count - openMarks));
        writeMarkRows(html, marks, openMarks, count);
        html.close();
    }
    html.close();
}

void writeWatching(HtmlWriter &html, const SessionSnapshot &snapshot, const Summary &summary)
{
    const QString title = Text::tr("What was found on connecting");
    if (!snapshot.watched.isEmpty())
        writeFound(html, title, snapshot.discovery, lacks(snapshot.discovery, summary));
    for (qsizetype i = 0; i < snapshot.beside.size(); ++i) {
        const session::WatchedBeside &beside = snapshot.beside[i];
        if (beside.kind == session::WatchedBeside::Kind::Server)
            writeFound(html, labelled(title, sourceTitle(beside.name)), beside.discovery,
                       lacks(beside.discovery, summary.beside[i]));
    }
}

void writeConditions(HtmlWriter &html, const SessionSnapshot &snapshot, const Summary &summary)
{
    html.element("h2", Text::tr("Conditions"));
    html.open("dl", {{"class", QStringLiteral("card facts whole")}});
    if (!snapshot.server.isEmpty())
        fact(html, Text::tr("Uploads to"), displayUrl(snapshot.server));
    if (!snapshot.watched.isEmpty())
        fact(html, Text::tr("Watched below"), displayUrl(snapshot.watched));
    const QString runtime = runtimeText(snapshot.discovery);
    if (!runtime.isEmpty())
        fact(html, Text::tr("Server’s runtime"), runtime);
    timeFact(html, Text::tr("Began"), snapshot.startedAtMs);
    timeFact(html, Text::tr("Ended"), snapshot.finishedAtMs);
    if (!snapshot.watched.isEmpty()) {
        const QString readings = counted(snapshot.scrapesOk, Text::tr("reading"), Text::tr("readings"));
        fact(html, Text::tr("Readings"),
             std::isfinite(summary.scrapeSeconds) ? Text::tr("%1, one every %2", "readings, time")
                                                        .arg(readings, secondsText(summary.scrapeSeconds))
                                                  : readings);
        fact(html, Text::tr("Missed", "readings"),
             missedText(snapshot.scrapesMissed, snapshot.lastMissReason));
    }
    for (const session::WatchedBeside &beside : snapshot.beside)
        fact(html, sourceTitle(beside.name), readingsText(beside));
    html.close();
    if (snapshot.partOf)
        html.element("p", partText(snapshot), {{"class", QStringLiteral("note")}});
    html.element("p",
                 sentences(beforeText(snapshot), Text::tr("A hole in a line is a reading that was missed.")),
                 {{"class", QStringLiteral("note")}});
}

} // namespace report
