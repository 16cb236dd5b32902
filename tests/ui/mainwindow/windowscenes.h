// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>

class WindowFixture;

/// What the window shows in tests and pictures. The session's own signals bring the figures, so that a scene is the
/// same each time and needs no server.
enum class WindowScene {
    Start, ///< The first start.
    Empty, ///< Connected, nothing dropped yet.
    Running, ///< Uploads under way.
    Failures, ///< All over, some failed, one of them selected.
    Details, ///< All that is known of an upload that is done.
    FailedDetails, ///< Of one that failed after several attempts.
    FailedView, ///< What failed, by its reason.
    FolderOptions, ///< What becomes of folders, above a walk through some.
    LeftOut, ///< By the walk through a folder.
    CameBack, ///< Uploads of the last time, some of them interrupted.
    Unkept, ///< The archive cannot be written, and the queue is held.
    NoMetrics, ///< Connected to a server that shows nothing of its memory.
    Distrusted, ///< The server's certificate is not trusted.
    LeakIdle, ///< The Leak page before the first check.
    LeakRunning, ///< A check in its seventh round.
    Leaks, ///< What a check found; so are the next two.
    Stable,
    Inconclusive,
    Range, ///< A range of time is selected, and the queue shows what ran in it.
    TimelineTable, ///< The timeline as a table.
    Alerts, ///< Several are raised, and their list is open.
    OtherAddress, ///< What a check found before the window moved on to another address.
    SweepIdle, ///< The Sweep page before the first sweep.
    SweepRunning, ///< A sweep at its third level.
    Swept, ///< What a sweep found.
    AuditIdle, ///< The Audit page before the first audit.
    AuditRunning, ///< In its fifth check.
    Audited, ///< What an audit found.
    HistoryEmpty, ///< The History page before the first run.
    History, ///< With thirty runs.
    HistoryDeleted, ///< Some were deleted, and can be brought back.
    Compared, ///< Two leak checks side by side.
    LeakFromHistory, ///< An earlier check, opened.
    ProfileIdle, ///< The Profile page before the first profile.
    Profile, ///< A heap profile as flame graph and table.
    ProfileDiff, ///< What grew during a check.
    SettingsGeneral, ///< The dialog with the settings; so is the next.
    SettingsAlerts,
    Servers, ///< The dialog with the known servers.
    Keys, ///< The sheet with all keys.
    About, ///< What the program is made with.
};

[[nodiscard]] const QList<WindowScene> &allScenes();
[[nodiscard]] const char *sceneName(WindowScene scene);
/// Leads a new window there.
void play(WindowScene scene, WindowFixture &fixture);

Q_DECLARE_METATYPE(WindowScene)
