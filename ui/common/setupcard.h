// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

/// The card where a measurement is set up, started and stopped: fields below each other, which cannot be changed while it
/// runs, and the button. Thread: GUI. Fields become its own.
class SetupCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupCard)

public:
    enum class State {
        Unavailable, ///< Nothing to start: no server.
        Ready,
        Again, ///< Ready, and there is a result.
        Running,
        Stopping,
    };
    /// Of the button, when it starts and when it stops.
    struct Tips
    {
        QString start;
        QString stop;
    };

    SetupCard(const QString &title, const Tips &tips, QWidget *parent = nullptr);

    /// With its title, which may have a mnemonic, above it.
    void addField(const QString &title, QWidget *field);
    void addPair(const QString &leftTitle, QWidget *left, const QString &rightTitle, QWidget *right);
    /// One that says itself what it is.
    void addOption(QWidget *field);
    /// Hides a field with its title, or shows them again.
    void setShown(QWidget &field, bool on);
    /// A place for small text below the last field.
    [[nodiscard]] QLabel *addHint();

    void setState(State state);
    /// Whether what is set up is right; it cannot be started else. Default: it is.
    void setValid(bool on);
    [[nodiscard]] bool isValid() const { return m_isValid; }
    /// Said below the button, which does not start anything then; empty: nothing is in the way.
    void setObstacle(const QString &why);
    /// Starts or stops, as the present state allows.
    [[nodiscard]] QPushButton &button() { return *m_button; }
    [[nodiscard]] const Tips &tips() const { return m_tips; }

Q_SIGNALS:
    void startRequested();
    void cancelRequested();

private:
    void addTitled(QVBoxLayout &column, const QString &title, QWidget *field);
    void click();
    void updateButton();

    Tips m_tips;
    QVBoxLayout *m_rows;
    QPushButton *m_button;
    QLabel *m_obstacle;
    QList<QWidget *> m_fields;
    State m_state = State::Unavailable;
    bool m_isValid = true;
};

} // namespace ui
