// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alertruledraft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class Banner;

/// One alert rule: what it means, and fields for what can be changed of it. What is typed counts with Enter, or when the field
/// is left; what cannot be understood is said below the fields, and the rule stays as it was. Thread: GUI.
class AlertRuleEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertRuleEditor)

public:
    explicit AlertRuleEditor(QWidget *parent = nullptr);

    /// Shows it; what was typed for another one, and not understood, is forgotten.
    void setRule(const analysis::AlertRule &rule);

Q_SIGNALS:
    /// It is another than was shown, and makes sense.
    void edited(const analysis::AlertRule &rule);
    /// Back to how it is by default.
    void defaultWanted();

private:
    void build();
    QLineEdit *addField(AlertField field);
    void take(AlertField field);
    void commit();
    void showDraft();
    [[nodiscard]] QLineEdit *field(AlertField field) const { return m_fields[static_cast<qsizetype>(field)]; }

    AlertRuleDraft m_draft;
    analysis::AlertRule m_shown; ///< As it is in force.
    QLabel *m_title;
    QLabel *m_signal;
    QLabel *m_meaning;
    QComboBox *m_priority;
    QList<QLineEdit *> m_fields; ///< By AlertField.
    QLabel *m_thresholdName = nullptr;
    QLabel *m_clearName = nullptr;
    Banner *m_mistakes;
    QPushButton *m_default;
};

} // namespace ui
