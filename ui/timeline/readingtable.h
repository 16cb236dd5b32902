// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace ui {

class TimelineData;
class ReadingModel;

/// The timeline's numbers in place of its charts, for those who cannot see them or want to read them: a sentence that says
/// of which time, and a table. Ctrl+C copies the selected rows as text.
/// Thread: GUI. Draws only when it is told to show something.
class ReadingTable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingTable)

public:
    static constexpr size_t mostRows = 5'000;

    explicit ReadingTable(QWidget *parent = nullptr);

    void showRange(const TimelineData &timeline, const base::TimeRange &range);
    /// The selected rows, or all if none is.
    [[nodiscard]] QString asText() const;
    [[nodiscard]] const QTableView &view() const { return *m_view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy() const;
    void fitToFont();

    ReadingModel *m_model;
    QLabel *m_caption;
    QTableView *m_view;
};

} // namespace ui
