// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"
#include "core/report/format.h"
#include "core/report/openedrun.h"
#include "core/session/runkeeper.h"

#include <QObject>

#include <optional>

namespace ui {

class ComparePage;
class ExportConnection;
class HistoryPage;
class LeakPage;

/// Puts two leak checks beside each other: two of the history, or the one that the Leak page shows and one of the history. The
/// one that was made earlier is "before". Thread: GUI. All collaborators outlive it.
class CompareConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareConnection)

public:
    CompareConnection(ComparePage &page, HistoryPage &history, LeakPage &leak, session::RunKeeper &keeper,
                      ExportConnection &exports, QObject *parent = nullptr);

Q_SIGNALS:
    /// The History page is to be seen, where the other check is to be chosen.
    void choiceNeeded();
    /// The comparison's page is to be seen.
    void compared();
    /// What both held, with names for people.
    void flameGraphRequested(const experiment::CheckProfiles &before, const QString &beforeName,
                             const experiment::CheckProfiles &after, const QString &afterName);

private:
    using Take = std::function<void(const report::ComparedCheck &)>;

    void connectPages(LeakPage &leak);
    void connectComparison();
    void chooseOther(const report::ComparedCheck &side);
    void read(const session::KeptRun &run, const Take &take);
    void compare(report::ComparedCheck one, report::ComparedCheck other);
    void exportComparison(report::Format format);
    void requestFlameGraph();

    ComparePage &m_page;
    HistoryPage &m_history;
    session::RunKeeper &m_keeper;
    ExportConnection &m_exports;
    std::optional<report::ComparedCheck> m_waiting; ///< For the other one to be chosen.
    experiment::CheckProfiles m_before; ///< Of the comparison.
    experiment::CheckProfiles m_after;
};

} // namespace ui
