// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

class QLabel;
class QWidget;

namespace ui {

/// A text to read and to copy, empty yet: never markup, for servers have their say in it; in as many lines as it needs;
/// selected with the pointer. Takes no focus.
[[nodiscard]] QLabel *copyableText(QWidget *parent);

/// From here on Ctrl+C anywhere within `around` copies what is selected in one of these texts, or else what `all` gives. Their
/// own menus are gone: those would copy the marks that breakable() sets, too.
void addCopyKey(QWidget &around, const QList<QLabel *> &texts, const std::function<QString()> &all);

} // namespace ui
