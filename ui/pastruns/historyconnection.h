// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/report/exportfile.h"
#include "core/session/runkeeper.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace ui {

class Exporter;
class ExportConnection;
class HistoryPage;
class MessageBar;

/// Between the History page and the kept runs: brings it the list, has marks and deletions done, opens runs and writes their
/// reports. Runs that cannot be kept are one message in the window. Thread: GUI. All collaborators outlive it.
class HistoryConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryConnection)

public:
    HistoryConnection(HistoryPage &page, session::RunKeeper &keeper, ExportConnection &exports,
                      MessageBar &message, QObject *parent = nullptr);
    ~HistoryConnection() override;

Q_SIGNALS:
    /// A leak check was opened. Runs of other kinds are shown in the browser, or as text on the page.
    void checkOpened(const experiment::CheckResult &result);

private:
    void connectKeeper();
    void connectEdits();
    void open(const session::KeptRun &run);
    void showRun(const session::OpenedRun &opened);
    void showPage(const session::OpenedRun &opened);
    void showText(const session::OpenedRun &opened);
    void exportRun(const session::KeptRun &run, report::Format format);
    void write(qint64 run, const report::ExportFile &file);
    void sayUnread(const base::Error &error);

    HistoryPage &m_page;
    session::RunKeeper &m_keeper;
    ExportConnection &m_exports;
    MessageBar &m_message;
    Exporter *m_pages; ///< Writes those for the browser.
    QTemporaryDir m_folder; ///< Theirs; goes with the program.
    bool m_hasComplained = false; ///< That runs cannot be kept is said once.
};

} // namespace ui
