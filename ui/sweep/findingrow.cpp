// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/findingrow.h"

#include "ui/common/fonts.h"
#include "ui/common/labelled.h"
#include "ui/common/pill.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui {

FindingRow::FindingRow(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel)
    , m_word(new Pill)
    , m_text(smallText())
{
    m_name->setFont(strongFont(m_name->font()));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_name);
    head->addWidget(m_word);
    head->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_text);
}

void FindingRow::setFinding(const SweepFinding &finding)
{
    m_name->setText(finding.name);
    m_name->setAccessibleName(tr("%1: %2").arg(finding.name, finding.word));
    m_word->setText(finding.word);
    m_word->setTone(finding.tone);
    m_text->setText(finding.text);
}

} // namespace ui
