// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/alert.h"

#include <QToolButton>

#include <optional>

namespace ui {

/// In the status bar: how many alerts are raised and which is the most urgent, by sign, colour and words. What does not fit is
/// elided; the tool tip and the accessible name have all of it. Thread: GUI.
class AlertButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertButton)

public:
    explicit AlertButton(QWidget *parent = nullptr);

    /// Nothing: none is raised.
    void setAlerts(qsizetype count, const std::optional<session::Alert> &mostUrgent);
    /// What a click does, and by which key; for the tool tip.
    void setHint(const QString &hint);

private:
    void updateTip();
    /// theme.qss colours by it.
    void setUrgency(const QString &key);

    QString m_summary;
    QString m_hint;
};

} // namespace ui
