// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/verdictcard.h"

#include "ui/common/buttonkind.h"
#include "ui/common/card.h"
#include "ui/common/exportmenu.h"
#include "ui/common/fonts.h"
#include "ui/common/originbar.h"
#include "ui/common/verdictbox.h"
#include "ui/common/wholerowsarea.h"
#include "ui/leak/resourcerows.h"
#include "ui/leak/stacklist.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

VerdictCard::VerdictCard(QWidget *parent)
    : QWidget(parent)
    , m_origin(new OriginBar({}))
    , m_scroll(new WholeRowsArea)
    , m_box(new VerdictBox)
    , m_rows(new ResourceRows)
    , m_stack(new StackList)
    , m_notes(new QLabel)
    , m_sample(new QPushButton(tr("Start the sample server")))
    , m_reopen(new QPushButton(tr("Show the &last result")))
    , m_flame(new QPushButton(tr("&Flame graph")))
    , m_compare(new QPushButton(tr("Compare &with…")))
    , m_export(new QPushButton(tr("E&xport report")))
    , m_menu(new ExportMenu(this))
{
    build();
    buildButtons();
    showNoServer();
}

void VerdictCard::build()
{
    auto *card = new Card({}, this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_notes->setFont(smallFont(m_notes->font()));
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(12);
    column->addWidget(m_box);
    column->addWidget(m_stack);
    column->addWidget(m_rows);
    column->addWidget(m_notes);
    column->addWidget(m_sample, 0, Qt::AlignLeft);
    column->addWidget(m_reopen, 0, Qt::AlignLeft);
    column->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setAccessibleName(tr("What the check found"));
    m_scroll->viewport()->setAutoFillBackground(false); // The card's ground is theirs.
    content->setAutoFillBackground(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4); // Three have to fit.
    buttons->addWidget(m_flame);
    buttons->addWidget(m_export);
    buttons->addWidget(m_compare);
    buttons->addStretch();
    card->content().setSpacing(12);
    card->content().addWidget(m_origin);
    card->content().addWidget(m_scroll, 1);
    card->content().addLayout(buttons);
}

void VerdictCard::setScrolling(bool on)
{
    m_scroll->setScrolling(on);
}

void VerdictCard::buildButtons()
{
    setKind(*m_sample, ButtonKind::Primary);
    m_sample->setToolTip(tr("Start a server that leaks on purpose, and connect to it"));
    m_reopen->setToolTip(tr("Show the result that was closed"));
    m_flame->setToolTip(tr("Show the profiles from before and after the uploads"));
    m_compare->setToolTip(tr("Choose an earlier or later check of this server, and see what has changed"));
    m_export->setToolTip(tr("Write what was found, so that somebody else can repeat it"));
    m_export->setMenu(m_menu);
    connect(m_menu, &ExportMenu::exportRequested, this, &VerdictCard::exportRequested);
    connect(m_menu, &ExportMenu::copyRequested, this, &VerdictCard::copyRequested);
    connect(m_sample, &QPushButton::clicked, this, &VerdictCard::sampleRequested);
    connect(m_reopen, &QPushButton::clicked, this, &VerdictCard::reopenRequested);
    connect(m_origin, &OriginBar::closeRequested, this, &VerdictCard::closeRequested);
    connect(m_flame, &QPushButton::clicked, this, &VerdictCard::flameGraphRequested);
    connect(m_compare, &QPushButton::clicked, this, &VerdictCard::compareRequested);
}

void VerdictCard::hideParts()
{
    m_rows->setRows({});
    m_stack->setResult({});
    for (QWidget *part :
         {static_cast<QWidget *>(m_rows), static_cast<QWidget *>(m_notes), static_cast<QWidget *>(m_sample),
          static_cast<QWidget *>(m_reopen), static_cast<QWidget *>(m_flame),
          static_cast<QWidget *>(m_compare), static_cast<QWidget *>(m_export)})
        part->hide();
    m_origin->setAddress({});
}

void VerdictCard::showNoServer()
{
    hideParts();
    m_box->setText(
        {Tone::Dim,
         QLatin1StringView("server"),
         tr("No server yet"),
         {tr("Type the address of an upload service above, or try it on the sample server: it leaks on "
             "purpose.")},
         {}});
    m_sample->show();
}

void VerdictCard::showIdle(bool hasClosed)
{
    hideParts();
    m_box->setText(
        {Tone::Dim,
         QLatin1StringView("leak"),
         tr("Not checked yet"),
         {tr("Uploads are made in rounds. After each one the server collects its garbage, and what is left "
             "then is measured: memory, goroutines, descriptors, files. What grows with every upload is a "
             "leak.")},
         {}});
    m_reopen->setVisible(hasClosed);
}

void VerdictCard::showWaiting(int uploads)
{
    hideParts();
    m_box->setText({Tone::Dim,
                    QLatin1StringView("waiting"),
                    tr("Waiting for %n upload(s) to end", nullptr, uploads),
                    {tr("They would be taken for the check's own.")},
                    {}});
}

void VerdictCard::showProgress(const experiment::CheckProgress &progress)
{
    hideParts();
    m_box->setText(provisionalText(progress));
    m_rows->setRows(provisionalRows(progress.provisional));
    m_rows->setVisible(!progress.provisional.empty());
}

void VerdictCard::showResult(const experiment::CheckResult &result)
{
    hideParts();
    const VerdictText text = verdictText(result);
    m_box->setText(text);
    m_rows->setRows(resourceRows(result));
    m_rows->setVisible(!m_rows->rows().empty());
    m_stack->setResult(result);
    m_notes->setText(text.notes.join(u'\n'));
    m_notes->setVisible(!text.notes.isEmpty());
    const experiment::CheckProfiles &profiles = result.profiles;
    m_flame->setVisible(!profiles.heapAfter.isEmpty() || !profiles.goroutinesAfter.isEmpty());
    m_compare->setVisible(m_isComparable);
    m_export->show();
}

void VerdictCard::setComparable(bool on)
{
    m_isComparable = on;
}

void VerdictCard::setOrigin(const QString &headline, const QString &address)
{
    m_origin->setHeadline(headline);
    m_origin->setAddress(address);
}

void VerdictCard::addExport(QAction *action)
{
    m_menu->addAction(action);
}

QString VerdictCard::sentence() const
{
    return m_box->text().sentence;
}

} // namespace ui
