// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/copyabletext.h"

#include "ui/common/breakable.h"
#include "ui/common/keyhints.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLabel>
#include <QShortcut>

namespace ui {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::CopyableText)
};
} // namespace

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
    setKeyHints(around,
                {{Text::tr("Copy the text, or what is marked of it"),
                  copy->key().toString(QKeySequence::NativeText)}});
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
