// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/mnemonic.h"

#include <QRegularExpression>

namespace ui {

QString withoutMnemonic(const QString &text)
{
    static const QRegularExpression inBrackets(QStringLiteral("\\(&[^&]\\)"));
    static const QRegularExpression mark(QStringLiteral("&(.)"));
    return QString(text).remove(inBrackets).replace(mark, QStringLiteral("\\1"));
}

} // namespace ui
