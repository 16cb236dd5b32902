// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/limitsection.h"

#include "core/base/units.h"
#include "core/transfer/uploadqueue.h"
#include "ui/common/card.h"
#include "ui/common/labelled.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using servers::Limits;

namespace {

constexpr int mostSeconds = 24 * 3600;

QSpinBox *secondsBox(bool mayBeNone)
{
    auto *box = new QSpinBox;
    box->setRange(mayBeNone ? 0 : 1, mostSeconds);
    box->setSuffix(LimitSection::tr(" s", "seconds"));
    if (mayBeNone)
        box->setSpecialValueText(LimitSection::tr("none"));
    return box;
}

QSpinBox *countBox(int least, int most)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    return box;
}

int seconds(std::chrono::milliseconds time)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time).count());
}

} // namespace

LimitSection::LimitSection(QWidget *parent)
    : QWidget(parent)
    , m_parallel(countBox(1, transfer::UploadQueue::largestParallelLimit))
    , m_retries(countBox(0, 100))
    , m_rate(new QLineEdit)
    , m_connect(secondsBox(false))
    , m_stall(secondsBox(true))
    , m_total(secondsBox(true))
{
    auto *card = new Card(tr("Limits"), this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    m_rate->setPlaceholderText(tr("none"));
    auto *counts = fieldRow();
    counts->addWidget(labelled(tr("At once"), *m_parallel, tr("How many uploads are sent at the same time")),
                      1);
    counts->addWidget(labelled(tr("&Bytes a second"), *m_rate,
                               tr("All uploads together: 512K, 2M, 1G; empty for no limit")),
                      1);
    counts->addWidget(
        labelled(tr("Retries"), *m_retries, tr("Attempts after the first, for failures that may pass")), 1);
    auto *times = fieldRow();
    times->addWidget(
        labelled(tr("Time to connect"), *m_connect, tr("Finding the server, connecting and TLS")), 1);
    times->addWidget(labelled(tr("Time without a byte"), *m_stall,
                              tr("A connection that stands still for so long is given up")),
                     1);
    times->addWidget(
        labelled(tr("&Whole request"), *m_total, tr("From connecting to the last byte of the answer")), 1);
    card->content().addLayout(counts);
    card->content().addLayout(times);
    setLimits(Limits());
    connect(m_rate, &QLineEdit::textEdited, this, &LimitSection::edited);
    for (QSpinBox *box : {m_parallel, m_retries, m_connect, m_stall, m_total})
        connect(box, &QSpinBox::valueChanged, this, &LimitSection::edited);
}

void LimitSection::setLimits(const Limits &limits)
{
    const QSignalBlocker quiet(this);
    m_parallel->setValue(limits.parallel);
    m_retries->setValue(limits.retries);
    m_rate->setText(limits.bytesPerSecond > 0 ? base::sizeKey(limits.bytesPerSecond) : QString());
    m_connect->setValue(seconds(limits.connectTimeout));
    m_stall->setValue(seconds(limits.stallTimeout));
    m_total->setValue(seconds(limits.totalTimeout));
}

Limits LimitSection::limits() const
{
    Limits limits;
    limits.parallel = m_parallel->value();
    limits.retries = m_retries->value();
    limits.bytesPerSecond = base::parseSize(m_rate->text().trimmed()).value_or(0);
    limits.connectTimeout = std::chrono::seconds(m_connect->value());
    limits.stallTimeout = std::chrono::seconds(m_stall->value());
    limits.totalTimeout = std::chrono::seconds(m_total->value());
    return limits;
}

QString LimitSection::mistake() const
{
    const QString rate = m_rate->text().trimmed();
    if (rate.isEmpty() || base::parseSize(rate))
        return {};
    return tr("“%1” is not a number of bytes a second; write 512K, 2M or 1G.").arg(rate);
}

} // namespace ui
