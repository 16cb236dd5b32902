// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/metrics/role.h"
#include "core/metrics/source.h"
#include "core/net/endpoint.h"
#include "core/session/localprobe.h"
#include "core/session/timeline.h"
#include "core/session/watchedbeside.h"

#include <QObject>

#include <memory>
#include <vector>

class QNetworkAccessManager;

namespace session {

class LocalWatch;
class ServerWatch;

/// All that a session watches beside its server: further servers, processes of this machine, and folders. None of them waits
/// for another one, and one that fails disturbs none.
///
/// Thread: that of its manager and clock, with an event loop. Ownership: the caller's; manager and clock outlive it.
/// Destruction is silent; see LocalWatch for how long it takes. No signal fires from within a call.
class BesideWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BesideWatch)

public:
    BesideWatch(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~BesideWatch() override;

    /// Begins with a reading of each. In addition to what is watched already.
    void watch(const QList<LocalSource> &sources, std::chrono::milliseconds interval);
    /// Looks for metrics below each; see ServerWatch.
    void watch(const QList<net::Endpoint> &servers, std::chrono::milliseconds interval);
    /// Keeps what was read.
    void stop();
    /// An additional reading of each, none older than this call.
    void readNow();

    /// Of all of them, in the order in which they were added, servers first.
    [[nodiscard]] QList<WatchedBeside> frozen() const;
    /// What a server will be called; see WatchedBeside::name.
    [[nodiscard]] static QString nameOf(const net::Endpoint &server);

Q_SIGNALS:
    // `name`: see WatchedBeside.
    void discovered(const QString &name, const metrics::DiscoveryReport &report);
    void scraped(const QString &name, const metrics::Reading &reading);
    void missed(const QString &name, const QString &reason);
    /// See ServerWatch and LocalWatch; Mark::source is the name.
    void marked(const session::Mark &mark);

private:
    QNetworkAccessManager &m_manager;
    base::Clock &m_clock;
    std::vector<std::unique_ptr<ServerWatch>> m_servers;
    std::vector<std::unique_ptr<LocalWatch>> m_locals;
};

} // namespace session
