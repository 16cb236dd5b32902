// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/leak/checksettings.h"

#include <QVariantMap>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ui {

/// The card where a check is set up, started and stopped. Thread: GUI.
class CheckSetup final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckSetup)

public:
    enum class State {
        Unavailable, ///< No server: nothing to start.
        Ready,
        Again, ///< Ready, and there is a result.
        Running,
        Stopping,
    };

    explicit CheckSetup(QWidget *parent = nullptr);

    [[nodiscard]] CheckSettings settings() const;
    void setSettings(const CheckSettings &settings);
    /// For the next start of the program; files are not kept. Broken entries are left as they are.
    [[nodiscard]] QVariantMap saved() const;
    void restore(const QVariantMap &saved);

    void setState(State state);
    /// Said below the button, which does not start anything then; empty: nothing is in the way.
    void setObstacle(const QString &why);
    /// Starts or stops, as the present state allows.
    [[nodiscard]] QPushButton &button() { return *m_button; }

Q_SIGNALS:
    void startRequested();
    void cancelRequested();

private:
    void build();
    void fillPayload();
    void choosePayload(int index);
    void askForFiles();
    void setPayload(qint64 bytes);
    void setFiles(const QStringList &files);
    void updateHint();
    void updateButton();

    QComboBox *m_payload;
    QSpinBox *m_perRound;
    QSpinBox *m_connections;
    QComboBox *m_speed;
    QCheckBox *m_aborts;
    QLabel *m_hint;
    QPushButton *m_button;
    QLabel *m_obstacle;
    QList<QWidget *> m_fields; ///< Fixed while a check runs.
    QStringList m_files;
    int m_chosen = 0; ///< Of the payload's entries, before "Files…" was.
    State m_state = State::Unavailable;
};

} // namespace ui
