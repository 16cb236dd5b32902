// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alertpanel.h"

#include "ui/common/alerttone.h"
#include "ui/common/buttonkind.h"
#include "ui/common/fonts.h"
#include "ui/common/rowdelegate.h"
#include "ui/models/alertlogmodel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int panelWidth = 440;
constexpr int mostRows = 6; // without scrolling

RowText rowText(const QModelIndex &index)
{
    const auto priority
        = static_cast<analysis::AlertPriority>(index.data(AlertLogModel::PriorityRole).toInt());
    return {analysis::toKey(priority), alertTone(priority), index.data().toString(),
            index.data(AlertLogModel::DetailRole).toString(),
            !index.data(AlertLogModel::FiringRole).toBool()};
}

} // namespace

AlertPanel::AlertPanel(AlertLogModel &log, QWidget *parent)
    : PopupFrame(parent)
    , m_log(log)
    , m_empty(new QLabel(tr("No rule was broken since Tidemark was started."), this))
    , m_list(new QListView(this))
    , m_rules(new QPushButton(tr("Alert &rules…"), this))
{
    setAccessibleName(tr("Alerts"));
    setFixedWidth(panelWidth);
    auto *title = new QLabel(tr("Alerts"), this);
    title->setFont(strongFont(title->font()));
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_list->setModel(&m_log);
    m_list->setItemDelegate(new RowDelegate(rowText, m_list));
    m_list->setAccessibleName(tr("Alerts, those that are raised first"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_rules->setToolTip(tr("Which rules are looked at, and when they raise an alert"));
    setKind(*m_rules, ButtonKind::Link);

    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_rules);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_empty);
    column->addWidget(m_list);
    connect(m_rules, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT rulesWanted();
    });
    connect(&m_log, &AlertLogModel::changed, this, [this] {
        if (isVisible())
            fill();
    });
}

void AlertPanel::open(const QWidget &anchor)
{
    fill();
    popUpAt(anchor);
    if (m_list->isVisible())
        m_list->setFocus(Qt::PopupFocusReason);
    else
        m_rules->setFocus(Qt::PopupFocusReason);
}

void AlertPanel::fill()
{
    const int rows = m_log.rowCount();
    m_empty->setVisible(rows == 0);
    m_list->setVisible(rows > 0);
    if (rows == 0)
        return;
    m_list->setFixedHeight(std::min(rows, mostRows) * m_list->sizeHintForRow(0));
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_log.index(0));
}

} // namespace ui
