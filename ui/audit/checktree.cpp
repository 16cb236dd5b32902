// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/checktree.h"

#include "core/experiment/auditcheck.h"
#include "core/net/endpoint.h"
#include "ui/audit/audittext.h"
#include "ui/audit/checkrowdelegate.h"

#include <algorithm>
#include <utility>

namespace ui {

using experiment::AuditCheck;
using experiment::AuditTopic;

namespace {

constexpr int indent = 16;

QString idOf(const AuditCheck &check)
{
    return QString::fromUtf8(check.id);
}

} // namespace

CheckTree::CheckTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Checks"));
    setColumnCount(1);
    new CheckRowDelegate(*this);
    setIndentation(indent);
    build();
    fill();
    setCurrentItem(m_items.first());
    connect(this, &QTreeWidget::itemChanged, this, &CheckTree::take);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] { Q_EMIT checkSelected(currentCheck()); });
}

void CheckTree::build()
{
    m_items.resize(static_cast<qsizetype>(experiment::auditChecks().size()));
    for (const AuditTopic topic : {AuditTopic::Limits, AuditTopic::Names, AuditTopic::Remains,
                                   AuditTopic::Connections, AuditTopic::Forms}) {
        auto *head = new QTreeWidgetItem(this, {topicTitle(topic)});
        head->setFlags(head->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
        head->setData(0, HeadRole, true);
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            const AuditCheck &check = experiment::auditChecks()[static_cast<size_t>(i)];
            if (check.topic != topic)
                continue;
            auto *item = new QTreeWidgetItem(head, {experiment::auditCheckText(check.title)});
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           | Qt::ItemNeverHasChildren);
            item->setData(0, IdRole, idOf(check));
            m_items[i] = item;
        }
    }
    expandAll();
}

bool CheckTree::isChosen(const AuditCheck &check) const
{
    return check.sendsOddNames && !m_isLocal ? m_elsewhere.contains(idOf(check))
                                             : !m_left.contains(idOf(check));
}

void CheckTree::take(QTreeWidgetItem *item)
{
    const AuditCheck *check = experiment::findAuditCheck(item->data(0, IdRole).toString());
    if (m_isFilling || !check)
        return;
    const bool isOn = item->checkState(0) == Qt::Checked;
    if (isOn == isChosen(*check))
        return;
    if (check->sendsOddNames && !m_isLocal) {
        if (isOn)
            m_elsewhere.insert(idOf(*check));
        else
            m_elsewhere.remove(idOf(*check));
    } else if (isOn) {
        m_left.remove(idOf(*check));
    } else {
        m_left.insert(idOf(*check));
    }
    Q_EMIT chosenChanged();
}

void CheckTree::fill()
{
    m_isFilling = true;
    int number = 0;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const AuditCheck &check = experiment::auditChecks()[static_cast<size_t>(i)];
        const bool isOn = isChosen(check);
        m_items[i]->setCheckState(0, isOn ? Qt::Checked : Qt::Unchecked);
        mark(*m_items[i], isOn ? ++number : 0);
    }
    m_isFilling = false;
}

void CheckTree::mark(QTreeWidgetItem &item, int number)
{
    const AuditCheck *check = experiment::findAuditCheck(item.data(0, IdRole).toString());
    QString word = check->sendsOddNames ? tr("odd names") : QString();
    Tone tone = m_isLocal ? Tone::Dim : Tone::Warn;
    if (m_underWay > 0) {
        word.clear();
        if (number == m_underWay) {
            word = tr("under way");
            tone = Tone::Accent;
        } else if (number > 0 && number < m_underWay) {
            word = tr("done");
            tone = Tone::Dim;
        }
    }
    item.setData(0, WordRole, word);
    item.setData(0, ToneRole, static_cast<int>(tone));
}

void CheckTree::setHost(const QString &host)
{
    if (host == m_host)
        return;
    m_host = host;
    m_isLocal = host.isEmpty() || net::isLoopback(host);
    m_elsewhere.clear();
    fill();
    Q_EMIT chosenChanged();
}

QStringList CheckTree::chosen() const
{
    QStringList ids;
    for (const AuditCheck &check : experiment::auditChecks()) {
        if (isChosen(check))
            ids += idOf(check);
    }
    return ids;
}

bool CheckTree::sendsOddNames() const
{
    return std::ranges::any_of(experiment::auditChecks(), [this](const AuditCheck &check) {
        return check.sendsOddNames && isChosen(check);
    });
}

void CheckTree::setAll(bool on)
{
    m_elsewhere.clear();
    m_left.clear();
    for (const AuditCheck &check : experiment::auditChecks()) {
        if (!on)
            m_left.insert(idOf(check));
    }
    fill();
    Q_EMIT chosenChanged();
}

void CheckTree::setLeft(const QStringList &ids)
{
    m_left.clear();
    for (const QString &id : ids) {
        if (experiment::findAuditCheck(id))
            m_left.insert(id);
    }
    fill();
    Q_EMIT chosenChanged();
}

void CheckTree::setFixed(bool on)
{
    if (std::exchange(m_isFixed, on) == on)
        return;
    m_isFilling = true;
    for (QTreeWidgetItem *item : std::as_const(m_items)) {
        for (QTreeWidgetItem *one : {item, item->parent()})
            one->setFlags(on ? one->flags() & ~Qt::ItemIsUserCheckable
                             : one->flags() | Qt::ItemIsUserCheckable);
    }
    m_isFilling = false;
}

void CheckTree::setUnderWay(int number)
{
    m_underWay = number;
    fill();
    const QStringList ids = chosen();
    if (number < 1 || number > ids.size())
        return;
    for (QTreeWidgetItem *item : std::as_const(m_items)) {
        if (item->data(0, IdRole).toString() == ids[number - 1])
            setCurrentItem(item);
    }
}

QString CheckTree::currentCheck() const
{
    const QTreeWidgetItem *item = currentItem();
    return item ? item->data(0, IdRole).toString() : QString();
}

} // namespace ui
