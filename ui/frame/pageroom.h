// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSplitter;
class QStackedWidget;

namespace ui {

/// Where the window is low, a page that measures gets what it wants - all of its set-up, down to the button that starts - and
/// the timeline below gives way as far as it can, until somebody has moved the handle between them. Thread: GUI. Splitter and
/// pages outlive it.
class PageRoom final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageRoom)

public:
    /// The pages are the splitter's first part, and the timeline is its second.
    PageRoom(QSplitter &splitter, QStackedWidget &pages, QObject *parent = nullptr);

    /// Soon: once what just changed is laid out.
    void giveLater();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void give();

    QSplitter &m_splitter;
    QStackedWidget &m_pages;
    bool m_isMoved = false; ///< By a person.
    bool m_isPending = false;
};

} // namespace ui
