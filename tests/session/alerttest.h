// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fakeclock.h"
#include "core/metrics/seriesstore.h"
#include "core/session/alertengine.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace testing {

/// What one second brings.
struct Second
{
    double heap = 50e6; ///< What is left after collections.
    double rss = 100e6;
    double goroutines = 10;
    double descriptors = 10;
    double pool = 1;
    double pause = 0; ///< A pause of that many seconds.
    int collections = 0;
    int uploads = 0;
    int serverErrors = 0; ///< Of the uploads, as are the next.
    int timeouts = 0;
    std::chrono::milliseconds answer{20};
    bool isMissed = false;
};

/// A server and its uploads, second by second, and what an AlertEngine says of them. All of it is new for every test
/// function.
class AlertTest : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertTest)

public:
    AlertTest();
    ~AlertTest() override;

private Q_SLOTS:
    void init();

protected:
    using Script = std::function<Second(int second)>;

    /// With a limit of the memory of 1 GB.
    void start(const QList<analysis::AlertRule> &rules);
    /// A reading, uploads, and then a second passes.
    void play(int seconds, const Script &script);
    void read(const Second &second);
    void upload(const Second &second);
    [[nodiscard]] QString log() const { return m_log.join(QLatin1Char(' ')); }

    std::unique_ptr<base::FakeClock> m_clock;
    std::unique_ptr<metrics::SeriesStore> m_series;
    std::unique_ptr<session::AlertEngine> m_engine;
    qint64 m_startMs = 0;
    double m_longestPause = 0;
    double m_allPauses = 0;
    double m_collections = 0;
    QStringList m_log; ///< "+gc-pause@5", "-gc-pause@66": raised and cleared, seconds after the start.
};

[[nodiscard]] analysis::AlertRule ruleOf(const QString &id);
/// "quick": above that, at once, P2.
[[nodiscard]] analysis::AlertRule quick(analysis::AlertSignal signal, double threshold);

} // namespace testing
