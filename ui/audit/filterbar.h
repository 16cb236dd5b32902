// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"

#include <QWidget>

#include <array>

class QToolButton;

namespace ui {

/// Which part of a result is shown, each with how many checks there are of it - or which checks are to be made the next
/// time. Thread: GUI.
class FilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)

public:
    enum Part { Choice, All, Failed, Unknown, Passed };

    explicit FilterBar(QWidget *parent = nullptr);

    void setResult(const experiment::AuditResult &result);
    void setPart(Part part);

Q_SIGNALS:
    /// By the user.
    void chosen(ui::FilterBar::Part part);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    std::array<QToolButton *, Passed + 1> m_buttons{};
};

} // namespace ui
