// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/notebar.h"

#include "ui/common/buttonkind.h"
#include "ui/common/colors.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace ui {

NoteBar::NoteBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
{
    constexpr int longestNote = 200;
    m_text->setMaxLength(longestNote);
    m_text->setPlaceholderText(tr("What happened now?"));
    m_text->setAccessibleName(tr("Note for the timeline"));
    auto *label = new QLabel(tr("&Note"), this);
    label->setBuddy(m_text);
    auto *add = new QPushButton(tr("Add"), this);
    setKind(*add, ButtonKind::Primary);
    add->setToolTip(tr("Put it on the timeline (Enter)"));
    auto *leave = new QPushButton(tr("Cancel"), this);
    leave->setToolTip(tr("Add no note (Escape)"));
    connect(m_text, &QLineEdit::returnPressed, this, &NoteBar::accept);
    connect(add, &QPushButton::clicked, this, &NoteBar::accept);
    connect(leave, &QPushButton::clicked, this, &QWidget::hide);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_text, 1);
    row->addWidget(add);
    row->addWidget(leave);
    hide();
}

void NoteBar::open()
{
    m_text->clear();
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void NoteBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

void NoteBar::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.surface);
    painter.fillRect(0, height() - 1, width(), 1, colors.line);
}

void NoteBar::accept()
{
    const QString text = m_text->text().trimmed();
    if (text.isEmpty())
        return;
    hide();
    Q_EMIT noteWritten(text);
}

} // namespace ui
