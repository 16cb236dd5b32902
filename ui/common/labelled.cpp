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
    column->addWidget(captionFor(name, field.focusProxy() ? *field.focusProxy() : field));
    if (!toolTip.isEmpty())
        field.setToolTip(toolTip);
    column->addWidget(&field);
    return pair;
}

QLabel *caption(const QString &name)
{
    auto *label = new QLabel(name);
    label->setFont(smallFont(label->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel *captionFor(const QString &name, QWidget &field)
{
    QLabel *label = caption(name);
    label->setBuddy(&field);
    field.setAccessibleName(withoutMnemonic(name));
    return label;
}

QLabel *smallText(const QString &text)
{
    QLabel *label = caption(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QHBoxLayout *fieldRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    return row;
}

} // namespace ui
