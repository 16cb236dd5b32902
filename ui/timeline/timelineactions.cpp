// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineactions.h"

#include "ui/common/buttonkind.h"
#include "ui/common/icons.h"
#include "ui/common/keyedaction.h"
#include "ui/common/timeselection.h"

#include <QAction>
#include <QToolButton>
#include <QWidget>

namespace ui {

TimelineActions::TimelineActions(TimeSelection &selection, QWidget &panel)
    : QObject(&panel)
    , m_selection(selection)
{
    const auto make
        = [&panel](const char *sign, const QString &text, const QString &toolTip, const QKeySequence &keys) {
              QAction *action = keyedAction(panel, nullptr, text, toolTip, keys);
              action->setIcon(icon(QLatin1StringView(sign), Tone::Dim));
              return action;
          };
    asTable = make("table", tr("Timeline as a table"), tr("Read the numbers in a table instead of charts"),
                   QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
    asTable->setCheckable(true);
    copy = make("copy", {}, {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    clearRange = make("cancel", tr("Clear the selected time"),
                      tr("Show all again: no range of time is selected any more"),
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
    connect(asTable, &QAction::toggled, this, &TimelineActions::wordCopy);
    connect(clearRange, &QAction::triggered, &m_selection, &TimeSelection::clear);
    connect(&m_selection, &TimeSelection::changed, this, &TimelineActions::mirror);
    wordCopy();
    mirror();
}

QToolButton *TimelineActions::buttonFor(QAction &action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(&action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize({16, 16});
    setKind(*button, ButtonKind::Pill);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

QToolButton *TimelineActions::rangeButton(QWidget *parent)
{
    m_range = new QToolButton(parent);
    m_range->setText(QStringLiteral("×"));
    setKind(*m_range, ButtonKind::Pill);
    m_range->setCheckable(true); // the look of what is in force
    m_range->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_range, &QToolButton::clicked, clearRange, &QAction::trigger);
    mirror();
    return m_range;
}

void TimelineActions::wordCopy()
{
    const bool isTable = asTable->isChecked();
    if (isTable)
        setWords(*copy, tr("Copy the timeline’s table"), tr("Copy the table as text, for a spreadsheet"));
    else
        setWords(*copy, tr("Copy the timeline’s picture"), tr("Copy the charts as a picture"));
}

void TimelineActions::mirror()
{
    const std::optional<base::TimeRange> &range = m_selection.range();
    clearRange->setEnabled(range.has_value());
    if (!m_range)
        return;
    m_range->setVisible(range.has_value());
    if (!range)
        return;
    const RangeText text = rangeText(*range);
    m_range->setChecked(true);
    m_range->setText(tr("%1 ×", "how long; a cross that clears it").arg(text.duration));
    m_range->setAccessibleName(tr("Clear the selected time, %1").arg(text.duration));
    m_range->setToolTip(
        tr("From %1 to %2. Show all again (Esc, or %3)")
            .arg(text.from, text.to, clearRange->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace ui
