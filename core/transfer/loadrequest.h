// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/phasetimings.h"
#include "core/transfer/loadform.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace transfer {

/// One upload of a load, with its planned abort. Leaner than UploadJob: no progress, no answer text beyond its status,
/// no look at the file afterwards.
///
/// Thread: that of its manager. Ownership: the caller's; destroying a running one stops it in silence. Everything is
/// measured on the system's clock. An abort waits until the server's host has all that was sent (2 s at most) and gives
/// the server 20 ms to read it.
class LoadRequest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadRequest)

public:
    struct Outcome
    {
        base::Error error; ///< Kind None: a 2xx, or broken off as planned.
        int httpStatus = 0; ///< 0: no answer.
        bool isCut = false; ///< Broken off as planned, before an answer came.
        net::PhaseTimings timings;
        qint64 bytes = 0; ///< Of the body, given to the kernel.
    };

    explicit LoadRequest(QNetworkAccessManager &manager, QObject *parent = nullptr);
    ~LoadRequest() override;

    /// Once only. `form` outlives this.
    void start(const LoadForm &form, quint64 number);

Q_SIGNALS:
    /// Exactly once, from the event loop.
    void finished(const transfer::LoadRequest::Outcome &outcome);

private:
    void watchForCut(FormBody &body);
    void cutWhenDelivered();
    void cutOff();
    void conclude();

    QNetworkAccessManager &m_manager;
    QNetworkReply *m_reply = nullptr; ///< Owns the body.
    QTimer m_cutTimer;
    QElapsedTimer m_sinceCut; ///< Since the place was reached at which to break off.
    Outcome m_outcome;
};

} // namespace transfer
