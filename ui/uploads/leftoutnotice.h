// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/folderoptions.h"

#include <QWidget>

class QAction;
class QPushButton;

namespace ui {

class Banner;

/// Says what a walk through folders left out and why, until it is closed or there is nothing to say any more; and leads to the
/// option by which links would have been followed. Thread: GUI. The action outlives it.
class LeftOutNotice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeftOutNotice)

public:
    explicit LeftOutNotice(QAction &folderOptions, QWidget *parent = nullptr);

    /// `isFollowing`: links were to be followed.
    void tell(const session::PassedOver &what, bool isFollowing);

private:
    Banner *m_banner;
    QPushButton *m_options;
};

} // namespace ui
