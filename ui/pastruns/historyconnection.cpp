// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pastruns/historyconnection.h"

#include "core/report/openedrun.h"
#include "core/report/runtokeep.h"
#include "ui/export/exportconnection.h"
#include "ui/export/exporter.h"
#include "ui/frame/messagebar.h"
#include "ui/history/historypage.h"
#include "ui/models/runtext.h"

#include <QDesktopServices>
#include <QUrl>

namespace ui {

using base::Done;
using base::Error;
using base::Result;
using report::Format;
using session::KeptRun;
using session::OpenedRun;
using session::RunKeeper;
using session::RunList;

HistoryConnection::HistoryConnection(HistoryPage &page, RunKeeper &keeper, ExportConnection &exports,
                                     MessageBar &message, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_keeper(keeper)
    , m_exports(exports)
    , m_message(message)
    , m_pages(new Exporter(this))
{
    if (!keeper.isKeeping())
        page.setOff();
    connectKeeper();
    connectEdits();
    connect(&page, &HistoryPage::openRequested, this, &HistoryConnection::open);
    connect(&page, &HistoryPage::exportRequested, this, &HistoryConnection::exportRun);
    connect(m_pages, &Exporter::exported, this,
            [](const QString &file) { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
    connect(m_pages, &Exporter::failed, this,
            [this](const QString &, const Error &error) { sayUnread(error); });
}

HistoryConnection::~HistoryConnection() = default;

void HistoryConnection::connectKeeper()
{
    connect(&m_page, &HistoryPage::runsWanted, this, [this](int question, const session::RunFilter &filter) {
        m_keeper.list(filter, this, [this, question](const Result<RunList> &list) {
            if (list)
                m_page.takeRuns(question, *list);
            else
                m_page.showFailure(tr("The history cannot be read."), list.error().message);
        });
    });
    connect(&m_page, &HistoryPage::formatsWanted, this, [this](const KeptRun &run) {
        m_keeper.open(run.id, {}, this, [this](const Result<OpenedRun> &opened) {
            if (opened)
                m_page.takeFormats(opened->run.id,
                                   report::reportFormats(opened->run.command, opened->formats));
        });
    });
    connect(&m_keeper, &RunKeeper::kept, &m_page, &HistoryPage::reload);
    connect(&m_keeper, &RunKeeper::movedAside, this, [this](const QString &name, qint64 salvaged) {
        QStringList details{tr("The damaged one is kept as %1.").arg(name)};
        if (salvaged > 0)
            details += tr("%n run(s) of it could still be read, and are in the new one.", nullptr,
                          static_cast<int>(salvaged));
        m_message.showMessage(Tone::Warn, tr("The history was damaged, and a new one is begun."), details);
    });
    connect(&m_keeper, &RunKeeper::notKept, this, [this](const Error &error) {
        if (std::exchange(m_hasComplained, true))
            return;
        m_message.showMessage(Tone::Warn, tr("Runs are not kept in the history."),
                              {error.message, tr("Everything else goes on.")});
    });
}

void HistoryConnection::connectEdits()
{
    const auto reload = [this](const QString &headline) {
        return [this, headline](const Result<Done> &done) {
            if (!done)
                m_page.showFailure(headline, done.error().message);
            m_page.reload();
        };
    };
    const QString notMarked = tr("The run could not be marked.");
    connect(&m_page, &HistoryPage::tagsEdited, this,
            [this, reload, notMarked](qint64 id, const QStringList &tags) {
                m_keeper.setTags(id, tags, this, reload(notMarked));
            });
    connect(&m_page, &HistoryPage::noteEdited, this,
            [this, reload, notMarked](qint64 id, const QString &note) {
                m_keeper.setNote(id, note, this, reload(notMarked));
            });
    connect(&m_page, &HistoryPage::removeRequested, this, [this](const QList<qint64> &ids) {
        m_keeper.remove(ids, this, [this, count = static_cast<int>(ids.size())](const Result<Done> &done) {
            if (done)
                m_page.showRemoved(count);
            else
                m_page.showFailure(tr("Nothing was deleted."), done.error().message);
            m_page.reload();
        });
    });
    connect(&m_page, &HistoryPage::restoreRequested, this, [this] {
        m_keeper.restore(this, [this](const Result<Done> &done) {
            if (done)
                m_page.showRestored();
            else
                m_page.showFailure(tr("Nothing was brought back."), done.error().message);
            m_page.reload();
        });
    });
}

void HistoryConnection::open(const KeptRun &run)
{
    const QStringList formats = report::checkDocuments()
        + QStringList{toKey(Format::Json), toKey(Format::Html), toKey(Format::Markdown),
                      QStringLiteral("text")};
    m_keeper.open(run.id, formats, this, [this](const Result<OpenedRun> &opened) {
        if (opened)
            showRun(*opened);
        else
            sayUnread(opened.error());
    });
}

void HistoryConnection::showRun(const OpenedRun &opened)
{
    if (opened.run.command == QLatin1StringView("check")) {
        // What an earlier version kept is not whole; it has its page.
        if (const auto result = report::checkFromDocuments(opened.documents)) {
            Q_EMIT checkOpened(*result);
            return;
        }
    }
    if (report::reportFormats(opened.run.command, opened.formats).contains(Format::Html)
        && m_folder.isValid())
        showPage(opened);
    else
        showText(opened);
}

void HistoryConnection::showPage(const OpenedRun &opened)
{
    m_pages->exportDocument(
        [opened] { return report::reportOf(opened, Format::Html); },
        {m_folder.filePath(QStringLiteral("run-%1.html").arg(opened.run.id)), Format::Html});
}

void HistoryConnection::showText(const OpenedRun &opened)
{
    const session::RunToKeep run{opened.run, opened.documents};
    const QByteArray *said = run.find(QLatin1StringView("text"));
    if (!said)
        said = run.find(QLatin1StringView("md"));
    m_page.showText(opened.run, said ? QString::fromUtf8(*said) : opened.run.sentence);
}

/// Its documents are read when it is known which one is wanted: they may be large.
void HistoryConnection::exportRun(const KeptRun &run, Format format)
{
    m_keeper.open(run.id, {}, this, [this, format](const Result<OpenedRun> &opened) {
        if (opened)
            m_exports.ask(
                format, [this, id = opened->run.id](const report::ExportFile &file) { write(id, file); },
                report::reportFormats(opened->run.command, opened->formats));
        else
            sayUnread(opened.error());
    });
}

void HistoryConnection::write(qint64 run, const report::ExportFile &file)
{
    m_keeper.open(
        run, report::reportDocuments(file.format), this, [this, file](const Result<OpenedRun> &opened) {
            if (opened)
                m_exports.exportDocument(
                    [run = *opened, format = file.format] { return report::reportOf(run, format); }, file);
            else
                sayUnread(opened.error());
        });
}

void HistoryConnection::sayUnread(const Error &error)
{
    m_page.showFailure(tr("The run cannot be opened."), error.message);
}

} // namespace ui
