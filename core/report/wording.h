// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/summary.h"

/// The words of reports, in one place: names, values with units, and the sentences that HTML and terminal
/// share. Everything returned is printable() but not yet escaped for any format.
namespace report {

/// What stands for a value that is not known.
[[nodiscard]] QString dash();

/// "Heap live", "RSS", "Goroutines", …
[[nodiscard]] QString roleName(metrics::Role role);
/// "12.3 MiB", "14", "1.9 ms"; dash() for NaN.
[[nodiscard]] QString roleValue(metrics::Role role, double value);
/// The same with a sign: "+1.02 MiB", "−3"; "±0" when nothing of it would be seen.
[[nodiscard]] QString roleChange(metrics::Role role, double change);
/// Whether the role is a level that can grow with uploads, as heap and descriptors are, and not a counter or
/// a limit.
[[nodiscard]] bool isLevel(metrics::Role role);

/// "Prometheus", "Go pprof", …; "Go", "JVM", …
[[nodiscard]] QString formatName(metrics::Format format);
[[nodiscard]] QString runtimeName(metrics::Runtime runtime);
/// "Go 1.19.8"; empty when the runtime was not recognised.
[[nodiscard]] QString runtimeText(const metrics::Source &source);
/// The same of the first source whose runtime was recognised, with the version from the first that tells it.
[[nodiscard]] QString runtimeText(const metrics::DiscoveryReport &discovery);
/// "note", "server restarted", …
[[nodiscard]] QString markName(session::MarkKind kind);
/// What a mark says, without secrets; of a further server with its address before it.
[[nodiscard]] QString markText(const session::Mark &mark);

/// What readings are of, as a heading: "The server", "Process 4711", "Folder /srv/tmp", an address.
[[nodiscard]] QString sourceTitle(const QString &name);

/// "1 file", "12 files".
[[nodiscard]] QString counted(qint64 count, const QString &singular, const QString &plural);
/// "a, b, c", "a; b", "A. B." in the way of the language.
[[nodiscard]] QString commaList(const QStringList &words);
[[nodiscard]] QString clauses(const QStringList &clauses);
[[nodiscard]] QString sentences(const QString &first, const QString &second);
/// "Stopped: the server was restarted".
[[nodiscard]] QString labelled(const QString &label, const QString &text);
/// With its first letter in upper case.
[[nodiscard]] QString withCapital(QString text);
/// A clause as a sentence.
[[nodiscard]] QString withStop(const QString &clause);
/// "Watched by http://127.0.0.1:8080/metrics, Go 1.19.8" of what was found.
[[nodiscard]] QString watchedByText(const metrics::DiscoveryReport &found);
/// "4.10 s" of seconds; dash() for NaN.
[[nodiscard]] QString secondsText(double seconds);

/// What happened to the uploads, or how long was watched, in one sentence.
[[nodiscard]] QString uploadsSentence(const session::SessionSnapshot &snapshot, const Summary &summary);
/// What happened to the heap (else to the RSS, else to the anonymous memory) of Summary::foremost() meanwhile; empty when
/// none was read.
[[nodiscard]] QString memorySentence(const Summary &summary);
/// What the growth is not, or why there is none per upload.
[[nodiscard]] QString growthNote(const Summary &summary);

} // namespace report
