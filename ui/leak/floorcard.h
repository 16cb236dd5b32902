// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "ui/leak/checksettings.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QComboBox;
class QLabel;
class QProgressBar;

namespace ui {

class ElidedLabel;
class FloorPlot;

/// The card with the plot: which resource, its floors, and how the check gets on. Thread: GUI.
class FloorCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FloorCard)

public:
    explicit FloorCard(QWidget *parent = nullptr);

    /// Nothing was measured; the plot says this instead.
    void clear(const QString &placeholder);
    /// The plot grows; the settings tell how far it will, and how long is waited.
    void setProgress(const experiment::CheckProgress &progress, const CheckSettings &settings);
    /// Draws the uploads that the verdict is about.
    void setResult(const experiment::CheckResult &result);
    /// Beside the plot, what else has to be known while it runs; empty: nothing.
    void setNotice(const QString &text);
    /// Whose floors they are; empty: the window's own address's, which needs no saying.
    void setOrigin(const QString &address);

    [[nodiscard]] const FloorPlot &plot() const { return *m_plot; }
    /// Copies the plot as a picture; for menus elsewhere, too.
    [[nodiscard]] QAction *copyAction() const { return m_copy; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// All that can be drawn, of whatever resource is chosen.
    struct Material
    {
        std::vector<experiment::FloorAt> rounds;
        std::vector<experiment::FloorAt> warmUp;
        std::vector<analysis::ResourceVerdict> verdicts;
        std::optional<analysis::Resource> leading;
        double expected = 0;
        QString uploads; ///< Which ones; empty: normal ones.
        QString origin; ///< Where and when they were measured.
    };

    void build();
    void fitHead();
    void buildCopy();
    void copy() const;
    void load(Material material);
    void fillResources();
    void draw();

    QBoxLayout *m_head;
    QLabel *m_title;
    QComboBox *m_resource;
    QAction *m_copy;
    FloorPlot *m_plot;
    QLabel *m_legend;
    QProgressBar *m_bar;
    QLabel *m_phase;
    QLabel *m_notice;
    ElidedLabel *m_origin;
    Material m_material;
    bool m_isChosen = false; ///< A person chose the resource; otherwise it is the leading one.
};

} // namespace ui
