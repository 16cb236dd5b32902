// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/runtextview.h"

#include "core/base/localtime.h"
#include "ui/common/buttonkind.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/models/runtext.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

RunTextView::RunTextView(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel({}, this))
    , m_back(new QPushButton(tr("&Back to the list"), this))
    , m_text(new QPlainTextEdit(this))
{
    m_title->setFont(strongFont(m_title->font()));
    m_back->setToolTip(tr("Show all runs again (Esc)"));
    setKind(*m_back, ButtonKind::Link);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("What the run said"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_back);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_text, 1);
    connect(m_back, &QPushButton::clicked, this, &RunTextView::closeRequested);
}

void RunTextView::showText(const session::KeptRun &run, const QString &text)
{
    m_title->setText(tr("%1 of %2, %3", "kind of run, server, when")
                         .arg(commandTitle(run.command), runSpokenText(run, RunColumn::Server),
                              base::localMinute(run.startedAtMs)));
    m_text->setPlainText(text);
    m_text->setFocus();
}

} // namespace ui
