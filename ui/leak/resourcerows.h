// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/leak/verdicttext.h"

#include <QWidget>

class QGridLayout;

namespace ui {

/// A line for each resource: its name, the verdict on it, the amount per upload. As tall as its rows. Thread: GUI.
class ResourceRows final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResourceRows)

public:
    explicit ResourceRows(QWidget *parent = nullptr);

    void setRows(const std::vector<ResourceRow> &rows);
    [[nodiscard]] const std::vector<ResourceRow> &rows() const { return m_rows; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fill(int row);

    std::vector<ResourceRow> m_rows;
    QGridLayout *m_grid;
};

} // namespace ui
