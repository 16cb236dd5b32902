// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/folderpanel.h"

#include "ui/common/fonts.h"
#include "ui/common/labelled.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

using session::FolderOptions;
using RelativePath = FolderOptions::RelativePath;

namespace {

QLabel *makeTitle(const QString &text, QWidget *parent)
{
    auto *title = new QLabel(text, parent);
    title->setFont(strongFont(title->font()));
    return title;
}

} // namespace

FolderPanel::FolderPanel(QWidget *parent)
    : PopupFrame(parent)
    , m_ways(new QButtonGroup(this))
    , m_field(new QLineEdit(this))
    , m_hidden(new QCheckBox(tr("&Hidden files and folders"), this))
    , m_links(new QCheckBox(tr("Follow symbolic &links"), this))
{
    setAccessibleName(tr("What becomes of folders"));
    setFixedWidth(360);
    m_field->setAccessibleName(tr("Form field of the path"));
    m_field->setPlaceholderText(FolderOptions().field);
    m_field->setMaxLength(200);
    m_hidden->setToolTip(tr("Those whose name begins with a dot"));
    m_links->setToolTip(tr("Each folder once, even where links lead in circles"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addWidget(makeTitle(tr("What the server is told of a file’s place"), this));
    addWays(*column);
    column->addSpacing(8);
    column->addWidget(makeTitle(tr("What is taken from folders"), this));
    column->addWidget(m_hidden);
    column->addWidget(m_links);
    column->addWidget(smallText(tr("For what is added from now on.")));
    setOptions({});

    connect(m_ways, &QButtonGroup::idClicked, this, &FolderPanel::tell);
    connect(m_field, &QLineEdit::editingFinished, this, &FolderPanel::tell);
    connect(m_hidden, &QCheckBox::clicked, this, &FolderPanel::tell);
    connect(m_links, &QCheckBox::clicked, this, &FolderPanel::tell);
}

void FolderPanel::addWays(QVBoxLayout &column)
{
    const auto add = [&](RelativePath way, const QString &text, const QString &toolTip) {
        auto *button = new QRadioButton(text, this);
        button->setToolTip(toolTip);
        m_ways->addButton(button, static_cast<int>(way));
        return button;
    };
    column.addWidget(add(RelativePath::None, tr("&Only its name"), tr("“a.jpg”")));
    column.addWidget(add(RelativePath::InName, tr("Its path in the file &name"),
                         tr("“photos/2024/a.jpg”; many servers drop all before the last “/”")));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    QRadioButton *inField = add(RelativePath::InField, tr("Its path in a &field:"),
                                tr("“photos/2024/a.jpg”, in a form field of this name"));
    row->addWidget(inField);
    row->addWidget(m_field, 1);
    column.addLayout(row);
    // Who writes a name wants it to be used.
    connect(m_field, &QLineEdit::textEdited, inField, [inField] { inField->setChecked(true); });
}

FolderOptions FolderPanel::options() const
{
    FolderOptions options;
    options.relativePath = static_cast<RelativePath>(m_ways->checkedId());
    if (const QString field = m_field->text().trimmed(); !field.isEmpty())
        options.field = field;
    options.takesHidden = m_hidden->isChecked();
    options.followsLinks = m_links->isChecked();
    return options;
}

void FolderPanel::setOptions(const FolderOptions &options)
{
    m_ways->button(static_cast<int>(options.relativePath))->setChecked(true);
    m_field->setText(options.field);
    m_hidden->setChecked(options.takesHidden);
    m_links->setChecked(options.followsLinks);
}

void FolderPanel::popUpBelow(const QWidget &anchor)
{
    popUpAt(anchor);
    m_ways->checkedButton()->setFocus(Qt::PopupFocusReason);
}

void FolderPanel::tell()
{
    Q_EMIT changed(options());
}

} // namespace ui
