// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlpage.h"

#include "core/base/format.h"
#include "core/report/htmlstyle.h"
#include "core/report/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace report {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::Report)
};

// The document can load nothing and run nothing, whatever should slip into it.
void writeHead(HtmlWriter &html, const ReportHead &head)
{
    html.open("head");
    html.empty("meta", {{"charset", QStringLiteral("utf-8")}});
    html.empty("meta",
               {{"http-equiv", QStringLiteral("Content-Security-Policy")},
                {"content", QStringLiteral("default-src 'none'; style-src 'unsafe-inline'")}});
    html.empty("meta",
               {{"name", QStringLiteral("viewport")},
                {"content", QStringLiteral("width=device-width, initial-scale=1")}});
    html.empty("meta", {{"name", QStringLiteral("color-scheme")}, {"content", QStringLiteral("light dark")}});
    html.empty("meta", {{"name", QStringLiteral("generator")}, {"content", head.program()}});
    html.element("title", labelled(head.kind, head.subject));
    html.open("style").verbatim(htmlStyle()).close();
    html.close();
}

void writeHeader(HtmlWriter &html, const ReportHead &head)
{
    html.open("header");
    html.open("b")
        .element("i", QString(QChar(0x224b)), {{"aria-hidden", QStringLiteral("true")}})
        .text(QStringLiteral("Tidemark"))
        .close();
    html.element("span", head.kind);
    writeTime(html, head.startedAtMs);
    html.close();
}

void writeFooter(HtmlWriter &html, const ReportHead &head)
{
    html.element("footer", sentences(withStop(head.program()), unitsText()));
}

} // namespace

QByteArray htmlPage(const ReportHead &head, const std::function<void(HtmlWriter &)> &writeMain)
{
    HtmlWriter html;
    html.verbatim("<!DOCTYPE html>\n")
        .open("html", {{"lang", Text::tr("en", "language tag of these texts, such as zh-CN")}});
    writeHead(html, head);
    html.open("body");
    writeHeader(html, head);
    html.open("main");
    writeMain(html);
    html.close();
    writeFooter(html, head);
    html.close().close().verbatim("\n");
    return html.finished();
}

void writeTime(HtmlWriter &html, qint64 unixMs)
{
    if (unixMs == 0) {
        html.text(dash());
        return;
    }
    const QString text
        = QDateTime::fromMSecsSinceEpoch(unixMs, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    html.element("time", QString(text + QStringLiteral(" UTC")), {{"datetime", base::formatUtc(unixMs)}});
}

void writeData(HtmlWriter &html, double value, const QString &text)
{
    if (std::isfinite(value))
        html.element("data", text, {{"value", QString::number(value, 'g', QLocale::FloatingPointShortest)}});
    else
        html.text(text);
}

void writeConditionLines(HtmlWriter &html, const QStringList &lines)
{
    html.element("h2", Text::tr("Conditions"));
    html.open("div", {{"class", QStringLiteral("card whole")}});
    for (const QString &line : lines)
        html.element("p", line);
    html.close();
}

} // namespace report
