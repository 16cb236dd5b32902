// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/leakpage.h"

#include "core/base/localtime.h"
#include "core/report/safetext.h"
#include "ui/common/cardcolumns.h"
#include "ui/leak/checksetup.h"
#include "ui/leak/floorcard.h"
#include "ui/leak/verdictcard.h"

namespace ui {

using experiment::CheckPhase;

namespace {

constexpr int verdictWidth = 408;

} // namespace

LeakPage::LeakPage(QWidget *parent)
    : MeasurePage({QLatin1StringView("leak"), tr("Start a leak chec&k"), Qt::CTRL | Qt::Key_Return,
                   tr("Stop the leak check")},
                  parent)
    , m_setup(new CheckSetup)
    , m_floors(new FloorCard)
    , m_verdict(new VerdictCard)
{
    ResultCard &card = m_verdict->card();
    card.addExport(m_floors->copyAction());
    auto *columns = new CardColumns({*m_setup, *m_floors, *m_verdict}, {.third = verdictWidth});
    connect(columns, &CardColumns::arranged, &card,
            [&card, columns] { card.setScrolling(!columns->isScrolling()); });
    connect(m_verdict, &VerdictCard::compareRequested, this, &LeakPage::compareRequested);
    connect(m_verdict, &VerdictCard::flameGraphRequested, this, [this] {
        if (m_result)
            Q_EMIT flameGraphRequested(m_result->profiles, m_result->uploadsBetweenProfiles());
    });
    build(m_setup->card(), card, *columns);
}

CheckSettings LeakPage::settings() const
{
    return m_setup->settings();
}

void LeakPage::setSettings(const CheckSettings &settings)
{
    m_setup->setSettings(settings);
}

QVariantMap LeakPage::saved() const
{
    return m_setup->saved();
}

void LeakPage::restore(const QVariantMap &saved)
{
    m_setup->restore(saved);
}

void LeakPage::setComparable(bool on)
{
    m_verdict->setComparable(on);
}

void LeakPage::request()
{
    Q_EMIT startRequested(m_setup->settings().plan());
}

void LeakPage::clear()
{
    if (isRunning()) {
        m_result.reset();
        m_floors->clear(tr("Warming up: what a server sets aside once is no leak."));
    } else {
        m_floors->clear(server().isEmpty() ? tr("The plot grows while a check runs.")
                                           : tr("Start a check: the plot grows while it runs."));
    }
}

void LeakPage::showBegun()
{
    m_verdict->showProgress({});
}

void LeakPage::showProgress(const experiment::CheckProgress &progress)
{
    if (!isRunning() || progress.phase == CheckPhase::Done)
        return;
    if (progress.phase != CheckPhase::Probe)
        endWaiting();
    m_floors->setProgress(progress, m_setup->settings());
    if (!isWaiting())
        m_verdict->showProgress(progress);
}

void LeakPage::showResult(const experiment::CheckResult &result)
{
    take(result, {});
}

void LeakPage::showKept(const experiment::CheckResult &result)
{
    if (isRunning())
        return;
    take(result, tr("From the history, of %1", "time").arg(base::localMinute(result.startedMs)));
}

void LeakPage::take(const experiment::CheckResult &result, const QString &kept)
{
    m_result = result;
    const QUrl &url = result.plan.uploads.target.endpoint.url;
    end({url, report::displayUrl(url), kept});
}

void LeakPage::showLast()
{
    m_floors->setResult(*m_result);
    m_verdict->showResult(*m_result);
}

void LeakPage::refresh()
{
    MeasurePage::refresh();
    m_floors->setNotice(waitingUploads() > 0 ? tr("%n upload(s) in the queue wait until the check is over.",
                                                  nullptr, waitingUploads())
                                             : QString());
    m_floors->setOrigin(foreignAddress());
}

} // namespace ui
