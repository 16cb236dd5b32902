// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace ui {

/// Scrolls what is too tall, and ends above the first row that it has no room for rather than cut it in two. Rows are the
/// parts, and of a wrapped text its lines: what stays empty is never more than one of them. Thread: GUI.
class WholeRowsArea final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WholeRowsArea)

public:
    explicit WholeRowsArea(QWidget *parent = nullptr);

    /// Off: as tall as all of it, for a page that scrolls itself. Default: on.
    void setScrolling(bool on);
    /// While it scrolls, no taller than it has to be.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    void fitLater();
    void fit();
    [[nodiscard]] int wholeHeight() const;

    bool m_isScrolling = true;
    bool m_isPending = false;
    int m_spare = 0; ///< Below the last whole row.
};

} // namespace ui
