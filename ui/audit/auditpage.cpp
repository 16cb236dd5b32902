// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "core/net/endpoint.h"
#include "core/report/safetext.h"
#include "ui/audit/auditcard.h"
#include "ui/audit/auditsetup.h"
#include "ui/audit/checkscard.h"
#include "ui/audit/checktree.h"
#include "ui/common/cardcolumns.h"

namespace ui {

namespace {

constexpr int cardWidth = 420;
constexpr QLatin1StringView leftKey("left");

} // namespace

AuditPage::AuditPage(QWidget *parent)
    : MeasurePage({QLatin1StringView("audit"), tr("Start an a&udit"), Qt::CTRL | Qt::ALT | Qt::Key_Return,
                   tr("Stop the audit")},
                  parent)
    , m_setup(new AuditSetup)
    , m_checks(new ChecksCard)
    , m_card(new AuditCard)
{
    m_setup->setFolderOffered(false);
    ResultCard &card = m_card->card();
    auto *columns = new CardColumns({*m_setup, *m_checks, *m_card}, {.third = cardWidth});
    connect(columns, &CardColumns::arranged, &card,
            [&card, columns] { card.setScrolling(!columns->isScrolling()); });
    connect(&m_checks->checks(), &CheckTree::chosenChanged, this, &AuditPage::refresh);
    connect(m_checks, &ChecksCard::checkSelected, m_card, &AuditCard::showCheck);
    connect(m_card, &AuditCard::referenceRequested, this, &AuditPage::referenceRequested);
    build(m_setup->card(), card, *columns);
}

experiment::AuditPlan AuditPage::plan() const
{
    const CheckTree &checks = m_checks->checks();
    experiment::AuditPlan plan;
    plan.bounds = m_setup->bounds();
    plan.only = checks.chosen();
    plan.sendsOddNames = checks.sendsOddNames();
    if (const QString folder = m_setup->folder(); !folder.isEmpty())
        plan.folders = {folder};
    return plan;
}

QVariantMap AuditPage::saved() const
{
    QVariantMap saved = m_setup->saved();
    saved.insert(leftKey, m_checks->checks().left());
    return saved;
}

void AuditPage::restore(const QVariantMap &saved)
{
    m_setup->restore(saved);
    m_checks->checks().setLeft(saved.value(leftKey).toStringList());
}

void AuditPage::setServer(const QUrl &url)
{
    if (url == server())
        return;
    m_checks->setHost(url.host());
    m_setup->setFolderOffered(!url.isEmpty() && net::isLoopback(url.host()));
    MeasurePage::setServer(url);
}

QString AuditPage::obstacle() const
{
    const QString why = MeasurePage::obstacle();
    return why.isEmpty() && m_checks->checks().chosen().isEmpty() ? tr("Choose at least one check.") : why;
}

void AuditPage::request()
{
    Q_EMIT startRequested(plan());
}

void AuditPage::clear()
{
    m_card->forget();
    if (isRunning()) {
        m_result.reset();
        m_checks->showProgress({});
    } else {
        m_checks->clear();
    }
}

void AuditPage::showBegun()
{
    m_card->showStarting();
}

void AuditPage::showProgress(const experiment::AuditProgress &progress)
{
    if (!isRunning())
        return;
    endWaiting();
    m_checks->showProgress(progress);
    m_card->showProgress(progress);
}

void AuditPage::showResult(const experiment::AuditResult &result)
{
    m_result = result;
    const QUrl &url = result.plan.target.endpoint.url;
    end({url, report::displayUrl(url)});
}

void AuditPage::showLast()
{
    m_card->showResult(*m_result);
    m_checks->showResult(*m_result);
}

} // namespace ui
