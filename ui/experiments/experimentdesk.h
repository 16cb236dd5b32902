// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QUrl>

#include <functional>
#include <optional>

namespace session {
class Session;
enum class MarkKind;
} // namespace session

namespace ui {

class ServerConnection;

/// Where the window's leak checks, sweeps and audits are begun and ended, whichever page wants one. There is one at a time;
/// its begin and its end are marked on the timeline, and moving to another server ends it. A host that is somebody else's
/// perhaps (net::isPrivateHost()) is not loaded before it is consented to, once for all kinds while the program runs.
///
/// Thread: GUI; the session may live in another and is called by queued calls only. Both collaborators outlive it.
class ExperimentDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExperimentDesk)

public:
    enum class Kind { Check, Sweep, Audit };

    /// What a page wants.
    struct Order
    {
        Kind kind = Kind::Check;
        QString warning; ///< To whoever may load somebody else's host by it.
        QString consent; ///< The button's text: "Check it all the same".
        std::function<void()> begin; ///< Has the page show that it begins, and the session begin.
    };

    ExperimentDesk(session::Session &session, ServerConnection &server, QObject *parent = nullptr);

    /// Begins it, now or after consent(). Ignored while an experiment is under way.
    void request(const Order &order);
    /// What `consentNeeded` told of begins, if the server still is the same.
    void consent();
    void cancel();
    /// To be called with what is said of the result, whenever one comes, before it is shown.
    void end(const QString &sentence);

    [[nodiscard]] std::optional<Kind> running() const { return m_running; }
    /// Whether the window still has the server on which the last experiment was begun.
    [[nodiscard]] bool isAtItsServer() const;
    /// Why no experiment of this kind can begin now: another kind is under way. Empty: it can.
    [[nodiscard]] QString obstacleTo(Kind kind) const;

Q_SIGNALS:
    void consentNeeded(const QString &host, const QString &warning, const QString &button);
    void started(ui::ExperimentDesk::Kind kind);
    /// `running` has another value.
    void runningChanged();

private:
    void begin(const Order &order);
    void mark(session::MarkKind kind, const QString &text);
    void changeServer();

    session::Session &m_session;
    ServerConnection &m_server;
    std::optional<Kind> m_running;
    QUrl m_address; ///< Where the last experiment's uploads go.
    std::optional<Order> m_wanted; ///< Waits for consent.
    QSet<QString> m_consented; ///< Hosts.
};

} // namespace ui
