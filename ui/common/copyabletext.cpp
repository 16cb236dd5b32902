// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/copyabletext.h"

#include "ui/common/breakable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QShortcut>

namespace ui {

QLabel *copyableText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

void addCopyKey(QWidget &around, const QList<QLabel *> &texts, const std::function<QString()> &all)
{
    for (QLabel *label : texts) {
        label->setFocusPolicy(Qt::ClickFocus); // Of several selections the one with the focus is meant.
        label->setContextMenuPolicy(Qt::NoContextMenu);
    }
    auto *copy = new QShortcut(QKeySequence::Copy, &around);
    copy->setContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(copy, &QShortcut::activated, &around, [texts, all] {
        QString text = all();
        for (const QLabel *label : texts) {
            if (label->hasFocus() && label->hasSelectedText())
                text = unbroken(label->selectedText());
        }
        QGuiApplication::clipboard()->setText(text);
    });
}

} // namespace ui
