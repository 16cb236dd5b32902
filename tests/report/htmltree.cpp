// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/report/htmltree.h"

#include <QXmlStreamReader>

std::unique_ptr<HtmlNode> HtmlNode::parse(const QByteArray &html, QString &problem)
{
    QXmlStreamReader reader(html);
    std::unique_ptr<HtmlNode> root;
    std::vector<HtmlNode *> open;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            auto node = std::make_unique<HtmlNode>();
            node->name = reader.name().toString();
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                node->attributes.insert(attribute.qualifiedName().toString(), attribute.value().toString());
            HtmlNode *added = node.get();
            if (open.empty())
                root = std::move(node);
            else
                open.back()->children.push_back(std::move(node));
            open.push_back(added);
        } else if (reader.isEndElement()) {
            open.pop_back();
        } else if (reader.isCharacters()) {
            for (HtmlNode *node : open)
                node->text += reader.text();
        }
    }
    if (reader.hasError()) {
        problem = QStringLiteral("%1 at line %2").arg(reader.errorString()).arg(reader.lineNumber());
        return nullptr;
    }
    return root;
}

std::vector<const HtmlNode *> HtmlNode::everything() const
{
    std::vector<const HtmlNode *> found{this};
    for (const auto &child : children) {
        const auto inner = child->everything();
        found.insert(found.end(), inner.begin(), inner.end());
    }
    return found;
}

std::vector<const HtmlNode *> HtmlNode::all(const QString &elementName, const QString &className) const
{
    std::vector<const HtmlNode *> found;
    for (const HtmlNode *node : everything()) {
        if (node->name == elementName && (className.isEmpty() || node->hasClass(className)))
            found.push_back(node);
    }
    return found;
}

const HtmlNode &HtmlNode::first(const QString &elementName, const QString &className) const
{
    static const HtmlNode none;
    const auto found = all(elementName, className);
    return found.empty() ? none : *found.front();
}

bool HtmlNode::hasClass(const QString &className) const
{
    return attributes.value(QStringLiteral("class")).split(QLatin1Char(' ')).contains(className);
}
