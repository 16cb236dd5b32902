// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/seriesstore.h"

#include "core/metrics/seriestier.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace metrics {
namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;

struct Rows
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// The rows of [fromMs, toMs] and one on either side.
Rows rowsOf(const SeriesTier &tier, qint64 fromMs, qint64 toMs)
{
    if (toMs < fromMs)
        return {};
    const qsizetype inside = tier.lowerBound(fromMs);
    const qsizetype behind
        = toMs == std::numeric_limits<qint64>::max() ? tier.size() : tier.lowerBound(toMs + 1);
    return {std::max<qsizetype>(0, inside - 1), std::min(tier.size(), behind + 1)};
}

void merge(const Bucket &from, Bucket &into)
{
    into.min = std::min(into.min, from.min);
    into.max = std::max(into.max, from.max);
    into.sum += from.sum;
    into.count += from.count;
}

/// Puts points, oldest first, into columns on multiples of a width: a picture that scrolls keeps its columns,
/// so that peaks do not flicker from frame to frame.
class Decimator
{
public:
    Decimator(qint64 width, std::vector<Bucket> &out)
        : m_width(width)
        , m_out(out)
    {
    }

    void add(const Bucket &point)
    {
        if (point.isGap()) {
            if (!m_gap)
                m_gap = point;
            return;
        }
        if (m_gap) {
            // Only a hole that has a column of its own can be seen.
            m_gap->timeMs = std::max(m_gap->timeMs, m_columnEnd);
            if (m_gap->timeMs < floor(point.timeMs) && !m_out.empty())
                m_out.push_back(*m_gap);
            m_gap.reset();
        }
        if (!m_out.empty() && point.timeMs < m_columnEnd) {
            merge(point, m_out.back());
            return;
        }
        m_out.push_back(point);
        m_columnEnd = floor(point.timeMs) + m_width;
    }
    void finish()
    {
        if (m_gap && !m_out.empty()) {
            m_gap->timeMs = std::max(m_gap->timeMs, m_columnEnd);
            m_out.push_back(*m_gap);
        }
    }

private:
    [[nodiscard]] qint64 floor(qint64 timeMs) const { return timeMs - timeMs % m_width; }

    qint64 m_width;
    std::vector<Bucket> &m_out;
    qint64 m_columnEnd = std::numeric_limits<qint64>::min();
    std::optional<Bucket> m_gap;
};

} // namespace

struct SeriesStore::Data
{
    [[nodiscard]] const SeriesTier &tierFor(qint64 fromMs) const;

