// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace ui {

class ExportMenu;
class OriginBar;
class ResourceRows;
class StackList;
class VerdictBox;
class WholeRowsArea;

/// The card that says what the check found: verdict, whose doing it is, resources, notes, and what can be done with it.
/// The buttons stay in sight; what is above them scrolls where there is no room for all of it. Thread: GUI.
class VerdictCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictCard)

public:
    explicit VerdictCard(QWidget *parent = nullptr);

    /// No server is known.
    void showNoServer();
    /// Nothing was checked yet, or what was is closed: then it can be shown again.
    void showIdle(bool hasClosed);
    /// Started, and waiting for so many uploads to end.
    void showWaiting(int uploads);
    void showProgress(const experiment::CheckProgress &progress);
    void showResult(const experiment::CheckResult &result);
    /// Where the shown result comes from, if that needs saying: a headline, and which address it is of; empty: it does not.
    void setOrigin(const QString &headline, const QString &address);
    /// Whether results can be compared with others. At first they cannot.
    void setComparable(bool on);

    /// In the menu of what can be done with a result, last.
    void addExport(QAction *action);
    /// Off: as tall as all of it.
    void setScrolling(bool on);
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void sampleRequested();
    /// The result shall go, or come back.
    void closeRequested();
    void reopenRequested();
    void flameGraphRequested();
    void compareRequested();
    /// "html", "pdf", "md", "json", "csv".
    void exportRequested(const QString &ending);
    void copyRequested();

private:
    void build();
    void buildButtons();
    void hideParts();

    OriginBar *m_origin;
    WholeRowsArea *m_scroll;
    VerdictBox *m_box;
    ResourceRows *m_rows;
    StackList *m_stack;
    QLabel *m_notes;
    QPushButton *m_sample;
    QPushButton *m_reopen;
    QPushButton *m_flame;
    QPushButton *m_compare;
    bool m_isComparable = false;
    QPushButton *m_export;
    ExportMenu *m_menu;
};

} // namespace ui
