// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/resultcard.h"

#include "ui/common/buttonkind.h"
#include "ui/common/card.h"
#include "ui/common/exportmenu.h"
#include "ui/common/labelled.h"
#include "ui/common/originbar.h"
#include "ui/common/wholerowsarea.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

ResultCard::ResultCard(const Texts &texts, const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_texts(texts)
    , m_parts(parts)
    , m_origin(new OriginBar(texts.elsewhere))
    , m_scroll(new WholeRowsArea)
    , m_box(new VerdictBox)
    , m_notes(smallText())
    , m_sample(new QPushButton(tr("Start the sample server")))
    , m_reopen(new QPushButton(tr("Show the &last result")))
    , m_export(new QPushButton(tr("E&xport report")))
    , m_menu(new ExportMenu(this))
{
    build();
    buildButtons();
    showNoServer();
}

void ResultCard::build()
{
    auto *card = new Card({}, this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(12);
    column->addWidget(m_box);
    column->addWidget(m_sample, 0, Qt::AlignLeft);
    column->addWidget(m_reopen, 0, Qt::AlignLeft);
    for (QWidget *part : std::as_const(m_parts.findings))
        column->addWidget(part);
    if (m_parts.details)
        column->addWidget(m_parts.details);
    column->addWidget(m_notes);
    column->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setAccessibleName(m_texts.name);
    m_scroll->viewport()->setAutoFillBackground(false); // The card's ground is theirs.
    content->setAutoFillBackground(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4); // Three have to fit.
    for (QPushButton *button : {m_parts.left, m_export, m_parts.right}) {
        if (button)
            buttons->addWidget(button);
    }
    buttons->addStretch();
    card->content().setSpacing(12);
    card->content().addWidget(m_origin);
    card->content().addWidget(m_scroll, 1);
    card->content().addLayout(buttons);
}

void ResultCard::buildButtons()
{
    setKind(*m_sample, ButtonKind::Primary);
    m_sample->setToolTip(m_texts.sample);
    m_reopen->setToolTip(tr("Show the result that was closed"));
    m_export->setToolTip(m_texts.exports);
    m_export->setMenu(m_menu);
    connect(m_menu, &ExportMenu::exportRequested, this, &ResultCard::exportRequested);
    connect(m_menu, &ExportMenu::copyRequested, this, &ResultCard::copyRequested);
    connect(m_sample, &QPushButton::clicked, this, &ResultCard::sampleRequested);
    connect(m_reopen, &QPushButton::clicked, this, &ResultCard::reopenRequested);
    connect(m_origin, &OriginBar::closeRequested, this, &ResultCard::closeRequested);
}

void ResultCard::showNoServer()
{
    showVerdict({Tone::Dim, QLatin1StringView("server"), tr("No server yet"), {m_texts.noServer}, {}});
    m_sample->show();
}

void ResultCard::showIdle(bool hasClosed)
{
    showVerdict(m_texts.idle);
    m_reopen->setVisible(hasClosed);
}

void ResultCard::showWaiting(int uploads)
{
    showVerdict({Tone::Dim,
                 QLatin1StringView("waiting"),
                 tr("Waiting for %n upload(s) to end", nullptr, uploads),
                 {m_texts.waiting},
                 {}});
}

void ResultCard::showVerdict(const VerdictText &text)
{
    m_box->setText(text);
    for (QWidget *part : m_parts.findings
             + QList<QWidget *>{m_parts.left, m_parts.right, m_notes, m_sample, m_reopen, m_export}) {
        if (part)
            part->hide();
    }
    m_origin->setAddress({});
}

void ResultCard::showResult(const VerdictText &text)
{
    showVerdict(text);
    m_notes->setText(text.notes.join(u'\n'));
    m_notes->setVisible(!text.notes.isEmpty());
    m_export->show();
}

void ResultCard::setOrigin(const QString &address, const QString &headline)
{
    m_origin->setHeadline(headline.isEmpty() ? m_texts.elsewhere : headline);
    m_origin->setAddress(address);
}

void ResultCard::addExport(QAction *action)
{
    m_menu->addAction(action);
}

void ResultCard::setScrolling(bool on)
{
    m_scroll->setScrolling(on);
}

void ResultCard::scrollToTop()
{
    m_scroll->verticalScrollBar()->setValue(0);
}

} // namespace ui
