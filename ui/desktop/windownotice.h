// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QWidget;

namespace ui {

class DesktopNotice;

/// A notification of the desktop about what happens in a window, for a person who looks elsewhere: none comes while the window is
/// active, one that is shown goes when it becomes so, and a click on it brings the window to the front. Nothing is asked of the
/// desktop before the first one.
///
/// Thread: GUI. The window outlives it.
class WindowNotice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowNotice)

public:
    /// `category` as in DesktopNotice.
    WindowNotice(QWidget &window, const QString &category, QObject *parent = nullptr);
    ~WindowNotice() override;

    /// Whether somebody is to be told at all.
    [[nodiscard]] bool isWanted() const;
    /// In the place of an earlier one. Plain texts.
    void show(const QString &title, const QString &text);

Q_SIGNALS:
    /// The window is looked at again: what was shown has been seen.
    void seen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
    QString m_category;
    std::unique_ptr<DesktopNotice> m_notice;
};

} // namespace ui
