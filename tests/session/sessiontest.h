// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fakeclock.h"
#include "core/session/session.h"
#include "core/transfer/uploadrecord.h"
#include "tests/session/watchscript.h"

#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace testing {

/// Scripted replies, a clock that only the test moves, and everything the session says in one ordered log:
/// "[1 Sending, 2 Waiting]" is a batch, "- 1 2" rows that left, the rest are marks and signals by name.
/// All of it is new for every test function.
class SessionTest : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionTest)

public:
    SessionTest();
    ~SessionTest() override;

private Q_SLOTS:
    void init();

protected:
    void setTarget(const QString &url = QStringLiteral("http://127.0.0.1:1/upload"));
    [[nodiscard]] QStringList makeFiles(int count, qint64 bytes = 1'000);
    /// Those that wait for an answer, in the order in which they began.
    [[nodiscard]] QList<ScriptedReply *> posts() const;
    /// Adds and waits for the session to have found them all, and to have sent its batch.
    void add(const QStringList &paths);
    void answer(int post, int status = 201);
    void pass(std::chrono::milliseconds span);
    /// Of a session that took the place of the first one.
    void connectLog();
    [[nodiscard]] QString log() const { return m_log.join(QLatin1Char(' ')); }

    std::unique_ptr<base::FakeClock> m_clock;
    std::unique_ptr<ScriptedManager> m_manager;
    std::unique_ptr<WatchScript> m_script;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<QTemporaryDir> m_dir;
    QStringList m_log;
    QMap<transfer::UploadId, transfer::UploadRecord> m_rows; ///< As a receiver would keep them.
    qsizetype m_largestBatch = 0;
};

} // namespace testing
