// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profilesearch.h"

#include <QWidget>

class QAction;
class QSplitter;

namespace ui {

class ElidedLabel;
class FlameLegend;
class FlameView;
class FunctionTable;
class ProfileActions;

/// Flame graph and table of one profile, which follow each other: what is chosen in one is marked in the other. Between
/// them a line tells of the current frame what the mouse's tool tip tells. Thread: GUI.
class ProfilePane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilePane)

public:
    explicit ProfilePane(QWidget *parent = nullptr);

    /// From now on these show, hide and copy its parts; copying the stack is possible while a frame but the root is current.
    void obey(const ProfileActions &actions);
    /// Never null; `source` is told in what is copied. A search that was active is done anew.
    void setContent(const pprof::SharedContent &content, const QString &source = {});
    void setSearch(const QString &text);
    [[nodiscard]] const pprof::ProfileSearch &search() const { return m_search; }
    [[nodiscard]] FlameView &flame() const { return *m_flame; }
    [[nodiscard]] FunctionTable &table() const { return *m_table; }

    /// Makes the first thing that the search found current.
    void goToFirstMatch();

Q_SIGNALS:
    void searched(const pprof::ProfileSearch &search);

private:
    void showCurrent();
    void applySearch();

    pprof::SharedContent m_content;
    QString m_source;
    pprof::ProfileSearch m_search;
    QSplitter *m_splitter;
    QWidget *m_upper;
    FlameView *m_flame;
    ElidedLabel *m_name;
    ElidedLabel *m_figures;
    FlameLegend *m_legend;
    FunctionTable *m_table;
    QAction *m_copyStack = nullptr;
};

} // namespace ui
