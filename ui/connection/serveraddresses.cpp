// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/serveraddresses.h"

#include "core/servers/address.h"
#include "ui/connection/knownservers.h"
#include "ui/connection/serverbar.h"
#include "ui/connection/serverconnection.h"
#include "ui/frame/messagebar.h"

namespace ui {

ServerAddresses::ServerAddresses(const Place &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{
    connect(&place.bar, &ServerBar::connectRequested, this, &ServerAddresses::connectTo);
    connect(&place.bar, &ServerBar::methodChosen, this, [this](transfer::UploadMethod method) {
        m_place.server.setMethod(method);
        if (!m_place.server.server().isSample)
            m_place.settings.rememberServer(remembered(m_place.server.server()));
        update();
    });
    connect(&place.known, &KnownServers::changed, this, &ServerAddresses::update);
    connectSample();
}

void ServerAddresses::connectSample()
{
    connect(&m_place.server, &ServerConnection::sampleStarted, this, [this](const session::SampleInfo &info) {
        m_sample.clear();
        for (const session::SpecimenUrls &urls : info.uploads) {
            m_sample.append({urls.leaking.toString(), {}});
            m_sample.append({urls.cured.toString(), {}});
        }
        update();
    });
    connect(&m_place.server, &ServerConnection::sampleFailed, this, [this](const base::Error &error) {
        const Task task = m_sample.isEmpty() ? Task::Sample : Task::SampleRunning;
        m_sample.clear();
        update();
        m_place.message.showError(errorText(error, task));
        m_place.message.offer(tr("Start it again"), [this] { Q_EMIT sampleRequested(); });
    });
}

void ServerAddresses::connectTo(const QString &upload, const QString &watch,
                                std::optional<transfer::UploadMethod> method)
{
    base::Result<servers::Server> server = servers::serverAsTyped(upload, watch);
    if (!server) {
        m_place.message.showError(errorText(server.error(), Task::Connect, upload));
        m_place.bar.focusAddress();
        return;
    }
    server->method = method.value_or(m_place.settings.methodFor(remembered(*server).upload));
    const RememberedServer shown = remembered(*server);
    server->isSample = m_sample.contains(RememberedServer{shown.upload, shown.watch}); // by any method
    if (!server->isSample) {
        m_place.settings.rememberServer(shown);
        update();
    }
    const bool isTypedUser = !server->upload.transport.user.isEmpty(); // and means more than what is known
    if (isTypedUser || server->isSample || !m_place.known.connectTo(server->upload.url))
        m_place.server.connectTo(*server);
}

void ServerAddresses::update()
{
    m_place.bar.setHistory(m_sample + m_place.known.before(m_place.settings.servers()));
}

} // namespace ui
