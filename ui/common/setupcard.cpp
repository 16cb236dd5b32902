// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/setupcard.h"

#include "ui/common/buttonkind.h"
#include "ui/common/card.h"
#include "ui/common/labelled.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

SetupCard::SetupCard(const QString &title, const Tips &tips, QWidget *parent)
    : QWidget(parent)
    , m_tips(tips)
    , m_rows(new QVBoxLayout)
    , m_button(new QPushButton)
    , m_obstacle(smallText())
{
    auto *card = new Card(title, this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    m_rows->setSpacing(4);
    m_obstacle->hide();
    QVBoxLayout &column = card->content();
    column.setSpacing(4);
    column.addLayout(m_rows);
    column.addSpacing(12);
    column.addWidget(m_button, 0, Qt::AlignLeft);
    column.addWidget(m_obstacle);
    column.addStretch();
    connect(m_button, &QPushButton::clicked, this, &SetupCard::click);
    updateButton();
}

void SetupCard::addTitled(QVBoxLayout &column, const QString &title, QWidget *field)
{
    column.addWidget(captionFor(title, *field));
    column.addWidget(field);
    m_fields.append(field);
}

void SetupCard::addField(const QString &title, QWidget *field)
{
    m_rows->addSpacing(4);
    addTitled(*m_rows, title, field);
}

void SetupCard::addPair(const QString &leftTitle, QWidget *left, const QString &rightTitle, QWidget *right)
{
    m_rows->addSpacing(4);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(8);
    m_rows->addLayout(pair);
    const auto half = [&](const QString &title, QWidget *field) {
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        pair->addLayout(column, 1);
        addTitled(*column, title, field);
    };
    half(leftTitle, left);
    half(rightTitle, right);
}

void SetupCard::addOption(QWidget *field)
{
    m_rows->addSpacing(4);
    m_rows->addWidget(field);
    m_fields.append(field);
}

void SetupCard::setShown(QWidget &field, bool on)
{
    field.setVisible(on);
    for (QLabel *label : findChildren<QLabel *>()) {
        if (label->buddy() == &field)
            label->setVisible(on);
    }
}

QLabel *SetupCard::addHint()
{
    QLabel *hint = smallText();
    m_rows->addWidget(hint);
    return hint;
}

void SetupCard::click()
{
    if (m_state == State::Running)
        Q_EMIT cancelRequested();
    else if (m_state != State::Stopping)
        Q_EMIT startRequested();
}

void SetupCard::setState(State state)
{
    m_state = state;
    updateButton();
}

void SetupCard::setValid(bool on)
{
    m_isValid = on;
    updateButton();
}

void SetupCard::setObstacle(const QString &why)
{
    m_obstacle->setText(why);
    m_obstacle->setVisible(!why.isEmpty());
    updateButton();
}

void SetupCard::updateButton()
{
    const bool isBusy = m_state == State::Running || m_state == State::Stopping;
    switch (m_state) {
    case State::Unavailable:
    case State::Ready:
        m_button->setText(tr("&Start"));
        break;
    case State::Again:
        m_button->setText(tr("&Run again"));
        break;
    case State::Running:
        m_button->setText(tr("&Stop"));
        break;
    case State::Stopping:
        m_button->setText(tr("Stopping…"));
        break;
    }
    const bool mayStart
        = !isBusy && m_state != State::Unavailable && m_isValid && m_obstacle->text().isEmpty();
    m_button->setToolTip(isBusy ? m_tips.stop : m_tips.start);
    m_button->setEnabled(mayStart || m_state == State::Running);
    setKind(*m_button, isBusy ? ButtonKind::Normal : ButtonKind::Primary);
    for (QWidget *field : std::as_const(m_fields))
        field->setEnabled(!isBusy);
}

} // namespace ui
