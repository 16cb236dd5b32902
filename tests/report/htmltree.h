// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <memory>
#include <vector>

/// A report read back as a tree. Strict: whatever is not well-formed XML is no tree at all.
struct HtmlNode
{
    QString name;
    QMap<QString, QString> attributes;
    QString text; ///< Its own and its descendants', in order.
    std::vector<std::unique_ptr<HtmlNode>> children;

    /// The root; null with `problem` set when the document is not well-formed.
    static std::unique_ptr<HtmlNode> parse(const QByteArray &html, QString &problem);

    /// Descendants by element name and, if given, by a class that they have.
    [[nodiscard]] std::vector<const HtmlNode *> all(const QString &elementName,
                                                    const QString &className = {}) const;
    /// The first of them; a node without a name when there is none.
    [[nodiscard]] const HtmlNode &first(const QString &elementName, const QString &className = {}) const;
    [[nodiscard]] bool hasClass(const QString &className) const;
    /// Every descendant, itself included.
    [[nodiscard]] std::vector<const HtmlNode *> everything() const;
};
