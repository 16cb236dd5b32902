// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepage.h"

#include "ui/common/buttonkind.h"
#include "ui/common/card.h"
#include "ui/common/fonts.h"
#include "ui/common/formatactions.h"
#include "ui/common/keyedaction.h"
#include "ui/common/verdictbox.h"
#include "ui/common/wholerowsarea.h"
#include "ui/compare/comparerows.h"
#include "ui/compare/comparetext.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

ComparePage::ComparePage(QWidget *parent)
    : QWidget(parent)
    , m_flame(new QPushButton(tr("&Flame graph"), this))
    , m_export(new QPushButton(tr("E&xport"), this))
    , m_back(new QPushButton(tr("&Back to the list"), this))
    , m_box(new VerdictBox(this))
    , m_scroll(new WholeRowsArea(this))
    , m_rows(new CompareRows)
    , m_menu(new QMenu(this))
{
    build();
    buildMenu();
    connect(m_back, &QPushButton::clicked, this, &ComparePage::closeRequested);
    connect(m_flame, &QPushButton::clicked, this, &ComparePage::flameGraphRequested);
    setFocusProxy(m_scroll);
}

void ComparePage::build()
{
    setKind(*m_back, ButtonKind::Link);
    m_back->setToolTip(tr("Show all runs again (Esc)"));
    m_flame->setToolTip(tr("Show what the server’s memory held after one check and did not after the other"));
    m_export->setToolTip(tr("Write the comparison, so that somebody else can read it"));
    m_scroll->setWidget(m_rows);
    m_scroll->setAccessibleName(tr("Before and after"));
    m_scroll->viewport()->setAutoFillBackground(false); // The card's ground is theirs.
    m_rows->setAutoFillBackground(false);

    auto *title = new QLabel(tr("Two leak checks, before and after"), this);
    title->setFont(strongFont(title->font()));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(title, 1);
    head->addWidget(m_flame);
    head->addWidget(m_export);
    head->addWidget(m_back);
    auto *card = new Card({}, this);
    card->content().addWidget(m_scroll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_box);
    column->addWidget(card, 1);
}

void ComparePage::buildMenu()
{
    m_export->setMenu(m_menu);
    using report::Format;
    constexpr auto modifiers = Qt::ALT | Qt::SHIFT;
    constexpr auto inPage = Qt::WidgetWithChildrenShortcut;
    auto *formats = new FormatActions(*this,
                                      {{Format::Html, modifiers | Qt::Key_H},
                                       {Format::Paper, modifiers | Qt::Key_P},
                                       {Format::Markdown, modifiers | Qt::Key_M},
                                       {Format::Csv, modifiers | Qt::Key_V},
                                       {Format::Json, modifiers | Qt::Key_J},
                                       {Format::JUnit, modifiers | Qt::Key_U}},
                                      inPage);
    connect(formats, &FormatActions::chosen, this, &ComparePage::exportRequested);
    QAction *copy = keyedAction(*this, nullptr, tr("&Copy as Markdown"), tr("To paste in an issue"),
                                modifiers | Qt::Key_C, inPage);
    connect(copy, &QAction::triggered, this, &ComparePage::copyRequested);
    m_menu->addActions(formats->all());
    m_menu->addSeparator();
    m_menu->addAction(copy);
}

void ComparePage::showComparison(const report::CheckComparison &comparison, bool hasProfiles)
{
    m_comparison = comparison;
    m_box->setText(comparisonText(comparison));
    m_rows->setRows(headOf(comparison.before, tr("Before")), headOf(comparison.after, tr("After")),
                    comparedRows(comparison));
    m_flame->setEnabled(hasProfiles);
    m_flame->setToolTip(
        hasProfiles
            ? tr("Show what the server’s memory held after one check and not after the other")
            : tr("It takes both checks’ profiles of their end, which are kept where a server offers pprof "
                 "and something grew"));
    if (isVisible())
        m_scroll->setFocus();
}

void ComparePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
