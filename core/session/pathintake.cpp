// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pathintake.h"

namespace session {
namespace {
constexpr auto tellInterval = std::chrono::milliseconds(100);
} // namespace

PathIntake::PathIntake(base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_timer(clock.makeTimer([this] { tell(); }))
{
    connect(&m_feeder, &PathFeeder::found, this, &PathIntake::found);
    connect(&m_feeder, &PathFeeder::passedOver, this, &PathIntake::passedOver);
    connect(&m_feeder, &PathFeeder::finished, this, [this] {
        tell();
        Q_EMIT finished();
    });
}

void PathIntake::add(const QStringList &paths)
{
    walk(paths, m_options);
}

void PathIntake::addLater(const QStringList &paths)
{
    m_later.emplaceBack(paths, m_options);
}

void PathIntake::begin()
{
    for (const auto &[paths, options] : std::exchange(m_later, {}))
        walk(paths, options);
}

bool PathIntake::cancel()
{
    if (!isBusy())
        return false;
    m_later.clear();
    m_feeder.cancel();
    tell();
    return true;
}

void PathIntake::walk(const QStringList &paths, const FolderOptions &options)
{
    m_feeder.add(paths, options);
    if (!m_timer->isActive())
        m_timer->start(tellInterval);
}

void PathIntake::tell()
{
    const WalkProgress progress = m_feeder.isBusy() ? m_feeder.progress() : WalkProgress{};
    if (m_feeder.isBusy())
        m_timer->start(tellInterval);
    else
        m_timer->stop();
    // All folders are walked, but not everything is handed out yet: the last word is still true.
    if (progress.isOver() && m_feeder.isBusy())
        return;
    if (progress == m_told || (progress.isOver() && m_told.isOver()))
        return;
    m_told = progress;
    Q_EMIT walking(progress);
}

} // namespace session
