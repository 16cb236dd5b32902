// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace cli {

/// SIGINT, SIGTERM and SIGHUP as a Qt signal: the first asks the program to stop and tell what it has so far; a later one ends
/// it at once with exit code 130. Within a second of the first they are taken for the same: timeout(1) sends one to the
/// program and one to its group, a terminal that closes may send two of its own. A SIGHUP that is ignored already, by
/// nohup(1), stays so.
///
/// Thread: one, with an event loop. One object per process, as there is one set of signal handlers.
class SignalWatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignalWatcher)

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    /// Gives the signals back their default effect.
    ~SignalWatcher() override;

Q_SIGNALS:
    /// From the event loop, once.
    void interrupted();

private:
    void read();

    int m_descriptor; ///< An eventfd: the handler may do no more than write to it.
    QSocketNotifier m_notifier;
};

} // namespace cli
