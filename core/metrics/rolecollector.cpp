// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/rolecollector.h"

#include "core/metrics/metriccatalog.h"
#include "core/metrics/youngcollection.h"

#include <cmath>

namespace metrics {

namespace {

/// Whether the rule means this series among those of its name.
bool fits(const MetricRule &rule, const PrometheusSample &sample)
{
    if (rule.label.empty() || sample.hasLabel(rule.label, rule.labelValue))
        return true;
    // OpenMetrics writes a quantile that text 0.0.4 calls "1" as "1.0".
    const auto value = sample.label(rule.label);
    return value
        && *value
        == QByteArray(rule.labelValue.data(), static_cast<qsizetype>(rule.labelValue.size())) + ".0";
}

} // namespace

void RoleCollector::enterFamily(std::string_view name)
{
    m_name = name;
    m_rule = findRule(name);
    m_isVersion = !m_knowsVersion && tellsVersion(name);
    if (m_runtime == Runtime::Unknown || m_isVersion) {
        // What carries a version is certain; a mere prefix may belong to something pushed here.
        if (const Runtime runtime = runtimeOf(name); runtime != Runtime::Unknown)
            m_runtime = runtime;
    }
}

void RoleCollector::add(const PrometheusSample &sample)
{
    if (sample.name != m_name)
        enterFamily(sample.name);
    if (m_isVersion && !m_knowsVersion) {
        m_knowsVersion = true;
        m_runtimeVersion = QString::fromUtf8(sample.label("version").value_or(QByteArray()));
    }
    if (m_rule && std::isfinite(sample.value))
        apply(*m_rule, sample);
}

void RoleCollector::apply(const MetricRule &rule, const PrometheusSample &sample)
{
    Slot &slot = m_slots[static_cast<size_t>(rule.role)];
    if (rule.rank > slot.rank || !fits(rule, sample))
        return;
    const double value = rule.ofWholeHeap && isYoungCollection(sample) ? 0 : sample.value * rule.scale;
    const bool isLabelled = !sample.labels.empty();
    if (rule.rank < slot.rank) {
        slot = {rule.rank, isLabelled};
        m_reading.set(rule.role, value);
        return;
    }
    const double before = m_reading.value(rule.role);
    switch (rule.combine) {
    case MetricRule::Combine::First:
        if (slot.isLabelled && !isLabelled) {
            slot.isLabelled = false;
            m_reading.set(rule.role, value);
        }
        break;
    case MetricRule::Combine::Sum:
        m_reading.set(rule.role, before + value);
        break;
    case MetricRule::Combine::Max:
        m_reading.set(rule.role, std::max(before, value));
        break;
    }
}

} // namespace metrics
