// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonalerts.h"
#include "core/report/jsondiscovery.h"
#include "core/report/jsonfields.h"
#include "core/report/jsonseries.h"
#include "core/report/jsonupload.h"
#include "core/report/report.h"
#include "core/report/safetext.h"
#include "core/report/summary.h"

#include <QJsonDocument>

#include <cmath>

namespace report {
namespace {

using session::SessionSnapshot;

/// Writes the outermost object by itself, each member and each element of a long list on its own line: no
/// tree of a hundred thousand uploads is built, and people can read and compare the file.
class Document final
{
public:
    void member(const char *key, const QJsonValue &value)
    {
        begin(key);
        m_text += compact(value);
    }

    template <typename List, typename ToJson>
    void list(const char *key, const List &elements, ToJson toJson)
    {
        begin(key);
        m_text += '[';
        bool isFirst = true;
        for (const auto &element : elements) {
            m_text += isFirst ? "\n    " : ",\n    ";
            m_text += compact(toJson(element));
            isFirst = false;
        }
        m_text += isFirst ? "]" : "\n  ]";
    }

    [[nodiscard]] QByteArray finished()
    {
        m_text += "\n}\n";
        return std::move(m_text);
    }

private:
    void begin(const char *key)
    {
        m_text += m_text.isEmpty() ? "{\n  \"" : ",\n  \"";
        m_text += key;
        m_text += "\": ";
    }

    static QByteArray compact(const QJsonValue &value)
    {
        // A document is an object or an array, so a lone value travels in an array.
        const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return text.sliced(1, text.size() - 2);
    }

