// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"
#include "core/report/exportfile.h"
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
/// has it written, and says in the window how that went. What is chosen and what is typed there are brought together by
/// core/report/exportfile.h; where the typed ending had its way, that is said, too. Thread: GUI; the session may live in another and is called by
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
    /// Writes the session's report.
    void exportTo(const report::ExportFile &file);
    /// Asks where something shall go for which that format was chosen, of those in which it can be had, and then calls
    /// `write`; nothing is called if the user thinks better of it.
    using Write = std::function<void(const report::ExportFile &file)>;
    void ask(report::Format chosen, const Write &write,
             const QList<report::Format> &possible = {report::allFormats.begin(), report::allFormats.end()});
    /// Has it made in the file's format, and written.
    void exportDocument(const std::function<base::Result<QByteArray>()> &make,
                        const report::ExportFile &file);

private:
    void connectSession(session::Session &session);
    void connectActions(const WindowActions &actions);
    void connectUploads(UploadsPage &uploads);
    /// For the shown result of a page that measures.
    template <typename Page, typename Result>
    void connectPage(Page &page, void (Exporter::*write)(const Result &, const report::ExportFile &));
    void noteOther(const QString &fileName, const QString &chosen);

    Place m_place;
    Exporter *m_exporter;
    std::optional<base::TimeRange> m_range;
    QHash<QString, QStringList> m_notes; ///< By the file: what else is to be said once it is written.
};

} // namespace ui
