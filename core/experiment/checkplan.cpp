// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/checkplan.h"

#include <QRandomGenerator>

namespace experiment {

analysis::LookPolicy CheckPlan::policy() const
{
    switch (speed) {
    case Speed::Quick:
        return analysis::LookPolicy::quick();
    case Speed::Standard:
        return analysis::LookPolicy::standard();
    case Speed::Thorough:
        break;
    }
    return analysis::LookPolicy::thorough();
}

std::chrono::seconds CheckPlan::idleTime() const
{
    switch (speed) {
    case Speed::Quick:
        return std::chrono::seconds(0);
    case Speed::Standard:
        return idle.count() > 0 ? idle : standardIdle;
    case Speed::Thorough:
        break;
    }
    return idle.count() > 0 ? idle : thoroughIdle;
}

std::optional<std::chrono::seconds> CheckPlan::usualTime() const
{
    switch (speed) {
    case Speed::Quick:
        return std::chrono::seconds(15);
    case Speed::Standard:
        return std::chrono::seconds(30);
    case Speed::Thorough:
        break;
    }
    return {};
}

void CheckPlan::setSeed(quint64 seed)
{
    uploads.setSeed(seed);
}

quint64 CheckPlan::freshSeed()
{
    return QRandomGenerator::system()->generate();
}

QString toKey(CheckPlan::Speed speed)
{
    switch (speed) {
    case CheckPlan::Speed::Quick:
        return QStringLiteral("quick");
    case CheckPlan::Speed::Standard:
        return QStringLiteral("standard");
    case CheckPlan::Speed::Thorough:
        return QStringLiteral("thorough");
    }
    return {};
}

} // namespace experiment
