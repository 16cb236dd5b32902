// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/resourceverdict.h"
#include "core/base/result.h"
#include "core/pprof/attribution.h"

#include <QJsonObject>

#include <map>
#include <vector>

namespace experiment {
struct CheckResult;
}

namespace report {

/// The kinds of uploads that a check makes; each has verdicts of its own.
enum class UploadKind { Normal, Aborted, Crowded, Large };
/// "normal", "aborted", "crowded", "large".
[[nodiscard]] QString toKey(UploadKind uploads);

/// A leak check as its JSON tells of it ("tidemark.check/1"): what there is to compare.
struct CheckRecord
{
    struct Row
    {
        UploadKind uploads = UploadKind::Normal;
        analysis::ResourceVerdict verdict; ///< Outcome, estimate, bounds, threshold, detectable; no more.
        QString reason; ///< Of the outcome, in the check's words: "was measured too few times".
    };
    struct Function
    {
        pprof::Site site;
        QString unit; ///< "bytes" or "goroutines".
        double perUpload = 0;
    };

    /// How long the server took to answer, milliseconds.
    struct Latency
    {
        double median = 0;
        double p95 = 0;
        double p99 = 0;
    };

    QString server;
    qint64 startedMs = 0; ///< Unix milliseconds.
    std::optional<double>
        seconds; ///< That it took, if it came to its end: else it says nothing of the server.
    QString speed; ///< "quick", "default", "thorough"
    analysis::Outcome outcome = analysis::Outcome::Inconclusive;
    bool isConfirmed = false;
    QString sentence;
    std::optional<analysis::Resource> leading; ///< What the sentence is about.
    int uploads = 0;
    double bodyBytes = 0; ///< Of one upload.
    std::vector<Row> rows; ///< Of many at once and large ones, what leaks alone.
    std::vector<Function> functions; ///< The guilty ones, most first.
    std::optional<Latency> latency; ///< Nothing: not told, as by earlier versions.
    /// Process memory is what lies outside the heap; false: the heap is in it. Nothing: not told, as by earlier versions, or
    /// not read.
    std::optional<bool> isRssOutsideHeap;
    /// Between its two profiles of the heap, where it has both and all of these were normal ones.
    std::optional<double> profiledUploads;
    std::map<analysis::Resource, double> highest; ///< Floor of the rounds, of what was watched.
    std::map<analysis::Resource, double> first; ///< Floor of the rounds, before their uploads.

    /// nullptr: not watched, or nothing said of it.
    [[nodiscard]] const Row *find(UploadKind kind, analysis::Resource resource) const;
};

/// Errors: those of readJsonFile(), Malformed for what is no leak check.
[[nodiscard]] base::Result<CheckRecord> readCheckRecord(const QString &fileName);
/// Errors: Malformed, with the first thing that is wrong. Any thread.
[[nodiscard]] base::Result<CheckRecord> checkRecordFrom(const QJsonObject &json);
/// Of a check that is not written yet: the same as from its document, so that it compares with others as that will.
[[nodiscard]] CheckRecord checkRecordOf(const experiment::CheckResult &result);
/// checkRecordFrom(); the error calls it by its name, and what it is, if that is another report of Tidemark.
[[nodiscard]] base::Result<CheckRecord> checkRecordFrom(const QJsonObject &json, const QString &name);

} // namespace report
