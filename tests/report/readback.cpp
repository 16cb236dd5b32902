// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/report/readback.h"

#include "core/report/report.h"

namespace readback {

std::unique_ptr<HtmlNode> treeOf(const session::SessionSnapshot &snapshot)
{
    QString problem;
    auto tree = HtmlNode::parse(report::toHtml(snapshot), problem);
    if (!tree)
        qWarning().noquote() << problem;
    return tree;
}

QString pathOf(const HtmlNode &tree, const QString &style)
{
    for (const HtmlNode *path : tree.all(QStringLiteral("path"), QStringLiteral("line"))) {
        if (path->hasClass(style))
            return path->attributes.value(QStringLiteral("d"));
    }
    return {};
}

double attribute(const HtmlNode &node, const char *name)
{
    return node.attributes.value(QLatin1String(name)).toDouble();
}

} // namespace readback
