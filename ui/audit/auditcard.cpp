// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditcard.h"

#include "core/base/format.h"
#include "core/report/auditwording.h"
#include "ui/audit/audittext.h"
#include "ui/audit/findingdetails.h"
#include "ui/common/buttonkind.h"
#include "ui/common/card.h"
#include "ui/common/exportmenu.h"
#include "ui/common/fonts.h"
#include "ui/common/originbar.h"
#include "ui/common/verdictbox.h"
#include "ui/common/wholerowsarea.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using experiment::AuditFinding;

namespace {

QLabel *smallLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(smallFont(label->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

AuditCard::AuditCard(QWidget *parent)
    : QWidget(parent)
    , m_origin(new OriginBar(tr("Another address was audited")))
    , m_box(new VerdictBox)
    , m_bar(new QProgressBar)
    , m_elapsed(smallLabel())
    , m_scroll(new WholeRowsArea)
    , m_details(new FindingDetails)
    , m_notes(smallLabel())
    , m_sample(new QPushButton(tr("Start the sample server")))
    , m_reopen(new QPushButton(tr("Show the &last result")))
    , m_export(new QPushButton(tr("E&xport report")))
    , m_menu(new ExportMenu(this))
{
    build();
    buildButtons();
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &AuditCard::updateElapsed);
    connect(m_details, &FindingDetails::referenceRequested, this, &AuditCard::referenceRequested);
    connect(m_origin, &OriginBar::closeRequested, this, &AuditCard::closeRequested);
    showNoServer();
}

void AuditCard::build()
{
    auto *card = new Card({}, this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Checks that are done"));
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(12);
    column->addWidget(m_box);
    column->addWidget(m_bar);
    column->addWidget(m_elapsed);
    column->addWidget(m_details);
    column->addWidget(m_notes);
    column->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setAccessibleName(tr("What the audit found"));
    m_scroll->viewport()->setAutoFillBackground(false); // The card's ground is theirs.
    content->setAutoFillBackground(false);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_sample, m_reopen, m_export})
        buttons->addWidget(button);
    buttons->addStretch();
    card->content().setSpacing(12);
    card->content().addWidget(m_origin);
    card->content().addWidget(m_scroll, 1);
    card->content().addLayout(buttons);
}

void AuditCard::buildButtons()
{
    setKind(*m_sample, ButtonKind::Primary);
    m_sample->setToolTip(tr("Start a server with known faults, and connect to it"));
    m_reopen->setToolTip(tr("Show the result that was closed"));
    m_export->setToolTip(tr("Write what was found, so that somebody else can mend it"));
    m_export->setMenu(m_menu);
    connect(m_menu, &ExportMenu::exportRequested, this, &AuditCard::exportRequested);
    connect(m_menu, &ExportMenu::copyRequested, this, &AuditCard::copyRequested);
    connect(m_sample, &QPushButton::clicked, this, &AuditCard::sampleRequested);
    connect(m_reopen, &QPushButton::clicked, this, &AuditCard::reopenRequested);
}

void AuditCard::hideParts()
{
    m_result.reset();
    m_tick.stop();
    for (QWidget *part : {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_elapsed),
                          static_cast<QWidget *>(m_notes), static_cast<QWidget *>(m_sample),
                          static_cast<QWidget *>(m_reopen), static_cast<QWidget *>(m_export)})
        part->hide();
    m_origin->setAddress({});
}

void AuditCard::showNoServer()
{
    hideParts();
    m_box->setText({Tone::Dim,
                    QLatin1StringView("server"),
                    tr("No server yet"),
                    {tr("Type the address of an upload service above, or try it on the sample server.")},
                    {}});
    m_sample->show();
}

void AuditCard::showIdle(bool hasClosed)
{
    hideParts();
    m_box->setText({Tone::Dim,
                    QLatin1StringView("audit"),
                    tr("Not audited yet"),
                    {tr("Sends uploads that are too large, broken, slow or oddly named, and looks what the "
                        "server makes of them. What it stores of them stays there.")},
                    {}});
    m_reopen->setVisible(hasClosed);
}

void AuditCard::showWaiting(int uploads)
{
    hideParts();
    m_box->setText({Tone::Dim,
                    QLatin1StringView("waiting"),
                    tr("Waiting for %n upload(s) to end", nullptr, uploads),
                    {tr("They would be taken for the audit's own.")},
                    {}});
}

void AuditCard::showStarting()
{
    hideParts();
    m_box->setText({Tone::Dim, QLatin1StringView("waiting"), tr("The audit begins"), {}, {}});
}

void AuditCard::showProgress(const experiment::AuditProgress &progress)
{
    hideParts();
    m_box->setText(auditRunText(progress));
    m_bar->setRange(0, progress.checks);
    m_bar->setValue(std::max(0, progress.number - 1));
    m_bar->show();
    m_elapsed->show();
    m_elapsedThen = progress.elapsed;
    m_sinceProgress.start();
    m_tick.start();
    updateElapsed();
}

void AuditCard::updateElapsed()
{
    const std::chrono::milliseconds since(m_sinceProgress.elapsed());
    m_elapsed->setText(tr("%1 so far").arg(base::formatCountdown(m_elapsedThen + since)));
}

void AuditCard::showResult(const experiment::AuditResult &result)
{
    hideParts();
    m_result = result;
    const VerdictText text = auditVerdict(result);
    m_box->setText(text);
    m_notes->setText(text.notes.join(u'\n'));
    m_notes->show();
    m_export->show();
}

void AuditCard::setOrigin(const QString &address)
{
    m_origin->setAddress(address);
}

void AuditCard::showCheck(const QString &id)
{
    const experiment::AuditCheck *check = experiment::findAuditCheck(id);
    m_details->setVisible(check);
    if (!check)
        return;
    m_scroll->verticalScrollBar()->setValue(0);
    if (m_result) {
        const auto found = std::ranges::find(m_result->findings, id, &AuditFinding::id);
        if (found != m_result->findings.end()) {
            m_details->showFinding(*report::auditRow(*found, report::Surface::Window));
            return;
        }
    }
    m_details->showCheck(*check);
}

void AuditCard::setScrolling(bool on)
{
    m_scroll->setScrolling(on);
}

QString AuditCard::sentence() const
{
    return m_box->text().sentence;
}

} // namespace ui
