// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/navigation.h"

#include "ui/common/buttonkind.h"
#include "ui/common/icons.h"
#include "ui/common/mnemonic.h"

#include <QAction>
#include <QActionGroup>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int margin = 8;
constexpr int mostKeys = 9;
} // namespace

Navigation::Navigation(QStackedWidget &pages, QWidget *parent)
    : QFrame(parent)
    , m_pages(pages)
    , m_column(new QVBoxLayout(this))
    , m_group(new QActionGroup(this))
{
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    m_column->setContentsMargins(margin, margin, margin + 1, margin); // 1: the line at the right.
    m_column->setSpacing(4);
    m_column->addStretch();
}

void Navigation::addPage(QWidget *page, const Entry &entry)
{
    m_pages.addWidget(page);
    auto *action = new QAction(icon(entry.sign, Tone::Dim), entry.text, this);
    const int place = static_cast<int>(m_group->actions().size());
    action->setData(entry.key);
    action->setCheckable(true);
    action->setToolTip(entry.toolTip);
    if (place < mostKeys) {
        const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + place));
        action->setShortcut(key);
        action->setToolTip(
            tr("%1 (%2)", "tool tip, keys").arg(entry.toolTip, key.toString(QKeySequence::NativeText)));
    }
    m_group->addAction(action);
    addAction(action);
    connect(action, &QAction::triggered, this, [this, key = entry.key] {
        showPage(key);
        Q_EMIT chosen(key);
    });

    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setIconSize({24, 16}); // Room on both sides of the sign.
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(withoutMnemonic(entry.text));
    setKind(*button, ButtonKind::Page);
    m_column->insertWidget(place, button);
    mark();
}

QString Navigation::current() const
{
    const QList<QAction *> actions = m_group->actions();
    const int index = m_pages.currentIndex();
    return index < 0 ? QString() : actions.at(index)->data().toString();
}

void Navigation::setMarked(bool on)
{
    m_isMarked = on;
    mark();
}

void Navigation::showPage(const QString &key)
{
    const QList<QAction *> actions = m_group->actions();
    for (int i = 0; i < actions.size(); ++i) {
        if (actions[i]->data().toString() == key)
            m_pages.setCurrentIndex(i);
    }
    mark();
}

void Navigation::mark()
{
    const QList<QAction *> actions = m_group->actions();
    for (int i = 0; i < actions.size(); ++i)
        actions[i]->setChecked(m_isMarked && i == m_pages.currentIndex());
}

} // namespace ui
