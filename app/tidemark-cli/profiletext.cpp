// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/profileview.h"
#include "core/base/format.h"
#include "core/report/profiletable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cli {

namespace {

QString valueText(qint64 value, const QString &unit)
{
    if (unit == QLatin1StringView("bytes"))
        return base::formatBytes(static_cast<double>(value));
    if (unit == QLatin1StringView("nanoseconds"))
        return base::formatDuration(std::chrono::nanoseconds(value));
    return base::formatCount(static_cast<double>(value));
}

class Text final
{
    Q_DISABLE_COPY_MOVE(Text)

public:
    explicit Text(const ProfileView &view)
        : m_view(view)
        , m_unit(view.profile.types[static_cast<size_t>(view.type)].unit)
    {
    }

    [[nodiscard]] QStringList head() const
    {
        const QString &type = m_view.profile.types[static_cast<size_t>(m_view.type)].type;
        if (!m_view.before)
            return {QStringLiteral("%1: %2 in %3").arg(type, value(m_view.total), m_view.source)};
        const QString sign = m_view.total > 0 ? QStringLiteral("+") : QString();
        return {QStringLiteral("%1: %2%3, from %4 to %5")
                    .arg(type, sign, value(m_view.total), value(*m_view.before), value(*m_view.after)),
                QStringLiteral("%1 since %2; percentages are of what there was before")
                    .arg(m_view.source, m_view.base)};
    }

    [[nodiscard]] QStringList table(size_t most) const
    {
        QStringList lines{report::profileTableHead()};
        qint64 sum = 0;
        for (size_t i = 0; i < std::min(most, m_view.rows.size()); ++i) {
            const pprof::Total &total = m_view.rows[i].total;
            sum = pprof::addWrapped(sum, total.flat);
            lines << report::profileTableLine({value(total.flat), percent(total.flat), percent(sum),
                                               value(total.cum), percent(total.cum),
                                               m_view.profile.functionName(total.function)});
        }
        return lines;
    }

    [[nodiscard]] QStringList listing(size_t most) const
    {
        QStringList lines;
        for (size_t i = 0; i < std::min(most, m_view.rows.size()); ++i) {
            const ProfileRow &function = m_view.rows[i];
            lines << QString() << m_view.profile.functionName(function.total.function)
                  << cells(value(function.total.flat), value(function.total.cum), QStringLiteral("in all"));
            for (const pprof::Total &line : function.lines)
                lines << cells(value(line.flat), value(line.cum), place(line));
        }
        return lines;
    }

private:
    [[nodiscard]] QString value(qint64 number) const { return valueText(number, m_unit); }
    [[nodiscard]] QString percent(qint64 number) const { return report::tableShare(number, m_view.whole); }
    static QString cells(const QString &flat, const QString &cum, const QString &what)
    {
        return QStringLiteral("%1 %2  %3").arg(flat, 11).arg(cum, 11).arg(what);
    }
    [[nodiscard]] QString place(const pprof::Total &line) const
    {
        const QString file = m_view.profile.fileName(line.function);
        const QString number = line.line > 0 ? QStringLiteral(":%1").arg(line.line) : QString();
        return file.isEmpty() ? QStringLiteral("(no file)") : file + number;
    }

    const ProfileView &m_view;
    const QString &m_unit;
};

QJsonObject toJson(const pprof::Total &total)
{
    return {{QStringLiteral("flat"), total.flat}, {QStringLiteral("cum"), total.cum}};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString actionName(ProfileAction action)
{
    switch (action) {
    case ProfileAction::Top:
        return QStringLiteral("top");
    case ProfileAction::Diff:
        return QStringLiteral("diff");
    case ProfileAction::List:
        break;
    }
    return QStringLiteral("list");
}

} // namespace

QStringList viewText(const ProfileView &view, int nodeCount)
{
    const size_t most = nodeCount > 0 ? static_cast<size_t>(nodeCount) : view.rows.size();
    const Text text(view);
    QStringList lines = text.head();
    if (view.rows.empty())
        return lines << QString(view.before ? QStringLiteral("Nothing changed.")
                                            : QStringLiteral("No function has a value."));
    lines << (view.action == ProfileAction::List ? text.listing(most) : text.table(most));
    if (view.rows.size() > most)
        lines
            << QStringLiteral("and %1 more functions; --nodecount 0 shows all").arg(view.rows.size() - most);
    return lines;
}

QByteArray viewJson(const ProfileView &view)
{
    const pprof::Profile &profile = view.profile;
    const pprof::ValueType &type = profile.types[static_cast<size_t>(view.type)];
    QJsonArray functions;
    for (const ProfileRow &row : view.rows) {
        QJsonObject function = toJson(row.total);
        function.insert(QStringLiteral("function"), profile.functionName(row.total.function));
        function.insert(QStringLiteral("file"), textOrNull(profile.fileName(row.total.function)));
        if (view.action == ProfileAction::List) {
            QJsonArray lines;
            for (const pprof::Total &line : row.lines) {
                QJsonObject entry = toJson(line);
                entry.insert(QStringLiteral("file"), textOrNull(profile.fileName(line.function)));
                entry.insert(QStringLiteral("line"), line.line > 0 ? QJsonValue(line.line) : QJsonValue());
                lines.append(entry);
            }
            function.insert(QStringLiteral("lines"), lines);
        }
        functions.append(function);
    }
    const auto number
        = [](const std::optional<qint64> &value) { return value ? QJsonValue(*value) : QJsonValue(); };
    return QJsonDocument(
               QJsonObject{
                   {QStringLiteral("schema"), QStringLiteral("tidemark.profile/1")},
                   {QStringLiteral("command"), QStringLiteral("profile")},
                   {QStringLiteral("action"), actionName(view.action)},
                   {QStringLiteral("source"), view.source},
                   {QStringLiteral("base"), textOrNull(view.base)},
                   {QStringLiteral("sample"), type.type},
                   {QStringLiteral("unit"), type.unit},
                   {QStringLiteral("total"), view.total},
                   {QStringLiteral("before"), number(view.before)},
                   {QStringLiteral("after"), number(view.after)},
                   {QStringLiteral("period"), profile.period > 0 ? QJsonValue(profile.period) : QJsonValue()},
                   {QStringLiteral("takenAt"),
                    profile.timeNs > 0 ? QJsonValue(base::formatUtc(profile.timeNs / 1'000'000))
                                       : QJsonValue()},
                   {QStringLiteral("functions"), functions}})
        .toJson();
}

} // namespace cli
