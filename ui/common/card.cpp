// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/card.h"

#include "ui/common/fonts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_content(new QVBoxLayout(this))
{
    setFrameShape(QFrame::NoFrame);
    m_content->setContentsMargins(16, 16, 16, 16);
    m_content->setSpacing(8);
    if (!title.isEmpty()) {
        auto *label = new QLabel(title, this);
        label->setFont(strongFont(label->font()));
        m_content->addWidget(label);
        setAccessibleName(title);
    }
}

} // namespace ui
