// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/exportconnection.h"

#include "ui/leak/leakpage.h"
#include "ui/mainwindow/exportdialog.h"
#include "ui/mainwindow/exporter.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uploads/uploadspage.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>

namespace ui {

using session::Session;

namespace {

QString endingFor(report::Format format)
{
    switch (format) {
    case report::Format::JUnit:
        return QStringLiteral("xml");
    case report::Format::Paper:
        return QStringLiteral("pdf");
    default:
        return toKey(format);
    }
}

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

ExportConnection::ExportConnection(const Place &place, WindowActions &actions, UploadsPage &uploads,
                                   LeakPage &leak, Session &session, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_exporter(new Exporter(this))
{
    connectSession(session);
    connectActions(actions);
    connectUploads(uploads);
    connectLeak(leak);
    connect(m_exporter, &Exporter::exported, this, [this](const QString &fileName) {
        m_place.message.showMessage(Tone::Good, tr("The report is written."), {fileName});
        m_place.message.offer(tr("Open"),
                              [fileName] { QDesktopServices::openUrl(QUrl::fromLocalFile(fileName)); });
    });
    connect(m_exporter, &Exporter::failed, this, [this](const QString &fileName, const base::Error &error) {
        m_place.message.showError(errorText(error, Task::Export, QFileInfo(fileName).fileName()));
    });
}

void ExportConnection::exportTo(const QString &fileName)
{
    m_exporter->exportTo(fileName);
}

void ExportConnection::exportDocument(report::Format format,
                                      const std::function<base::Result<QByteArray>()> &make)
{
    const QString ending = endingFor(format);
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
    const auto ask = [this](const QAction *action, const QString &ending) {
        connect(action, &QAction::triggered, this, [this, ending] {
            askForExport(m_place.window, m_place.settings, ending, filterFor(ending),
                         [this](const QString &fileName) { exportTo(fileName); });
        });
    };
    ask(actions.exportHtml, QStringLiteral("html"));
    ask(actions.exportPdf, QStringLiteral("pdf"));
    ask(actions.exportMarkdown, QStringLiteral("md"));
    ask(actions.exportJson, QStringLiteral("json"));
    ask(actions.exportCsv, QStringLiteral("csv"));
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

void ExportConnection::connectLeak(LeakPage &leak)
{
    connect(&leak, &LeakPage::exportRequested, this, [this, &leak](const QString &ending) {
        if (!leak.result())
            return;
        askForExport(
            m_place.window, m_place.settings, ending, filterFor(ending),
            [this, result = *leak.result()](const QString &name) { m_exporter->exportCheck(result, name); });
    });
}

} // namespace ui
