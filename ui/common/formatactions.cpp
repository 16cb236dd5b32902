// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/formatactions.h"

#include "ui/common/keyedaction.h"

#include <QAction>
#include <QWidget>

namespace ui {

using report::Format;

namespace {

struct Words
{
    QString text;
    QString toolTip;
};

/// With a letter for Alt that is free beside the others and "Copy".
Words wordsFor(Format format)
{
    switch (format) {
    case Format::Html:
        return {FormatActions::tr("&HTML…"), FormatActions::tr("A page to read and to pass on")};
    case Format::Markdown:
        return {FormatActions::tr("&Markdown…"), FormatActions::tr("To paste in an issue")};
    case Format::Csv:
        return {FormatActions::tr("C&SV…"), FormatActions::tr("For spreadsheets")};
    case Format::Json:
        return {FormatActions::tr("&JSON…"), FormatActions::tr("For scripts")};
    case Format::JUnit:
        return {FormatActions::tr("J&Unit…"), FormatActions::tr("For continuous integration")};
    case Format::Paper:
        return {FormatActions::tr("&PDF…"), FormatActions::tr("To print, to file away, and to send")};
    }
    Q_UNREACHABLE();
}

} // namespace

FormatActions::FormatActions(QWidget &owner, const QList<Entry> &entries, Qt::ShortcutContext context)
    : QObject(&owner)
{
    for (const auto &[format, keys] : entries) {
        const Words words = wordsFor(format);
        m_formats.append(format);
        m_actions.append(keyedAction(owner, nullptr, words.text, words.toolTip, keys, context));
        connect(m_actions.constLast(), &QAction::triggered, this,
                [this, format = format] { Q_EMIT chosen(format); });
    }
}

void FormatActions::setEnabled(bool on)
{
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(on);
}

} // namespace ui
