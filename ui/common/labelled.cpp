// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/labelled.h"

#include "ui/common/fonts.h"
#include "ui/common/mnemonic.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ui {

QWidget *labelled(const QString &name, QWidget &field, const QString &toolTip)
{
    auto *pair = new QWidget;
    auto *column = new QVBoxLayout(pair);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *label = new QLabel(name, pair);
    label->setFont(smallFont(label->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    QWidget *target = field.focusProxy() ? field.focusProxy() : &field;
    label->setBuddy(target);
    target->setAccessibleName(withoutMnemonic(name));
    if (!toolTip.isEmpty())
        field.setToolTip(toolTip);
    column->addWidget(label);
    column->addWidget(&field);
    return pair;
}

QLabel *smallText()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(smallFont(label->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QHBoxLayout *fieldRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    return row;
}

} // namespace ui
