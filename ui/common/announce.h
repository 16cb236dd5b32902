// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace ui {

/// Has a screen reader say the accessible name of a part of the window that has not the focus: a verdict, a message, the
/// end of the queue. Silent where nothing reads. Thread: GUI.
void announce(QWidget &part);

/// Hears all that is announced while it is there, whether or not a screen reader does: Qt's offscreen platform has none.
/// One at a time. Thread: GUI.
class AnnouncementListener final
{
    Q_DISABLE_COPY_MOVE(AnnouncementListener)

public:
    explicit AnnouncementListener(std::function<void(const QString &said)> listener);
    ~AnnouncementListener();
};

} // namespace ui
