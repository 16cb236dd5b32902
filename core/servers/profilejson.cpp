// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/profilejson.h"

#include "core/net/tlsfailure.h"
#include "core/transfer/uploadqueue.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace servers {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(servers::ServerProfile)
};

constexpr std::array methodNames{"post", "put", "tus"};
constexpr std::array authNames{"none", "basic", "digest", "bearer"};

QJsonArray valuesToJson(const QList<NamedValue> &values)
{
    QJsonArray array;
    for (const NamedValue &value : values) {
        QJsonObject object{{QStringLiteral("name"), value.name}};
        if (value.isSecret)
            object.insert(QStringLiteral("secret"), true);
        else
            object.insert(QStringLiteral("value"), value.value);
        array.append(object);
    }
    return array;
}

/// Leaves out what says nothing.
class Writer final
{
public:
    void text(const char *key, const QString &value)
    {
        if (!value.isEmpty())
            object.insert(QLatin1String(key), value);
    }
    void number(const char *key, qint64 value, qint64 usual)
    {
        if (value != usual)
            object.insert(QLatin1String(key), value);
    }
    void flag(const char *key, bool isSet)
    {
        if (isSet)
            object.insert(QLatin1String(key), true);
    }
    void values(const char *key, const QList<NamedValue> &value)
    {
        if (!value.isEmpty())
            object.insert(QLatin1String(key), valuesToJson(value));
    }

    QJsonObject object;
};

/// Remembers the first key whose value cannot be used.
class Reader final
{
public:
    explicit Reader(const QJsonObject &source)
        : m_source(source)
    {
    }

    [[nodiscard]] QString text(const char *key, const QString &usual = {})
    {
        const QJsonValue value = m_source.value(QLatin1String(key));
        return expect(key, value, QJsonValue::String) ? value.toString() : usual;
    }
    [[nodiscard]] QUrl url(const char *key) { return QUrl(text(key), QUrl::StrictMode); }
    [[nodiscard]] qint64 number(const char *key, qint64 usual)
    {
        const QJsonValue value = m_source.value(QLatin1String(key));
        if (!expect(key, value, QJsonValue::Double))
            return usual;
        const qint64 number = value.toInteger(-1);
        if (number < 0)
            complain(key);
        return number;
    }
    [[nodiscard]] bool flag(const char *key)
    {
        const QJsonValue value = m_source.value(QLatin1String(key));
        return expect(key, value, QJsonValue::Bool) && value.toBool();
    }
    template <typename Enum, size_t count>
    [[nodiscard]] Enum choice(const char *key, const std::array<const char *, count> &names, Enum usual)
    {
        const QString given = text(key, QLatin1String(names[static_cast<size_t>(usual)]));
        for (size_t i = 0; i < count; ++i) {
            if (given == QLatin1String(names[i]))
                return static_cast<Enum>(i);
        }
        complain(key);
        return usual;
    }
    [[nodiscard]] QList<NamedValue> values(const char *key)
    {
        QList<NamedValue> values;
        const QJsonValue list = m_source.value(QLatin1String(key));
        if (!expect(key, list, QJsonValue::Array))
            return values;
        const QJsonArray array = list.toArray();
        for (const QJsonValue &entry : array) {
            if (!entry.isObject())
                complain(key);
            const QJsonObject object = entry.toObject();
            values.append({object.value(QLatin1String("name")).toString(),
                           object.value(QLatin1String("value")).toString(),
                           object.value(QLatin1String("secret")).toBool()});
        }
        return values;
    }
    void complain(const char *key)
    {
        if (m_mistake.isEmpty())
            m_mistake = QLatin1String(key);
    }
    [[nodiscard]] const QString &mistake() const { return m_mistake; }

private:
    bool expect(const char *key, const QJsonValue &value, QJsonValue::Type type)
    {
        if (value.isUndefined())
            return false;
        if (value.type() != type)
            complain(key);
        return value.type() == type;
    }

    QJsonObject m_source;
    QString m_mistake;
};

std::chrono::milliseconds milliseconds(Reader &reader, const char *key, std::chrono::milliseconds usual)
{
    return std::chrono::milliseconds(reader.number(key, usual.count()));
}

