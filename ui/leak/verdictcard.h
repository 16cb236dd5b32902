// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "ui/common/resultcard.h"

namespace ui {

class ResourceRows;
class StackList;

/// What the check found, on a ResultCard: whose doing it is, and each resource. Thread: GUI.
class VerdictCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictCard)

public:
    explicit VerdictCard(QWidget *parent = nullptr);

    void showProgress(const experiment::CheckProgress &progress);
    void showResult(const experiment::CheckResult &result);
    /// Whether results can be compared with others. At first they cannot.
    void setComparable(bool on);

    /// With what it shows as long as there is nothing to show, and what can be done with a result.
    [[nodiscard]] ResultCard &card() { return *m_card; }

Q_SIGNALS:
    void flameGraphRequested();
    void compareRequested();

private:
    ResourceRows *m_rows;
    StackList *m_stack;
    QPushButton *m_flame;
    QPushButton *m_compare;
    ResultCard *m_card;
    bool m_isComparable = false;
};

} // namespace ui