    QByteArray m_text;
};

QString schemaOf(const QString &command)
{
    const bool isKnown = command == QLatin1String("upload") || command == QLatin1String("watch");
    return QStringLiteral("tidemark.%1/1").arg(isKnown ? command : QStringLiteral("session"));
}

QJsonValue urlToJson(const QUrl &url)
{
    return url.isEmpty() ? QJsonValue() : QJsonValue(encodedUrl(url));
}

QJsonObject totalsToJson(const Summary &summary)
{
    return QJsonObject{
        {QStringLiteral("files"), summary.files},
        {QStringLiteral("ok"), summary.done},
        {QStringLiteral("failed"), summary.failed},
        {QStringLiteral("cancelled"), summary.cancelled},
        {QStringLiteral("unfinished"), summary.unfinished},
        {QStringLiteral("bytes"), summary.bytesDone},
        {QStringLiteral("bytesSent"), summary.bytesSent},
        {QStringLiteral("seconds"), numberToJson(summary.seconds)},
        {QStringLiteral("bytesPerSecond"), numberToJson(summary.bytesPerSecond)},
    };
}

QJsonObject growthToJson(const QString &source, const RoleSummary &role)
{
    return withSource(source,
                      {
                          {QStringLiteral("role"), toKey(role.role)},
                          {QStringLiteral("unit"), toKey(unitOf(role.role))},
                          {QStringLiteral("before"), numberToJson(role.before)},
                          {QStringLiteral("peak"), numberToJson(role.peak)},
                          {QStringLiteral("after"), numberToJson(role.after)},
                          {QStringLiteral("perUpload"), numberToJson(role.perUpload)},
                      });
}

QJsonObject conditionsToJson(const SessionSnapshot &snapshot, const Summary &summary)
{
    QJsonValue runtime;
    QJsonValue runtimeVersion;
    for (const metrics::Source &source : snapshot.discovery.sources) {
        if (source.runtime == metrics::Runtime::Unknown)
            continue;
        runtime = metrics::toKey(source.runtime);
        runtimeVersion = textToJson(source.runtimeVersion);
        break;
    }
    QJsonObject conditions{
        {QStringLiteral("program"), QStringLiteral("Tidemark")},
        {QStringLiteral("programVersion"), textToJson(snapshot.programVersion)},
        {QStringLiteral("runtime"), runtime},
        {QStringLiteral("runtimeVersion"), runtimeVersion},
        {QStringLiteral("scrapeSeconds"), numberToJson(summary.scrapeSeconds)},
    };
    if (snapshot.partOf)
        conditions.insert(QStringLiteral("partOf"),
                          QJsonObject{{QStringLiteral("startedAt"), timeToJson(snapshot.partOf->fromMs)},
                                      {QStringLiteral("finishedAt"), timeToJson(snapshot.partOf->toMs)}});
    return conditions;
}

QJsonObject markToJson(const session::Mark &mark)
{
    return withSource(mark.source,
                      {{QStringLiteral("time"), timeToJson(mark.timeMs)},
                       {QStringLiteral("kind"), session::toKey(mark.kind)},
                       {QStringLiteral("text"), withoutSecrets(mark.text)}});
}

QJsonObject bandToJson(const session::Band &band)
{
    return QJsonObject{{QStringLiteral("from"), timeToJson(band.fromMs)},
                       {QStringLiteral("to"), timeToJson(band.toMs)},
                       {QStringLiteral("uploads"), band.uploads}};
}

QJsonArray activityToJson(const session::Activity &activity)
{
    return QJsonArray{static_cast<double>(activity.timeMs) / 1000, numberToJson(activity.bytesPerSecond),
                      activity.inFlight};
}

void writeUploads(const SessionSnapshot &snapshot, const Summary &summary, Document &document)
{
    document.member("totals", totalsToJson(summary));
    document.list("uploads", snapshot.uploads, uploadToJson);
    document.list("bands", snapshot.timeline.bands(), bandToJson);
    document.list("activity", snapshot.timeline.activity(), activityToJson);
}

struct ReadRole
{
    QString source; ///< WatchedBeside::name; empty: the server.
    const metrics::SeriesStore *store;
    const RoleSummary *summary;
};

/// The server's, and then those of what was watched beside it.
QList<ReadRole> readRoles(const SessionSnapshot &snapshot, const Summary &summary)
{
    QList<ReadRole> all;
    for (const RoleSummary &role : summary.roles)
        all.append({{}, &snapshot.series, &role});
    for (qsizetype i = 0; i < snapshot.beside.size(); ++i) {
        for (const RoleSummary &role : summary.beside[i].roles)
            all.append({snapshot.beside[i].name, &snapshot.beside[i].series, &role});
    }
    return all;
}

void writeWatching(const SessionSnapshot &snapshot, const Summary &summary, Document &document)
{
    const metrics::DiscoveryReport &found = snapshot.discovery;
    document.member("watched", urlToJson(snapshot.watched));
    QJsonArray sources;
    for (const metrics::Source &source : found.sources)
        sources.append(sourceToJson(source));
    for (const session::WatchedBeside &beside : snapshot.beside)
        sources.append(besideToJson(beside));
    document.list("sources", sources, [](const QJsonValue &source) { return source; });
    document.list("misses", found.misses, missToJson);
    document.member("canForceGc", found.canForceGc);
    document.member("canFetchProfiles", found.canFetchProfiles);
    document.member(
        "scrapes",
        QJsonObject{{QStringLiteral("ok"), snapshot.scrapesOk},
                    {QStringLiteral("missed"), snapshot.scrapesMissed},
                    {QStringLiteral("lastMissReason"), textToJson(withoutSecrets(snapshot.lastMissReason))}});
    const QList<ReadRole> roles = readRoles(snapshot, summary);
    document.list("series", roles, [](const ReadRole &read) {
        return seriesToJson(*read.store, read.summary->role, read.source);
    });
    document.list("growth", roles,
                  [](const ReadRole &read) { return growthToJson(read.source, *read.summary); });
    document.list("marks", snapshot.timeline.marks(), markToJson);
}

} // namespace

QByteArray toJson(const SessionSnapshot &snapshot)
{
    const Summary summary = summarize(snapshot);
    const bool isWatch = snapshot.command == QLatin1String("watch");
    Document document;
    document.member("schema", schemaOf(snapshot.command));
    document.member("command", snapshot.command);
    document.member("server", urlToJson(snapshot.server));
    document.member("startedAt", timeToJson(snapshot.startedAtMs));
    document.member("finishedAt", timeToJson(snapshot.finishedAtMs));
    document.member("conditions", conditionsToJson(snapshot, summary));
    if (!isWatch)
        writeUploads(snapshot, summary, document);
    if (isWatch || !snapshot.watched.isEmpty() || !snapshot.beside.isEmpty() || !summary.roles.isEmpty())
        writeWatching(snapshot, summary, document);
    if (!snapshot.alertRules.isEmpty()) {
        document.list("alerts", snapshot.alerts, alertToJson);
        document.list("alertRules", snapshot.alertRules, judgedRuleToJson);
    }
    return document.finished();
}

} // namespace report
