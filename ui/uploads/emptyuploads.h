// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace ui {

class DropZone;

/// What the page shows before there is anything to show: a large place to drop, and what will happen then.
/// Thread: GUI.
class EmptyUploads final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyUploads)

public:
    /// The actions outlive it.
    EmptyUploads(QAction &addFiles, QAction &addFolder, QAction &folderOptions, QWidget *parent = nullptr);

    void setHovered(bool on);
    /// Offers to make some files for those who just want to see it work.
    void setSampleFilesOffered(bool on);

Q_SIGNALS:
    void sampleFilesRequested();

private:
    DropZone *m_zone;
    QPushButton *m_sampleFiles;
};

} // namespace ui
