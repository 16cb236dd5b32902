// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweepcard.h"

#include "ui/common/buttonkind.h"
#include "ui/common/card.h"
#include "ui/common/exportmenu.h"
#include "ui/common/fonts.h"
#include "ui/common/originbar.h"
#include "ui/sweep/findingrow.h"
#include "ui/sweep/sweeptext.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace ui {

namespace {

constexpr int barSteps = 1000;

QLabel *smallText()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setFont(smallFont(label->font()));
    return label;
}

} // namespace

SweepCard::SweepCard(QWidget *parent)
    : QWidget(parent)
    , m_origin(new OriginBar(tr("Another address was measured")))
    , m_box(new VerdictBox)
    , m_findings{new FindingRow, new FindingRow}
    , m_bar(new QProgressBar)
    , m_phase(smallText())
    , m_notice(smallText())
    , m_notes(smallText())
    , m_sample(new QPushButton(tr("Start the sample server")))
    , m_reopen(new QPushButton(tr("Show the &last result")))
    , m_export(new QPushButton(tr("E&xport report")))
    , m_menu(new ExportMenu(this))
{
    build();
    connectParts();
    showNoServer();
}

void SweepCard::build()
{
    auto *card = new Card({}, this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    QVBoxLayout *column = &card->content();
    column->setSpacing(12);
    column->addWidget(m_origin);
    column->addWidget(m_box);
    column->addWidget(m_bar);
    column->addWidget(m_phase);
    column->addWidget(m_notice);
    for (FindingRow *row : m_findings)
        column->addWidget(row);
    column->addWidget(m_notes);
    column->addWidget(m_sample, 0, Qt::AlignLeft);
    column->addWidget(m_reopen, 0, Qt::AlignLeft);
    column->addStretch();
    column->addWidget(m_export, 0, Qt::AlignLeft);

    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the sweep"));
    m_notes->setContentsMargins(8, 0, 8, 0);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setKind(*m_sample, ButtonKind::Primary);
    m_sample->setToolTip(tr("Start a server that breaks down with many uploads at once, and connect to it"));
    m_reopen->setToolTip(tr("Show the result that was closed"));
    m_export->setToolTip(tr("Write what was found, so that somebody else can repeat it"));
    m_export->setMenu(m_menu);
    m_notice->hide();
}

void SweepCard::connectParts()
{
    connect(m_sample, &QPushButton::clicked, this, &SweepCard::sampleRequested);
    connect(m_reopen, &QPushButton::clicked, this, &SweepCard::reopenRequested);
    connect(m_origin, &OriginBar::closeRequested, this, &SweepCard::closeRequested);
    connect(m_menu, &ExportMenu::exportRequested, this, &SweepCard::exportRequested);
    connect(m_menu, &ExportMenu::copyRequested, this, &SweepCard::copyRequested);
}

void SweepCard::showOnly(const VerdictText &text)
{
    m_box->setText(text);
    for (QWidget *part : {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_phase),
                          static_cast<QWidget *>(m_findings[0]), static_cast<QWidget *>(m_findings[1]),
                          static_cast<QWidget *>(m_notes), static_cast<QWidget *>(m_sample),
                          static_cast<QWidget *>(m_reopen), static_cast<QWidget *>(m_export)})
        part->hide();
    m_origin->setAddress({});
}

void SweepCard::showNoServer()
{
    showOnly({Tone::Dim,
              QLatin1StringView("server"),
              tr("No server yet"),
              {tr("Type the address of an upload service above, or try it on the sample server: its storm "
                  "breaks down on purpose.")},
              {}});
    m_sample->show();
}

void SweepCard::showIdle(bool hasClosed)
{
    showOnly(
        {Tone::Dim,
         QLatin1StringView("sweep"),
         tr("Not measured yet"),
         {tr("Uploads are made with more and more at once. Level by level you see how long answers take, "
             "how many time out, and what memory the server needs for it; and whether a leak grows with "
             "the load.")},
         {}});
    m_reopen->setVisible(hasClosed);
}

void SweepCard::showWaiting(int uploads)
{
    showOnly({Tone::Dim,
              QLatin1StringView("waiting"),
              tr("Waiting for %n upload(s) to end", nullptr, uploads),
              {tr("They would be a load of their own.")},
              {}});
}

void SweepCard::showProgress(const experiment::SweepProgress &progress)
{
    showOnly(sweepRunning(progress));
    m_bar->setValue(static_cast<int>(std::lround(progress.whole() * barSteps)));
    m_bar->show();
    m_phase->setText(sweepPhaseLine(progress));
    m_phase->show();
}

void SweepCard::showResult(const experiment::SweepResult &result)
{
    const VerdictText text = sweepVerdict(result);
    showOnly(text);
    const std::vector<SweepFinding> findings = sweepFindings(result);
    for (std::size_t i = 0; i < std::min(findings.size(), m_findings.size()); ++i) {
        m_findings[i]->setFinding(findings[i]);
        m_findings[i]->show();
    }
    m_notes->setText(text.notes.join(u'\n'));
    m_notes->setVisible(!text.notes.isEmpty());
    m_export->show();
}

void SweepCard::addExport(QAction *action)
{
    m_menu->addAction(action);
}

void SweepCard::setOrigin(const QString &address)
{
    m_origin->setAddress(address);
}

void SweepCard::setNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

} // namespace ui
