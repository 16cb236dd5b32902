// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace support {

/// A line of `go tool pprof -top`.
struct TopRow
{
    QString name;
    qint64 flat = 0;
    qint64 cum = 0;

    bool operator==(const TopRow &) const = default;
};

/// Runs `go tool pprof -top` with nothing left out, in the smallest unit. `options` come before the file: -cum,
/// -sample_index=…, -diff_base=…. Nothing when it failed or wrote something else.
[[nodiscard]] std::optional<std::vector<TopRow>> goTop(const QStringList &options, const QString &file);

} // namespace support
