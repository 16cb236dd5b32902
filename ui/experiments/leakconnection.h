// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "ui/experiments/measureconnection.h"

namespace ui {

class LeakPage;

/// Between the Leak page and the engine. Thread: GUI; see MeasureConnection.
class LeakConnection final : public MeasureConnection<LeakPage>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeakConnection)

public:
    LeakConnection(LeakPage &page, session::Session &session, ServerConnection &server, ExperimentDesk &desk,
                   QObject *parent = nullptr);

private:
    void request(const experiment::CheckPlan &plan);
    void finish(const experiment::CheckResult &result);
};

} // namespace ui
