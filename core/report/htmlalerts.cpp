// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/alertwording.h"
#include "core/report/htmlpage.h"
#include "core/report/htmlparts.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace report {
namespace {

using session::Alert;
using session::SessionSnapshot;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::AlertReport)
};

constexpr qsizetype mostRows = 500;

void head(HtmlWriter &html, const QStringList &titles)
{
    html.open("div", {{"class", QStringLiteral("scroll")}}).open("table").open("thead").open("tr");
    for (const QString &title : titles)
        html.element("th", title, {{"scope", QStringLiteral("col")}});
    html.close().close().open("tbody");
}

void writePriority(HtmlWriter &html, analysis::AlertPriority priority, bool isBad)
{
    html.open("td", {{"class", QStringLiteral("fit")}});
    html.element("span", analysis::toKey(priority),
                 {{"class", isBad ? QStringLiteral("pill bad") : QStringLiteral("pill")}});
    html.close();
}

void writeAlert(HtmlWriter &html, const Alert &alert)
{
    html.open("tr");
    writePriority(html, alert.priority, true);
    html.open("th", {{"scope", QStringLiteral("row")}})
        .open("bdi")
        .text(printable(alertTitle(alert.title), 200))
        .close()
        .close();
    html.open("td");
    writeData(html, alert.value, session::alertValueText(alert.unit, alert.value));
    html.close().open("td");
    const bool isAbove = alert.comparison == analysis::AlertComparison::Above;
    html.text(isAbove ? QStringLiteral("> ") : QStringLiteral("< "));
    writeData(html, alert.threshold, session::alertValueText(alert.unit, alert.threshold));
    html.close().open("td", {{"class", QStringLiteral("fit")}});
    writeTime(html, alert.raisedAtMs);
    html.close().open("td", {{"class", QStringLiteral("fit")}});
    if (alert.clearedAtMs == 0)
        html.text(Text::tr("not yet"));
    else
        writeTime(html, alert.clearedAtMs);
    html.close().close();
}

void writeRules(HtmlWriter &html, const SessionSnapshot &snapshot)
{
    html.open("details").element("summary", Text::tr("The rules"));
    head(html,
         {Text::tr("Priority"), Text::tr("Rule"), Text::tr("Raised when"), Text::tr("Over when"),
          Text::tr("Judged")});
    for (const session::JudgedRule &judged : snapshot.alertRules) {
        html.open("tr");
        writePriority(html, judged.rule.priority, false);
        html.open("th", {{"scope", QStringLiteral("row")}})
            .open("bdi")
            .text(printable(alertTitle(judged.rule.title), 200))
            .close()
            .close();
        html.element("td", alertConditionText(judged.rule)).element("td", alertClearText(judged.rule));
        html.element("td", judged.isJudged ? Text::tr("yes", "judged") : Text::tr("no", "judged")).close();
    }
    html.close().close().close().close();
}

} // namespace

void writeAlerts(HtmlWriter &html, const SessionSnapshot &snapshot)
{
    if (snapshot.alertRules.isEmpty() && snapshot.alerts.isEmpty())
        return;
    html.element("h2", Text::tr("Alerts"));
    html.open("div", {{"class", QStringLiteral("card")}});
    html.element("p", alertsSentence(snapshot));
    if (!snapshot.alerts.isEmpty()) {
        head(html,
             {Text::tr("Priority"), Text::tr("What", "alert"), Text::tr("Worst"), Text::tr("Limit"),
              Text::tr("Raised", "when an alert was"), Text::tr("Over", "when an alert was")});
        const qsizetype shown = std::min(mostRows, snapshot.alerts.size());
        for (qsizetype i = 0; i < shown; ++i)
            writeAlert(html, snapshot.alerts[i]);
        html.close().close().close();
        if (shown < snapshot.alerts.size())
            html.element("p",
                         Text::tr("And %1 more; the JSON lists all.").arg(snapshot.alerts.size() - shown),
                         {{"class", QStringLiteral("note")}});
    }
    const QString unjudged = unjudgedSentence(snapshot);
    if (!unjudged.isEmpty())
        html.element("p", unjudged, {{"class", QStringLiteral("note")}});
    if (!snapshot.alertRules.isEmpty())
        writeRules(html, snapshot);
    html.close();
}

} // namespace report
