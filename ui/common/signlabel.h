// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colors.h"

#include <QIcon>
#include <QLatin1StringView>
#include <QWidget>

class QLabel;

namespace ui {

/// A sign beside or above a text (see icon()). It is painted anew each time: so it follows theme and scale, which a pixmap in
/// a label does not. Decoration, unless it is given an accessible name. Thread: GUI.
class SignLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignLabel)

public:
    static constexpr int textSize = 16; ///< Pixels, beside a line of text.
    static constexpr int pageSize = 32; ///< Above the words of an empty page.

    explicit SignLabel(int size, QWidget *parent = nullptr);
    SignLabel(QLatin1StringView sign, Tone tone, int size, QWidget *parent = nullptr);

    void setSign(QLatin1StringView sign, Tone tone);
    /// One that is not among the signs: the program's.
    void setIcon(const QIcon &icon);
    /// As tall as the first line of the text beside it: both share a centre.
    void centreOn(const QWidget &text);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_size;
    QIcon m_icon;
};

} // namespace ui
