// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QStringList>

/// The reports of a run that was kept: those that are not kept beside its JSON are made of it, where it holds enough. Pure
/// functions, any thread.
namespace report {

/// In which formats there is a report of it, in the order in which people are offered them. `kept` are those of its documents.
[[nodiscard]] QStringList reportFormats(const QString &command, const QStringList &kept);

/// As "html", "md", "json", "csv" or "junit". Errors call the run by `name`: Malformed for a format that such a run does not
/// have, NotFound where its JSON does not hold all of it.
[[nodiscard]] base::Result<QByteArray> reportFrom(const QByteArray &json, const QString &name,
                                                  const QString &format);
/// The same of what is read already.
[[nodiscard]] base::Result<QByteArray> reportFrom(const QByteArray &json, const QJsonObject &object,
                                                  const QString &name, const QString &format);

} // namespace report
