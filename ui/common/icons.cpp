// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace ui {
namespace {

constexpr int smallPixels = 24;

class TintedSvg final : public QIconEngine
{
public:
    /// `small` is drawn where there is hardly room for `svg`; empty: there is no such.
    TintedSvg(QString name, QByteArray svg, QByteArray small, Tone tone)
        : m_name(std::move(name))
        , m_svg(std::move(svg))
        , m_small(std::move(small))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatio();
        const QSize pixels(static_cast<int>(std::lround(rect.width() * scale)),
                           static_cast<int>(std::lround(rect.height() * scale)));
        painter->drawPixmap(rect, rendered(pixels, mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return rendered(size, mode, state);
    }

    QString key() const override { return QStringLiteral("tidemark"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_svg.isEmpty(); }
    QIconEngine *clone() const override { return new TintedSvg(m_name, m_svg, m_small, m_tone); }

private:
    [[nodiscard]] QColor tint(QIcon::Mode mode, QIcon::State state) const
    {
        const Colors &colors = colorsFor(QGuiApplication::palette());
        if (mode == QIcon::Disabled)
            return colors.heapGoal;
        return state == QIcon::On && m_tone != Tone::OnAccent ? colors.accent : toneColor(colors, m_tone);
    }

    [[nodiscard]] QPixmap rendered(const QSize &pixels, QIcon::Mode mode, QIcon::State state) const
    {
        const QByteArray color = tint(mode, state).name().toLatin1();
        const QString key = QStringLiteral("tidemark-icon/") + m_name + QString::fromLatin1(color)
            + QString::number(pixels.width()) + QLatin1Char('x') + QString::number(pixels.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(pixels);
        pixmap.fill(Qt::transparent);
        QByteArray svg = m_small.isEmpty() || pixels.height() > smallPixels ? m_svg : m_small;
        svg.replace("currentColor", color);
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    QByteArray m_svg;
    QByteArray m_small;
    Tone m_tone;
};

/// Empty: there is none of that name.
QByteArray drawing(const QString &name)
{
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QIcon icon(QLatin1StringView name, Tone tone)
{
    const QByteArray svg = drawing(name);
    if (svg.isEmpty())
        return {};
    return QIcon(new TintedSvg(name, svg, drawing(name + QLatin1StringView("-small")), tone));
}

QIcon programIcon()
{
    return icon(QLatin1StringView("tidemark"));
}

} // namespace ui
