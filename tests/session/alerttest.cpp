// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/session/alerttest.h"

namespace testing {

using namespace std::chrono_literals;
using analysis::AlertRule;
using analysis::AlertSignal;
using metrics::Role;
using session::Alert;
using session::AlertEngine;

namespace {
constexpr double memoryLimit = 1e9;
constexpr double garbage = 10e6;
} // namespace

AlertRule ruleOf(const QString &id)
{
    for (const AlertRule &rule : analysis::defaultAlertRules()) {
        if (rule.id == id)
            return rule;
    }
    qFatal("no such rule: %s", qPrintable(id));
}

AlertRule quick(AlertSignal signal, double threshold)
{
    return {QStringLiteral("quick"),
            QStringLiteral("Quick"),
            signal,
            analysis::AlertComparison::Above,
            threshold,
            threshold,
            0ms,
            0ms,
            analysis::AlertPriority::P2};
}

AlertTest::AlertTest() = default;
AlertTest::~AlertTest() = default;

void AlertTest::init()
{
    m_engine.reset();
    m_clock = std::make_unique<base::FakeClock>();
    m_series = std::make_unique<metrics::SeriesStore>();
    m_engine = std::make_unique<AlertEngine>(*m_series, *m_clock);
    m_startMs = base::toUnixMs(m_clock->wallNow());
    m_longestPause = m_allPauses = m_collections = 0;
    m_log.clear();
    const auto note = [this](const char *sign) {
        return [this, sign](const Alert &alert) {
            m_log << QStringLiteral("%1%2@%3")
                         .arg(QLatin1StringView(sign), alert.rule)
                         .arg((base::toUnixMs(m_clock->wallNow()) - m_startMs) / 1000);
        };
    };
    connect(m_engine.get(), &AlertEngine::raised, this, note("+"));
    connect(m_engine.get(), &AlertEngine::cleared, this, note("-"));
}

void AlertTest::start(const QList<AlertRule> &rules)
{
    m_engine->start({rules, memoryLimit});
}

void AlertTest::read(const Second &second)
{
    const qint64 nowMs = base::toUnixMs(m_clock->wallNow());
    if (second.isMissed) {
        m_series->appendGap(nowMs);
        m_engine->missed();
        return;
    }
    m_collections += second.collections;
    m_allPauses += second.pause;
    m_longestPause = std::max(m_longestPause, second.pause);
    metrics::Reading reading;
    reading.timeMs = nowMs;
    reading.set(Role::HeapLive, second.heap + (second.collections > 0 ? 0 : garbage));
    reading.set(Role::Rss, second.rss);
    reading.set(Role::Goroutines, second.goroutines);
    reading.set(Role::Descriptors, second.descriptors);
    reading.set(Role::DescriptorLimit, 1000);
    reading.set(Role::PoolInUse, second.pool);
    reading.set(Role::PoolSize, 20);
    reading.set(Role::GcCount, m_collections);
    reading.set(Role::GcPauseTotal, m_allPauses);
    reading.set(Role::GcPauseMax, m_longestPause);
    m_series->append(reading);
    m_engine->read(reading);
}

void AlertTest::upload(const Second &second)
{
    for (int i = 0; i < second.uploads; ++i) {
        transfer::UploadRecord record;
        record.state = transfer::UploadState::Done;
        record.httpStatus = 201;
        record.timings.sent = 1ms;
        record.timings.firstByte = record.timings.sent + second.answer;
        if (i < second.serverErrors) {
            record.state = transfer::UploadState::Failed;
            record.httpStatus = 503;
            record.error.kind = base::ErrorKind::HttpStatus;
        } else if (i < second.serverErrors + second.timeouts) {
            record.state = transfer::UploadState::Waiting; // for its next attempt
            record.httpStatus = 0;
            record.error.kind = base::ErrorKind::Timeout;
        }
        m_engine->attemptEnded(record);
    }
}

void AlertTest::play(int seconds, const Script &script)
{
    for (int i = 0; i < seconds; ++i) {
        const Second second = script(i);
        read(second);
        upload(second);
        m_clock->advance(1s);
    }
}

} // namespace testing
