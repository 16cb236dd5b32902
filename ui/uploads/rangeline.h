// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace ui {

class ElidedLabel;

/// A line above the queue that says why not all of it is there: "Uploads between 14:02:10 and 14:03:40 – 37 of 1,204", with a
/// button to show all. It is there while a range is set. Thread: GUI.
class RangeLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeLine)

public:
    explicit RangeLine(QWidget *parent = nullptr);

    void setRange(const std::optional<base::TimeRange> &range);
    void setCounts(int shown, int all);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void showAllRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    ElidedLabel *m_text;
    std::optional<base::TimeRange> m_range;
    int m_shown = 0;
    int m_all = 0;
};

} // namespace ui
