// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profilecontent.h"

#include <QWidget>

namespace ui {

/// What the colours of a flame graph mean, in words. Thread: GUI. Its accessible name says the same.
class FlameLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlameLegend)

public:
    explicit FlameLegend(QWidget *parent = nullptr);

    void setContent(const pprof::ProfileContent &content);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        QString text;
        QColor light;
        QColor dark;
    };

    QList<Entry> m_entries;
};

} // namespace ui
