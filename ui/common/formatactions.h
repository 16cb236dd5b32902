// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/format.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace ui {

/// What a report can be had as: an action for each format, which says what it is good for. Thread: GUI. The actions are
/// children of the owner, as this is.
class FormatActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormatActions)

public:
    struct Entry
    {
        report::Format format;
        QKeySequence keys;
    };
    /// In this order; the owner listens to the keys within `context`.
    FormatActions(QWidget &owner, const QList<Entry> &entries,
                  Qt::ShortcutContext context = Qt::WindowShortcut);

    [[nodiscard]] const QList<QAction *> &all() const { return m_actions; }
    /// Of one of the entries.
    [[nodiscard]] QAction *of(report::Format format) const { return m_actions.at(m_formats.indexOf(format)); }
    /// All of them: whether there is anything to report.
    void setEnabled(bool on);

Q_SIGNALS:
    void chosen(report::Format format);

private:
    QList<report::Format> m_formats;
    QList<QAction *> m_actions; ///< As the formats.
};

} // namespace ui
