// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colors.h"
#include "ui/models/errortext.h"

#include <QWidget>

#include <functional>

class QPushButton;

namespace ui {

class Banner;

/// Where the window says what went wrong, or well: the newest message, until it is closed. There is one for everything, and
/// one for what must not be replaced by other news. Thread: GUI.
class MessageBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(Tone tone, const QString &headline, const QStringList &details = {});
    void showError(const ErrorText &text);
    /// Gives the message that is shown now a button; pressing it closes the message.
    void offer(const QString &text, std::function<void()> action);
    /// Whether there was one to close.
    bool closeMessage();

    /// Empty when none is shown.
    [[nodiscard]] QString headline() const;

private:
    Banner *m_banner;
    QPushButton *m_offer;
    std::function<void()> m_offered;
};

} // namespace ui
