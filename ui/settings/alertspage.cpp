// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/alertspage.h"

#include "core/report/alertwording.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/focusarea.h"
#include "ui/models/alertrulemodel.h"
#include "ui/models/alerttext.h"
#include "ui/settings/alertfiles.h"
#include "ui/settings/alertoptions.h"
#include "ui/settings/alertruleeditor.h"
#include "ui/settings/alertrulelist.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace ui {

using analysis::AlertRule;
using session::AlertSettings;

AlertsPage::AlertsPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new AlertRuleModel(this))
    , m_list(new AlertRuleList(*m_model))
    , m_editor(new AlertRuleEditor)
    , m_options(new AlertOptions)
    , m_said(new Banner)
    , m_undo(&m_said->addButton(tr("&Undo")))
{
    build();
    setFocusProxy(m_list);
    connect(m_list, &AlertRuleList::currentRowChanged, this, &AlertsPage::showRule);
    connect(m_model, &AlertRuleModel::changed, this, [this] {
        showRule();
        if (!m_isQuiet)
            Q_EMIT settingsChanged(settings());
    });
    connect(m_editor, &AlertRuleEditor::edited, this,
            [this](const AlertRule &rule) { m_model->setRule(m_list->currentRow(), rule); });
    connect(m_editor, &AlertRuleEditor::defaultWanted, this, &AlertsPage::resetRule);
    connect(m_options, &AlertOptions::memoryLimitChanged, this,
            [this] { Q_EMIT settingsChanged(settings()); });
    connect(m_options, &AlertOptions::notifiedChanged, this, &AlertsPage::notifiedChanged);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_said->hide();
        put(m_before);
    });
    showRule();
}

void AlertsPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(12);
    column->addWidget(m_said);
    column->addWidget(buildRules(), 1);
    column->addWidget(m_options);
    column->addWidget(buildButtons());
    m_undo->setToolTip(tr("Have it back as it was"));
    m_said->setClosable(true);
    m_said->hide();
}

QWidget *AlertsPage::buildRules()
{
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    row->addWidget(m_list, 1);
    auto *area = new FocusArea;
    area->setWidget(m_editor);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    for (QWidget *ground : {area->viewport(), area->widget()})
        ground->setBackgroundRole(QPalette::Base); // the card's
    row->addWidget(area, 1);
    card->content().addLayout(row, 1);
    return card;
}

QWidget *AlertsPage::buildButtons()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(8);
    QPushButton *load
        = addButton(tr("Load…"), tr("Take over the rules of a file, as tidemark-cli --alert-rules does"));
    QPushButton *save
        = addButton(tr("&Save…"), tr("Write all rules to a file that tidemark-cli --alert-rules takes"));
    QPushButton *prometheus = addButton(tr("Export for &Prometheus…"),
                                        tr("Write the rules that are on as alerting rules of Prometheus"));
    QPushButton *reset = addButton(tr("Rese&t all"), tr("Default rules, all of them on; can be undone"));
    for (QPushButton *button : {load, save, prometheus})
        row->addWidget(button);
    row->addStretch();
    row->addWidget(reset);
    connect(load, &QPushButton::clicked, this, [this] {
        alertfiles::askToLoad(*this, m_folder, [this](const QString &name) { this->load(name); });
    });
    connect(save, &QPushButton::clicked, this, [this] {
        alertfiles::askToSave(*this, m_folder, [this](const QString &name) { this->save(name); });
    });
    connect(prometheus, &QPushButton::clicked, this, [this] {
        alertfiles::askToExport(*this, m_folder, [this](const QString &name) { exportForPrometheus(name); });
    });
    connect(reset, &QPushButton::clicked, this, [this] {
        replace({session::defaultRuleList(), m_options->memoryLimit()},
                tr("All rules are as they are by default."));
    });
    return line;
}

QPushButton *AlertsPage::addButton(const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text);
    button->setToolTip(toolTip);
    return button;
}

AlertSettings AlertsPage::settings() const
{
    return {m_model->rules(), m_options->memoryLimit()};
}

void AlertsPage::setSettings(const AlertSettings &settings)
{
    const bool wasQuiet = std::exchange(m_isQuiet, true);
    m_options->setMemoryLimit(settings.memoryLimit);
    m_model->setRules(settings.rules);
    m_isQuiet = wasQuiet;
}

void AlertsPage::setNotified(bool on)
{
    m_options->setNotified(on);
}

void AlertsPage::put(const AlertSettings &settings)
{
    if (settings == this->settings())
        return;
    setSettings(settings);
    Q_EMIT settingsChanged(settings);
}

void AlertsPage::showRule()
{
    const int row = m_list->currentRow();
    m_editor->setEnabled(row >= 0);
    if (row >= 0)
        m_editor->setRule(m_model->rule(row));
}

void AlertsPage::resetRule()
{
    const int row = m_list->currentRow();
    AlertSettings changed = settings();
    AlertRule &rule = changed.rules[row].rule;
    const auto usual = session::defaultRule(rule.id);
    if (!usual)
        return;
    rule = *usual;
    replace(changed, tr("“%1” is as it is by default.").arg(report::alertTitle(rule.title)));
}

void AlertsPage::load(const QString &fileName)
{
    const auto rules = session::readRuleList(fileName);
    const QString name = QFileInfo(fileName).fileName();
    if (!rules) {
        complain(errorText(rules.error(), Task::RulesLoad, name));
        return;
    }
    Q_EMIT folderChosen(QFileInfo(fileName).path());
    replace({session::withAllDefaults(*rules), m_options->memoryLimit()},
            tr("The rules of “%1” are in force.").arg(name),
            tr("Default rules that it does not hold are off."));
}

void AlertsPage::save(const QString &fileName)
{
    told(fileName, alertfiles::save(fileName, settings()));
}

void AlertsPage::exportForPrometheus(const QString &fileName)
{
    told(fileName, alertfiles::exportForPrometheus(fileName, settings()));
}

void AlertsPage::told(const QString &fileName, const base::Result<base::Done> &written)
{
    if (!written) {
        complain(errorText(written.error(), Task::RulesSave, QFileInfo(fileName).fileName()));
        return;
    }
    Q_EMIT folderChosen(QFileInfo(fileName).path());
    say(Tone::Good, tr("The rules are written."), {fileName});
}

void AlertsPage::replace(const AlertSettings &settings, const QString &headline, const QString &detail)
{
    m_before = this->settings();
    put(settings);
    say(Tone::Accent, headline, {detail});
    m_undo->setVisible(m_before != settings);
}

void AlertsPage::complain(const ErrorText &text)
{
    say(Tone::Bad, text.what, {tr("%1 %2", "why it failed, what to do").arg(text.why, text.advice)});
}

void AlertsPage::say(Tone tone, const QString &headline, const QStringList &details)
{
    m_said->setMessage(tone, headline, details);
    m_undo->hide();
    m_said->show();
}

} // namespace ui
