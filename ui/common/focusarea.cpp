// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/focusarea.h"

#include <QApplication>
#include <QPlainTextEdit>

namespace ui {
namespace {
constexpr int around = 32; // A field's name stands above it.
} // namespace

FocusArea::FocusArea(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    // QScrollArea hears only of Tab, and only if what had the focus before is in it, too.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

FocusArea::~FocusArea()
{
    // QWidget's destructor moves the focus, and by then this is no FocusArea any more.
    disconnect(qApp, nullptr, this, nullptr);
}

void FocusArea::follow(QWidget *focused)
{
    const bool isClicked = QGuiApplication::mouseButtons() != Qt::NoButton; // and must stay under the pointer
    if (!focused || !widget() || !widget()->isAncestorOf(focused) || isClicked)
        return;
    if (auto *text = qobject_cast<QPlainTextEdit *>(focused)) {
        connect(text, &QPlainTextEdit::cursorPositionChanged, this, &FocusArea::followCursor,
                Qt::UniqueConnection);
        if (text->height() > viewport()->height()) {
            followCursor();
            return;
        }
    }
    ensureWidgetVisible(focused, 0, around);
}

void FocusArea::followCursor()
{
    const auto *text = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
    if (!text || !widget()->isAncestorOf(text) || QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    const QRect cursor = text->cursorRect();
    const QPoint at = text->viewport()->mapTo(widget(), cursor.center());
    ensureVisible(at.x(), at.y(), 0, std::max(cursor.height(), around));
}

} // namespace ui
