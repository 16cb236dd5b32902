// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "ui/common/bringtofront.h"
#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>

namespace ui {

namespace {
constexpr QSize usualSize(920, 700);
constexpr int listWidth = 160;
constexpr int itemHeight = 32;
} // namespace

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget)
    , m_pages(new QStackedWidget)
{
    setWindowTitle(tr("Settings"));
    resize(usualSize);
    m_list->setFixedWidth(listWidth);
    m_list->setAccessibleName(tr("Groups of settings"));
    m_list->setToolTip(tr("Groups of settings"));
    m_list->hide();
    auto *close = new QPushButton(tr("Clos&e"));
    close->setToolTip(tr("Close (Esc); what was changed counts already"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_pages, 1);
    right->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(16);
    row->addWidget(m_list);
    row->addLayout(right, 1);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
}

void SettingsDialog::addGroup(QLatin1StringView sign, const QString &name, QWidget *page)
{
    m_pages->addWidget(page);
    auto *item = new QListWidgetItem(icon(sign, Tone::Dim), name, m_list);
    item->setSizeHint(QSize(0, itemHeight));
    m_list->setVisible(m_list->count() > 1);
    if (m_list->count() == 1)
        m_list->setCurrentRow(0);
}

void SettingsDialog::openAt(QWidget *page)
{
    m_list->setCurrentRow(m_pages->indexOf(page));
    bringToFront(*this);
    page->setFocus(Qt::OtherFocusReason);
}

void SettingsDialog::openLast()
{
    openAt(m_pages->currentWidget());
}

void SettingsDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter in a field means the field; a button that has the focus takes it by itself.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

} // namespace ui
