// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/valuelist.h"

#include "ui/common/buttonkind.h"
#include "ui/common/icons.h"
#include "ui/servers/valuerow.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

ValueList::ValueList(const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_what(what)
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(tr("Add a %1").arg(what), this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(4);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setIcon(icon(QLatin1StringView("plus"), Tone::Accent));
    setKind(*m_add, ButtonKind::Link);
    connect(m_add, &QPushButton::clicked, this, [this] {
        ValueRow *row = addRow({});
        row->show(); // or it cannot have the focus yet
        row->focusName();
    });
}

QList<servers::NamedValue> ValueList::values() const
{
    QList<servers::NamedValue> values;
    for (const ValueRow *row : m_rows) {
        if (const servers::NamedValue value = row->value(); !value.name.isEmpty())
            values.append(value);
    }
    return values;
}

void ValueList::setValues(const QList<servers::NamedValue> &values)
{
    qDeleteAll(std::exchange(m_rows, {}));
    for (const servers::NamedValue &value : values)
        addRow(value);
}

ValueRow *ValueList::addRow(const servers::NamedValue &value)
{
    auto *row = new ValueRow(m_what, value, this);
    m_column->insertWidget(static_cast<int>(m_rows.size()), row);
    m_rows.append(row);
    // Made late, but before the button that made it.
    QWidget *before = m_add->previousInFocusChain();
    while (before->focusPolicy() == Qt::NoFocus && before != m_add)
        before = before->previousInFocusChain();
    for (QWidget *field : row->fields()) {
        setTabOrder(before, field);
        before = field;
    }
    setTabOrder(before, m_add);
    connect(row, &ValueRow::edited, this, &ValueList::edited);
    connect(row, &ValueRow::removeRequested, this, [this, row] { removeRow(row); });
    return row;
}

void ValueList::removeRow(ValueRow *row)
{
    m_rows.removeOne(row);
    m_add->setFocus(Qt::OtherFocusReason);
    row->hide();
    row->deleteLater(); // it is the one that speaks
    Q_EMIT edited();
}

} // namespace ui
