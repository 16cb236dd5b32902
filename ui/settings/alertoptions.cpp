// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/alertoptions.h"

#include "core/base/format.h"
#include "core/base/units.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/labelled.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <cmath>
#include <optional>

namespace ui {

namespace {

QString limitText(double bytes)
{
    return bytes > 0 ? base::sizeKey(std::llround(bytes)) : QString();
}

/// Nothing: it is no limit. What is empty is none that is known.
std::optional<double> limitFrom(const QString &text)
{
    if (text.isEmpty())
        return 0;
    const std::optional<qint64> size = base::parseSize(text);
    return size && *size > 0 ? std::optional(static_cast<double>(*size)) : std::nullopt;
}

} // namespace

AlertOptions::AlertOptions(QWidget *parent)
    : QWidget(parent)
    , m_limit(new QLineEdit)
    , m_notified(new QCheckBox(tr("&Notify me of P1 and P2 while another window is in front")))
    , m_mistake(new Banner)
{
    build();
    connect(m_limit, &QLineEdit::editingFinished, this, &AlertOptions::take);
    connect(m_notified, &QCheckBox::clicked, this, &AlertOptions::notifiedChanged);
}

void AlertOptions::build()
{
    auto *row = fieldRow();
    m_limit->setPlaceholderText(tr("not known"));
    m_limit->setMaxLength(40);
    m_limit->setMaximumWidth(160);
    row->addWidget(labelled(tr("Server's memory &limit"), *m_limit,
                            tr("At which it is killed: 512M, 2G; for the rule about the time until then")));
    row->addStretch();
    m_notified->setToolTip(tr("By a notification of the desktop, of each rule once a minute at most"));
    row->addWidget(m_notified, 0, Qt::AlignBottom);
    auto *card = new Card;
    card->content().addLayout(row);
    card->content().addWidget(m_mistake);
    card->content().addWidget(
        smallText(tr("Rules about a server look at the watched one, and not at what is watched beside it.")));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    m_mistake->hide();
}

void AlertOptions::setMemoryLimit(double bytes)
{
    m_bytes = bytes;
    m_limit->setText(limitText(bytes));
    m_mistake->hide();
}

void AlertOptions::setNotified(bool on)
{
    m_notified->setChecked(on);
}

void AlertOptions::take()
{
    const QString typed = m_limit->text().trimmed();
    const std::optional<double> limit = limitFrom(typed);
    m_mistake->setVisible(!limit);
    if (!limit) {
        const QString before = m_bytes > 0 ? base::formatBytes(m_bytes) : tr("not known");
        m_mistake->setMessage(
            Tone::Bad, tr("The limit stays as it was: %1.").arg(before),
            {tr("“%1” is not a size. Write for example 512M or 2G, or nothing if it is not known.")
                 .arg(typed)});
        return;
    }
    if (typed == limitText(m_bytes))
        return; // it may be a part of a byte that the text does not show
    setMemoryLimit(*limit);
    Q_EMIT memoryLimitChanged(*limit);
}

} // namespace ui
