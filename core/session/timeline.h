// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace session {
Q_NAMESPACE

enum class MarkKind {
    Note, ///< Set by the user.
    Connected, ///< Watching began.
    Restarted, ///< Another server process answers now.
    Lost, ///< Scrapes began to fail.
    Recovered, ///< They work again.
    Paused, ///< The server struggles, and no upload starts for a while.
    Offline, ///< This machine lost its network: no upload starts.
    Online, ///< It has one again.
    AlertRaised, ///< A rule is broken, see Alert.
    AlertCleared,
    ExperimentBegan, ///< A leak check, a sweep or an audit: uploads that the queue knows nothing of.
    ExperimentEnded, ///< It is over, whatever became of it.
};
Q_ENUM_NS(MarkKind)

/// A moment worth a flag on the time axis.
struct Mark
{
    qint64 timeMs = 0; ///< Unix milliseconds.
    MarkKind kind = MarkKind::Note;
    QString
        text; ///< For Note the user's words, of an experiment what begins or what it found, otherwise the reason in a few technical words.
    QString source = {}; ///< WatchedBeside::name of what it tells of; empty: the session's own server.

    bool operator==(const Mark &) const = default;
};

/// "note", "connected", "restarted", "lost", "recovered", "paused", "offline", "online", "alertRaised", "alertCleared",
/// "experimentBegan", "experimentEnded".
[[nodiscard]] QString toKey(MarkKind kind);
/// Whether a mark of that kind says by its text alone what it is: a note, an experiment's begin or end.
[[nodiscard]] bool hasOwnWords(MarkKind kind);

/// A span in which at least one upload was running; drawn as a shaded band.
struct Band
{
    qint64 fromMs = 0;
    qint64 toMs = 0; ///< 0 while it lasts.
    qint64 uploads = 0; ///< Uploads begun in it.

    bool operator==(const Band &) const = default;
};

/// How many uploads ran and how fast bytes left, once a second while something was running (and once after).
struct Activity
{
    qint64 timeMs = 0;
    double bytesPerSecond = 0;
    int inFlight = 0;

    bool operator==(const Activity &) const = default;
};

/// Marks, bands and activity of a session, each bounded (10,000; the oldest go first). A plain value.
class Timeline final
{
public:
    Timeline() = default;
    /// As another one told of them, and no longer than it may be.
    Timeline(const QList<Mark> &marks, const QList<Band> &bands, const QList<Activity> &activity)
        : m_marks(marks)
        , m_bands(bands)
        , m_activity(activity)
    {
    }

    void addMark(const Mark &mark);
    void addActivity(const Activity &activity);
    /// Uploads begin and end; overlapping ones, and those less than 1 s apart, share a band.
    void uploadBegan(qint64 timeMs);
    void uploadEnded(qint64 timeMs);

    [[nodiscard]] const QList<Mark> &marks() const { return m_marks; }
    [[nodiscard]] const QList<Band> &bands() const { return m_bands; }
    [[nodiscard]] const QList<Activity> &activity() const { return m_activity; }

private:
    QList<Mark> m_marks;
    QList<Band> m_bands;
    QList<Activity> m_activity;
    int m_running = 0;
};

} // namespace session

Q_DECLARE_METATYPE(session::Mark)
Q_DECLARE_METATYPE(session::Band)
Q_DECLARE_METATYPE(session::Activity)