Limits readLimits(Reader &reader)
{
    const Limits usual;
    Limits limits;
    limits.parallel = static_cast<int>(std::clamp<qint64>(reader.number("parallel", usual.parallel), 1,
                                                          transfer::UploadQueue::largestParallelLimit));
    limits.bytesPerSecond = reader.number("bytesPerSecond", 0);
    limits.connectTimeout = milliseconds(reader, "connectTimeoutMs", usual.connectTimeout);
    limits.stallTimeout = milliseconds(reader, "stallTimeoutMs", usual.stallTimeout);
    limits.totalTimeout = milliseconds(reader, "totalTimeoutMs", usual.totalTimeout);
    limits.retries = static_cast<int>(std::clamp<qint64>(reader.number("retries", usual.retries), 0, 100));
    return limits;
}

} // namespace

QJsonObject toJson(const ServerProfile &profile)
{
    const ServerProfile usual;
    Writer writer;
    writer.text("id", profile.id);
    writer.text("name", profile.name);
    writer.text("url", QString::fromLatin1(profile.url.toEncoded(QUrl::RemoveUserInfo)));
    writer.text("watch", QString::fromLatin1(profile.watch.toEncoded(QUrl::RemoveUserInfo)));
    writer.text("method", QLatin1String(methodNames[static_cast<size_t>(profile.method)]));
    writer.text("field", profile.field);
    writer.values("form", profile.form);
    writer.values("headers", profile.headers);
    writer.text("auth", QLatin1String(authNames[static_cast<size_t>(profile.auth)]));
    writer.text("user", profile.user);
    writer.text("proxy", QString::fromLatin1(profile.proxy.toEncoded(QUrl::RemoveUserInfo)));
    writer.text("proxyUser", profile.proxyUser);
    writer.text("caFile", profile.caFile);
    writer.text("crlFile", profile.crlFile);
    writer.text("certFile", profile.certFile);
    writer.text("keyFile", profile.keyFile);
    writer.text("trustedCertificate", net::fingerprintText(profile.trustedCertificate));
    writer.flag("followsRedirects", profile.followsRedirects);
    writer.text("digestField", profile.digestField);
    writer.flag("sendsReprDigest", profile.sendsReprDigest);
    writer.flag("sendsIdempotencyKey", profile.sendsIdempotencyKey);
    writer.number("parallel", profile.limits.parallel, usual.limits.parallel);
    writer.number("bytesPerSecond", profile.limits.bytesPerSecond, 0);
    writer.number("connectTimeoutMs", profile.limits.connectTimeout.count(),
                  usual.limits.connectTimeout.count());
    writer.number("stallTimeoutMs", profile.limits.stallTimeout.count(), usual.limits.stallTimeout.count());
    writer.number("totalTimeoutMs", profile.limits.totalTimeout.count(), usual.limits.totalTimeout.count());
    writer.number("retries", profile.limits.retries, usual.limits.retries);
    return writer.object;
}

base::Result<ServerProfile> profileFromJson(const QJsonObject &object)
{
    Reader reader(object);
    ServerProfile profile;
    profile.id = reader.text("id");
    profile.name = reader.text("name");
    profile.url = reader.url("url");
    profile.watch = reader.url("watch");
    profile.method = reader.choice("method", methodNames, Method::Post);
    profile.field = reader.text("field");
    profile.form = reader.values("form");
    profile.headers = reader.values("headers");
    profile.auth = reader.choice("auth", authNames, Auth::None);
    profile.user = reader.text("user");
    profile.proxy = reader.url("proxy");
    profile.proxyUser = reader.text("proxyUser");
    profile.caFile = reader.text("caFile");
    profile.crlFile = reader.text("crlFile");
    profile.certFile = reader.text("certFile");
    profile.keyFile = reader.text("keyFile");
    if (const QString pin = reader.text("trustedCertificate"); !pin.isEmpty()) {
        const auto fingerprint = net::parseFingerprint(pin);
        if (!fingerprint)
            reader.complain("trustedCertificate");
        profile.trustedCertificate = fingerprint.value_or(QByteArray());
    }
    profile.followsRedirects = reader.flag("followsRedirects");
    profile.digestField = reader.text("digestField");
    profile.sendsReprDigest = reader.flag("sendsReprDigest");
    profile.sendsIdempotencyKey = reader.flag("sendsIdempotencyKey");
    profile.limits = readLimits(reader);
    if (profile.id.isEmpty())
        reader.complain("id");
    if (profile.url.isEmpty() || !profile.url.isValid())
        reader.complain("url");
    if (!reader.mistake().isEmpty())
        return Error{ErrorKind::Malformed,
                     Text::tr("\"%1\" is missing or cannot be used").arg(reader.mistake()),
                     0,
                     {}};
    return profile;
}

} // namespace servers
