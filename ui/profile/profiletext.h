// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profilesearch.h"

#include <QStringList>

/// Every sentence, figure and heading of the Profile page. Pure.
namespace ui {

/// "204 MiB", "1,024", "12.4 s", as the unit of the profile asks.
[[nodiscard]] QString valueText(double value, const QString &unit);
/// The same with a sign, for changes: "+204 MiB", "−3 MiB", "0 B".
[[nodiscard]] QString changeText(double value, const QString &unit);
/// One or the other, as the content is a difference or not.
[[nodiscard]] QString amountText(const pprof::ProfileContent &content, double value);
/// "99 %", "0.4 %", "−12 %".
[[nodiscard]] QString percentText(double share);

/// "Heap in use" for inuse_space, "Goroutines" for goroutine; else as the producer calls it.
[[nodiscard]] QString typeTitle(const QString &type);
/// "Heap in use: after − before".
[[nodiscard]] QString contentTitle(const pprof::ProfileContent &content);
/// "200 uploads · 1 sample per 512 KiB"; `source` comes first if there is one.
[[nodiscard]] QString contentDetails(const pprof::ProfileContent &content, const QString &source);
/// Of a difference: "+204 MiB", or "+204 MiB net of 210 MiB moved" where both happened.
[[nodiscard]] QString netText(const pprof::ProfileContent &content, qint64 net, qint64 moved);

/// The file's last two parts and the line: "specimens/read_all.go:31". Empty when not known.
[[nodiscard]] QString placeText(const pprof::FunctionRow &row);
/// The file as the producer wrote it, and the line.
[[nodiscard]] QString fullPlaceText(const pprof::FunctionRow &row);
/// Without the path of its package: "http.(*conn).serve".
[[nodiscard]] QString shortName(const QString &function);

/// "all" for the root, else the function.
[[nodiscard]] QString frameName(const pprof::ProfileContent &content, qint32 node);
/// "+204 MiB with callees, 0 B itself, 99 % of the growth, +1.02 MiB per upload".
[[nodiscard]] QString frameFigures(const pprof::ProfileContent &content, qint32 node);
/// Name, place and figures, a line each.
[[nodiscard]] QString frameTip(const pprof::ProfileContent &content, qint32 node);

/// "12 functions · 84 %", "nothing found".
[[nodiscard]] QString searchText(const pprof::ProfileSearch &search);

/// The rows in the table of `tidemark-cli profile top`, with their places, largest first; of a difference shares are of the
/// growth. `most` 0: all. Of a search only what it found.
[[nodiscard]] QString contentAsText(const pprof::ProfileContent &content, const pprof::ProfileSearch &search,
                                    const QString &source, size_t most);
/// "main.readAll (specimens/read_all.go:31)" and its callers, a line each.
[[nodiscard]] QString stackAsText(const pprof::ProfileContent &content, qint32 node);

} // namespace ui
