// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLabel;

namespace ui {

class ElidedLabel;
class SignLabel;

/// Above a result that is kept although the window has moved on: which address it is of, and a cross to close it. Is there
/// only while it has an address to say. Thread: GUI.
class OriginBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OriginBar)

public:
    /// The headline says what the result is: "Another address was checked".
    explicit OriginBar(const QString &headline, QWidget *parent = nullptr);

    void setHeadline(const QString &headline);
    /// Empty: hides it. A new address is announced, at once or as soon as it is seen.
    void setAddress(const QString &address);
    [[nodiscard]] QString address() const;

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addCloseButton();
    void tell();

    SignLabel *m_sign;
    QLabel *m_headline;
    ElidedLabel *m_address;
    QAction *m_close;
    bool m_isNews = false; ///< Not announced yet.
};

} // namespace ui
