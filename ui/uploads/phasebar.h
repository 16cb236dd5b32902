// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phasetext.h"

#include <QWidget>

namespace ui {

struct Colors;

/// Where an upload's time went: a bar with a piece for each phase, as long as it took, and under it their names and times.
/// The waiting before it is hatched, and cut short where it took longer than all the rest, so that this can still be
/// told apart. Thread: GUI. Its accessible description is what it shows.
class PhaseBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PhaseBar)

public:
    explicit PhaseBar(QWidget *parent = nullptr);

    /// Empty: nothing is shown.
    void setPhases(const QList<transfer::PhaseSpan> &phases);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Where each phase's piece begins and ends in a bar of that width; neighbours touch, and none is narrower than a
    /// pixel.
    struct Piece
    {
        transfer::PhaseSpan span;
        double left = 0;
        double width = 0;
        bool isCut = false; ///< Stands for more time than its length says.
    };
    [[nodiscard]] static QList<Piece> layOut(const QList<transfer::PhaseSpan> &phases, double width);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Label
    {
        QRect rect;
        transfer::PhaseSpan span;
        QString text;
    };
    [[nodiscard]] QList<Label> labels(int width) const;
    void paintBar(QPainter &painter, const Colors &colors) const;

    QList<transfer::PhaseSpan> m_phases;
};

} // namespace ui
