// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/actionbutton.h"

#include "ui/common/buttonkind.h"
#include "ui/common/mnemonic.h"

#include <QAction>

namespace ui {
namespace {

constexpr int signSize = 16;

/// To what stands before it in the same row or panel: from there Esc means what it meant, and Tab goes on.
void handOnFocus(QPushButton &button)
{
    const QWidget *group = button.parentWidget();
    for (QWidget *other = button.previousInFocusChain(); other != &button;
         other = other->previousInFocusChain()) {
        if (group->isAncestorOf(other) && other->isVisible() && other->isEnabled()
            && (other->focusPolicy() & Qt::TabFocus)) {
            other->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace

ActionButton::ActionButton(QAction &action, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setIconSize({signSize, signSize});
    follow();
    connect(&action, &QAction::changed, this, &ActionButton::follow);
    connect(this, &QPushButton::clicked, &action, &QAction::trigger);
}

void ActionButton::setSignOnly(bool on)
{
    if (on == m_isSignOnly)
        return;
    m_isSignOnly = on;
    follow();
}

int ActionButton::wantedWidth(bool isSignOnly) const
{
    if (isHidden())
        return 0;
    if (isSignOnly == m_isSignOnly)
        return sizeHint().width();
    // The frame is the same; a sign has 4 pixels of air, as QPushButton's own hint has it.
    const int text = fontMetrics().size(Qt::TextShowMnemonic, m_action.text()).width();
    const int change = signSize + 4 - text;
    return sizeHint().width() + (isSignOnly ? change : -change);
}

void ActionButton::follow()
{
    setText(m_isSignOnly ? QString() : m_action.text());
    setIcon(m_isSignOnly ? m_action.icon() : QIcon());
    setAccessibleName(withoutMnemonic(m_action.text()));
    setToolTip(m_action.toolTip());
    if (!m_action.isEnabled() && hasFocus())
        handOnFocus(*this);
    setVisible(m_action.isEnabled());
}

QPushButton *linkFor(QAction &action, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setToolTip(action.toolTip());
    setKind(*button, ButtonKind::Link);
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    return button;
}

} // namespace ui
