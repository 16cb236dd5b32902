// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/secretstore.h"

#include "core/servers/keychain.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace servers {
namespace {

// One entry for each profile, so that the keychain asks once.
QString toText(const Secrets &secrets)
{
    if (secrets.isEmpty())
        return {};
    QJsonObject object;
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
        object.insert(it.key(), it.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Secrets fromText(const QString &text)
{
    Secrets secrets;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        secrets.insert(it.key(), it.value().toString());
    return secrets;
}

} // namespace

SecretStore::SecretStore(Keychain &keychain, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
{
}

void SecretStore::load(const QString &id)
{
    if (m_known.contains(id)) {
        QMetaObject::invokeMethod(
            this, [this, id] { Q_EMIT loaded(id, m_known.value(id), {}); }, Qt::QueuedConnection);
        return;
    }
    m_keychain.read(id, *this, [this, id](const base::Result<QString> &text) {
        if (!m_known.contains(id) && text) // otherwise newer ones were saved meanwhile
            m_known.insert(id, fromText(*text));
        Q_EMIT loaded(id, m_known.value(id), text ? base::Error() : text.error());
    });
}

void SecretStore::save(const QString &id, const Secrets &secrets)
{
    if (m_known.value(id) == secrets)
        return; // known to be there, or nothing to be taken away
    m_known.insert(id, secrets);
    m_keychain.write(id, toText(secrets), *this, [this, id](const base::Result<QString> &done) {
        if (!done && !m_known.value(id).isEmpty())
            Q_EMIT keptForNow(id, done.error());
    });
}

void SecretStore::remove(const QString &id)
{
    m_known.insert(id, {});
    m_keychain.write(id, {}, *this, [](const base::Result<QString> &) {});
}

} // namespace servers
