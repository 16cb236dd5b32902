// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/checkcomparison.h"
#include "core/report/format.h"

#include <QWidget>

#include <optional>

class QAction;
class QMenu;
class QPushButton;

namespace ui {

class CompareRows;
class VerdictBox;
class WholeRowsArea;

/// Two leak checks, before and after a change: one sentence in large type, and below it what each left behind, with the
/// difference in the middle. Says by signals what is wanted of it. Thread: GUI.
class ComparePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparePage)

public:
    explicit ComparePage(QWidget *parent = nullptr);

    /// What is shown; nothing before the first.
    [[nodiscard]] const std::optional<report::CheckComparison> &comparison() const { return m_comparison; }

    /// `hasProfiles`: both have some that can be laid over each other. Takes the focus if the page is to be seen.
    void showComparison(const report::CheckComparison &comparison, bool hasProfiles);

Q_SIGNALS:
    void closeRequested();
    void flameGraphRequested();
    void exportRequested(report::Format format);
    void copyRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildMenu();

    std::optional<report::CheckComparison> m_comparison;
    QPushButton *m_flame; // In the order of Tab.
    QPushButton *m_export;
    QPushButton *m_back;
    VerdictBox *m_box;
    WholeRowsArea *m_scroll;
    CompareRows *m_rows;
    QMenu *m_menu;
};

} // namespace ui
