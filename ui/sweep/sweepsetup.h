// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/setupcard.h"
#include "ui/sweep/sweepsettings.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ui {

class PayloadBox;

/// The card where a sweep is set up, started and stopped. It tells how many uploads that is before it starts, and what is
/// wrong with it while it cannot. Thread: GUI.
class SweepSetup final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepSetup)

public:
    explicit SweepSetup(QWidget *parent = nullptr);

    /// While the levels are not right, with those that were right last.
    [[nodiscard]] SweepSettings settings() const;
    void setSettings(const SweepSettings &settings);
    /// With its button, and whether it can start: levels rise, and are not more uploads than a sweep may make.
    [[nodiscard]] SetupCard &card() { return *m_card; }

private:
    void build();
    [[nodiscard]] bool isTimed() const;
    void showAmount();
    void revise();
    void say(const QString &text, bool isValid);

    PayloadBox *m_payload;
    QLineEdit *m_levelsEdit;
    QSpinBox *m_amount;
    QComboBox *m_unit;
    QSpinBox *m_errorLimit;
    SetupCard *m_card;
    QLabel *m_hint = nullptr;
    std::vector<int> m_levels; ///< The last that were right.
    int m_perConnection = 20; ///< Also while the other unit is chosen; so is the next.
    int m_seconds = 10;
};

} // namespace ui
