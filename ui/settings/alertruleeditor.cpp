// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/alertruleeditor.h"

#include "core/report/alertwording.h"
#include "core/session/alertsettings.h"
#include "ui/common/banner.h"
#include "ui/common/buttonkind.h"
#include "ui/common/fonts.h"
#include "ui/common/labelled.h"
#include "ui/common/mnemonic.h"
#include "ui/models/alerttext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace ui {

using analysis::AlertPriority;
using analysis::AlertRule;

namespace {

QLabel *wrapped(Qt::AlignmentFlag alignment = Qt::AlignTop)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText); // titles are the user's
    label->setWordWrap(true);
    label->setAlignment(alignment);
    return label;
}

/// Its name is told by the rule's comparison.
QLabel *nameOf(const QWidget &pair)
{
    return pair.findChild<QLabel *>();
}

} // namespace

AlertRuleEditor::AlertRuleEditor(QWidget *parent)
    : QWidget(parent)
    , m_draft(AlertRule())
    , m_title(wrapped())
    , m_signal(wrapped())
    , m_meaning(wrapped())
    , m_priority(new QComboBox)
    , m_mistakes(new Banner)
    , m_default(new QPushButton(tr("Back to the &default")))
{
    build();
    connect(m_priority, &QComboBox::activated, this, [this](int index) {
        m_draft.setPriority(static_cast<AlertPriority>(m_priority->itemData(index).toInt()));
        commit();
    });
    connect(m_default, &QPushButton::clicked, this, &AlertRuleEditor::defaultWanted);
}

void AlertRuleEditor::build()
{
    m_title->setFont(strongFont(m_title->font()));
    m_signal->setForegroundRole(QPalette::PlaceholderText);
    for (const AlertPriority priority : {AlertPriority::P1, AlertPriority::P2, AlertPriority::P3})
        m_priority->addItem(priorityMeaning(priority), static_cast<int>(priority));
    m_default->setToolTip(tr("Take back what was changed of this rule"));
    setKind(*m_default, ButtonKind::Link);
    for (const AlertField field : allAlertFields)
        m_fields.append(addField(field));

    auto *begin = fieldRow();
    QWidget *threshold = labelled(tr("Raised when &above"), *field(AlertField::Threshold));
    m_thresholdName = nameOf(*threshold);
    begin->addWidget(threshold, 1);
    begin->addWidget(labelled(tr("f&or"), *field(AlertField::Holds),
                              tr("How long it must be so, without a break: 500ms, 30s, 5m; 0s: at once")),
                     1);
    auto *end = fieldRow();
    QWidget *clear = labelled(tr("Over at most at"), *field(AlertField::Clear));
    m_clearName = nameOf(*clear);
    end->addWidget(clear, 1);
    end->addWidget(
        labelled(tr("fo&r", "how long"), *field(AlertField::Keeps),
                 tr("How long it must be better before the alert is over: 500ms, 30s, 5m; 0s: at once")),
        1);
    field(AlertField::Keeps)->setAccessibleName(tr("Over after"));
    field(AlertField::Holds)->setAccessibleName(tr("Raised after"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_signal);
    column->addWidget(labelled(tr("Prior&ity"), *m_priority, tr("How soon somebody should look")));
    column->addLayout(begin);
    column->addLayout(end);
    column->addWidget(m_mistakes);
    column->addWidget(m_meaning);
    column->addWidget(m_default, 0, Qt::AlignLeft);
    column->addStretch();
    m_mistakes->hide();
}

QLineEdit *AlertRuleEditor::addField(AlertField field)
{
    auto *edit = new QLineEdit;
    edit->setMaxLength(40);
    connect(edit, &QLineEdit::editingFinished, this, [this, field] { take(field); });
    return edit;
}

void AlertRuleEditor::setRule(const AlertRule &rule)
{
    if (rule == m_shown && m_draft.isSound())
        return;
    m_shown = rule;
    m_draft = AlertRuleDraft(rule);
    showDraft();
}

void AlertRuleEditor::take(AlertField which)
{
    if (field(which)->text() == m_draft.text(which))
        return;
    m_draft.setText(which, field(which)->text());
    commit();
}

void AlertRuleEditor::commit()
{
    showDraft();
    if (!m_draft.isSound() || m_draft.rule() == m_shown)
        return;
    m_shown = m_draft.rule();
    Q_EMIT edited(m_shown);
}

/// The draft, and what is wrong with it.
void AlertRuleEditor::showDraft()
{
    const AlertRule &rule = m_draft.isSound() ? m_draft.rule() : m_shown;
    const bool isAbove = rule.comparison == analysis::AlertComparison::Above;
    m_title->setText(report::alertTitle(rule.title));
    m_signal->setText(signalMeaning(rule.signal));
    m_meaning->setText(ruleMeaning(rule));
    m_thresholdName->setText(isAbove ? tr("Raised when &above") : tr("Raised when &below"));
    m_clearName->setText(isAbove ? tr("Over at or belo&w") : tr("Over at or abo&ve"));
    field(AlertField::Threshold)->setAccessibleName(withoutMnemonic(m_thresholdName->text()));
    field(AlertField::Clear)->setAccessibleName(withoutMnemonic(m_clearName->text()));
    m_priority->setCurrentIndex(m_priority->findData(static_cast<int>(m_draft.rule().priority)));
    QStringList mistakes;
    for (const AlertField which : allAlertFields) {
        field(which)->setText(m_draft.text(which));
        mistakes << m_draft.mistake(which);
    }
    m_mistakes->setMessage(Tone::Bad, tr("The rule stays as it was."), mistakes);
    m_mistakes->setVisible(!m_draft.isSound());
    const std::optional<AlertRule> usual = session::defaultRule(rule.id);
    m_default->setEnabled(usual && *usual != rule);
}

} // namespace ui
