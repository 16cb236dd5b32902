// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

#include <QList>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace ui {

class ValueRow;

/// Names with values, a row each, as many as the user adds: headers, form fields. A value can be marked as secret; then it is
/// not shown, and kept in the keychain. Thread: GUI.
class ValueList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueList)

public:
    /// `what` is one of them, for buttons and screen readers: "header".
    explicit ValueList(const QString &what, QWidget *parent = nullptr);

    /// Those with a name.
    [[nodiscard]] QList<servers::NamedValue> values() const;
    void setValues(const QList<servers::NamedValue> &values);

Q_SIGNALS:
    /// By the user.
    void edited();

private:
    ValueRow *addRow(const servers::NamedValue &value);
    void removeRow(ValueRow *row);

    QString m_what;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QList<ValueRow *> m_rows;
};

} // namespace ui
