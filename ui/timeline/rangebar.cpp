// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/rangebar.h"

#include "ui/common/buttonkind.h"
#include "ui/common/icons.h"
#include "ui/common/keyhints.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/timelineactions.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace ui {
namespace {

constexpr qint64 minute = 60'000;

} // namespace

RangeBar::RangeBar(TimeWindow &window, TimelineActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_window(window)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(actions.rangeButton(this)); // first: Tab comes by what is made, in that order
    struct Choice
    {
        qint64 spanMs;
        QString text;
        QString name;
    };
    const Choice choices[]{
        {minute, tr("1 m"), tr("Show one minute")},
        {5 * minute, tr("5 m"), tr("Show five minutes")},
        {60 * minute, tr("1 h"), tr("Show one hour")},
        {24 * 60 * minute, tr("24 h"), tr("Show one day")},
    };
    int key = Qt::Key_1;
    for (const Choice &choice : choices) {
        QToolButton *button = addButton(choice.text, choice.name, QKeySequence(key++));
        connect(button, &QToolButton::clicked, this, [this, span = choice.spanMs] {
            m_showsAll = false;
            m_window.setSpan(span);
            mirror();
        });
        m_ranges.push_back({choice.spanMs, button});
    }
    m_all = addButton(tr("all"), tr("Show all there is"), QKeySequence(Qt::Key_5));
    connect(m_all, &QToolButton::clicked, this, &RangeBar::showAll);
    m_live = addButton(tr("live"), tr("Follow the present"), QKeySequence(Qt::Key_L));
    m_live->setIcon(icon(QLatin1StringView("live"), Tone::Dim));
    m_live->setIconSize({16, 16});
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_live, &QToolButton::clicked, this, [this] {
        m_window.follow();
        mirror();
    });
    connect(&m_window, &TimeWindow::changed, this, [this] {
        if (!m_isSetting && m_window.wantedSpanMs() != m_nowMs - m_firstMs)
            m_showsAll = false; // zoomed by other means
        mirror();
    });
    mirror();
}

QToolButton *RangeBar::addButton(const QString &text, const QString &name, const QKeySequence &key)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setAccessibleName(name);
    button->setToolTip(tr("%1 (%2)", "tool tip, keys").arg(name, key.toString(QKeySequence::NativeText)));
    setKeyHints(*button, {{name, key.toString(QKeySequence::NativeText)}});
    setKind(*button, ButtonKind::Pill);
    button->setSizePolicy(QSizePolicy::Fixed,
                          QSizePolicy::Fixed); // A low window takes from the chart, not from these.
    layout()->addWidget(button);
    auto *shortcut = new QShortcut(key, parentWidget() ? parentWidget() : this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, button, &QToolButton::click);
    return button;
}

void RangeBar::setExtent(qint64 firstMs, qint64 nowMs)
{
    m_firstMs = firstMs;
    m_nowMs = nowMs;
    if (m_showsAll && m_window.isFollowing())
        showAll();
}

void RangeBar::showAll()
{
    m_isSetting = true;
    m_window.follow();
    m_window.setSpan(m_nowMs - m_firstMs);
    m_isSetting = false;
    m_showsAll = true;
    mirror();
}

void RangeBar::mirror()
{
    for (const Range &range : m_ranges)
        range.button->setChecked(!m_showsAll && m_window.wantedSpanMs() == range.spanMs);
    m_all->setChecked(m_showsAll);
    m_live->setChecked(m_window.isFollowing());
}

} // namespace ui
