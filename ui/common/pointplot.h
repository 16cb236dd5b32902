// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

/// A plot whose points are read one at a time: under the pointer, or by the arrow keys, Home and End, and then aloud, too. What
/// it draws is its own; the words while there is nothing to draw and the frame of the focus are the same for all.
/// Thread: GUI.
class PointPlot : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PointPlot)

public:
    explicit PointPlot(QWidget *parent = nullptr);

    /// Shown in the middle while there is nothing to draw.
    void setPlaceholder(const QString &text);

    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Counted from 0; -1, or a point that there is not: none. No signal.
    void choose(int point);

Q_SIGNALS:
    /// By a person; -1: none any more.
    void chosen(int point);

protected:
    [[nodiscard]] int chosenPoint() const { return m_chosen; } ///< -1: none.

    [[nodiscard]] virtual int pointCount() const = 0;
    /// The one to read with the pointer there, in the widget's pixels; -1: none is near enough. Asked only if there are some.
    [[nodiscard]] virtual int pointAt(double x) const = 0;
    /// What is read aloud of the chosen one.
    [[nodiscard]] virtual QString spokenPoint() const = 0;
    /// Whether there is nothing to draw.
    [[nodiscard]] virtual bool isEmpty() const = 0;
    /// With the small font set, and nothing made smooth yet.
    virtual void paintChart(QPainter &painter) = 0;

    void paintEvent(QPaintEvent *event) final;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void pick(int point);

    QString m_placeholder;
    int m_chosen = -1;
};

} // namespace ui
