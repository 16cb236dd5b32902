// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profiletext.h"

#include "core/base/format.h"
#include "core/base/plural.h"
#include "core/pprof/sampling.h"
#include "core/report/profiletable.h"
#include "core/report/safetext.h"

#include <QCoreApplication>

#include <cmath>

namespace ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProfileText)
};

constexpr QChar minusSign(0x2212);

QString separator()
{
    return QStringLiteral(" · ");
}

const pprof::FlameNode &nodeOf(const pprof::ProfileContent &content, qint32 node)
{
    return content.flame.nodes[static_cast<size_t>(node)];
}

QString shareOf(const pprof::ProfileContent &content, qint64 value)
{
    const QString percent = percentText(content.share(value));
    if (!content.isDifference)
        return percent;
    if (content.whole() == content.moved && content.moved != pprof::magnitude(content.net))
        return Text::tr("%1 of what moved").arg(percent);
    return content.net < 0 ? Text::tr("%1 of the shrinkage").arg(percent)
                           : Text::tr("%1 of the growth").arg(percent);
}

} // namespace

QString valueText(double value, const QString &unit)
{
    QString text;
    if (unit == QLatin1StringView("bytes"))
        text = base::formatBytes(value);
    else if (unit == QLatin1StringView("nanoseconds"))
        text = base::formatDuration(std::chrono::nanoseconds(qRound64(value)));
    else
        text = base::formatCount(value);
    return text.replace(QLatin1Char('-'), minusSign);
}

QString changeText(double value, const QString &unit)
{
    const QString text = valueText(value, unit);
    return value > 0 ? QString(QLatin1Char('+') + text) : text;
}

QString amountText(const pprof::ProfileContent &content, double value)
{
    return content.isDifference ? changeText(value, content.valueType.unit)
                                : valueText(value, content.valueType.unit);
}

QString percentText(double share)
{
    const double percent = 100 * share;
    const int digits = std::fabs(percent) < 9.95 && std::fabs(percent - std::round(percent)) >= 0.05 ? 1 : 0;
    QString number = QString::number(percent, 'f', digits);
    if (number == QLatin1StringView("-0"))
        number = QStringLiteral("0");
    return Text::tr("%1 %", "a share").arg(number.replace(QLatin1Char('-'), minusSign));
}

QString typeTitle(const QString &type)
{
    const std::pair<QLatin1StringView, QString> known[]{
        {QLatin1StringView("inuse_space"), Text::tr("Heap in use")},
        {QLatin1StringView("inuse_objects"), Text::tr("Objects in use")},
        {QLatin1StringView("alloc_space"), Text::tr("Allocated bytes")},
        {QLatin1StringView("alloc_objects"), Text::tr("Allocated objects")},
        {QLatin1StringView("goroutine"), Text::tr("Goroutines")},
        {QLatin1StringView("threadcreate"), Text::tr("Threads")},
        {QLatin1StringView("contentions"), Text::tr("Waits")},
        {QLatin1StringView("delay"), Text::tr("Time waited")},
        {QLatin1StringView("samples"), Text::tr("Samples")},
        {QLatin1StringView("cpu"), Text::tr("CPU time")},
    };
    for (const auto &[name, title] : known) {
        if (type == name)
            return title;
    }
    return report::printable(type);
}

QString contentTitle(const pprof::ProfileContent &content)
{
    const QString title = typeTitle(content.valueType.type);
    return content.isDifference ? Text::tr("%1: after − before").arg(title) : title;
}

QString contentDetails(const pprof::ProfileContent &content, const QString &source)
{
    QStringList parts;
    if (!source.isEmpty())
        parts << source;
    if (content.isDifference)
        parts << Text::tr("from %1 to %2")
                     .arg(valueText(static_cast<double>(content.before), content.valueType.unit),
                          valueText(static_cast<double>(content.after), content.valueType.unit));
    if (content.uploads > 0)
        parts << Text::tr("%1 uploads", nullptr, base::pluralForm(content.uploads))
                     .arg(base::formatCount(content.uploads));
    if (pprof::isSampledHeap(*content.profile))
        parts << Text::tr("1 sample per %1")
                     .arg(base::formatBytes(static_cast<double>(content.profile->period)));
    if (!content.hasSamePeriod)
        parts << Text::tr("sampled differently: small changes are noise");
    return parts.join(separator());
}

QString netText(const pprof::ProfileContent &content, qint64 net, qint64 moved)
{
    const QString amount = amountText(content, static_cast<double>(net));
    if (!content.isDifference || pprof::magnitude(net) == moved)
        return amount;
    return Text::tr("%1 net of %2 moved")
        .arg(amount, valueText(static_cast<double>(moved), content.valueType.unit));
}

