// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/filterbar.h"

class QCheckBox;
class QStackedWidget;
class QTreeView;

namespace ui {

class Banner;
class CheckTree;
class FindingModel;

/// The card with the list: before an audit the checks to tick, and what has to be known of them; afterwards what each of
/// them found, what failed first. Thread: GUI.
class ChecksCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChecksCard)

public:
    explicit ChecksCard(QWidget *parent = nullptr);

    void setHost(const QString &host);
    [[nodiscard]] CheckTree &checks() const { return *m_tree; }
    /// Ticks only, until there is a result again.
    void clear();
    void showProgress(const experiment::AuditProgress &progress);
    void showResult(const experiment::AuditResult &result);
    /// Of the row that is chosen; empty: it is none of a check.
    [[nodiscard]] QString currentCheck() const;

Q_SIGNALS:
    /// Another check, or none, is the current one.
    void checkSelected(const QString &id);

private:
    void build();
    void showPart(FilterBar::Part part);
    void updateHead();
    void warn();

    QCheckBox *m_all;
    FilterBar *m_filter;
    QStackedWidget *m_lists;
    CheckTree *m_tree;
    FindingModel *m_model;
    QTreeView *m_findings;
    Banner *m_warning;
    QString m_host;
    bool m_isRunning = false;
};

} // namespace ui
