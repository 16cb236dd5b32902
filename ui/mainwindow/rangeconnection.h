// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ui {

class ExportConnection;
class TimeSelection;
class UploadsPage;

/// Between the range of time that is selected on the timeline and what keeps to it: the queue's table and the session's
/// reports. Thread: GUI. All of them outlive it.
class RangeConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeConnection)

public:
    RangeConnection(TimeSelection &selection, UploadsPage &uploads, ExportConnection &reports,
                    QObject *parent = nullptr);
};

} // namespace ui
