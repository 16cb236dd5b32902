// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/elidedbutton.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace ui {

ElidedButton::ElidedButton(QWidget *parent)
    : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedButton::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    const int least = fontMetrics().horizontalAdvance(QStringLiteral("www…")) + around();
    return {std::min(whole.width(), least), whole.height()};
}

int ElidedButton::around() const
{
    return sizeHint().width() - fontMetrics().size(Qt::TextShowMnemonic, text()).width();
}

void ElidedButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    if (width() < sizeHint().width())
        option.text = option.fontMetrics.elidedText(text(), Qt::ElideRight, width() - around());
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace ui
