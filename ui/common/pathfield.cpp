// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pathfield.h"

#include "ui/common/icons.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

PathField::PathField(const QString &what, const QString &filter, QWidget *parent)
    : QWidget(parent)
    , m_what(what)
    , m_filter(filter)
    , m_edit(new QLineEdit(this))
{
    build(tr("Choose a file"));
}

PathField::PathField(const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_what(what)
    , m_isFolder(true)
    , m_edit(new QLineEdit(this))
{
    build(tr("Choose a folder"));
}

void PathField::build(const QString &toolTip)
{
    auto *browse = new QToolButton(this);
    browse->setIcon(icon(QLatin1StringView("folder")));
    browse->setAccessibleName(tr("Choose: %1").arg(m_what));
    browse->setToolTip(toolTip);
    browse->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(browse);
    setFocusProxy(m_edit);
    m_edit->setAccessibleName(m_what);
    connect(m_edit, &QLineEdit::textEdited, this, &PathField::edited);
    connect(browse, &QToolButton::clicked, this, &PathField::choose);
}

QString PathField::path() const
{
    return m_edit->text().trimmed();
}

void PathField::setPath(const QString &path)
{
    m_edit->setText(path);
    m_edit->setCursorPosition(static_cast<int>(path.size())); // the file's name is what one looks for
}

void PathField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void PathField::choose()
{
    auto *dialog = new QFileDialog(this, m_what, m_isFolder ? path() : QFileInfo(path()).path(), m_filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        setPath(file);
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace ui
