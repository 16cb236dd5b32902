// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"

#include <QUrl>
#include <QVariantMap>
#include <QWidget>

#include <optional>

class QAction;

namespace ui {

class AuditCard;
class AuditSetup;
class ChecksCard;

/// What does the server make of uploads that are wrong? Choose checks and bounds, watch them, read what each found and what
/// to do about it. Says by signals what the user wants and shows what it is told; knows no engine. Three columns where there
/// is room, fewer where there is not; scrolls rather than cut a card. Thread: GUI.
class AuditPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuditPage)

public:
    explicit AuditPage(QWidget *parent = nullptr);

    /// What is set up: checks, bounds and folder.
    [[nodiscard]] experiment::AuditPlan plan() const;
    /// The same for the next start of the program.
    [[nodiscard]] QVariantMap saved() const;
    void restore(const QVariantMap &saved);

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Of the last audit. It is kept when the window moves on to another address, and then says whose it is, until the next
    /// audit begins; a person may close it before.
    [[nodiscard]] const std::optional<experiment::AuditResult> &result() const { return m_result; }
    /// For the window's menu.
    [[nodiscard]] QAction *startAction() const { return m_start; }

public Q_SLOTS:
    /// An empty address: none.
    void setServer(const QUrl &url);
    /// Uploads of the queue that still run; an audit waits for them.
    void setUploadsRunning(int running);
    /// Why no audit can begin now; empty: one can.
    void setObstacle(const QString &why);
    /// It was asked for; progress follows.
    void showStarted();
    void showProgress(const experiment::AuditProgress &progress);
    void showResult(const experiment::AuditResult &result);
    /// The audit is over and found nothing to show.
    void showDropped();

Q_SIGNALS:
    /// Only what is set up here is filled in.
    void startRequested(const experiment::AuditPlan &plan);
    void cancelRequested();
    void sampleRequested();
    /// Something to read about a check.
    void referenceRequested(const QUrl &url);
    /// Of the shown result; "html", "md", "json", "xml" for JUnit.
    void exportRequested(const QString &ending);
    void copyRequested();

private:
    void build();
    void connectParts();
    void start();
    void cancel();
    void refresh();
    void showNothing();
    void closeResult();
    void showLast();
    /// Whether the result is of the present server.
    [[nodiscard]] bool isOfServer() const;
    /// Of the result that is shown, unless it is the present server's; or empty.
    [[nodiscard]] QString foreignAddress() const;

    AuditSetup *m_setup;
    ChecksCard *m_checks;
    AuditCard *m_card;
    QAction *m_start;
    QAction *m_cancel;

    QUrl m_server;
    QString m_obstacle;
    int m_runningUploads = 0;
    bool m_isRunning = false;
    bool m_isStopping = false;
    std::optional<experiment::AuditResult> m_result;
    bool m_isClosed = false; ///< The result is not shown any more.
};

} // namespace ui
