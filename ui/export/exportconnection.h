// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"
#include "core/report/format.h"
#include "core/session/session.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace ui {

class AuditPage;
class Exporter;
class LeakPage;
class MessageBar;
class SweepPage;
class UploadsPage;
class WindowActions;
class WindowSettings;

/// Between what asks for a report - the menu, the failed uploads, the pages with results - and the Exporter: asks where it shall go,
/// has it written, and says in the window how that went. Thread: GUI; the session may live in another and is called by
/// queued calls only. All of them outlive it.
class ExportConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportConnection)

public:
    /// The window in which it asks, and what it remembers of that.
    struct Place
    {
        QWidget &window;
        WindowSettings &settings;
        MessageBar &message;
    };

    /// Who asks.
    struct Pages
    {
        UploadsPage &uploads;
        LeakPage &leak;
        SweepPage &sweep;
        AuditPage &audit;
    };

    ExportConnection(const Place &place, WindowActions &actions, const Pages &pages,
                     session::Session &session, QObject *parent = nullptr);

    /// Of that time only reports of the session are from now on; nothing: of all of it.
    void setRange(const std::optional<base::TimeRange> &range) { m_range = range; }
    /// Writes the session's report; the format is told from the ending.
    void exportTo(const QString &fileName);
    /// Asks where a document in that format shall go, and has it made and written.
    void exportDocument(report::Format format, const std::function<base::Result<QByteArray>()> &make);

private:
    void connectSession(session::Session &session);
    void connectActions(const WindowActions &actions);
    void connectUploads(UploadsPage &uploads);
    void connectLeak(LeakPage &leak);
    void connectSweep(SweepPage &sweep);
    void connectAudit(AuditPage &audit);
    /// For a result in the format of that ending.
    void ask(const QString &ending, const std::function<void(const QString &fileName)> &write);

    Place m_place;
    Exporter *m_exporter;
    std::optional<base::TimeRange> m_range;
    QHash<QString, QString> m_parts; ///< By the file: that it covers a part of the session only.
};

} // namespace ui
