// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/profilesource.h"

#include "core/metrics/credentials.h"
#include "core/pprof/decode.h"
#include "core/pprof/readprofile.h"
#include "core/report/safetext.h"

namespace cli {

namespace {
using base::ErrorKind;

// A CPU profile is recorded for 30 s by default before anything is sent.
constexpr std::chrono::minutes deadline(2);

base::Error about(const QString &where, base::Error error)
{
    error.message.prepend(where + QStringLiteral(": "));
    return error;
}
} // namespace

ProfileSource::ProfileSource(QNetworkAccessManager &manager, net::Endpoint server, QString file, QUrl url)
    : m_manager(manager)
    , m_server(std::move(server))
    , m_file(std::move(file))
    , m_url(std::move(url))
{
}

ProfileSource::~ProfileSource() = default;

void ProfileSource::load(const Done &done)
{
    if (!m_url.isValid()) {
        done(fromFile());
        return;
    }
    m_server.url = m_url;
    m_server = metrics::withCredentialsMoved(m_server);
    const auto asked = m_server.transport.totalTimeout;
    m_job = std::make_unique<net::FetchJob>(
        m_manager, m_server, m_server.url,
        net::FetchJob::Limits{.deadline = asked.count() > 0 ? asked : deadline,
                              .maxBytes = pprof::Limits().inflatedBytes});
    QObject::connect(m_job.get(), &net::FetchJob::finished, m_job.get(),
                     [this, done](const base::Result<net::Fetched> &answer) {
                         auto result = fromAnswer(answer);
                         m_job.release()->deleteLater(); // we are called by it
                         done(std::move(result));
                     });
    m_job->start();
}

base::Result<pprof::Profile> ProfileSource::fromFile() const
{
    const base::Result<QByteArray> content = pprof::readProfile(m_file);
    if (!content)
        return about(m_file, content.error());
    auto profile = pprof::decode(*content);
    if (!profile)
        return about(m_file, profile.error());
    return profile;
}

base::Result<pprof::Profile> ProfileSource::fromAnswer(const base::Result<net::Fetched> &answer) const
{
    const QString where = report::displayUrl(m_server.url);
    if (!answer)
        return about(where, answer.error());
    if (answer->httpStatus < 200 || answer->httpStatus > 299)
        return base::Error{ErrorKind::HttpStatus,
                           QStringLiteral("%1: the server answered %2").arg(where).arg(answer->httpStatus),
                           answer->httpStatus,
                           {}};
    auto profile = pprof::decode(answer->body);
    if (!profile)
        return about(where, profile.error());
    return profile;
}

} // namespace cli
