// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ui {

/// What the programs are made of besides their own code.
struct Library
{
    QString name;
    QString version; ///< The one that runs, where a library can be asked; else the one that was compiled in.
    QString licence; ///< As SPDX names it.

    bool operator==(const Library &) const = default;
};

/// All of them, what is used most first. Any thread.
[[nodiscard]] QList<Library> libraries();

} // namespace ui
