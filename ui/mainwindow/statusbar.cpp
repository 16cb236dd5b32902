// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/statusbar.h"

#include "core/base/format.h"
#include "core/experiment/processprobe.h"
#include "ui/alerts/alertbutton.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"

#include <QLabel>

namespace ui {

StatusBar::StatusBar(base::Clock &clock, QWidget *parent)
    : QStatusBar(parent)
    , m_clock(clock)
    , m_timer(clock.makeTimer([this] { refresh(); }))
    , m_sending(new QLabel(this))
    , m_reading(new ElidedLabel({}, this))
    , m_alerts(new AlertButton(this))
    , m_own(new QLabel(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(6, 0, 6, 0);
    for (QLabel *label : std::initializer_list<QLabel *>{m_sending, m_reading, m_own}) {
        label->setFont(smallFont(label->font()));
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(4, 2, 4, 2);
    }
    m_own->setToolTip(tr("Memory that Tidemark itself uses"));
    addWidget(m_sending);
    addWidget(m_reading);
    addWidget(m_alerts);
    addWidget(new QWidget(this), 1); // the rest
    addPermanentWidget(m_own);
    setTotals({});
    refresh();
}

StatusBar::~StatusBar() = default;

void StatusBar::setTotals(const transfer::QueueTotals &totals)
{
    m_totals = totals;
    m_sending->setText(sendingText());
}

void StatusBar::setExperiment(const QString &what)
{
    m_experiment = what;
    m_experimentRate = 0;
    m_sending->setText(sendingText());
}

void StatusBar::setActivity(const session::Activity &activity)
{
    m_experimentRate = activity.bytesPerSecond;
    m_sending->setText(sendingText());
}

QString StatusBar::sendingText() const
{
    const auto count = [](qint64 uploads) { return base::formatCount(static_cast<double>(uploads)); };
    if (m_totals.running > 0) // an experiment waits for them
        return tr("%1 uploading · %2")
            .arg(count(m_totals.running), base::formatRate(m_totals.bytesPerSecond));
    if (!m_experiment.isEmpty() && m_experimentRate > 0)
        return m_experiment + QStringLiteral(" · ") + base::formatRate(m_experimentRate);
    if (!m_experiment.isEmpty())
        return m_experiment;
    if (m_totals.waiting > 0)
        return tr("%1 waiting").arg(count(m_totals.waiting));
    if (m_totals.paused > 0)
        return tr("%1 paused").arg(count(m_totals.paused));
    return tr("Nothing to upload");
}

void StatusBar::setTick(const session::ScrapeTick &tick)
{
    m_tick = tick;
    m_hasTick = true;
    refresh();
}

void StatusBar::clearTick()
{
    m_hasTick = false;
    refresh();
}

void StatusBar::refresh()
{
    m_timer->start(std::chrono::seconds(1));
    const qint64 memory = experiment::ownResidentBytes();
    m_own->setText(memory > 0 ? tr("this program: %1").arg(base::formatBytes(static_cast<double>(memory)))
                              : QString());
    if (!m_hasTick) {
        m_reading->clear();
        return;
    }
    const qint64 ageMs = std::max<qint64>(0, base::toUnixMs(m_clock.wallNow()) - m_tick.timeMs);
    const QString age = base::formatCount(static_cast<double>(ageMs / 1000));
    m_reading->setText(m_tick.ok ? tr("scraped %1 s ago (%2)").arg(age, base::formatDuration(m_tick.took))
                                 : tr("scrape missed %1 s ago: %2").arg(age, m_tick.reason));
}

} // namespace ui
