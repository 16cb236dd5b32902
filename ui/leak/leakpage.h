// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "ui/leak/checksettings.h"

#include <QVariantMap>
#include <QWidget>

#include <optional>

class QAction;

namespace ui {

class CheckSetup;
class FloorCard;
class VerdictCard;

/// Does the server leak? Set a check up, watch it, read what it found. Says by signals what the user wants and shows what
/// it is told; knows no engine. Three columns where there is room, fewer where there is not; scrolls rather than cut
/// a card. Thread: GUI.
class LeakPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeakPage)

public:
    explicit LeakPage(QWidget *parent = nullptr);

    [[nodiscard]] CheckSettings settings() const;
    void setSettings(const CheckSettings &settings);
    /// What is set up, for the next start of the program.
    [[nodiscard]] QVariantMap saved() const;
    void restore(const QVariantMap &saved);

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Of the last check. It is kept when the window moves on to another address, and then says whose it is, until the next
    /// check begins; a person may close it before.
    [[nodiscard]] const std::optional<experiment::CheckResult> &result() const { return m_result; }
    /// Whether the window knows other checks to compare a result with; it does not at first.
    void setComparable(bool on);
    /// For the window's menu.
    [[nodiscard]] QAction *startAction() const { return m_start; }

public Q_SLOTS:
    /// An empty address: none.
    void setServer(const QString &address);
    /// Uploads of the queue, which wait for a running check - and it for those that run.
    void setUploads(int waiting, int running);
    /// Why no check can begin now; empty: one can.
    void setObstacle(const QString &why);
    /// It was asked for; progress follows.
    void showStarted();
    void showProgress(const experiment::CheckProgress &progress);
    void showResult(const experiment::CheckResult &result);
    /// One of the history, and says so. Ignored while a check is under way.
    void showKept(const experiment::CheckResult &result);
    /// The check is over and found nothing to show.
    void showDropped();

Q_SIGNALS:
    /// Only what is set up here is filled in.
    void startRequested(const experiment::CheckPlan &plan);
    void cancelRequested();
    void sampleRequested();
    /// The profiles of the shown check, and the uploads between them.
    void flameGraphRequested(const experiment::CheckProfiles &profiles, double uploads);
    /// The shown result shall be compared with another one.
    void compareRequested();
    /// Of the shown result; "html", "pdf", "md", "json", "csv".
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
    /// Of the result that is shown, unless it is the present server's and of now; or empty.
    [[nodiscard]] QString foreignAddress() const;
    void sayOrigin();

    CheckSetup *m_setup;
    FloorCard *m_floors;
    VerdictCard *m_verdict;
    QAction *m_start;
    QAction *m_cancel;

    QString m_server;
    QString m_obstacle;
    int m_waitingUploads = 0;
    int m_runningUploads = 0;
    bool m_isRunning = false;
    bool m_isStopping = false;
    std::optional<experiment::CheckResult> m_result;
    bool m_isKept = false; ///< The result is one of the history.
    bool m_isClosed = false; ///< The result is not shown any more.
};

} // namespace ui
