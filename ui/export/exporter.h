// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timerange.h"
#include "core/experiment/auditresult.h"
#include "core/experiment/checkresult.h"
#include "core/experiment/sweepresult.h"
#include "core/report/exportfile.h"
#include "core/session/sessionsnapshot.h"
#include "core/transfer/failurereason.h"

#include <QObject>

#include <functional>
#include <optional>

namespace ui {

/// Writes reports: asks for a snapshot, renders and writes it on the worker pool, and says how it went.
/// Thread: GUI; only rendering and writing happen elsewhere. Exactly one of `exported` and `failed` follows
/// each exportTo() and exportFailed() that gets its snapshot, and each of the others.
class Exporter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exporter)

public:
    explicit Exporter(QObject *parent = nullptr);

    /// Of the range only, if one is given.
    void exportTo(const report::ExportFile &file, const std::optional<base::TimeRange> &range = {});
    /// Which uploads failed, of that reason or (kind None) of any: as paths where the ending is .txt, else as CSV.
    void exportFailed(const transfer::FailureReason &reason, const QString &fileName);
    /// A leak check's report. Needs no snapshot.
    void exportCheck(const experiment::CheckResult &result, const report::ExportFile &file);
    /// Likewise.
    void exportSweep(const experiment::SweepResult &result, const report::ExportFile &file);
    void exportAudit(const experiment::AuditResult &result, const report::ExportFile &file);
    /// What `make` renders in the file's format, called on the worker pool; of Format::Paper a PDF. Needs no snapshot.
    using Make = std::function<base::Result<QByteArray>()>;
    void exportDocument(const Make &make, const report::ExportFile &file);

public Q_SLOTS:
    /// The answer to `snapshotNeeded`; ignored if nothing waits for one.
    void take(const session::SharedSnapshot &snapshot);

Q_SIGNALS:
    void snapshotNeeded(const QString &command);
    void exported(const QString &fileName);
    void failed(const QString &fileName, const base::Error &error);

private:
    using Write = std::function<base::Result<base::Done>()>;
    using WriteSnapshot = std::function<base::Result<base::Done>(const session::SharedSnapshot &)>;
    struct Waiting
    {
        QString fileName;
        WriteSnapshot write;
    };
    void ask(const QString &fileName, WriteSnapshot write);
    void run(const QString &fileName, Write write);

    QList<Waiting> m_waiting; ///< Those that have no snapshot yet, oldest first.
};

} // namespace ui
