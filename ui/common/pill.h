// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colors.h"

#include <QWidget>

namespace ui {

/// A word or two on a soft round ground: "connected", "201 Created". Tone is never the only sign: the text
/// says it too. Thread: GUI. Its accessible name is its text.
class Pill final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pill)

public:
    explicit Pill(const QString &text = {}, Tone tone = Tone::Dim, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setTone(Tone tone);
    /// A dot before the text, as for a live connection.
    void setDot(bool on);
    /// For long texts: it gives way, down to some letters, and then shows "…", with the whole text as tool tip.
    void setElidable(bool on);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// The same for delegates: paints into `rect`, left-aligned and centred vertically, eliding if needed.
    static void paint(QPainter &painter, const QRect &rect, const QString &text, Tone tone,
                      const Colors &colors, bool dot = false);
    /// What paint() wants for `text` with that font as the widget's.
    [[nodiscard]] static QSize sizeFor(const QFont &font, const QString &text, bool dot = false);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
    bool m_hasDot = false;
    bool m_isElidable = false;
};

} // namespace ui
