// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/emptyuploads.h"

#include "ui/common/buttonkind.h"
#include "ui/common/dropzone.h"
#include "ui/common/invitation.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

EmptyUploads::EmptyUploads(QAction &addFiles, QAction &addFolder, QAction &folderOptions, QWidget *parent)
    : QWidget(parent)
    , m_zone(new DropZone(this))
    , m_sampleFiles(new QPushButton(tr("Send 20 &generated files"), this))
{
    auto *lesson = new QLabel(
        tr("Each file goes in a request of its own. You see the server’s real answer, and below what it "
           "does to the memory."),
        this);
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

    layOut({QLatin1StringView("upload"),
            tr("Drop files or folders here"),
            lesson,
            {m_sampleFiles, files, folder, options}},
           *m_zone);
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
