// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QMetaType>
#include <QUrl>

namespace session {

/// Where one specimen takes uploads.
struct SpecimenUrls
{
    QUrl leaking;
    QUrl cured;

    bool operator==(const SpecimenUrls &) const = default;
};

/// What `tidemark-specimens` says of itself in its first line (schema "tidemark.specimens/1").
struct SampleInfo
{
    qint64 pid = 0;
    QUrl base;
    QUrl metrics;
    QUrl expvar;
    QUrl pprof;
    QString temporary; ///< Folder of its temporary files; empty: not told.
    QString store; ///< Folder of the files that are meant to stay; empty: not told.
    QMap<QString, SpecimenUrls> uploads; ///< By specimen: "read-all", "global-cache", …
    QByteArray line; ///< The line itself, for scripts.

    bool operator==(const SampleInfo &) const = default;
};

/// Reads that line. Keys it does not know are ignored. Error Malformed says what is missing.
[[nodiscard]] base::Result<SampleInfo> parseSampleInfo(const QByteArray &line);

} // namespace session

Q_DECLARE_METATYPE(session::SampleInfo)
