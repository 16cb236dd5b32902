// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

#include <memory>

namespace ui {
namespace {

constexpr int textPointSize = 10;

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QString styleSheetFor(const Colors &colors)
{
    QFile file(QStringLiteral(":/common/theme.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const QColor pressed = colors.isDark ? colors.accent.lighter(115) : colors.accent.darker(115);
    const QString check = colors.isDark ? QStringLiteral("check-dark") : QStringLiteral("check-light");
    const QString dash = colors.isDark ? QStringLiteral("dash-dark") : QStringLiteral("dash-light");
    const std::pair<QLatin1StringView, QString> names[]{
        {QLatin1StringView("@background"), colors.background.name()},
        {QLatin1StringView("@surface"), colors.surface.name()},
        {QLatin1StringView("@line"), colors.line.name()},
        {QLatin1StringView("@grid"), colors.grid.name()},
        {QLatin1StringView("@text"), colors.text.name()},
        {QLatin1StringView("@dim"), colors.dim.name()},
        {QLatin1StringView("@muted"), colors.heapGoal.name()},
        {QLatin1StringView("@accentSoft"), colors.accentSoft.name()}, // before @accent, which it begins with
        {QLatin1StringView("@accent"), colors.accent.name()},
        {QLatin1StringView("@onAccent"), colors.onAccent.name()},
        {QLatin1StringView("@bad"), colors.bad.name()},
        {QLatin1StringView("@warn"), colors.warn.name()},
        {QLatin1StringView("@pressed"), pressed.name()},
        {QLatin1StringView("@check"), check},
        {QLatin1StringView("@dash"), dash},
    };
    for (const auto &[name, value] : names)
        sheet.replace(name, value);
    return sheet;
}

QFont textFont(const QFont &systemFont)
{
    QFont font = systemFont;
    const QString preferred = QStringLiteral("Inter");
    if (QFontDatabase::families().contains(preferred))
        font.setFamilies({preferred, systemFont.family()});
    font.setPointSize(textPointSize);
    return font;
}

} // namespace

Theme::Theme(QApplication &application, ThemeMode mode)
    : m_application(application)
    , m_mode(mode)
    , m_isSystemDark(isDark(QGuiApplication::palette()))
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication::setFont(textFont(QFontDatabase::systemFont(QFontDatabase::GeneralFont)));
    apply();
    m_application.installEventFilter(this);
}

void Theme::setMode(ThemeMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    apply();
}

const Colors &Theme::colors() const
{
    const bool dark = m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && m_isSystemDark);
    return dark ? darkColors() : lightColors();
}

QPalette Theme::paletteFor(const Colors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.background);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.background);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.dim);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.bad);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.isDark ? c.line.lighter(115) : c.surface);
    palette.setColor(QPalette::Midlight, c.grid);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.isDark ? c.background : c.line.darker(110));
    palette.setColor(QPalette::Shadow, c.isDark ? QColor(Qt::black) : c.dim);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, c.heapGoal);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.grid);
    return palette;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The system switched. Our own palette hides the new one, but Fusion's standard palette follows the
    // platform.
    if (event->type() == QEvent::ThemeChange) {
        const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("Fusion")));
        const bool dark = isDark(fusion->standardPalette());
        if (dark != m_isSystemDark) {
            m_isSystemDark = dark;
            if (m_mode == ThemeMode::System)
                apply();
        }
    }
    return QObject::eventFilter(watched, event);
}

Theme::Unstyled::Unstyled(Theme &theme)
    : m_theme(theme)
{
    m_theme.m_application.setStyleSheet({});
}

Theme::Unstyled::~Unstyled()
{
    m_theme.m_application.setStyleSheet(styleSheetFor(m_theme.colors()));
}

void Theme::apply()
{
    QApplication::setPalette(paletteFor(colors()));
    m_application.setStyleSheet(styleSheetFor(colors()));
    Q_EMIT changed();
}

} // namespace ui
