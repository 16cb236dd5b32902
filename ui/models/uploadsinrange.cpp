// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/uploadsinrange.h"

#include "core/session/sessionrange.h"
#include "ui/models/uploadmodel.h"

namespace ui {

UploadsInRange::UploadsInRange(UploadModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void UploadsInRange::setRange(const std::optional<base::TimeRange> &range)
{
    if (range == m_range)
        return;
    m_range = range;
    invalidateRowsFilter();
}

const transfer::UploadRecord &UploadsInRange::record(int row) const
{
    return m_model.record(m_range ? mapToSource(index(row, 0)).row() : row);
}

int UploadsInRange::rowOf(transfer::UploadId id) const
{
    const int row = m_model.rowOf(id);
    return row < 0 || !m_range ? row : mapFromSource(m_model.index(row, 0)).row();
}

bool UploadsInRange::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    return !m_range || session::ranWithin(m_model.record(sourceRow), *m_range);
}

} // namespace ui
