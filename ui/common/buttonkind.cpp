// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/buttonkind.h"

#include <QAbstractButton>
#include <QStyle>
#include <QVariant>

namespace ui {

void setKind(QAbstractButton &button, ButtonKind kind)
{
    QString name;
    switch (kind) {
    case ButtonKind::Normal:
        break;
    case ButtonKind::Primary:
        name = QStringLiteral("primary");
        break;
    case ButtonKind::Link:
        name = QStringLiteral("link");
        break;
    case ButtonKind::Pill:
        name = QStringLiteral("pill");
        break;
    case ButtonKind::Page:
        name = QStringLiteral("page");
        break;
    }
    button.setProperty("kind", name);
    // A style sheet looks at properties only when it polishes.
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

} // namespace ui
