// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/serverbook.h"

#include <algorithm>

namespace servers {

ServerBook::ServerBook(const QString &fileName, Keychain &keychain, QObject *parent)
    : QObject(parent)
    , m_store(fileName)
    , m_secrets(keychain)
{
    connect(&m_secrets, &SecretStore::loaded, this,
            [this](const QString &id, const Secrets &secrets, const base::Error &error) {
                const ServerProfile *known = byId(id);
                if (!known)
                    return; // removed meanwhile
                ServerProfile profile = *known;
                putSecrets(profile, secrets);
                Q_EMIT fetched(profile, error);
            });
    connect(&m_secrets, &SecretStore::keptForNow, this, [this](const QString &id, const base::Error &error) {
        if (const ServerProfile *profile = byId(id))
            Q_EMIT keptForNow(profile->name, error);
    });
}

QString ServerBook::open()
{
    ProfileStore::Loaded loaded = m_store.load();
    m_profiles = std::move(loaded.profiles);
    Q_EMIT changed();
    return loaded.complaint;
}

const ServerProfile *ServerBook::byId(const QString &id) const
{
    const auto found = std::find_if(m_profiles.cbegin(), m_profiles.cend(),
                                    [&](const ServerProfile &profile) { return profile.id == id; });
    return found == m_profiles.cend() ? nullptr : &*found;
}

const ServerProfile *ServerBook::byUrl(const QUrl &url) const
{
    const auto found = std::find_if(m_profiles.cbegin(), m_profiles.cend(),
                                    [&](const ServerProfile &profile) { return profile.url == url; });
    return found == m_profiles.cend() ? nullptr : &*found;
}

base::Result<base::Done> ServerBook::put(const ServerProfile &profile)
{
    const ServerProfile bare = withoutSecrets(profile);
    const auto old = std::find_if(m_profiles.begin(), m_profiles.end(),
                                  [&](const ServerProfile &known) { return known.id == profile.id; });
    if (old == m_profiles.end())
        m_profiles.append(bare);
    else
        *old = bare;
    m_secrets.save(profile.id, secretsOf(profile));
    const auto saved = m_store.save(m_profiles);
    Q_EMIT changed();
    return saved;
}

base::Result<base::Done> ServerBook::remove(const QString &id)
{
    m_profiles.removeIf([&](const ServerProfile &profile) { return profile.id == id; });
    m_secrets.remove(id);
    const auto saved = m_store.save(m_profiles);
    Q_EMIT changed();
    return saved;
}

void ServerBook::fetch(const QString &id)
{
    if (byId(id))
        m_secrets.load(id);
}

} // namespace servers
