// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/prometheustext.h"
#include "core/metrics/role.h"
#include "core/metrics/source.h"

#include <array>
#include <limits>

namespace metrics {

struct MetricRule;

/// Turns the samples of one page into one Reading by the rules of the catalogue, and learns whose page it is.
/// Values that are not finite are left out. The page must outlive the collector.
class RoleCollector final
{
public:
    void add(const PrometheusSample &sample);

    [[nodiscard]] const Reading &reading() const { return m_reading; }
    [[nodiscard]] Runtime runtime() const { return m_runtime; }
    [[nodiscard]] const QString &runtimeVersion() const { return m_runtimeVersion; }

private:
    struct Slot
    {
        int rank = std::numeric_limits<int>::max();
        bool isLabelled = false;
    };
    void enterFamily(std::string_view name);
    void apply(const MetricRule &rule, const PrometheusSample &sample);

    Reading m_reading;
    std::array<Slot, roleCount> m_slots;
    std::string_view m_name; ///< Of the previous sample: series of one name stand together.
    const MetricRule *m_rule = nullptr;
    bool m_isVersion = false;
    bool m_knowsVersion = false;
    Runtime m_runtime = Runtime::Unknown;
    QString m_runtimeVersion;
};

} // namespace metrics
