// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

#include <QWidget>

class QLineEdit;
class QSpinBox;

namespace ui {

/// Of the editor: how much at once, how fast, how long, how often. Thread: GUI.
class LimitSection final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LimitSection)

public:
    explicit LimitSection(QWidget *parent = nullptr);

    void setLimits(const servers::Limits &limits);
    [[nodiscard]] servers::Limits limits() const;
    /// What cannot be understood of what was typed, in one sentence; empty: all can.
    [[nodiscard]] QString mistake() const;

Q_SIGNALS:
    void edited();

private:
    QSpinBox *m_parallel;
    QSpinBox *m_retries;
    QLineEdit *m_rate;
    QSpinBox *m_connect;
    QSpinBox *m_stall;
    QSpinBox *m_total;
};

} // namespace ui
