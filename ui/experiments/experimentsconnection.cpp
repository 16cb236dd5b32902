// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/experimentsconnection.h"

#include "core/transfer/uploadqueue.h"
#include "ui/audit/auditpage.h"
#include "ui/connection/serverconnection.h"
#include "ui/experiments/auditconnection.h"
#include "ui/experiments/leakconnection.h"
#include "ui/experiments/sweepconnection.h"
#include "ui/frame/messagebar.h"
#include "ui/frame/pagekeys.h"
#include "ui/leak/leakpage.h"
#include "ui/sweep/sweeppage.h"

#include <QAction>

namespace ui {
namespace {

QString waitingText(ExperimentDesk::Kind kind)
{
    switch (kind) {
    case ExperimentDesk::Kind::Check:
        return ExperimentsConnection::tr("The files wait until the leak check is over.");
    case ExperimentDesk::Kind::Sweep:
        return ExperimentsConnection::tr("The files wait until the sweep is over.");
    case ExperimentDesk::Kind::Audit:
        break;
    }
    return ExperimentsConnection::tr("The files wait until the audit is over.");
}

QString runningText(std::optional<ExperimentDesk::Kind> kind)
{
    if (!kind)
        return {};
    switch (*kind) {
    case ExperimentDesk::Kind::Check:
        return ExperimentsConnection::tr("Leak check running");
    case ExperimentDesk::Kind::Sweep:
        return ExperimentsConnection::tr("Sweep running");
    case ExperimentDesk::Kind::Audit:
        break;
    }
    return ExperimentsConnection::tr("Audit running");
}

} // namespace

ExperimentsConnection::ExperimentsConnection(const Place &place, session::Session &session,
                                             ServerConnection &server, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_desk(new ExperimentDesk(session, server, this))
{
    new LeakConnection(place.leak, session, server, *m_desk, this);
    new SweepConnection(place.sweep, session, server, *m_desk, this);
    new AuditConnection(place.audit, session, server, *m_desk, this);
    connect(&place.sweep, &SweepPage::sampleRequested, &server,
            [&server] { server.startSample(QStringLiteral("retry-storm")); });
    connect(&place.audit, &AuditPage::sampleRequested, &server,
            [&server] { server.startSample(QStringLiteral("path-traversal")); });
    const auto showAtStart = [this](QAction *start, QLatin1StringView key) {
        connect(start, &QAction::triggered, this, [this, key] { Q_EMIT pageWanted(key); });
    };
    showAtStart(place.leak.startAction(), pagekeys::leak);
    showAtStart(place.sweep.startAction(), pagekeys::sweep);
    showAtStart(place.audit.startAction(), pagekeys::audit);
    connect(m_desk, &ExperimentDesk::consentNeeded, this,
            [this](const QString &host, const QString &warning, const QString &button) {
                m_place.message.showMessage(
                    Tone::Warn,
                    tr("“%1” is neither this machine nor surely in your private network.").arg(host),
                    {warning});
                m_place.message.offer(button, [this] { m_desk->consent(); });
            });
    connect(m_desk, &ExperimentDesk::started, this, &ExperimentsConnection::show);
    connect(m_desk, &ExperimentDesk::runningChanged, this,
            [this] { Q_EMIT runningTold(runningText(m_desk->running())); });
}

void ExperimentsConnection::setUploads(const transfer::QueueTotals &totals)
{
    m_place.leak.setUploads(static_cast<int>(totals.waiting), static_cast<int>(totals.running));
    m_place.sweep.setUploads(static_cast<int>(totals.waiting), static_cast<int>(totals.running));
    m_place.audit.setUploads(static_cast<int>(totals.waiting), static_cast<int>(totals.running));
}

void ExperimentsConnection::sayThatFilesWait()
{
    if (const std::optional<ExperimentDesk::Kind> running = m_desk->running())
        m_place.message.showMessage(Tone::Accent, waitingText(*running),
                                    {tr("They would be taken for its own uploads.")});
}

void ExperimentsConnection::show(ExperimentDesk::Kind kind)
{
    m_place.message.closeMessage();
    QWidget *page = nullptr;
    switch (kind) {
    case ExperimentDesk::Kind::Check:
        Q_EMIT pageWanted(pagekeys::leak);
        page = &m_place.leak;
        break;
    case ExperimentDesk::Kind::Sweep:
        Q_EMIT pageWanted(pagekeys::sweep);
        page = &m_place.sweep;
        break;
    case ExperimentDesk::Kind::Audit:
        Q_EMIT pageWanted(pagekeys::audit);
        page = &m_place.audit;
        break;
    }
    page->setFocus(); // Esc stops it, wherever it was started from.
}

} // namespace ui
