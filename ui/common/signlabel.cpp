// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/signlabel.h"

#include "ui/common/icons.h"

#include <QPainter>

#include <algorithm>

namespace ui {

SignLabel::SignLabel(int size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setFixedSize(size, size);
}

SignLabel::SignLabel(QLatin1StringView sign, Tone tone, int size, QWidget *parent)
    : SignLabel(size, parent)
{
    setSign(sign, tone);
}

void SignLabel::setSign(QLatin1StringView sign, Tone tone)
{
    setIcon(icon(sign, tone));
}

void SignLabel::setIcon(const QIcon &icon)
{
    m_icon = icon;
    update();
}

void SignLabel::centreOn(const QWidget &text)
{
    setFixedHeight(std::max(m_size, text.fontMetrics().height()));
}

QSize SignLabel::sizeHint() const
{
    return {m_size, m_size};
}

void SignLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

} // namespace ui
