// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"
#include "ui/sweep/sweepsettings.h"

#include <QWidget>

#include <optional>

class QAction;
class QGridLayout;
class QScrollArea;

namespace ui {

class SweepCard;
class SweepPlots;
class SweepSetup;
class SweepTableCard;

/// How does the server stand many uploads at once? Set a sweep up, watch it level by level, read what it found. Says by
/// signals what the user wants and shows what it is told; knows no engine. Set-up, verdict and plots stand side by side
/// where there is room, the table below; it scrolls rather than cut a card. Thread: GUI.
class SweepPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepPage)

public:
    explicit SweepPage(QWidget *parent = nullptr);

    [[nodiscard]] SweepSettings settings() const;
    void setSettings(const SweepSettings &settings);

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Of the last sweep. It is kept when the window moves on to another address, and then says whose it is, until the next
    /// sweep begins; a person may close it before.
    [[nodiscard]] const std::optional<experiment::SweepResult> &result() const { return m_result; }
    /// For the window's menu.
    [[nodiscard]] QAction *startAction() const { return m_start; }

public Q_SLOTS:
    /// An empty address: none.
    void setServer(const QString &address);
    /// Uploads of the queue, which wait for a running sweep - and it for those that run.
    void setUploads(int waiting, int running);
    /// Why no sweep can begin now; empty: one can.
    void setObstacle(const QString &why);
    /// It was asked for; progress follows.
    void showStarted();
    void showProgress(const experiment::SweepProgress &progress);
    void showResult(const experiment::SweepResult &result);
    /// The sweep is over and found nothing to show.
    void showDropped();

Q_SIGNALS:
    /// Only what is set up here is filled in.
    void startRequested(const experiment::SweepPlan &plan);
    void cancelRequested();
    void sampleRequested();
    /// Of the shown result; "html", "md", "json", "csv".
    void exportRequested(const QString &ending);
    void copyRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Columns { One, Two, Three };

    void build();
    void buildActions();
    void connectParts();
    void arrange(Columns columns);
    void fitHeight();
    void start();
    void cancel();
    void refresh();
    void showNothing();
    void showLast();
    void closeResult();
    void showLevels(std::span<const experiment::SweepLevel> levels, const QString &placeholder);
    /// Whether the result is of the present server.
    [[nodiscard]] bool isOfServer() const;
    /// Of the result that is shown, unless it is the present server's; or empty.
    [[nodiscard]] QString foreignAddress() const;

    SweepSetup *m_setup;
    SweepCard *m_card;
    SweepPlots *m_plots;
    SweepTableCard *m_table;
    QScrollArea *m_scroll;
    QWidget *m_content; ///< What scrolls.
    QGridLayout *m_grid = nullptr;
    QAction *m_start;
    QAction *m_cancel;
    std::optional<Columns> m_columns;

    QString m_server;
    QString m_obstacle;
    int m_waitingUploads = 0;
    int m_runningUploads = 0;
    bool m_isRunning = false;
    bool m_isStopping = false;
    std::shared_ptr<const std::vector<experiment::SweepLevel>> m_measured; ///< That are drawn while it runs.
    std::optional<experiment::SweepResult> m_result;
    bool m_isClosed = false; ///< The result is not shown any more.
};

} // namespace ui
