// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace session {

/// Whether this machine is on any network at all, as its operating system says (NetworkManager, or GLib's watch over the
/// routes). Where nobody can say, it is taken to be.
///
/// Thread: the main one, whose event loop is GLib's: Qt's own would not hear of changes.
class Reachability final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Reachability)

public:
    explicit Reachability(QObject *parent = nullptr);

    [[nodiscard]] bool isOnline() const { return m_isOnline; }

Q_SIGNALS:
    /// It differs from what was told before.
    void changed(bool isOnline);

private:
    void update();

    bool m_isOnline = true;
};

} // namespace session
