// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditcard.h"

#include "core/base/format.h"
#include "core/report/auditwording.h"
#include "ui/audit/audittext.h"
#include "ui/audit/findingdetails.h"
#include "ui/common/labelled.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using experiment::AuditFinding;

namespace {

ResultCard::Texts texts()
{
    return {
        .name = AuditCard::tr("What the audit found"),
        .elsewhere = AuditCard::tr("Another address was audited"),
        .noServer
        = AuditCard::tr("Type the address of an upload service above, or try it on the sample server."),
        .sample = AuditCard::tr("Start a server with known faults, and connect to it"),
        .idle = {Tone::Dim,
                 QLatin1StringView("audit"),
                 AuditCard::tr("Not audited yet"),
                 {AuditCard::tr("Sends uploads that are too large, broken, slow or oddly named, and looks "
                                "what the server makes of them. What it stores of them stays there.")},
                 {}},
        .waiting = AuditCard::tr("They would be taken for the audit's own."),
        .exports = AuditCard::tr("Write what was found, so that somebody else can mend it"),
    };
}

} // namespace

AuditCard::AuditCard(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar)
    , m_elapsed(smallText())
    , m_details(new FindingDetails)
    , m_card(new ResultCard(texts(), {.findings = {m_bar, m_elapsed}, .details = m_details}))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Checks that are done"));
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &AuditCard::updateElapsed);
    connect(m_details, &FindingDetails::referenceRequested, this, &AuditCard::referenceRequested);
}

void AuditCard::forget()
{
    m_result.reset();
    m_tick.stop();
}

void AuditCard::showStarting()
{
    m_card->showVerdict({Tone::Dim, QLatin1StringView("waiting"), tr("The audit begins"), {}, {}});
}

void AuditCard::showProgress(const experiment::AuditProgress &progress)
{
    m_card->showVerdict(auditRunText(progress));
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
    forget();
    m_result = result;
    m_card->showResult(auditVerdict(result));
}

void AuditCard::showCheck(const QString &id)
{
    const experiment::AuditCheck *check = experiment::findAuditCheck(id);
    m_details->setVisible(check);
    if (!check)
        return;
    m_card->scrollToTop();
    if (m_result) {
        const auto found = std::ranges::find(m_result->findings, id, &AuditFinding::id);
        if (found != m_result->findings.end()) {
            m_details->showFinding(*report::auditRow(*found, report::Surface::Window));
            return;
        }
    }
    m_details->showCheck(*check);
}

} // namespace ui
