// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/servers/serverprofile.h"

#include <QObject>

namespace servers {

class Keychain;

/// The secrets of profiles: kept in memory while the program runs, and in the keychain beyond that. Where there is no
/// keychain they last for this run only, and `keptForNow` says so; they are never written anywhere else.
///
/// Thread: that of the keychain. The keychain outlives it.
class SecretStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    explicit SecretStore(Keychain &keychain, QObject *parent = nullptr);

    /// `loaded` follows, from the event loop, once for each call.
    void load(const QString &id);
    /// Replaces all of that profile's. Known to load() at once. An empty set takes away what was loaded or saved before; what
    /// could not be loaded, because the keychain was locked, stays.
    void save(const QString &id, const Secrets &secrets);
    /// In silence where there are none.
    void remove(const QString &id);

Q_SIGNALS:
    /// `error`: why there may be more that could not be read; kind None otherwise.
    void loaded(const QString &id, const servers::Secrets &secrets, const base::Error &error);
    /// They could not be written, for this reason: they are gone when the program ends.
    void keptForNow(const QString &id, const base::Error &error);

private:
    Keychain &m_keychain;
    QMap<QString, Secrets> m_known; ///< By profile.
};

} // namespace servers
