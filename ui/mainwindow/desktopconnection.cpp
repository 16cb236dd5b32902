// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/desktopconnection.h"

#include "core/base/format.h"
#include "ui/desktop/launcherprogress.h"
#include "ui/desktop/sleeplock.h"
#include "ui/desktop/windownotice.h"

#include <QGuiApplication>
#include <QWidget>

namespace ui {

using namespace std::chrono_literals;
using session::Session;

namespace {
// Shorter ones are waited for.
constexpr auto longRun = 30s;
// Retries and a lost network may go on by themselves; a queue that is paused need not cost a night's battery.
constexpr auto longestLull = 2min;
} // namespace

struct DesktopConnection::Desktop
{
    explicit Desktop(const QString &desktopFile)
        : sleep(QDBusConnection::systemBus())
        , progress(QDBusConnection::sessionBus(), desktopFile)
    {
    }

    SleepLock sleep;
    LauncherProgress progress;
};

DesktopConnection::DesktopConnection(Session &session, base::Clock &clock, QWidget &window)
    : QObject(&window)
    , m_clock(clock)
    , m_lull(clock.makeTimer([this] { desktop().sleep.release(); }))
    , m_notice(new WindowNotice(window, QStringLiteral("transfer.complete"), this))
{
    connect(
        &session, &Session::uploadsChanged, this,
        [this](const session::UploadBatch &batch) { update(batch.totals); }, Qt::QueuedConnection);
}

DesktopConnection::~DesktopConnection() = default;

DesktopConnection::Desktop &DesktopConnection::desktop()
{
    if (!m_desktop)
        m_desktop = std::make_unique<Desktop>(QGuiApplication::desktopFileName());
    return *m_desktop;
}

void DesktopConnection::update(const transfer::QueueTotals &totals)
{
    using transfer::QueueRun;
    const QueueRun::Change change = m_run.update(totals, m_clock.now());
    if (!m_run.isOn() && change != QueueRun::Change::Ended)
        return;
    keepAwake(totals);
    if (m_run.isOn())
        desktop().progress.show(m_run.share());
    else
        desktop().progress.hide();
    if (change == QueueRun::Change::Ended)
        tellEnd();
}

void DesktopConnection::keepAwake(const transfer::QueueTotals &totals)
{
    if (totals.running > 0) {
        m_lull->stop();
        desktop().sleep.hold(tr("Uploads are under way"));
    } else if (totals.waiting == 0) {
        m_lull->stop();
        desktop().sleep.release();
    } else if (!m_lull->isActive()) {
        m_lull->start(longestLull);
    }
}

void DesktopConnection::tellEnd()
{
    const bool anything = m_run.done() + m_run.failed() > 0;
    if (!anything || m_run.length() < longRun)
        return;
    const auto number = [](qint64 n) { return base::formatCount(static_cast<double>(n)); };
    const QString files = m_run.failed() > 0
        ? tr("%1 done, %2 failed").arg(number(m_run.done()), number(m_run.failed()))
        : tr("%1 done").arg(number(m_run.done()));
    m_notice->show(tr("Uploads finished"),
                   tr("%1 · %2 in %3", "files, bytes, time")
                       .arg(files, base::formatBytes(static_cast<double>(m_run.bytes())),
                            base::formatDuration(m_run.length())));
}

} // namespace ui
