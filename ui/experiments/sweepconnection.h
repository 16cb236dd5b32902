// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"
#include "ui/experiments/measureconnection.h"

namespace ui {

class SweepPage;

/// Between the Sweep page and the engine. Thread: GUI; see MeasureConnection.
class SweepConnection final : public MeasureConnection<SweepPage>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepConnection)

public:
    SweepConnection(SweepPage &page, session::Session &session, ServerConnection &server,
                    ExperimentDesk &desk, QObject *parent = nullptr);

private:
    void request(const experiment::SweepPlan &plan);
    void finish(const experiment::SweepResult &result);
};

} // namespace ui
