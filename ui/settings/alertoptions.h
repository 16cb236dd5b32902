// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace ui {

class Banner;

/// Of the group "Alerts": what all rules have in common - the limit of the server's memory, and whether the desktop is to be told.
/// A limit counts with Enter, or when the field is left; what cannot be understood is said below it. Thread: GUI.
class AlertOptions final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertOptions)

public:
    explicit AlertOptions(QWidget *parent = nullptr);

    /// Bytes; 0: not known. Says nothing.
    void setMemoryLimit(double bytes);
    [[nodiscard]] double memoryLimit() const { return m_bytes; }
    void setNotified(bool on);

Q_SIGNALS:
    /// By the person; as are the next.
    void memoryLimitChanged(double bytes);
    void notifiedChanged(bool on);

private:
    void build();
    void take();

    QLineEdit *m_limit;
    QCheckBox *m_notified;
    Banner *m_mistake;
    double m_bytes = 0;
};

} // namespace ui
