// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/bandlist.h"

#include <algorithm>

namespace ui {

using transfer::UploadId;

bool BandList::add(const transfer::UploadRecord &record)
{
    if (record.startedAtMs == 0)
        return false; // never began: waiting, or failed before its turn
    if (transfer::isRunning(record.state)) {
        m_running.insert(record.id, record.startedAtMs);
        return false;
    }
    m_running.remove(record.id);
    if (!transfer::isFinished(record.state))
        return false; // waiting again: the attempt that ended was told before
    return close(record.id, record.startedAtMs, std::max(record.finishedAtMs, record.startedAtMs));
}

void BandList::clear()
{
    *this = {};
}

bool BandList::close(UploadId id, qint64 fromMs, qint64 toMs)
{
    const auto known = m_spans.constFind(id);
    if (known != m_spans.cend() && known->fromMs == fromMs)
        return false; // told again because something else of it changed
    m_spans.insert(id, {fromMs, toMs});

    // All bands that the new span touches melt into one.
    const auto first = std::partition_point(m_closed.begin(), m_closed.end(),
                                            [&](const UploadBand &b) { return b.toMs + joinMs <= fromMs; });
    const auto last = std::partition_point(first, m_closed.end(),
                                           [&](const UploadBand &b) { return b.fromMs < toMs + joinMs; });
    if (first == last) {
        m_closed.insert(first, UploadBand{fromMs, toMs, {id}});
        ++m_ids;
    } else {
        UploadBand &band = *first;
        band.fromMs = std::min(band.fromMs, fromMs);
        band.toMs = std::max(band.toMs, toMs);
        for (auto it = first + 1; it != last; ++it) {
            band.toMs = std::max(band.toMs, it->toMs);
            const auto middle = static_cast<qsizetype>(band.ids.size());
            band.ids.insert(band.ids.end(), it->ids.begin(), it->ids.end());
            std::inplace_merge(band.ids.begin(), band.ids.begin() + middle, band.ids.end());
        }
        const auto place = std::lower_bound(band.ids.begin(), band.ids.end(), id);
        if (place == band.ids.end() || *place != id) {
            band.ids.insert(place, id);
            ++m_ids;
        }
        m_closed.erase(first + 1, last);
    }
    trim();
    return true;
}

void BandList::trim()
{
    while (m_closed.size() > 1 && (m_closed.size() > mostBands || m_ids > mostIds)) {
        for (const UploadId id : m_closed.front().ids)
            m_spans.remove(id);
        m_ids -= m_closed.front().ids.size();
        m_closed.erase(m_closed.begin());
    }
    // One endless band: its oldest uploads are forgotten, its span stays.
    if (m_ids > mostIds) {
        std::vector<UploadId> &ids = m_closed.front().ids;
        const auto end = ids.begin() + static_cast<qsizetype>(mostIds / 2);
        std::for_each(ids.begin(), end, [this](UploadId id) { m_spans.remove(id); });
        ids.erase(ids.begin(), end);
        m_ids = ids.size();
    }
}

std::vector<UploadBand> BandList::bands(qint64 fromMs, qint64 toMs, qint64 nowMs) const
{
    const auto first = std::partition_point(m_closed.begin(), m_closed.end(),
                                            [&](const UploadBand &b) { return b.toMs < fromMs; });
    const auto last
        = std::partition_point(first, m_closed.end(), [&](const UploadBand &b) { return b.fromMs <= toMs; });
    std::vector<UploadBand> result(first, last);
    if (m_running.isEmpty())
        return result;

    UploadBand open{*std::min_element(m_running.cbegin(), m_running.cend()), nowMs, {}};
    const QList<UploadId> running = m_running.keys();
    open.ids.assign(running.cbegin(), running.cend());
    std::sort(open.ids.begin(), open.ids.end());
    while (!result.empty() && result.back().toMs + joinMs > open.fromMs) {
        UploadBand &before = result.back();
        open.fromMs = std::min(open.fromMs, before.fromMs);
        open.toMs = std::max(open.toMs, before.toMs);
        std::vector<UploadId> merged;
        std::set_union(before.ids.begin(), before.ids.end(), open.ids.begin(), open.ids.end(),
                       std::back_inserter(merged));
        open.ids = std::move(merged);
        result.pop_back();
    }
    if (open.fromMs <= toMs && open.toMs >= fromMs)
        result.push_back(std::move(open));
    return result;
}

std::pair<qint64, qint64> BandList::spanOf(UploadId id, qint64 nowMs) const
{
    if (const auto running = m_running.constFind(id); running != m_running.cend())
        return {*running, std::max(nowMs, *running)};
    const auto known = m_spans.constFind(id);
    return known == m_spans.cend() ? std::pair<qint64, qint64>{0, 0} : std::pair{known->fromMs, known->toMs};
}

} // namespace ui