QString fullPlaceText(const pprof::FunctionRow &row)
{
    if (row.file.isEmpty())
        return {};
    const QString file = report::printable(row.file);
    return row.line > 0 ? QStringLiteral("%1:%2").arg(file).arg(row.line) : file;
}

QString placeText(const pprof::FunctionRow &row)
{
    return fullPlaceText(row).section(QLatin1Char('/'), -2);
}

QString shortName(const QString &function)
{
    // Generic arguments may hold slashes of their own: pkg/a.F[pkg/b.T].
    const qsizetype end = function.indexOf(QLatin1Char('['));
    const qsizetype slash = function.lastIndexOf(QLatin1Char('/'), end < 0 ? -1 : end);
    return function.mid(slash + 1);
}

QString frameName(const pprof::ProfileContent &content, qint32 node)
{
    const pprof::FunctionRow *row = content.rowOf(nodeOf(content, node));
    if (row)
        return report::printable(row->function);
    return node == 0 ? Text::tr("all", "the root of a flame graph")
                     : report::printable(content.profile->functionName(nodeOf(content, node).function));
}

QString frameFigures(const pprof::ProfileContent &content, qint32 node)
{
    const pprof::FlameNode &frame = nodeOf(content, node);
    QStringList parts{node == 0 ? netText(content, frame.net, frame.moved)
                                : Text::tr("%1 with callees").arg(netText(content, frame.net, frame.moved))};
    if (node != 0) {
        parts << Text::tr("%1 itself").arg(amountText(content, static_cast<double>(frame.self)));
        parts << shareOf(content, frame.net);
    }
    if (content.uploads > 0)
        parts << Text::tr("%1 per upload")
                     .arg(amountText(content, static_cast<double>(frame.net) / content.uploads));
    return parts.join(separator());
}

QString frameTip(const pprof::ProfileContent &content, qint32 node)
{
    QStringList lines{frameName(content, node)};
    if (const pprof::FunctionRow *row = content.rowOf(nodeOf(content, node)); row && !row->file.isEmpty())
        lines << fullPlaceText(*row);
    lines << frameFigures(content, node);
    return lines.join(QLatin1Char('\n'));
}

QString searchText(const pprof::ProfileSearch &search)
{
    if (!search.isActive())
        return {};
    if (search.count == 0)
        return Text::tr("nothing found");
    const QString count = search.count == 1 ? Text::tr("1 match")
                                            : Text::tr("%1 matches").arg(base::formatCount(search.count));
    return count + separator() + percentText(search.share);
}

QString contentAsText(const pprof::ProfileContent &content, const pprof::ProfileSearch &search,
                      const QString &source, size_t most)
{
    std::vector<const pprof::FunctionRow *> rows;
    for (size_t i = 0; i < content.rows.size(); ++i) {
        if (!search.isActive() || search.rows[i])
            rows.push_back(&content.rows[i]);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const pprof::FunctionRow *a, const pprof::FunctionRow *b) {
        return pprof::magnitude(a->flat) > pprof::magnitude(b->flat);
    });
    QStringList lines{
        QStringLiteral("%1: %2").arg(contentTitle(content), netText(content, content.net, content.moved))};
    if (const QString details = contentDetails(content, source); !details.isEmpty())
        lines << details;
    lines << report::profileTableHead();
    qint64 sum = 0;
    const size_t shown = most == 0 ? rows.size() : std::min(most, rows.size());
    for (size_t i = 0; i < shown; ++i) {
        const pprof::FunctionRow &row = *rows[i];
        sum = pprof::addWrapped(sum, row.flat);
        const QString place = placeText(row);
        const QString name = report::printable(row.function);
        lines << report::profileTableLine(
            {amountText(content, static_cast<double>(row.flat)),
             report::tableShare(row.flat, content.whole()), report::tableShare(sum, content.whole()),
             amountText(content, static_cast<double>(row.cum)), report::tableShare(row.cum, content.whole()),
             place.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, place)});
    }
    if (rows.size() > shown)
        lines << Text::tr("and %1 more functions").arg(rows.size() - shown);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString stackAsText(const pprof::ProfileContent &content, qint32 node)
{
    QStringList lines;
    for (const qint32 frame : content.stackOf(node)) {
        const pprof::FunctionRow *row = content.rowOf(nodeOf(content, frame));
        const QString place = row ? fullPlaceText(*row) : QString();
        const QString name = frameName(content, frame);
        lines << (place.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, place));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ui
