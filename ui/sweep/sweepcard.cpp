// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweepcard.h"

#include "ui/common/labelled.h"
#include "ui/sweep/findingrow.h"
#include "ui/sweep/sweeptext.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <cmath>

namespace ui {

namespace {

constexpr int barSteps = 1000;

ResultCard::Texts texts()
{
    return {
        .name = SweepCard::tr("What the sweep found"),
        .elsewhere = SweepCard::tr("Another address was measured"),
        .noServer = SweepCard::tr("Type the address of an upload service above, or try it on the sample "
                                  "server: its storm breaks down on purpose."),
        .sample
        = SweepCard::tr("Start a server that breaks down with many uploads at once, and connect to it"),
        .idle = {Tone::Dim,
                 QLatin1StringView("sweep"),
                 SweepCard::tr("Not measured yet"),
                 {SweepCard::tr("Uploads are made with more and more at once. Level by level you see how "
                                "long answers take, how many time out, and what memory the server needs for "
                                "it; and whether a leak grows with the load.")},
                 {}},
        .waiting = SweepCard::tr("They would be a load of their own."),
        .exports = SweepCard::tr("Write what was found, so that somebody else can repeat it"),
    };
}

} // namespace

SweepCard::SweepCard(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar)
    , m_phase(smallText())
    , m_notice(smallText())
    , m_findings{new FindingRow, new FindingRow}
    , m_card(new ResultCard(texts(), {.findings = {m_bar, m_phase, m_notice, m_findings[0], m_findings[1]}}))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the sweep"));
    m_card->notes().setContentsMargins(8, 0, 8, 0); // As the findings.
    m_card->setScrolling(false);
}

void SweepCard::showProgress(const experiment::SweepProgress &progress)
{
    m_card->showVerdict(sweepRunning(progress));
    m_bar->setValue(static_cast<int>(std::lround(progress.whole() * barSteps)));
    m_bar->show();
    m_phase->setText(sweepPhaseLine(progress));
    m_phase->show();
    m_notice->setVisible(!m_notice->text().isEmpty());
}

void SweepCard::showResult(const experiment::SweepResult &result)
{
    m_card->showResult(sweepVerdict(result));
    const std::vector<SweepFinding> findings = sweepFindings(result);
    for (std::size_t i = 0; i < std::min(findings.size(), m_findings.size()); ++i) {
        m_findings[i]->setFinding(findings[i]);
        m_findings[i]->show();
    }
}

void SweepCard::setNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

} // namespace ui
