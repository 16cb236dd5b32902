// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepage.h"

#include "ui/common/buttonkind.h"
#include "ui/common/card.h"
#include "ui/common/fonts.h"
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
    const auto add = [this](const QString &text, const QString &toolTip, Qt::Key key) {
        const QKeySequence keys(Qt::ALT | Qt::SHIFT | key);
        QAction *action = m_menu->addAction(text);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(
            tr("%1 (%2)", "tool tip, keys").arg(toolTip, keys.toString(QKeySequence::NativeText)));
        addAction(action);
        return action;
    };
    const auto addFormat
        = [&](report::Format format, const QString &text, const QString &toolTip, Qt::Key key) {
              connect(add(text, toolTip, key), &QAction::triggered, this,
                      [this, format] { Q_EMIT exportRequested(format); });
          };
    using report::Format;
    addFormat(Format::Html, tr("&HTML…"), tr("A page to read and to pass on"), Qt::Key_H);
    addFormat(Format::Paper, tr("&PDF…"), tr("To print and to file"), Qt::Key_P);
    addFormat(Format::Markdown, tr("&Markdown…"), tr("To paste in an issue"), Qt::Key_M);
    addFormat(Format::Csv, tr("C&SV…"), tr("For spreadsheets"), Qt::Key_V);
    addFormat(Format::Json, tr("&JSON…"), tr("For scripts"), Qt::Key_J);
    addFormat(Format::JUnit, tr("J&Unit…"), tr("For continuous integration"), Qt::Key_U);
    m_menu->addSeparator();
    connect(add(tr("&Copy as Markdown"), tr("To paste in an issue"), Qt::Key_C), &QAction::triggered, this,
            &ComparePage::copyRequested);
}

void ComparePage::showComparison(const report::CheckComparison &comparison, bool hasProfiles)
{
    m_comparison = comparison;
    m_box->setText(comparisonText(comparison));
    m_rows->setRows(headOf(comparison.before, tr("Before")), headOf(comparison.after, tr("After")),
                    comparedRows(comparison));
    m_flame->setEnabled(hasProfiles);
    m_flame->setToolTip(hasProfiles
                            ? tr("Show what the server’s memory held after one check and not after the other")
                            : tr("Profiles are kept of checks of servers that offer pprof"));
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
