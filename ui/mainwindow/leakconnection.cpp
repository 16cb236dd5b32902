// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/leakconnection.h"

#include "core/net/privatehost.h"
#include "core/report/checkreport.h"
#include "core/report/checkwording.h"
#include "core/session/session.h"
#include "ui/leak/leakpage.h"
#include "ui/mainwindow/serverconnection.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui {

using session::Session;

LeakConnection::LeakConnection(LeakPage &page, Session &session, ServerConnection &server, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_session(session)
    , m_server(server)
{
    constexpr auto queued = Qt::QueuedConnection;
    connect(&page, &LeakPage::startRequested, this, &LeakConnection::request);
    connect(&page, &LeakPage::cancelRequested, this, &LeakConnection::cancel);
    connect(&session, &Session::checkProgressed, &page, &LeakPage::showProgress, queued);
    connect(&page, &LeakPage::copyRequested, this, &LeakConnection::copy);
    connect(&session, &Session::checkFinished, this, &LeakConnection::finish, queued);
    connect(&server, &ServerConnection::serverChanged, this, &LeakConnection::changeServer);
}

void LeakConnection::request(const experiment::CheckPlan &plan)
{
    const QString host = m_server.server().upload.url.host();
    if (net::isPrivateHost(host) || m_consented.contains(host)) {
        start(plan);
        return;
    }
    m_wanted = plan;
    Q_EMIT consentNeeded(host);
}

void LeakConnection::consent()
{
    if (!m_wanted)
        return;
    m_consented.insert(m_server.server().upload.url.host());
    start(*std::exchange(m_wanted, std::nullopt));
}

void LeakConnection::start(experiment::CheckPlan plan)
{
    const Server &server = m_server.server();
    plan.uploads.target.endpoint = server.upload;
    if (server.method == transfer::UploadMethod::Put)
        plan.uploads.method = transfer::LoadPlan::Method::Put;
    plan.watch = server.watch;
    plan.setSeed(experiment::CheckPlan::freshSeed());
    if (const session::SampleInfo *sample = m_server.sample()) {
        plan.pid = sample->pid;
        if (!sample->temporary.isEmpty())
            plan.folders = {sample->temporary};
    }
    m_checked = server.upload.url;
    m_page.showStarted();
    Q_EMIT started();
    mark(tr("Leak check begins"));
    auto *session = &m_session;
    QMetaObject::invokeMethod(
        session, [session, plan] { session->startCheck(plan); }, Qt::QueuedConnection);
}

void LeakConnection::cancel()
{
    QMetaObject::invokeMethod(&m_session, &Session::cancelCheck, Qt::QueuedConnection);
}

void LeakConnection::finish(const experiment::CheckResult &result)
{
    mark(report::checkSentence(result));
    // Moving to another server has ended it: what it had measured by then is shown as the former one's.
    if (m_checked == m_server.server().upload.url || !result.rounds.empty())
        m_page.showResult(result);
    else
        m_page.showDropped();
}

void LeakConnection::mark(const QString &text)
{
    auto *session = &m_session;
    QMetaObject::invokeMethod(
        session, [session, text] { session->addNote(text); }, Qt::QueuedConnection);
}

void LeakConnection::copy()
{
    if (m_page.result())
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(report::renderCheck(*m_page.result(), report::Format::Markdown)));
}

void LeakConnection::changeServer()
{
    const QUrl &url = m_server.server().upload.url;
    m_wanted.reset();
    if (m_page.isRunning() && url != m_checked)
        cancel();
    m_page.setServer(url.toDisplayString());
}

} // namespace ui
