// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/flamelegend.h"

#include "ui/common/colors.h"
#include "ui/common/fonts.h"
#include "ui/profile/flamecolors.h"

#include <QPainter>

namespace ui {

namespace {
constexpr int swatch = 10;
constexpr int swatchGap = 6;
constexpr int entryGap = 16;
} // namespace

FlameLegend::FlameLegend(QWidget *parent)
    : QWidget(parent)
{
    setFont(smallFont(font()));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FlameLegend::setContent(const pprof::ProfileContent &content)
{
    const auto entry = [](const QString &text, const auto &colorIn) {
        return Entry{text, colorIn(lightColors()), colorIn(darkColors())};
    };
    const auto difference = [](double ratio) {
        return [ratio](const Colors &colors) { return differenceColor(colors, ratio, Emphasis::Strong); };
    };
    const auto origin = [](pprof::Origin whose) {
        return [whose](const Colors &colors) { return originColor(colors, whose); };
    };
    if (content.isDifference)
        m_entries = {entry(tr("grew"), difference(1)), entry(tr("shrank"), difference(-1)),
                     entry(tr("both: width is what moved"), difference(0))};
    else
        m_entries = {entry(tr("the program"), origin(pprof::Origin::Main)),
                     entry(tr("its libraries"), origin(pprof::Origin::Dependency)),
                     entry(tr("standard library"), origin(pprof::Origin::Standard))};
    QStringList words;
    for (const Entry &each : m_entries)
        words << each.text;
    setAccessibleName(tr("Colours: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QSize FlameLegend::sizeHint() const
{
    int width = 0;
    for (const Entry &entry : m_entries)
        width += swatch + swatchGap + fontMetrics().horizontalAdvance(entry.text) + entryGap;
    return {std::max(0, width - entryGap), fontMetrics().height()};
}

void FlameLegend::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    for (const Entry &entry : m_entries) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.isDark ? entry.dark : entry.light);
        painter.drawRoundedRect(QRectF(x, (height() - swatch) / 2.0, swatch, swatch), 2, 2);
        x += swatch + swatchGap;
        painter.setPen(colors.dim);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        x += fontMetrics().horizontalAdvance(entry.text) + entryGap;
    }
}

} // namespace ui
