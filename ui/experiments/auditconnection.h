// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"
#include "ui/experiments/measureconnection.h"

namespace ui {

class AuditPage;

/// Between the Audit page and the engine. Thread: GUI; see MeasureConnection.
class AuditConnection final : public MeasureConnection<AuditPage>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuditConnection)

public:
    AuditConnection(AuditPage &page, session::Session &session, ServerConnection &server,
                    ExperimentDesk &desk, QObject *parent = nullptr);

private:
    void request(const experiment::AuditPlan &plan);
    void finish(const experiment::AuditResult &result);
};

} // namespace ui
