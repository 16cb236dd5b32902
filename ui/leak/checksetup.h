// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/setupcard.h"
#include "ui/leak/checksettings.h"

#include <QVariantMap>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace ui {

class PayloadBox;

/// The card where a check is set up, started and stopped. Thread: GUI.
class CheckSetup final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckSetup)

public:
    explicit CheckSetup(QWidget *parent = nullptr);

    [[nodiscard]] CheckSettings settings() const;
    void setSettings(const CheckSettings &settings);
    /// For the next start of the program; files are not kept. Broken entries are left as they are.
    [[nodiscard]] QVariantMap saved() const;
    void restore(const QVariantMap &saved);

    /// With its button, and whether it can start.
    [[nodiscard]] SetupCard &card() { return *m_card; }

private:
    void build();
    void updateHint();

    PayloadBox *m_payload;
    QSpinBox *m_perRound;
    QSpinBox *m_connections;
    QComboBox *m_speed;
    QCheckBox *m_aborts;
    SetupCard *m_card;
    QLabel *m_hint = nullptr;
};

} // namespace ui
