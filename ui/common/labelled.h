// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QHBoxLayout;
class QLabel;
class QWidget;

namespace ui {

/// A field with its name above it in small type, as forms have them. The name is the field's accessible one, and its
/// mnemonic leads there.
[[nodiscard]] QWidget *labelled(const QString &name, QWidget &field, const QString &toolTip = {});

/// A name in small, dim type.
[[nodiscard]] QLabel *caption(const QString &name);
/// The same above a field, which lies somewhere below it: as labelled(), for forms that place the two themselves.
[[nodiscard]] QLabel *captionFor(const QString &name, QWidget &field);

/// Small and dim; the text may be a server's and is no markup; wraps.
[[nodiscard]] QLabel *smallText(const QString &text = {});

/// An empty row of such, all of one width.
[[nodiscard]] QHBoxLayout *fieldRow();

} // namespace ui
