// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"

#include <QWidget>

#include <array>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

class ExportMenu;
class FindingRow;
class OriginBar;
class VerdictBox;
struct VerdictText;

/// The card that says what a sweep does and, in the end, what it found: verdict, bottleneck, amplification, failures, and
/// what can be done with it. As tall as all of it. Thread: GUI.
class SweepCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepCard)

public:
    explicit SweepCard(QWidget *parent = nullptr);

    /// No server is known.
    void showNoServer();
    /// Nothing was measured yet, or what was is closed: then it can be shown again.
    void showIdle(bool hasClosed);
    /// Started, and waiting for so many uploads to end.
    void showWaiting(int uploads);
    void showProgress(const experiment::SweepProgress &progress);
    void showResult(const experiment::SweepResult &result);
    /// Which address the shown result is of; empty: the window's own, which needs no saying.
    void setOrigin(const QString &address);
    /// What is to be known beside the progress; empty: nothing.
    void setNotice(const QString &text);
    /// In the menu of what can be done with a result, last.
    void addExport(QAction *action);

Q_SIGNALS:
    void sampleRequested();
    /// The result shall go, or come back.
    void closeRequested();
    void reopenRequested();
    /// "html", "md", "json", "csv".
    void exportRequested(const QString &ending);
    void copyRequested();

private:
    void build();
    void connectParts();
    /// The verdict alone.
    void showOnly(const VerdictText &text);

    OriginBar *m_origin;
    VerdictBox *m_box;
    std::array<FindingRow *, 2> m_findings;
    QProgressBar *m_bar;
    QLabel *m_phase;
    QLabel *m_notice;
    QLabel *m_notes;
    QPushButton *m_sample;
    QPushButton *m_reopen;
    QPushButton *m_export;
    ExportMenu *m_menu;
};

} // namespace ui
