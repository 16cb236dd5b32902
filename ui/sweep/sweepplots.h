// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"

#include <QWidget>

#include <span>

class QAction;
class QBoxLayout;
class QLabel;

namespace ui {

class Card;
class SweepPlot;

/// The two plots of a sweep, a card each: how long answers take, and what the server had at its peak. Thread: GUI.
class SweepPlots final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepPlots)

public:
    explicit SweepPlots(QWidget *parent = nullptr);

    /// `placeholder`: instead of plots while no level is known.
    void setLevels(std::span<const experiment::SweepLevel> levels, const QString &placeholder);
    /// Side by side, or below each other.
    void setBeside(bool on);
    /// What stands above and below them in a picture: what was found, and where.
    void setCaption(const QString &title, const QString &origin);
    /// Copies both as one picture; disabled while there is none.
    [[nodiscard]] QAction *copyAction() const { return m_copy; }

public Q_SLOTS:
    /// In both of them; -1: none. No signal.
    void choose(int level);

Q_SIGNALS:
    /// By a person, in one of them; -1: none any more.
    void chosen(int level);

private:
    /// A card with its plot.
    struct Part
    {
        QLabel *title = nullptr;
        SweepPlot *plot = nullptr;
    };
    Part addPart();
    void buildCopy();
    void copy() const;

    QBoxLayout *m_row;
    QAction *m_copy;
    std::vector<experiment::SweepLevel> m_levels; ///< As shown, for the picture.
    QString m_title;
    QString m_origin;
    Part m_latency;
    Part m_peaks;
};

} // namespace ui
