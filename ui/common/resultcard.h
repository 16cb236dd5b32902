// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/format.h"
#include "ui/common/verdictbox.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace ui {

class ExportMenu;
class OriginBar;
class WholeRowsArea;

/// The card that says what a measurement came to, or how it gets on: the verdict, below it what was found in particular and
/// what else has to be known, and what can be done with it; above, if that needs saying, whose result it is. The buttons
/// stay in sight; what is above them scrolls where there is no room for all of it. Thread: GUI.
class ResultCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResultCard)

public:
    /// What is said of this kind of measurement only.
    struct Texts
    {
        QString name; ///< Read aloud: "What the check found".
        QString elsewhere; ///< Over another address's result.
        QString noServer; ///< What to do as long as there is none.
        QString sample; ///< What the sample server is for.
        VerdictText idle; ///< Before the first one.
        QString waiting; ///< Why uploads of the queue have to end before.
        QString exports; ///< What a report is for.
    };
    /// What this kind of measurement has of its own. Become the card's.
    struct Parts
    {
        QList<QWidget *> findings; ///< Below the verdict; gone whenever another one is shown.
        QWidget *details = nullptr; ///< Below them; stays as it is.
        QPushButton *left = nullptr; ///< Of "Export report"; goes with the findings.
        QPushButton *right = nullptr;
    };

    ResultCard(const Texts &texts, const Parts &parts, QWidget *parent = nullptr);

    /// No server is known.
    void showNoServer();
    /// Nothing was measured yet, or what was is closed: then it can be shown again.
    void showIdle(bool hasClosed);
    /// Started, and waiting for so many uploads to end.
    void showWaiting(int uploads);
    /// How it gets on: the verdict alone, until findings are shown below.
    void showVerdict(const VerdictText &text);
    /// In the end: with its notes, and it can be exported.
    void showResult(const VerdictText &text);
    /// Which address the shown result is of; empty: the window's own, which needs no saying. The headline says what else
    /// it is than another address's.
    void setOrigin(const QString &address, const QString &headline = {});

    /// In the menu of what can be done with a result, last.
    void addExport(QAction *action);
    /// Off: as tall as all of it.
    void setScrolling(bool on);
    void scrollToTop();
    [[nodiscard]] QLabel &notes() { return *m_notes; }
    [[nodiscard]] QString sentence() const { return m_box->text().sentence; }

Q_SIGNALS:
    void sampleRequested();
    /// The result shall go, or come back.
    void closeRequested();
    void reopenRequested();
    void exportRequested(report::Format format);
    void copyRequested();

private:
    void build();
    void buildButtons();

    Texts m_texts;
    Parts m_parts;
    OriginBar *m_origin;
    WholeRowsArea *m_scroll;
    VerdictBox *m_box;
    QLabel *m_notes;
    QPushButton *m_sample;
    QPushButton *m_reopen;
    QPushButton *m_export;
    ExportMenu *m_menu;
};

} // namespace ui