    // A little longer than their names say: a picture of the last hour must find all of it in the finest.
    std::array<SeriesTier, 3> tiers{
        SeriesTier{0, 3'600 + 120},
        SeriesTier{10 * second, (24 * 60 + 10) * 6},
        SeriesTier{2 * minute, (14 * 24 + 1) * 30},
    };
    qint64 firstMs = 0;
    qint64 lastMs = 0; ///< Of a reading or gap.
    bool isEmpty = true;
};

const SeriesTier &SeriesStore::Data::tierFor(qint64 fromMs) const
{
    const auto reachesBack = [fromMs](const SeriesTier &tier) {
        return !tier.hasDropped() || (tier.size() > 0 && tier.timeAt(0) <= fromMs);
    };
    const auto found = std::find_if(tiers.begin(), tiers.end(), reachesBack);
    return found != tiers.end() ? *found : tiers.back();
}

SeriesStore::SeriesStore()
    : m_data(std::make_unique<Data>())
{
}

SeriesStore::~SeriesStore() = default;

SeriesStore::SeriesStore(const SeriesStore &other)
    : m_data(std::make_unique<Data>(*other.m_data))
{
}

SeriesStore &SeriesStore::operator=(const SeriesStore &other)
{
    if (this != &other)
        m_data = std::make_unique<Data>(*other.m_data);
    return *this;
}

SeriesStore::SeriesStore(SeriesStore &&) noexcept = default;
SeriesStore &SeriesStore::operator=(SeriesStore &&) noexcept = default;

bool SeriesStore::append(const Reading &reading)
{
    if (std::none_of(reading.values.begin(), reading.values.end(), [](double v) { return std::isfinite(v); }))
        return appendGap(reading.timeMs);
    if (reading.timeMs < m_data->lastMs)
        return false;
    if (std::exchange(m_data->isEmpty, false))
        m_data->firstMs = reading.timeMs;
    m_data->lastMs = reading.timeMs;
    for (SeriesTier &tier : m_data->tiers)
        tier.append(reading);
    return true;
}

bool SeriesStore::appendGap(qint64 timeMs)
{
    if (timeMs < m_data->lastMs)
        return false;
    if (isEmpty())
        return true; // Nothing was known before, either.
    m_data->lastMs = timeMs;
    for (SeriesTier &tier : m_data->tiers)
        tier.appendGap(timeMs);
    return true;
}

void SeriesStore::clear()
{
    *m_data = Data();
}

bool SeriesStore::isEmpty() const
{
    return m_data->isEmpty;
}

bool SeriesStore::has(Role role) const
{
    return m_data->tiers.back().has(role);
}

qint64 SeriesStore::firstMs() const
{
    const SeriesTier &coarsest = m_data->tiers.back();
    return coarsest.hasDropped() ? coarsest.timeAt(0) : m_data->firstMs;
}

qint64 SeriesStore::lastMs() const
{
    return m_data->lastMs;
}

double SeriesStore::latest(Role role) const
{
    // A part of an old history has no readings any more, only buckets of them.
    const auto finest = std::find_if(m_data->tiers.begin(), m_data->tiers.end(),
                                     [](const SeriesTier &tier) { return tier.size() > 0; });
    if (finest == m_data->tiers.end() || finest->isGapAt(role, finest->size() - 1))
        return std::numeric_limits<double>::quiet_NaN();
    return finest->at(role, finest->size() - 1).mean();
}

std::vector<Bucket> SeriesStore::points(Role role, qint64 fromMs, qint64 toMs) const
{
    std::vector<Bucket> found;
    if (!has(role))
        return found;
    const SeriesTier &tier = m_data->tierFor(fromMs);
    const Rows rows = rowsOf(tier, fromMs, toMs);
    found.reserve(static_cast<size_t>(rows.end - rows.begin));
    for (qsizetype row = rows.begin; row < rows.end; ++row) {
        const Bucket point = tier.at(role, row);
        if (!point.isGap() || found.empty() || !found.back().isGap())
            found.push_back(point);
    }
    return found;
}

std::vector<Bucket> SeriesStore::decimated(Role role, qint64 fromMs, qint64 toMs, int columns) const
{
    std::vector<Bucket> picture;
    if (!has(role) || columns < 1 || toMs < fromMs)
        return picture;
    fromMs = std::max<qint64>(fromMs, 0); // Times are not before 1970, and differences must not overflow.
    const SeriesTier &tier = m_data->tierFor(fromMs);
    const Rows rows = rowsOf(tier, fromMs, toMs);
    picture.reserve(static_cast<size_t>(std::min<qsizetype>(rows.end - rows.begin, columns + 2)));
    // One column fewer, because aligned ones stand out on both sides.
    const qint64 width = std::max<qint64>(1, (toMs - fromMs) / std::max(1, columns - 1) + 1);
    Decimator decimator(width, picture);
    for (qsizetype row = rows.begin; row < rows.end; ++row)
        decimator.add(tier.at(role, row));
    decimator.finish();
    return picture;
}

SeriesStore SeriesStore::part(qint64 fromMs, qint64 toMs) const
{
    SeriesStore part;
    const SeriesTier &source = m_data->tierFor(fromMs);
    const qsizetype begin = source.lowerBound(fromMs);
    const qsizetype end
        = toMs == std::numeric_limits<qint64>::max() ? source.size() : source.lowerBound(toMs + 1);
    const auto first = m_data->tiers.begin() + (&source - m_data->tiers.data());
    for (auto finer = m_data->tiers.begin(); finer != first; ++finer)
        part.m_data->tiers[static_cast<size_t>(finer - m_data->tiers.begin())].drop();
    for (qsizetype row = begin; row < end; ++row) {
        if (part.m_data->isEmpty && source.isGapRow(row))
            continue; // as appendGap() has it
        if (std::exchange(part.m_data->isEmpty, false))
            part.m_data->firstMs = source.timeAt(row);
        part.m_data->lastMs = source.timeAt(row);
        for (size_t tier = static_cast<size_t>(first - m_data->tiers.begin()); tier < m_data->tiers.size();
             ++tier)
            part.m_data->tiers[tier].append(source, row);
    }
    return part;
}

} // namespace metrics
