// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLatin1StringView>

class QAction;
class QActionGroup;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

/// The side bar: one entry for each page, with a sign, a word and a key. Choosing one shows its page in the stack.
/// Thread: GUI. Ownership: the stack is the caller's and outlives it; pages become the stack's.
class Navigation final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Navigation)

public:
    struct Entry
    {
        QString key; ///< For settings and showPage(); not translated.
        QLatin1StringView sign; ///< Of ui::icon().
        QString text;
        QString toolTip;
    };

    explicit Navigation(QStackedWidget &pages, QWidget *parent = nullptr);

    /// Appends a page; Ctrl+1 is the first one's key, Ctrl+2 the second one's, and so on up to nine.
    void addPage(QWidget *page, const Entry &entry);
    /// Of the page that the stack shows; empty without any.
    [[nodiscard]] QString current() const;
    /// Whether an entry is marked: none is while something else is shown instead of the pages.
    void setMarked(bool on);

public Q_SLOTS:
    /// Unknown keys are left alone. No signal.
    void showPage(const QString &key);

Q_SIGNALS:
    /// Somebody chose this entry, maybe the current one.
    void chosen(const QString &key);

private:
    void mark();

    QStackedWidget &m_pages;
    QVBoxLayout *m_column;
    QActionGroup *m_group;
    bool m_isMarked = false;
};

} // namespace ui
