// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/invitation.h"

#include "ui/common/fonts.h"
#include "ui/common/signlabel.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ui {

void layOut(const Invitation &invitation, QWidget &page)
{
    auto *sign = new SignLabel(invitation.sign, Tone::Accent, SignLabel::pageSize, &page);
    auto *headline = new QLabel(invitation.headline, &page);
    headline->setFont(valueFont(headline->font()));
    invitation.lesson->setWordWrap(true);
    invitation.lesson->setAlignment(Qt::AlignHCenter);
    invitation.lesson->setForegroundRole(QPalette::PlaceholderText);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    for (QWidget *button : invitation.buttons)
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(&page);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(sign, 0, Qt::AlignHCenter);
    column->addWidget(headline, 0, Qt::AlignHCenter);
    column->addWidget(
        invitation.lesson); // Unaligned: only then does the layout ask how high it is at its width.
    column->addSpacing(4);
    column->addLayout(buttons);
    column->addStretch(1);
}

} // namespace ui
