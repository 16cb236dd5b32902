// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/format.h"

#include <QKeySequence>
#include <QUrl>
#include <QWidget>

#include <optional>

class QAction;

namespace ui {

class CardColumns;
class ResultCard;
class SetupCard;

/// What the pages that measure have in common: one measurement is set up, started, stopped and shown. Its result is kept
/// when the window moves on to another address, and then says whose it is, until the next one begins; a person may close
/// it before. Each page adds what it measures, and a signal with the plan that is to start.
///
/// Says by signals what the user wants and shows what it is told; knows no engine. Thread: GUI.
class MeasurePage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MeasurePage)

public:
    [[nodiscard]] bool isRunning() const { return m_state != State::Idle; }
    /// For the window's menu.
    [[nodiscard]] QAction *startAction() const { return m_start; }

public Q_SLOTS:
    /// Where uploads go; empty: no server.
    virtual void setServer(const QUrl &url);
    /// Uploads of the queue, which wait for a running measurement - and it for those that run.
    void setUploads(int waiting, int running);
    /// Why none can begin now; empty: one can.
    void setObstacle(const QString &why);
    /// It was asked for; progress follows.
    void showStarted();
    /// It is over and found nothing to show.
    void showDropped();

Q_SIGNALS:
    void cancelRequested();
    void sampleRequested();
    /// Of the shown result.
    void exportRequested(report::Format format);
    void copyRequested();

protected:
    struct Actions
    {
        QLatin1StringView icon; ///< Of ui::icon().
        QString start;
        QKeySequence key;
        QString stop; ///< Its key is Esc.
    };
    struct Measured
    {
        QUrl server;
        QString address; ///< The same, for people.
        QString kept = {}; ///< What it is if it is not of now: "From the history, of 2 May"; empty: of now.
    };

    MeasurePage(const Actions &actions, QWidget *parent);

    /// Last in the constructor of a page. The columns hold both cards and become the page's.
    void build(SetupCard &setup, ResultCard &card, CardColumns &columns);

    [[nodiscard]] const QUrl &server() const { return m_server; }
    /// Of the queue, until the running measurement is over; 0: nothing runs.
    [[nodiscard]] int waitingUploads() const { return isRunning() ? m_waitingUploads : 0; }
    /// It cannot begin yet: uploads of the queue have to end before.
    [[nodiscard]] bool isWaiting() const { return m_state == State::Waiting; }
    /// Progress tells that it has begun.
    void endWaiting();
    /// A measurement is over, and has this result.
    void end(const Measured &measured);
    /// Of the result that is shown, unless it is the present server's and of now; or empty.
    [[nodiscard]] QString foreignAddress() const;

    /// Why none can begin now, as setObstacle() was told; a page may have another reason. Empty: one can.
    [[nodiscard]] virtual QString obstacle() const { return m_obstacle; }
    /// Brings everything that can be clicked in line with the state.
    virtual void refresh();

private:
    enum class State { Idle, Waiting, Running, Stopping };

    /// Emits the page's signal with what is set up.
    virtual void request() = 0;
    /// No result is to be seen; if isRunning(), there is none any more.
    virtual void clear() = 0;
    /// On the card, that it begins.
    virtual void showBegun() = 0;
    /// The last result.
    virtual void showLast() = 0;

    void start();
    void cancel();
    void closeResult();
    void reopenResult();
    void showNothing();
    void showBeginning();
    void sayOrigin();
    /// Whether the result is of the present server.
    [[nodiscard]] bool isOfServer() const;

    SetupCard *m_setup = nullptr;
    ResultCard *m_card = nullptr;
    QAction *m_start;
    QAction *m_cancel;

    QUrl m_server;
    QString m_obstacle;
    int m_waitingUploads = 0;
    int m_runningUploads = 0;
    State m_state = State::Idle;
    std::optional<Measured> m_last; ///< The result.
    bool m_isClosed = false; ///< It is not shown any more.
};

} // namespace ui
