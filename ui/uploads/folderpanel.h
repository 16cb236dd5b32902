// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/folderoptions.h"

#include <QFrame>

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace ui {

/// What is to become of folders: a small window below a button, that closes by Esc or a click beside it. What is changed
/// in it counts at once. Thread: GUI.
class FolderPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FolderPanel)

public:
    explicit FolderPanel(QWidget *parent = nullptr);

    [[nodiscard]] session::FolderOptions options() const;
    void setOptions(const session::FolderOptions &options);
    /// With its upper left corner below that of `anchor`, as far as the screen has room.
    void popUpBelow(const QWidget &anchor);

Q_SIGNALS:
    void changed(const session::FolderOptions &options);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addWays(QVBoxLayout &column);
    void tell();

    QButtonGroup *m_ways; ///< By FolderOptions::RelativePath.
    QLineEdit *m_field;
    QCheckBox *m_hidden;
    QCheckBox *m_links;
};

} // namespace ui
