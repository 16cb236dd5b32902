// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/seriesstore.h"
#include "core/report/axis.h"
#include "core/session/sessionsnapshot.h"

namespace report {

/// One line of a panel: at most a few hundred points, holes where the count is 0.
struct ChartLine
{
    QString style; ///< CSS class: the role's key, or "rate".
    QString label; ///< Its name and last value: "heap 134 MiB".
    std::vector<metrics::Bucket> points;
    qsizetype source = -1; ///< Of SessionSnapshot::beside; -1: the server, or the uploads.
};

struct ChartPanel
{
    QString title;
    int height = 0; ///< Pixels of the plot.
    Scale scale;
    QList<ChartLine> lines;
};

/// What pointing at one column of the picture tells.
struct ChartColumn
{
    struct Dot
    {
        qsizetype panel = 0;
        QString style;
        double value = 0;
    };
    qint64 fromMs = 0;
    qint64 toMs = 0;
    qint64 timeMs = 0; ///< Where the cross-hair stands.
    QStringList readings; ///< "heap 134 MiB", "RSS 211 MiB", …
    QStringList
        beside; ///< A line for each further source that was read then: "process 4711: anonymous 12 MiB · …".
    QList<Dot> dots;
};

/// The picture of a session before it is drawn: panels below each other on one time axis.
struct ChartData
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
    QList<ChartPanel> panels;
    QList<session::Band> bands; ///< Open ones end at toMs.
    QList<session::Mark> marks;
    QList<ChartColumn> columns;
    int besideRows = 0; ///< The most lines of ChartColumn::beside.

    [[nodiscard]] bool isEmpty() const { return panels.isEmpty(); }
};

/// Pure function of the snapshot; its size is bounded however long the session was.
[[nodiscard]] ChartData chartData(const session::SessionSnapshot &snapshot);

/// What a line is called beside its end: "heap", "RSS", "files".
[[nodiscard]] QString lineName(metrics::Role role);

/// At most about `columns` points: the readings themselves when they are few, else buckets of them. Holes are
/// kept.
[[nodiscard]] std::vector<metrics::Bucket> reduced(const std::vector<metrics::Bucket> &points, int columns);

} // namespace report
