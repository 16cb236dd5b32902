// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmltable.h"

namespace report {

void openTable(HtmlWriter &html, const QList<Column> &columns, TableFrame frame)
{
    constexpr int many = 12; // more than stand side by side on paper in the usual type
    QString look = frame == TableFrame::Card ? QStringLiteral("card scroll") : QStringLiteral("scroll");
    if (columns.size() > many)
        look += QStringLiteral(" dense");
    html.open("div", {{"class", look}}).open("table").open("thead").open("tr");
    for (const Column &column : columns) {
        if (column.cells == Cells::Numbers)
            html.element("th", column.title,
                         {{"scope", QStringLiteral("col")}, {"class", QStringLiteral("num")}});
        else
            html.element("th", column.title, {{"scope", QStringLiteral("col")}});
    }
    html.close().close().open("tbody");
}

void closeTable(HtmlWriter &html)
{
    html.close().close().close();
}

void writeRowName(HtmlWriter &html, const QString &name)
{
    html.element("th", name, {{"scope", QStringLiteral("row")}});
}

void writeNumber(HtmlWriter &html, const QString &text)
{
    html.element("td", text, {{"class", QStringLiteral("num")}});
}

} // namespace report
