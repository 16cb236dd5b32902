// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <utility>
#include <vector>

namespace report {

/// Writes HTML that is well-formed XML as well. Text and attribute values are made printable() and escaped
/// here and nowhere else, so that no file name and no answer of a server can become markup.
class HtmlWriter final
{
public:
    using Attributes = std::initializer_list<std::pair<const char *, QString>>;

    HtmlWriter &open(const char *tag, Attributes attributes = {});
    HtmlWriter &close(); ///< The innermost open element.
    HtmlWriter &text(const QString &text);
    /// open, text, close.
    HtmlWriter &element(const char *tag, const QString &text, Attributes attributes = {});
    /// An element without content: meta, and the shapes of SVG.
    HtmlWriter &empty(const char *tag, Attributes attributes = {});
    /// Constants of this program only: style sheets, line breaks.
    HtmlWriter &verbatim(QByteArrayView trusted);

    /// Everything written. All elements must be closed.
    [[nodiscard]] QByteArray finished();

private:
    void begin(const char *tag, Attributes attributes);
    void escape(const QString &text);

    QByteArray m_html;
    std::vector<const char *> m_open;
};

} // namespace report
