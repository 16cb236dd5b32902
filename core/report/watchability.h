// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/source.h"

#include <QList>
#include <QString>

/// Whether a server can be watched, why not, and what to add to it: the same for window and terminal. Pure functions, any thread.
namespace report {

enum class Watchability {
    Watched, ///< It has metrics.
    Silent, ///< It answers, but not with metrics. Uploads work all the same.
    Unreachable, ///< Nobody answered, wherever metrics were looked for.
};

[[nodiscard]] Watchability watchability(const metrics::DiscoveryReport &found);
/// The error that says most about why nothing was found; kind None where something was, or nothing was tried.
[[nodiscard]] base::Error mainReason(const metrics::DiscoveryReport &found);

/// Whether connections are taken, and never answered: Silent, but adding metrics to such a server does not help.
[[nodiscard]] bool isMute(const metrics::DiscoveryReport &found);

/// What to do about a server that cannot be reached, or is mute; empty for any other.
[[nodiscard]] QString reachAdvice(const metrics::DiscoveryReport &found);

/// Whether no connection came about, so that nothing can have reached the server.
[[nodiscard]] bool isAboutConnecting(base::ErrorKind kind);

/// "Go 1.19.8 · Prometheus · pprof": runtime and formats; empty if nothing was found.
[[nodiscard]] QString watchedSummary(const metrics::DiscoveryReport &found);

/// One line of a server's code or configuration, as it is typed.
struct LineToAdd
{
    QString where; ///< "Go", "Java (Spring Boot)": names, not translated.
    QString line;
};

/// Each makes a server tell about its memory, in the language it is written in.
[[nodiscard]] QList<LineToAdd> linesForReadings();
/// Makes a server in Go show its heap profile, which also tells of its memory.
[[nodiscard]] LineToAdd lineForProfiles();

} // namespace report
