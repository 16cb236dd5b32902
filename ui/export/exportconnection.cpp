// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportconnection.h"

#include "ui/audit/auditpage.h"
#include "ui/common/formatactions.h"
#include "ui/common/timeselection.h"
#include "ui/export/exportdialog.h"
#include "ui/export/exporter.h"
#include "ui/frame/messagebar.h"
#include "ui/frame/windowactions.h"
#include "ui/leak/leakpage.h"
#include "ui/sweep/sweeppage.h"
#include "ui/uploads/uploadspage.h"

#include <QDesktopServices>
#include <QFileInfo>

namespace ui {

using session::Session;

namespace {

QString filterFor(const QString &ending)
{
    if (ending == QLatin1StringView("html"))
        return ExportConnection::tr("Web pages (*.html)");
    if (ending == QLatin1StringView("pdf"))
        return ExportConnection::tr("PDF (*.pdf)");
    if (ending == QLatin1StringView("json"))
        return ExportConnection::tr("JSON (*.json)");
    if (ending == QLatin1StringView("csv"))
        return ExportConnection::tr("Comma-separated values (*.csv)");
    if (ending == QLatin1StringView("xml"))
        return ExportConnection::tr("JUnit (*.xml)");
    return ExportConnection::tr("Markdown (*.md)");
}

} // namespace

ExportConnection::ExportConnection(const Place &place, WindowActions &actions, const Pages &pages,
                                   Session &session, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_exporter(new Exporter(this))
{
    connectSession(session);
    connectActions(actions);
    connectUploads(pages.uploads);
    connectLeak(pages.leak);
    connectSweep(pages.sweep);
    connectAudit(pages.audit);
    connect(m_exporter, &Exporter::exported, this, [this](const QString &fileName) {
        m_place.message.showMessage(Tone::Good, tr("The report is written."),
                                    {fileName, m_parts.take(fileName)});
        m_place.message.offer(tr("Open"),
                              [fileName] { QDesktopServices::openUrl(QUrl::fromLocalFile(fileName)); });
    });
    connect(m_exporter, &Exporter::failed, this, [this](const QString &fileName, const base::Error &error) {
        m_place.message.showError(errorText(error, Task::Export, QFileInfo(fileName).fileName()));
    });
}

void ExportConnection::exportTo(const QString &fileName)
{
    m_parts.remove(fileName);
    if (m_range) {
        const RangeText text = rangeText(*m_range);
        m_parts.insert(
            fileName,
            tr("It covers only what is selected: %1 to %2, %3.").arg(text.from, text.to, text.duration));
    }
    m_exporter->exportTo(fileName, m_range);
}

void ExportConnection::exportDocument(report::Format format,
                                      const std::function<base::Result<QByteArray>()> &make)
{
    const QString ending = FormatActions::endingOf(format);
    askForExport(
        m_place.window, m_place.settings, ending, filterFor(ending),
        [this, format, make](const QString &name) { m_exporter->exportDocument(format, make, name); });
}

void ExportConnection::connectSession(Session &session)
{
    connect(m_exporter, &Exporter::snapshotNeeded, &session, &Session::requestSnapshot, Qt::QueuedConnection);
    connect(&session, &Session::snapshotReady, m_exporter, &Exporter::take, Qt::QueuedConnection);
}

void ExportConnection::connectActions(const WindowActions &actions)
{
    connect(actions.exports, &FormatActions::chosen, this, [this](report::Format format) {
        ask(FormatActions::endingOf(format), [this](const QString &fileName) { exportTo(fileName); });
    });
}

void ExportConnection::connectUploads(UploadsPage &uploads)
{
    connect(&uploads, &UploadsPage::exportFailedRequested, this,
            [this](const transfer::FailureReason &reason, const QString &ending) {
                const bool isTable = ending == QLatin1StringView("csv");
                askForExport(
                    m_place.window, m_place.settings, ending,
                    isTable ? filterFor(ending) : tr("Paths, one a line (*.txt)"),
                    [this, reason](const QString &fileName) { m_exporter->exportFailed(reason, fileName); });
            });
}

void ExportConnection::ask(const QString &ending, const std::function<void(const QString &)> &write)
{
    askForExport(m_place.window, m_place.settings, ending, filterFor(ending), write);
}

void ExportConnection::connectLeak(LeakPage &leak)
{
    connect(&leak, &LeakPage::exportRequested, this, [this, &leak](const QString &ending) {
        if (leak.result())
            ask(ending, [this, result = *leak.result()](const QString &name) {
                m_exporter->exportCheck(result, name);
            });
    });
}

void ExportConnection::connectSweep(SweepPage &sweep)
{
    connect(&sweep, &SweepPage::exportRequested, this, [this, &sweep](const QString &ending) {
        if (sweep.result())
            ask(ending, [this, result = *sweep.result()](const QString &name) {
                m_exporter->exportSweep(result, name);
            });
    });
}

void ExportConnection::connectAudit(AuditPage &audit)
{
    connect(&audit, &AuditPage::exportRequested, this, [this, &audit](const QString &ending) {
        if (audit.result())
            ask(ending, [this, result = *audit.result()](const QString &name) {
                m_exporter->exportAudit(result, name);
            });
    });
}

} // namespace ui
