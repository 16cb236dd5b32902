// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/emptyhistory.h"

#include "ui/common/buttonkind.h"
#include "ui/common/fonts.h"
#include "ui/common/signlabel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyHistory::EmptyHistory(QWidget *parent)
    : QWidget(parent)
    , m_headline(new QLabel(this))
    , m_lesson(new QLabel(this))
    , m_button(new QPushButton(this))
{
    auto *sign = new SignLabel(QLatin1StringView("history"), Tone::Accent, SignLabel::pageSize, this);
    m_headline->setFont(valueFont(m_headline->font()));
    m_lesson->setWordWrap(true);
    m_lesson->setAlignment(Qt::AlignHCenter);
    m_lesson->setForegroundRole(QPalette::PlaceholderText);
    m_lesson->setMaximumWidth(560);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(sign, 0, Qt::AlignHCenter);
    column->addWidget(m_headline, 0, Qt::AlignHCenter);
    auto *middle
        = new QHBoxLayout; // Unaligned within: only then is the text asked how high it is at its width.
    middle->addStretch(1);
    middle->addWidget(m_lesson, 1000);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(4);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_why == Why::NoMatch)
            Q_EMIT showAllRequested();
        else
            Q_EMIT checkRequested();
    });
    setReason(Why::NoRuns);
}

void EmptyHistory::setReason(Why why)
{
    m_why = why;
    m_button->setVisible(why != Why::Off);
    setKind(*m_button, why == Why::NoRuns ? ButtonKind::Primary : ButtonKind::Normal);
    switch (why) {
    case Why::NoRuns:
        m_headline->setText(tr("No run is kept yet"));
        m_lesson->setText(tr(
            "Every leak check, sweep and audit is kept here with its result, and every session of uploads "
            "when "
            "you leave its server; so is what tidemark-cli does. Check a server, change it, check it again: "
            "then compare both, and see whether it is fixed."));
        m_button->setText(tr("&Go to the leak check"));
        m_button->setToolTip(tr("Show the page on which a leak check is started"));
        break;
    case Why::NoMatch:
        m_headline->setText(tr("No run is like that"));
        m_lesson->setText(tr("Nothing that is kept has this address, this kind and this tag together."));
        m_button->setText(tr("Show &all runs"));
        m_button->setToolTip(tr("Take the filter away"));
        break;
    case Why::Off:
        m_headline->setText(tr("This window keeps no history"));
        m_lesson->setText(
            tr("It was started with --no-history. Without that, every run is kept with its result and can be "
               "opened and compared later."));
        break;
    }
}

} // namespace ui
