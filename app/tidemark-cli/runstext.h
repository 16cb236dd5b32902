// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/keptrun.h"

#include <utility>

/// Kept runs as lines for a terminal and as JSON. Pure functions.
namespace cli::runs {

/// The line above those of a list.
[[nodiscard]] QString headLine();
/// One run of a list: number, time, command, address, what came of it, tags and note.
[[nodiscard]] QString line(const session::KeptRun &run);
/// What stands above a run that is shown whole.
[[nodiscard]] QStringList head(const session::KeptRun &run);

/// A list as one JSON document (schema "tidemark.runs/1").
class ListDocument final
{
    Q_DISABLE_COPY_MOVE(ListDocument)

public:
    /// `total`: how many runs there are, those included that a limit leaves out.
    explicit ListDocument(qint64 total);

    void add(const session::KeptRun &run);
    /// How much of it was not taken yet.
    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    [[nodiscard]] QByteArray take() { return std::exchange(m_text, {}); }
    /// Once only, at the end; then the rest of it can be taken.
    void finish();

private:
    QByteArray m_text;
    bool m_isFirst = true;
};

} // namespace cli::runs
