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

using report::ExportFile;
using report::Format;
using session::Session;

namespace {

QString filterFor(Format format)
{
    switch (format) {
    case Format::Html:
        return ExportConnection::tr("Web pages (*.html)");
    case Format::Paper:
        return ExportConnection::tr("PDF (*.pdf)");
    case Format::Json:
        return ExportConnection::tr("JSON (*.json)");
    case Format::Csv:
        return ExportConnection::tr("Comma-separated values (*.csv)");
    case Format::JUnit:
        return ExportConnection::tr("JUnit (*.xml)");
    case Format::Markdown:
        return ExportConnection::tr("Markdown (*.md)");
    }
    Q_UNREACHABLE();
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
    connectPage(pages.leak, &Exporter::exportCheck);
    connectPage(pages.sweep, &Exporter::exportSweep);
    connectPage(pages.audit, &Exporter::exportAudit);
    connect(m_exporter, &Exporter::exported, this, [this](const QString &fileName) {
        m_place.message.showMessage(Tone::Good, tr("The report is written."),
                                    QStringList{fileName} + m_notes.take(fileName));
        m_place.message.offer(tr("Open"),
                              [fileName] { QDesktopServices::openUrl(QUrl::fromLocalFile(fileName)); });
    });
    connect(m_exporter, &Exporter::failed, this, [this](const QString &fileName, const base::Error &error) {
        m_notes.remove(fileName);
        m_place.message.showError(errorText(error, Task::Export, QFileInfo(fileName).fileName()));
    });
}

void ExportConnection::exportTo(const ExportFile &file)
{
    if (m_range) {
        const RangeText text = rangeText(*m_range);
        m_notes[file.name]
            += tr("It covers only what is selected: %1 to %2, %3.").arg(text.from, text.to, text.duration);
    }
    m_exporter->exportTo(file, m_range);
}

void ExportConnection::exportDocument(const std::function<base::Result<QByteArray>()> &make,
                                      const ExportFile &file)
{
    m_exporter->exportDocument(make, file);
}

void ExportConnection::ask(Format chosen, const Write &write, const QList<Format> &possible)
{
    askForExport(m_place.window, m_place.settings, report::endingOf(chosen), filterFor(chosen),
                 [this, chosen, write, possible](const QString &typed) {
                     const ExportFile file = report::fileToWrite(
                         typed, chosen,
                         std::span(possible.constData(), static_cast<size_t>(possible.size())));
                     noteOther(file.name, file.format == chosen ? QString() : report::endingOf(chosen));
                     write(file);
                 });
}

/// `chosen`: the ending that the file would have; empty: it has it.
void ExportConnection::noteOther(const QString &fileName, const QString &chosen)
{
    m_notes.remove(fileName); // of an earlier one, which never came to its end
    if (!chosen.isEmpty())
        m_notes[fileName] += tr("It was written as .%1 and not as .%2, because that is how its name ends.")
                                 .arg(QFileInfo(fileName).suffix(), chosen);
}

void ExportConnection::connectSession(Session &session)
{
    connect(m_exporter, &Exporter::snapshotNeeded, &session, &Session::requestSnapshot, Qt::QueuedConnection);
    connect(&session, &Session::snapshotReady, m_exporter, &Exporter::take, Qt::QueuedConnection);
}

void ExportConnection::connectActions(const WindowActions &actions)
{
    connect(actions.exports, &FormatActions::chosen, this,
            [this](Format format) { ask(format, [this](const ExportFile &file) { exportTo(file); }); });
}

void ExportConnection::connectUploads(UploadsPage &uploads)
{
    const QString table = report::endingOf(Format::Csv);
    connect(
        &uploads, &UploadsPage::exportFailedRequested, this,
        [this, table](const transfer::FailureReason &reason, const QString &ending) {
            askForExport(
                m_place.window, m_place.settings, ending,
                ending == table ? filterFor(Format::Csv) : tr("Paths, one a line (*.txt)"),
                [this, reason, ending, table](const QString &typed) {
                    const QString name = report::fileToWrite(typed, ending, {table, QStringLiteral("txt")});
                    const bool isChosen = name.endsWith(u'.' + ending, Qt::CaseInsensitive);
                    noteOther(name, isChosen ? QString() : ending);
                    m_exporter->exportFailed(reason, name);
                });
        });
}

template <typename Page, typename Result>
void ExportConnection::connectPage(Page &page, void (Exporter::*write)(const Result &, const ExportFile &))
{
    connect(&page, &Page::exportRequested, this, [this, &page, write](Format format) {
        if (page.result())
            ask(format, [this, write, result = *page.result()](const ExportFile &file) {
                (m_exporter->*write)(result, file);
            });
    });
}

} // namespace ui
