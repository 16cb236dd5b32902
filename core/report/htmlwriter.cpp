// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlwriter.h"

#include "core/report/safetext.h"

namespace report {

void HtmlWriter::escape(const QString &text)
{
    const QByteArray utf8 = printable(text).toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '&':
            m_html += "&amp;";
            break;
        case '<':
            m_html += "&lt;";
            break;
        case '>':
            m_html += "&gt;";
            break;
        case '"':
            m_html += "&quot;";
            break;
        case '\'':
            m_html += "&#39;";
            break;
        default:
            m_html += c;
        }
    }
}

void HtmlWriter::begin(const char *tag, Attributes attributes)
{
    m_html += '<';
    m_html += tag;
    for (const auto &[name, value] : attributes) {
        m_html += ' ';
        m_html += name;
        m_html += "=\"";
        escape(value);
        m_html += '"';
    }
}

HtmlWriter &HtmlWriter::open(const char *tag, Attributes attributes)
{
    begin(tag, attributes);
    m_html += '>';
    m_open.push_back(tag);
    return *this;
}

HtmlWriter &HtmlWriter::close()
{
    Q_ASSERT(!m_open.empty());
    m_html += "</";
    m_html += m_open.back();
    m_html += '>';
    m_open.pop_back();
    return *this;
}

HtmlWriter &HtmlWriter::text(const QString &text)
{
    escape(text);
    return *this;
}

HtmlWriter &HtmlWriter::element(const char *tag, const QString &content, Attributes attributes)
{
    return open(tag, attributes).text(content).close();
}

HtmlWriter &HtmlWriter::empty(const char *tag, Attributes attributes)
{
    begin(tag, attributes);
    m_html += "/>";
    return *this;
}

HtmlWriter &HtmlWriter::verbatim(QByteArrayView trusted)
{
    m_html += trusted;
    return *this;
}

QByteArray HtmlWriter::finished()
{
    Q_ASSERT(m_open.empty());
    return std::move(m_html);
}

} // namespace report
