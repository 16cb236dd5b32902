// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/transfer/scriptedmanager.h"

#include <QByteArray>

namespace testing {

/// The answers of a server that speaks Prometheus text under /metrics and nothing else.
class WatchScript final
{
public:
    explicit WatchScript(ScriptedManager &manager)
        : m_manager(manager)
    {
    }

    double heap = 1e6;
    double startTime = 1'700'000'000;

    /// The GETs that wait for an answer.
    [[nodiscard]] QList<ScriptedReply *> open() const
    {
        QList<ScriptedReply *> replies;
        for (const QPointer<ScriptedReply> &reply : std::as_const(m_manager.replies)) {
            if (reply && !reply->isFinished() && reply->operation() == QNetworkAccessManager::GetOperation)
                replies.append(reply);
        }
        return replies;
    }
    /// Answers all of them as the server would; returns how many.
    qsizetype answerAll() const
    {
        const QList<ScriptedReply *> replies = open();
        for (ScriptedReply *reply : replies) {
            if (reply->url().path() == QLatin1StringView("/metrics"))
                reply->answer(200, "OK", page());
            else
                reply->answer(404, "Not Found", "no such page\n");
        }
        return replies.size();
    }
    void failAll(base::ErrorKind kind, const QString &why) const
    {
        const QList<ScriptedReply *> replies = open();
        for (ScriptedReply *reply : replies)
            reply->end({kind, why, 0, {}});
    }
    [[nodiscard]] QByteArray page() const
    {
        return "# TYPE go_memstats_heap_alloc_bytes gauge\ngo_memstats_heap_alloc_bytes "
            + QByteArray::number(heap, 'f', 0)
            + "\n# TYPE go_goroutines gauge\ngo_goroutines 7\n# TYPE process_start_time_seconds gauge\n"
              "process_start_time_seconds "
            + QByteArray::number(startTime, 'f', 2)
            + "\n# TYPE go_info gauge\ngo_info{version=\"go1.19.8\"} 1\n";
    }

private:
    ScriptedManager &m_manager;
};

} // namespace testing
