// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark/enginethread.h"

#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"

namespace app {

EngineThread::EngineThread()
{
    setObjectName(QStringLiteral("engine"));
    start();
    m_isReady.acquire();
}

EngineThread::~EngineThread()
{
    // Behind all that the window has asked of the session, its last wish included.
    QMetaObject::invokeMethod(
        m_session, [this] { quit(); }, Qt::QueuedConnection);
    wait();
}

void EngineThread::run()
{
    base::SystemClock clock;
    net::CurlAccessManager manager;
    session::Session session(manager, clock);
    session.useAllCores();
    session.watchNetwork();
    session.setRetryPolicy({.attempts = 3});
    m_session = &session;
    m_isReady.release();
    exec();
}

} // namespace app
