// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <string_view>

namespace metrics {

/// One line with a value. The views point into the page that is being read.
struct PrometheusSample
{
    std::string_view name;
    std::string_view labels; ///< What stands between the braces, as written; empty without labels.
    double value = 0; ///< May be NaN or infinite.

    /// The unescaped value of one label.
    [[nodiscard]] std::optional<QByteArray> label(std::string_view key) const;
    /// Whether one label has this value; allocates nothing unless the value contains escapes.
    [[nodiscard]] bool hasLabel(std::string_view key, std::string_view value) const;
};

/// Reads a page of the Prometheus text format 0.0.4 or of OpenMetrics 1.0, sample by sample, copying nothing:
///
///     PrometheusReader reader(page);
///     for (PrometheusSample sample; reader.next(sample);) …
///
/// Comments, HELP, TYPE and UNIT lines are passed over, timestamps and exemplars checked and dropped. A line
/// that is not understood is counted and skipped. Broken is also what could be half a line: a last line
/// without line feed (both formats demand one), so that a page that was cut never yields a number that was
/// cut.
///
/// Formats: prometheus.io/docs/instrumenting/exposition_formats; OpenMetrics 1.0.0 (openmetrics.io).
class PrometheusReader final
{
public:
    /// Longer lines count as broken.
    static constexpr qsizetype maxLineBytes = 64 * 1024;

    explicit PrometheusReader(QByteArrayView page)
        : m_rest(page.data(), static_cast<size_t>(page.size()))
    {
    }

    /// False at the end of the page.
    [[nodiscard]] bool next(PrometheusSample &sample);

    [[nodiscard]] qsizetype samples() const { return m_samples; }
    [[nodiscard]] qsizetype brokenLines() const { return m_brokenLines; }
    /// The last line was "# EOF": a whole page of OpenMetrics. Known at the end of the page.
    [[nodiscard]] bool endsWithEof() const { return m_endsWithEof; }

private:
    std::string_view m_rest;
    qsizetype m_samples = 0;
    qsizetype m_brokenLines = 0;
    bool m_endsWithEof = false;
};

} // namespace metrics
