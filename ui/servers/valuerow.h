// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QToolButton;

namespace ui {

/// One row of a ValueList. Thread: GUI.
class ValueRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueRow)

public:
    ValueRow(const QString &what, const servers::NamedValue &value, QWidget *parent);

    [[nodiscard]] servers::NamedValue value() const;
    void focusName();
    /// In the order of the eye.
    [[nodiscard]] QList<QWidget *> fields() const;

Q_SIGNALS:
    void edited();
    void removeRequested();

private:
    void guessSecret();
    void showSecret(bool isSecret);

    QLineEdit *m_name;
    QLineEdit *m_value;
    QCheckBox *m_secret;
    QToolButton *m_remove;
    bool m_isDecided = false; ///< The user said whether it is secret; no guessing any more.
};

} // namespace ui
