// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

class ExportMenu;
class FindingDetails;
class OriginBar;
class VerdictBox;
class WholeRowsArea;

/// The card that says what an audit came to, or how it gets on, and below it everything about one check. The buttons stay in
/// sight; what is above them scrolls where there is no room for all of it. Thread: GUI.
class AuditCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuditCard)

public:
    explicit AuditCard(QWidget *parent = nullptr);

    /// No server is known.
    void showNoServer();
    /// Nothing was audited yet, or what was is closed: then it can be shown again.
    void showIdle(bool hasClosed);
    /// Started, and waiting for so many uploads to end.
    void showWaiting(int uploads);
    /// Started; progress follows.
    void showStarting();
    void showProgress(const experiment::AuditProgress &progress);
    void showResult(const experiment::AuditResult &result);
    /// Which address the shown result is of; empty: the window's own, which needs no saying.
    void setOrigin(const QString &address);
    /// Below, with what it found if there is a result; an unknown id: nothing.
    void showCheck(const QString &id);

    /// Off: as tall as all of it.
    void setScrolling(bool on);
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void sampleRequested();
    /// The result shall go, or come back.
    void closeRequested();
    void reopenRequested();
    void referenceRequested(const QUrl &url);
    /// "html", "md", "json", "xml".
    void exportRequested(const QString &ending);
    void copyRequested();

private:
    void build();
    void buildButtons();
    void hideParts();
    void updateElapsed();

    OriginBar *m_origin;
    VerdictBox *m_box;
    QProgressBar *m_bar;
    QLabel *m_elapsed;
    WholeRowsArea *m_scroll;
    FindingDetails *m_details;
    QLabel *m_notes; ///< Under which conditions it was found.
    QPushButton *m_sample;
    QPushButton *m_reopen;
    QPushButton *m_export;
    ExportMenu *m_menu;
    std::optional<experiment::AuditResult> m_result;
    QTimer m_tick; ///< A check may take minutes and say nothing meanwhile.
    QElapsedTimer m_sinceProgress;
    std::chrono::milliseconds m_elapsedThen{0};
};

} // namespace ui
