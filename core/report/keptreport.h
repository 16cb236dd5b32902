// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/format.h"

#include <QJsonObject>
#include <QList>

/// The reports of a run that was kept: those that are not kept beside its JSON are made of it, where it holds enough. Pure
/// functions, any thread.
namespace report {

/// In which formats there is a report of it. `kept` are those of its documents.
[[nodiscard]] QList<Format> reportFormats(const QString &command, const QStringList &kept);

/// A run's JSON document.
struct RunJson
{
    QString name; ///< What errors call it: "run 12", or a file's name.
    bool isKept = false; ///< In the history; else it is a file's.
    QByteArray json;
    QJsonObject object; ///< The same, read.
};

/// Errors: Malformed for a format that such a run does not have, NotFound where its JSON does not hold all of it.
[[nodiscard]] base::Result<QByteArray> reportFrom(const RunJson &run, Format format);

} // namespace report
