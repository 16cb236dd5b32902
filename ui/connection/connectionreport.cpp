// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/connectionreport.h"

#include "ui/common/card.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/signlabel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

ConnectionReport::ConnectionReport(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card({}, this))
    , m_close(new QToolButton(this))
{
    auto *title = new QLabel(tr("What was found on the server"), this);
    title->setFont(strongFont(title->font()));
    m_close->setIcon(icon(QLatin1StringView("cancel")));
    m_close->setAccessibleName(tr("Hide what was found"));
    m_close->setToolTip(tr("Hide (Esc); Ctrl+I shows it again"));
    connect(m_close, &QToolButton::clicked, this, &ConnectionReport::closeRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_close);
    m_card->content().setContentsMargins(16, 8, 8, 12);
    m_card->content().setSpacing(4);
    m_card->content().addLayout(head);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 0);
    column->addWidget(m_card);
}

void ConnectionReport::setFindings(const QList<Finding> &findings)
{
    delete m_rows;
    m_rows = new QWidget(m_card);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 8, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(3, 1);
    m_lastInTabOrder = m_close;
    QString previous;
    for (const Finding &finding : findings) {
        addFinding(finding, finding.title == previous);
        previous = finding.title;
    }
    m_card->content().addWidget(m_rows);
}

void ConnectionReport::addFinding(const Finding &finding, bool isSameTitle)
{
    const int row = m_grid->rowCount();
    if (!isSameTitle) {
        auto *sign = new SignLabel(SignLabel::textSize, m_rows);
        if (finding.isThere)
            sign->setSign(QLatin1StringView("check"), Tone::Good);
        else
            sign->setSign(QLatin1StringView("alert"), Tone::Warn);
        sign->setAccessibleName(finding.isThere ? tr("found") : tr("missing"));
        m_grid->addWidget(sign, row, 0);
        m_grid->addWidget(new QLabel(finding.title, m_rows), row, 1);
    }
    auto *text = new ElidedLabel(finding.text, m_rows);
    text->setForegroundRole(QPalette::PlaceholderText);
    if (finding.line.isEmpty()) {
        m_grid->addWidget(text, row, 2, 1, 3);
        return;
    }
    m_grid->addWidget(text, row, 2);
    auto *line = new QLineEdit(finding.line, m_rows);
    line->setReadOnly(true);
    line->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    line->setAccessibleName(tr("Line to add (%1)").arg(finding.language));
    line->setToolTip(finding.line);
    line->setCursorPosition(0);
    auto *copy = new QToolButton(m_rows);
    copy->setIcon(icon(QLatin1StringView("copy")));
    copy->setAccessibleName(tr("Copy the line for %1").arg(finding.language));
    copy->setToolTip(tr("Copy this line"));
    connect(copy, &QToolButton::clicked, line,
            [line] { QGuiApplication::clipboard()->setText(line->text()); });
    setTabOrder(m_lastInTabOrder, line);
    setTabOrder(line, copy);
    m_lastInTabOrder = copy;
    m_grid->addWidget(line, row, 3);
    m_grid->addWidget(copy, row, 4);
}

} // namespace ui
