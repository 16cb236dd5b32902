// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/rangeconnection.h"

#include "ui/common/timeselection.h"
#include "ui/export/exportconnection.h"
#include "ui/uploads/uploadspage.h"

namespace ui {

RangeConnection::RangeConnection(TimeSelection &selection, UploadsPage &uploads, ExportConnection &reports,
                                 QObject *parent)
    : QObject(parent)
{
    connect(&selection, &TimeSelection::changed, this, [&selection, &uploads, &reports] {
        uploads.setRange(selection.range());
        reports.setRange(selection.range());
    });
    connect(&uploads, &UploadsPage::showAllRequested, &selection, &TimeSelection::clear);
}

} // namespace ui
