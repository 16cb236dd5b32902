// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sampleinfo.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace session {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::SampleServer)
};

base::Error malformed(const QString &message)
{
    return {base::ErrorKind::Malformed, message, 0, {}};
}

QUrl urlAt(const QJsonObject &object, QLatin1StringView key)
{
    return QUrl(object.value(key).toString(), QUrl::StrictMode);
}
} // namespace

base::Result<SampleInfo> parseSampleInfo(const QByteArray &line)
{
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(line, &failure);
    if (!document.isObject())
        return malformed(
            Text::tr("the sample server's first line is not a JSON object: %1").arg(failure.errorString()));
    const QJsonObject object = document.object();
    const QString schema = object.value(QLatin1StringView("schema")).toString();
    if (schema != QLatin1StringView("tidemark.specimens/1"))
        return malformed(
            Text::tr("the sample server speaks \"%1\", not \"tidemark.specimens/1\"").arg(schema));

    SampleInfo info;
    info.pid = object.value(QLatin1StringView("pid")).toInteger();
    info.base = urlAt(object, QLatin1StringView("base"));
    info.metrics = urlAt(object, QLatin1StringView("metrics"));
    info.expvar = urlAt(object, QLatin1StringView("expvar"));
    info.pprof = urlAt(object, QLatin1StringView("pprof"));
    info.temporary = object.value(QLatin1StringView("tmp")).toString();
    info.store = object.value(QLatin1StringView("store")).toString();
    info.line = line.trimmed();
    const QJsonObject uploads = object.value(QLatin1StringView("uploads")).toObject();
    for (auto it = uploads.begin(); it != uploads.end(); ++it) {
        const QJsonObject urls = it.value().toObject();
        info.uploads.insert(
            it.key(), {urlAt(urls, QLatin1StringView("leaking")), urlAt(urls, QLatin1StringView("cured"))});
    }
    if (info.base.host().isEmpty())
        return malformed(Text::tr("the sample server did not tell its address"));
    if (info.uploads.isEmpty())
        return malformed(Text::tr("the sample server offers no uploads"));
    return info;
}

} // namespace session
