// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/seriesstore.h"
#include "core/metrics/source.h"
#include "core/session/session.h"
#include "ui/timeline/tilealerts.h"

#include <QWidget>

#include <memory>

namespace ui {

class TimelineActions;
class TimeSelection;
class TimeWindow;

/// The lower half of the window, always in view: tiles with the current values, and below them charts of
/// memory, goroutines and threads, descriptors, and upload rate on one time axis, with the spans of uploads
/// as bands and moments as flags. Wheel zooms at the cursor, dragging pans, a double click returns to live; a
/// cross-hair reads all charts at once. A gap is a hole, never a line. M adds a note. The same numbers can be read in a
/// table instead. While a range of time is selected, the tiles are of it.
///
/// Thread: GUI. Keeps its own bounded history of what it is told; redraws at most five times a second and
/// only while visible. Ownership: the caller's; the window and selection objects outlive it.
class TimelinePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelinePanel)

public:
    TimelinePanel(TimeWindow &window, TimeSelection &selection, QWidget *parent = nullptr);
    ~TimelinePanel() override;

    /// For the window's menu.
    [[nodiscard]] const TimelineActions &actions() const;

public Q_SLOTS:
    /// Forgets everything: another server.
    void clear();
    void setDiscovery(const metrics::DiscoveryReport &report);
    void addTick(const session::ScrapeTick &tick);
    void addActivity(const session::Activity &activity);
    void addMark(const session::Mark &mark);
    /// Uploads begun and ended so far, for bands and for "per upload" in the tiles.
    void setUploads(const session::UploadBatch &batch);
    /// All that are raised now: tiles of what they are about are tinted.
    void setAlerts(const QList<ui::TileAlert> &alerts);
    /// Draws the band of this upload stronger; an invalid id: none.
    void highlight(transfer::UploadId id);

Q_SIGNALS:
    /// A band was clicked; all uploads that ran in it.
    void bandClicked(const QList<transfer::UploadId> &ids);
    /// "Mark" was chosen. Its key is the window's, which may be pressed anywhere.
    void noteRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
