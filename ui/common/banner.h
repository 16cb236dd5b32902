// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colors.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace ui {

/// A message in the page instead of a box before it: what happened, why, what to do, and buttons to do it.
/// As tall as its text needs. Thread: GUI. Its accessible name and description are its texts.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(QWidget *parent = nullptr);

    /// `details` follow the headline in ordinary type; empty ones are left out.
    void setMessage(Tone tone, const QString &headline, const QStringList &details = {});
    [[nodiscard]] QString headline() const;

    /// Beside the text; belongs to the banner.
    [[nodiscard]] QPushButton &addButton(const QString &text);
    /// A cross at the right that hides the banner. Default: none.
    void setClosable(bool on);

Q_SIGNALS:
    /// The user closed it.
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addCloseButton();
    void updateColors();

    Tone m_tone = Tone::Text;
    QHBoxLayout *m_row;
    QLabel *m_sign;
    QLabel *m_headline;
    QLabel *m_details;
    QHBoxLayout *m_buttons;
    QToolButton *m_close = nullptr;
};

} // namespace ui
