// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/shortcutsheet.h"

#include "ui/common/bringtofront.h"
#include "ui/common/keyhints.h"
#include "ui/common/mnemonic.h"

#include <QAbstractButton>
#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace ui {

namespace {

constexpr QSize usualSize(560, 640);

QString textOf(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    texts.removeAll(QString());
    return texts.join(QStringLiteral(" · "));
}

/// A button that shows a sign only is called what is read aloud of it.
QString nameOf(const QAbstractButton &button)
{
    return button.accessibleName().isEmpty() ? withoutMnemonic(button.text()) : button.accessibleName();
}

} // namespace

ShortcutSheet::ShortcutSheet(QWidget &window, QList<Place> places)
    : QDialog(&window)
    , m_window(window)
    , m_places(std::move(places))
    , m_search(new QLineEdit)
    , m_list(new QTreeWidget)
{
    setWindowTitle(tr("Keys"));
    resize(usualSize);
    m_search->setPlaceholderText(tr("Search for what a key does"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setToolTip(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("What it does"), tr("Keys")});
    m_list->setAccessibleName(tr("Keys"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *close = new QPushButton(tr("Clos&e"));
    close->setToolTip(tr("Close (Esc)"));
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
}

void ShortcutSheet::openFresh()
{
    fill();
    m_search->clear();
    bringToFront(*this);
    m_search->setFocus(Qt::OtherFocusReason);
}

void ShortcutSheet::fill()
{
    m_list->clear();
    QStringList heads{tr("Everywhere")};
    for (const Place &place : m_places)
        heads.append(place.name);
    for (const QString &name : std::as_const(heads)) {
        auto *head = new QTreeWidgetItem(m_list, {name});
        head->setFirstColumnSpanned(true);
        head->setFlags(Qt::ItemIsEnabled);
        QFont font = m_list->font();
        font.setBold(true);
        head->setFont(0, font);
    }
    for (const QAction *action : m_window.findChildren<QAction *>()) {
        if (!action->text().isEmpty())
            addKeys(*action, withoutMnemonic(action->text()), textOf(action->shortcuts()));
    }
    for (const QAbstractButton *button : m_window.findChildren<QAbstractButton *>()) {
        // A letter with Alt is seen on the button itself.
        const QKeySequence key = button->shortcut();
        if (key != QKeySequence::mnemonic(button->text()))
            addKeys(*button, nameOf(*button), textOf({key}));
    }
    for (const QWidget *widget : m_window.findChildren<QWidget *>()) {
        for (const KeyHint &hint : keyHintsOf(*widget))
            addKeys(*widget, hint.what, hint.keys);
    }
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        m_list->topLevelItem(i)->sortChildren(0, Qt::AscendingOrder);
    m_list->expandAll();
    filter({});
}

void ShortcutSheet::addKeys(const QObject &owner, const QString &what, const QString &keys)
{
    if (keys.isEmpty())
        return;
    if (QTreeWidgetItem *head = headOf(owner))
        new QTreeWidgetItem(head, {what, keys});
}

QTreeWidgetItem *ShortcutSheet::headOf(const QObject &owner) const
{
    for (const QObject *at = owner.parent(); at; at = at->parent()) {
        if (qobject_cast<const QDialog *>(at)) // its keys are of no use before it is open
            return nullptr;
        for (int i = 0; i < m_places.size(); ++i) {
            if (m_places[i].widget == at)
                return m_list->topLevelItem(i + 1);
        }
    }
    return m_list->topLevelItem(0);
}

void ShortcutSheet::filter(const QString &text)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *head = m_list->topLevelItem(i);
        bool isAny = false;
        for (int k = 0; k < head->childCount(); ++k) {
            const QTreeWidgetItem *item = head->child(k);
            const bool fits = item->text(0).contains(text, Qt::CaseInsensitive)
                || item->text(1).contains(text, Qt::CaseInsensitive);
            head->child(k)->setHidden(!fits);
            isAny = isAny || fits;
        }
        head->setHidden(!isAny);
    }
}

} // namespace ui
