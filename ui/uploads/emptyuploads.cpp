// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/emptyuploads.h"

#include "ui/common/buttonkind.h"
#include "ui/common/dropzone.h"
#include "ui/common/fonts.h"
#include "ui/common/signlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace ui {

EmptyUploads::EmptyUploads(QAction &addFiles, QAction &addFolder, QAction &folderOptions, QWidget *parent)
    : QWidget(parent)
    , m_zone(new DropZone(this))
    , m_sampleFiles(new QPushButton(tr("Send 20 &generated files"), this))
{
    auto *sign = new SignLabel(QLatin1StringView("upload"), Tone::Accent, SignLabel::pageSize, this);
    auto *headline = new QLabel(tr("Drop files or folders here"), this);
    headline->setFont(valueFont(headline->font()));
    auto *lesson = new QLabel(
        tr("Each file goes in a request of its own. You see the server’s real answer, and below what it "
           "does to the memory."),
        this);
    lesson->setWordWrap(true);
    lesson->setAlignment(Qt::AlignHCenter);
    lesson->setForegroundRole(QPalette::PlaceholderText);

    auto *files = new QPushButton(tr("Browse…"), this);
    files->setToolTip(addFiles.toolTip());
    connect(files, &QPushButton::clicked, &addFiles, &QAction::trigger);
    auto *folder = new QPushButton(tr("Choose a folder…"), this);
    folder->setToolTip(addFolder.toolTip());
    connect(folder, &QPushButton::clicked, &addFolder, &QAction::trigger);
    auto *options = new QToolButton(this);
    options->setDefaultAction(&folderOptions);
    options->setToolButtonStyle(Qt::ToolButtonIconOnly);
    setKind(*m_sampleFiles, ButtonKind::Primary);
    m_sampleFiles->setToolTip(tr("Makes 20 files of 1 MiB in a temporary folder and uploads them"));
    m_sampleFiles->setVisible(false);
    connect(m_sampleFiles, &QPushButton::clicked, this, &EmptyUploads::sampleFilesRequested);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_sampleFiles);
    buttons->addWidget(files);
    buttons->addWidget(folder);
    buttons->addWidget(options);
    buttons->addStretch();
    auto *column = new QVBoxLayout(m_zone);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(sign, 0, Qt::AlignHCenter);
    column->addWidget(headline, 0, Qt::AlignHCenter);
    column->addWidget(lesson); // Unaligned: only then does the layout ask how high it is at its width.
    column->addSpacing(4);
    column->addLayout(buttons);
    column->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_zone);
}

void EmptyUploads::setHovered(bool on)
{
    m_zone->setHovered(on);
}

void EmptyUploads::setSampleFilesOffered(bool on)
{
    m_sampleFiles->setVisible(on);
}

} // namespace ui
