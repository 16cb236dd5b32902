// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparedfigures.h"

#include "core/base/format.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <chrono>
#include <cmath>

namespace report {
namespace {

using analysis::Resource;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::ComparedFigures)
};

using Value = std::optional<double>;
using Show = QString (*)(double);

QString milliseconds(double value)
{
    return base::formatDuration(std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::duration<double, std::milli>(value)));
}

QString seconds(double value)
{
    return milliseconds(value * 1000);
}

ComparedFigure figure(const QString &name, const Value &before, const Value &after, Show show)
{
    const auto text = [show](const Value &value) { return value ? show(*value) : Text::tr("not measured"); };
    ComparedFigure figure{name, text(before), dash(), text(after)};
    if (!before || !after)
        return figure;
    const double by = *after - *before;
    if (figure.before == figure.after)
        figure.difference = Text::tr("same", "no difference");
    else
        figure.difference = (by > 0 ? u'+' : QChar(0x2212)) + show(std::abs(by));
    return figure;
}

/// Above what the check began with: that is of whatever went before, and says nothing of the change between two checks.
Value highest(const CheckRecord &record, Resource resource)
{
    const auto found = record.highest.find(resource);
    return found == record.highest.end() ? Value() : found->second - record.first.at(resource);
}

Value latency(const CheckRecord &record, double CheckRecord::Latency::*which)
{
    return record.latency ? Value((*record.latency).*which) : Value();
}

} // namespace

std::vector<ComparedFigure> comparedFigures(const CheckComparison &comparison)
{
    const CheckRecord &before = comparison.before;
    const CheckRecord &after = comparison.after;
    std::vector<ComparedFigure> figures;
    const auto add = [&figures](const QString &name, const Value &b, const Value &a, Show show) {
        if (b || a)
            figures.push_back(figure(name, b, a, show));
    };
    using Latency = CheckRecord::Latency;
    for (const auto &[name, which] : {std::pair(Text::tr("time to answer, median"), &Latency::median),
                                      std::pair(Text::tr("time to answer, 95 %"), &Latency::p95),
                                      std::pair(Text::tr("time to answer, 99 %"), &Latency::p99)})
        add(name, latency(before, which), latency(after, which), milliseconds);
    const bool isOutside = comparison.memory == CheckComparison::ProcessMemory::OutsideHeap;
    const QString memory = isOutside
        ? Text::tr("highest process memory outside the heap, above its beginning")
        : Text::tr("highest process memory, above its beginning");
    for (const auto &[name, resource] :
         {std::pair(Text::tr("highest heap, above its beginning"), Resource::Heap),
          std::pair(memory, Resource::Rss),
          std::pair(Text::tr("highest external memory, above its beginning"), Resource::External)}) {
        if (resource != Resource::Rss || comparison.memory != CheckComparison::ProcessMemory::Mixed)
            add(name, highest(before, resource), highest(after, resource), base::formatBytes);
    }
    add(Text::tr("the check took"), before.seconds, after.seconds, seconds);
    return figures;
}

std::vector<ComparedFigure> heldFigures(const CheckComparison &comparison)
{
    std::vector<ComparedFigure> figures;
    for (const CheckComparison::Held &held : comparison.held)
        figures.push_back(figure(printable(held.function), held.before, held.after, base::formatBytes));
    return figures;
}

} // namespace report
