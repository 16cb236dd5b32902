// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runkeeper.h"
#include "ui/models/runtext.h"

#include <QAbstractTableModel>

namespace ui {

/// The kept runs to which a filter applies, newest first, as far as a view wants to see them: they come in portions, so that
/// a history of 10,000 runs is there at once.
///
/// Thread: GUI. Asks by `wanted` and is told by take(); answers to older questions are ignored. Tags and notes can be edited:
/// what is typed is shown at once, and told by signals.
class RunModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunModel)

public:
    static constexpr int portion = 200; ///< Runs.

    explicit RunModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// `row` must exist.
    [[nodiscard]] const session::KeptRun &run(int row) const { return m_runs.at(row); }
    /// -1: it is not here.
    [[nodiscard]] int rowOf(qint64 id) const;
    [[nodiscard]] const session::RunFilter &filter() const { return m_filter; }
    /// What is known of the whole history; its `runs` are empty.
    [[nodiscard]] const session::RunList &totals() const { return m_totals; }
    /// Whether it was told anything yet.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }

    /// Its `limit` and `before` do not matter. Asks.
    void setFilter(const session::RunFilter &filter);
    /// Asks anew for what is there, and for no less than that.
    void reload();

public Q_SLOTS:
    void take(int question, const session::RunList &list);

Q_SIGNALS:
    /// take() answers it with the same number.
    void wanted(int question, const session::RunFilter &filter);
    void tagsEdited(qint64 id, const QStringList &tags);
    void noteEdited(qint64 id, const QString &note);
    /// After take(): rows or totals may be other ones.
    void taken();

private:
    void ask(qint64 before, qint64 limit);
    void replace(const QList<session::KeptRun> &runs);
    void update(int row, const session::KeptRun &run);

    QList<session::KeptRun> m_runs;
    session::RunFilter m_filter;
    session::RunList m_totals;
    int m_question = 0; ///< The newest one.
    bool m_isAsking = false;
    bool m_isKnown = false;
    qint64 m_before = 0; ///< Of the newest question; 0: from the newest run on.
};

} // namespace ui
