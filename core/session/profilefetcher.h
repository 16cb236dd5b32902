// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/metrics/source.h"
#include "core/net/endpoint.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace net {
class FetchJob;
}

namespace session {

/// A pprof profile as the server sent it, or why there is none.
struct FetchedProfile
{
    QString name; ///< "heap", "goroutine", …
    QUrl url; ///< Without credentials.
    qint64 takenMs = 0; ///< Unix milliseconds.
    QByteArray bytes; ///< Not looked into; empty when there is an error.
    base::Error error;
};

/// Fetches profiles from the server that is watched, one at a time: a later request takes the place of a running one.
/// Heap profiles are taken after a forced collection, so that they show what is kept.
///
/// Thread: that of the manager. Ownership: the caller's; manager and clock outlive it. Destruction is silent.
class ProfileFetcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileFetcher)

public:
    ProfileFetcher(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent = nullptr);
    ~ProfileFetcher() override;

    /// From now on the profiles come from there; what runs is cancelled in silence.
    void setServer(const net::Endpoint &endpoint, const metrics::DiscoveryReport &report);

    /// Answered by `listed`.
    void list();
    /// Answered by `fetched`, unless it is cancelled or replaced before.
    void fetch(const QString &name);
    void cancel();

Q_SIGNALS:
    /// The names on the server's index page, in its order; empty where it offers none or cannot be asked.
    void listed(const QStringList &names);
    /// Errors: NotFound when the server offers no profiles, HttpStatus, and those of net::FetchJob.
    void fetched(const session::FetchedProfile &profile);

private:
    [[nodiscard]] FetchedProfile begun(const QString &name) const;

    QNetworkAccessManager &m_manager;
    base::Clock &m_clock;
    net::Endpoint m_endpoint;
    QUrl m_folder; ///< …/debug/pprof/; empty: the server offers no profiles.
    std::unique_ptr<net::FetchJob> m_listJob;
    std::unique_ptr<net::FetchJob> m_job;
};

} // namespace session

Q_DECLARE_METATYPE(session::FetchedProfile)
