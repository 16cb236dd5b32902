// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/checkscard.h"

#include "core/experiment/auditcheck.h"
#include "ui/audit/checkrowdelegate.h"
#include "ui/audit/checktree.h"
#include "ui/audit/findingmodel.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/fonts.h"

#include <QCheckBox>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace ui {

using experiment::AuditOutcome;

namespace {

constexpr int lowest = 120; // Of the lists: some rows.

std::optional<AuditOutcome> outcomeOf(FilterBar::Part part)
{
    switch (part) {
    case FilterBar::Choice:
    case FilterBar::All:
        break;
    case FilterBar::Failed:
        return AuditOutcome::Fail;
    case FilterBar::Unknown:
        return AuditOutcome::Unknown;
    case FilterBar::Passed:
        return AuditOutcome::Pass;
    }
    return {};
}

} // namespace

ChecksCard::ChecksCard(QWidget *parent)
    : QWidget(parent)
    , m_all(new QCheckBox)
    , m_filter(new FilterBar)
    , m_lists(new QStackedWidget)
    , m_tree(new CheckTree)
    , m_model(new FindingModel(this))
    , m_findings(new QTreeView)
    , m_warning(new Banner)
{
    build();
    connect(m_all, &QCheckBox::clicked, this, [this] {
        const bool isOn = m_all->checkState() != Qt::Unchecked; // What a click on a partial one leads to.
        m_tree->setAll(isOn);
    });
    connect(m_filter, &FilterBar::chosen, this, &ChecksCard::showPart);
    connect(m_tree, &CheckTree::chosenChanged, this, &ChecksCard::updateHead);
    connect(m_tree, &CheckTree::checkSelected, this, &ChecksCard::checkSelected);
    connect(m_findings->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT checkSelected(currentCheck()); });
    clear();
}

void ChecksCard::build()
{
    auto *card = new Card({}, this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    m_all->setTristate(true);
    m_all->setFont(strongFont(m_all->font()));
    m_all->setToolTip(tr("Choose all checks or none"));
    m_findings->setModel(m_model);
    m_findings->setAccessibleName(tr("Findings"));
    new CheckRowDelegate(*m_findings);
    m_findings->setIndentation(0);
    m_lists->addWidget(m_tree);
    m_lists->addWidget(m_findings);
    m_lists->setMinimumHeight(lowest);
    QVBoxLayout &column = card->content();
    column.addWidget(m_all, 0, Qt::AlignLeft);
    column.addWidget(m_filter);
    column.addWidget(m_lists, 1);
    column.addWidget(m_warning);
}

void ChecksCard::setHost(const QString &host)
{
    m_host = host;
    m_tree->setHost(host);
    updateHead();
}

void ChecksCard::clear()
{
    m_isRunning = false;
    m_tree->setFixed(false);
    m_tree->setUnderWay(0);
    m_model->setRows({});
    m_filter->hide();
    showPart(FilterBar::Choice);
}

void ChecksCard::showProgress(const experiment::AuditProgress &progress)
{
    if (!m_isRunning)
        clear();
    m_isRunning = true;
    m_tree->setFixed(true);
    m_tree->setUnderWay(progress.number);
    updateHead();
}

void ChecksCard::showResult(const experiment::AuditResult &result)
{
    clear();
    m_model->setRows(report::auditRows(result, report::Surface::Window));
    m_filter->setResult(result);
    m_filter->show();
    showPart(FilterBar::All);
}

void ChecksCard::showPart(FilterBar::Part part)
{
    m_filter->setPart(part);
    if (part == FilterBar::Choice) {
        m_lists->setCurrentWidget(m_tree);
    } else {
        m_model->setOnly(outcomeOf(part));
        m_lists->setCurrentWidget(m_findings);
        m_findings->setCurrentIndex(m_model->index(0));
    }
    updateHead();
    Q_EMIT checkSelected(currentCheck());
}

QString ChecksCard::currentCheck() const
{
    return m_lists->currentWidget() == m_tree ? m_tree->currentCheck()
                                              : m_findings->currentIndex().data(IdRole).toString();
}

void ChecksCard::updateHead()
{
    const auto chosen = m_tree->chosen().size();
    const auto all = static_cast<qsizetype>(experiment::auditChecks().size());
    const bool isChoice = m_lists->currentWidget() == m_tree;
    m_all->setText(tr("%1 of %2 checks").arg(chosen).arg(all));
    m_all->setCheckState(chosen == 0 ? Qt::Unchecked : chosen == all ? Qt::Checked : Qt::PartiallyChecked);
    m_all->setEnabled(!m_isRunning);
    m_all->setVisible(isChoice);
    m_warning->setVisible(isChoice && !m_isRunning);
    warn();
}

// What could do harm says so before it runs.
void ChecksCard::warn()
{
    const QString what = tr("A server that trusts them stores files with a harmless line of text elsewhere "
                            "than where it should.");
    if (m_tree->isLocal() && m_tree->sendsOddNames())
        m_warning->setMessage(Tone::Dim, tr("Some checks send file names that lead elsewhere"), {what});
    else if (m_tree->sendsOddNames())
        m_warning->setMessage(Tone::Warn, tr("File names that lead elsewhere are sent to “%1”").arg(m_host),
                              {what, tr("Do this only with a server that is yours.")});
    else if (!m_tree->isLocal())
        m_warning->setMessage(Tone::Dim, tr("The checks of file names are off"),
                              {tr("“%1” is not this machine. %2").arg(m_host, what)});
    else
        m_warning->hide();
}

} // namespace ui
