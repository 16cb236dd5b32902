// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/announce.h"

#include <QAccessible>
#include <QWidget>

#include <utility>

namespace ui {
namespace {

std::function<void(const QString &)> &present()
{
    static std::function<void(const QString &)> listener;
    return listener;
}

} // namespace

void announce(QWidget &part)
{
    if (present())
        present()(part.accessibleName());
    if (!QAccessible::isActive())
        return;
    // AT-SPI has no alert that Qt 6.4 would send; its readers follow a changed name.
    for (const QAccessible::Event kind : {QAccessible::Alert, QAccessible::NameChanged}) {
        QAccessibleEvent event(&part, kind);
        QAccessible::updateAccessibility(&event);
    }
}

AnnouncementListener::AnnouncementListener(std::function<void(const QString &)> listener)
{
    Q_ASSERT(!present());
    present() = std::move(listener);
}

AnnouncementListener::~AnnouncementListener()
{
    present() = nullptr;
}

} // namespace ui
