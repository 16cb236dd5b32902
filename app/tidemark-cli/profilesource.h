// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"
#include "core/net/fetchjob.h"
#include "core/pprof/profile.h"

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace cli {

/// Gets one profile, from a file or from a server.
///
/// Thread: the manager's. Destruction stops it in silence.
class ProfileSource final
{
    Q_DISABLE_COPY_MOVE(ProfileSource)

public:
    using Done = std::function<void(base::Result<pprof::Profile>)>;

    /// `server` says how requests travel; `url` is where, or invalid for a file.
    ProfileSource(QNetworkAccessManager &manager, net::Endpoint server, QString file, QUrl url);
    ~ProfileSource();

    /// Once only; `done` is called exactly once, perhaps from within. It may destroy this.
    void load(const Done &done);

private:
    [[nodiscard]] base::Result<pprof::Profile> fromFile() const;
    [[nodiscard]] base::Result<pprof::Profile> fromAnswer(const base::Result<net::Fetched> &answer) const;

    QNetworkAccessManager &m_manager;
    net::Endpoint m_server;
    QString m_file;
    QUrl m_url;
    std::unique_ptr<net::FetchJob> m_job;
};

} // namespace cli
