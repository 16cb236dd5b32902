// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/paper.h"

#include "core/report/jsonfields.h"
#include "core/report/jsonfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace report {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::KeptReport)
};

constexpr QLatin1StringView schema("tidemark.paper/1");

constexpr std::array tones{std::pair("unknown", Tone::Unknown), std::pair("same", Tone::Same),
                           std::pair("good", Tone::Good), std::pair("bad", Tone::Bad)};

QString toKey(Tone tone)
{
    for (const auto &[key, known] : tones) {
        if (known == tone)
            return QLatin1StringView(key);
    }
    return {};
}

Tone toneFrom(const QString &key)
{
    for (const auto &[known, tone] : tones) {
        if (key == QLatin1StringView(known))
            return tone;
    }
    return Tone::Unknown;
}

QJsonArray toJson(const QList<Badge> &badges)
{
    QJsonArray array;
    for (const Badge &badge : badges)
        array.append(
            QJsonObject{{QStringLiteral("tone"), toKey(badge.tone)}, {QStringLiteral("word"), badge.word}});
    return array;
}

QJsonArray toJson(const QList<Paper::Chart> &charts)
{
    QJsonArray array;
    for (const Paper::Chart &chart : charts)
        array.append(QJsonObject{{QStringLiteral("caption"), chart.caption},
                                 {QStringLiteral("svg"), QString::fromUtf8(chart.svg)}});
    return array;
}

std::optional<base::Error> errorOf(const JsonFields &fields)
{
    return fields.ok() ? std::nullopt : std::optional(fields.error());
}

void readParts(JsonFields &fields, Paper &paper)
{
    fields.each(QLatin1StringView("badges"), [&paper](const QJsonValue &value, const QString &where) {
        JsonFields badge(value, where);
        paper.badges.append(
            {toneFrom(badge.text(QLatin1StringView("tone"))), badge.text(QLatin1StringView("word"))});
        return errorOf(badge);
    });
    fields.each(QLatin1StringView("charts"), [&paper](const QJsonValue &value, const QString &where) {
        JsonFields chart(value, where);
        paper.charts.append(
            {chart.text(QLatin1StringView("caption")), chart.text(QLatin1StringView("svg")).toUtf8()});
        return errorOf(chart);
    });
    for (const QJsonValue line : fields.array(QLatin1StringView("conditions")))
        paper.text.conditions.append(line.toString());
}

} // namespace

QByteArray paperToJson(const Paper &paper)
{
    return QJsonDocument(
               QJsonObject{{QStringLiteral("schema"), schema},
                           {QStringLiteral("kind"), paper.head.kind},
                           {QStringLiteral("subject"), paper.head.subject},
                           {QStringLiteral("startedAt"), timeToJson(paper.head.startedAtMs)},
                           {QStringLiteral("programVersion"), paper.head.programVersion},
                           {QStringLiteral("badges"), toJson(paper.badges)},
                           {QStringLiteral("opening"), paper.text.opening},
                           {QStringLiteral("charts"), toJson(paper.charts)},
                           {QStringLiteral("details"), paper.text.details},
                           {QStringLiteral("conditions"), QJsonArray::fromStringList(paper.text.conditions)}})
        .toJson(QJsonDocument::Compact);
}

base::Result<Paper> paperFromJson(const QByteArray &json)
{
    const QString name = Text::tr("the report");
    const base::Result<QJsonObject> object = parseJson(json, name);
    if (!object)
        return object.error();
    JsonFields fields(*object, QString());
    if (fields.text(QLatin1StringView("schema")) != schema)
        return noReport(name, Text::tr("it is not what a PDF is made of"));
    Paper paper;
    paper.head.kind = fields.text(QLatin1StringView("kind"));
    paper.head.subject = fields.text(QLatin1StringView("subject"));
    paper.head.startedAtMs = fields.time(QLatin1StringView("startedAt"));
    paper.head.programVersion = fields.text(QLatin1StringView("programVersion"));
    paper.text.opening = fields.text(QLatin1StringView("opening"));
    paper.text.details = fields.text(QLatin1StringView("details"));
    readParts(fields, paper);
    if (!fields.ok())
        return noReport(name, fields.error().message);
    return paper;
}

} // namespace report
