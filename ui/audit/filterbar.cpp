// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/filterbar.h"

#include "ui/common/buttonkind.h"
#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace ui {

using experiment::AuditOutcome;

namespace {
constexpr int signSize = 12;
constexpr int signHeight = 16; // As tall as a text: else the style sheet makes its corners square.
} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(4);
    const std::array<QString, Passed + 1> tips{tr("Choose the checks of the next audit"),
                                               tr("Show what all checks found"), tr("Show what failed alone"),
                                               tr("Show what could not be decided alone"),
                                               tr("Show what passed alone")};
    for (const Part part : {All, Failed, Unknown, Passed, Choice}) {
        auto *button = new QToolButton(this);
        button->setCheckable(true);
        button->setToolTip(tips[part]);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setKind(*button, ButtonKind::Pill);
        connect(button, &QToolButton::clicked, this, [this, part] {
            setPart(part);
            Q_EMIT chosen(part);
        });
        if (part == Choice) { // Where there is no room its sign has to do.
            row->addStretch(1);
            button->setIcon(icon(QLatin1StringView("settings"), Tone::Dim));
            button->setIconSize({signSize, signHeight});
            button->setAccessibleName(tips[Choice]);
            button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        }
        row->addWidget(button);
        m_buttons[part] = button;
    }
    setResult({});
}

void FilterBar::setResult(const experiment::AuditResult &result)
{
    const int failed = result.count(AuditOutcome::Fail);
    const int unknown = result.count(AuditOutcome::Unknown);
    const int passed = result.count(AuditOutcome::Pass);
    const auto set = [this](Part part, const QString &text, int count) {
        m_buttons[part]->setText(text.arg(count));
        m_buttons[part]->setEnabled(count > 0);
    };
    set(All, tr("all %1"), failed + unknown + passed);
    set(Failed, tr("failed %1"), failed);
    set(Unknown, tr("unknown %1"), unknown);
    set(Passed, tr("passed %1"), passed);
    m_buttons[Choice]->setText(tr("choose checks"));
    fit();
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FilterBar::fit()
{
    QToolButton *choice = m_buttons[Choice];
    int others = 0;
    for (const Part part : {All, Failed, Unknown, Passed})
        others += m_buttons[part]->sizeHint().width() + layout()->spacing();
    choice->setToolButtonStyle(Qt::ToolButtonIconOnly);
    choice->setMinimumWidth(choice->sizeHint().width());
    choice->setToolButtonStyle(Qt::ToolButtonTextOnly);
    if (others + choice->sizeHint().width() > width())
        choice->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void FilterBar::setPart(Part part)
{
    for (const Part each : {Choice, All, Failed, Unknown, Passed})
        m_buttons[each]->setChecked(each == part);
}

} // namespace ui
