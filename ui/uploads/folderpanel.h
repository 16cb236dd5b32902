// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/folderoptions.h"
#include "ui/common/popupframe.h"

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace ui {

/// What is to become of folders, in a small window at a button. What is changed in it counts at once. Thread: GUI.
class FolderPanel final : public PopupFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FolderPanel)

public:
    explicit FolderPanel(QWidget *parent = nullptr);

    [[nodiscard]] session::FolderOptions options() const;
    void setOptions(const session::FolderOptions &options);
    /// Opens it there.
    void popUpBelow(const QWidget &anchor);

Q_SIGNALS:
    void changed(const session::FolderOptions &options);

private:
    void addWays(QVBoxLayout &column);
    void tell();

    QButtonGroup *m_ways; ///< By FolderOptions::RelativePath.
    QLineEdit *m_field;
    QCheckBox *m_hidden;
    QCheckBox *m_links;
};

} // namespace ui
