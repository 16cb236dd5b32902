// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colors.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace ui {

class SignLabel;

/// A message in the page instead of a box before it: what happened, why, what to do, and buttons to do it.
/// As tall as its text needs. Thread: GUI. Its accessible name and description are its texts.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(QWidget *parent = nullptr);

    /// `details` follow the headline in ordinary type; empty ones are left out. Read aloud if it says something else than
    /// before, as soon as it is seen.
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
    void showEvent(QShowEvent *event) override;

private:
    void addCloseButton();
    void tell();
    void updateColors();

    Tone m_tone = Tone::Text;
    bool m_isNews = false; ///< Not yet read aloud.
    QHBoxLayout *m_row;
    SignLabel *m_sign;
    QLabel *m_headline;
    QLabel *m_details;
    QHBoxLayout *m_buttons;
    QToolButton *m_close = nullptr;
};

} // namespace ui
