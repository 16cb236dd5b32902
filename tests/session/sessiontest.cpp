// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/session/sessiontest.h"

#include <QMetaEnum>
#include <QTest>

using session::Session;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

namespace testing {

SessionTest::SessionTest() = default;
SessionTest::~SessionTest() = default;

void SessionTest::init()
{
    m_session.reset();
    m_clock = std::make_unique<base::FakeClock>();
    m_manager = std::make_unique<ScriptedManager>();
    m_script = std::make_unique<WatchScript>(*m_manager);
    m_session = std::make_unique<Session>(*m_manager, *m_clock);
    m_dir = std::make_unique<QTemporaryDir>();
    m_log.clear();
    m_rows.clear();
    m_largestBatch = 0;
    connectLog();
}

void SessionTest::connectLog()
{
    connect(m_session.get(), &Session::uploadsChanged, this, [this](const session::UploadBatch &batch) {
        QStringList rows;
        UploadId last;
        for (const UploadRecord &record : batch.records) {
            QVERIFY(record.id > last);
            last = record.id;
            m_rows.insert(record.id, record);
            rows << QStringLiteral("%1 %2")
                        .arg(record.id.value)
                        .arg(QLatin1StringView(
                            QMetaEnum::fromType<UploadState>().valueToKey(int(record.state))));
        }
        m_largestBatch = std::max(m_largestBatch, batch.records.size());
        if (rows.size() > 10)
            rows = {QStringLiteral("%1 rows").arg(rows.size())};
        m_log << QLatin1Char('[') + rows.join(QStringLiteral(", ")) + QLatin1Char(']');
    });
    connect(m_session.get(), &Session::uploadsRemoved, this, [this](const QList<UploadId> &ids) {
        QString text = QStringLiteral("-");
        for (const UploadId id : ids) {
            text += QLatin1Char(' ') + QString::number(id.value);
            QVERIFY(m_rows.remove(id) == 1);
        }
        m_log << text;
    });
    connect(m_session.get(), &Session::drained, this, [this] { m_log << QStringLiteral("drained"); });
    connect(m_session.get(), &Session::discovered, this, [this] { m_log << QStringLiteral("discovered"); });
    connect(m_session.get(), &Session::marked, this,
            [this](const session::Mark &mark) { m_log << session::toKey(mark.kind); });
    connect(m_session.get(), &Session::scraped, this, [this](const session::ScrapeTick &tick) {
        m_log << (tick.ok ? QStringLiteral("scraped") : QStringLiteral("missed"));
    });
}

void SessionTest::setTarget(const QString &url)
{
    transfer::UploadTarget target;
    target.endpoint.url = QUrl(url);
    m_session->setTarget(target);
}

QStringList SessionTest::makeFiles(int count, qint64 bytes)
{
    QStringList paths;
    for (int i = 0; i < count; ++i) {
        QFile file(m_dir->filePath(QStringLiteral("file-%1").arg(i)));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(bytes))
            qFatal("cannot make a file");
        paths << file.fileName();
    }
    return paths;
}

QList<ScriptedReply *> SessionTest::posts() const
{
    QList<ScriptedReply *> found;
    for (const auto &reply : std::as_const(m_manager->replies)) {
        if (reply && !reply->isFinished() && reply->operation() == QNetworkAccessManager::PostOperation)
            found.append(reply);
    }
    return found;
}

void SessionTest::add(const QStringList &paths)
{
    const qsizetype before = m_log.size();
    m_session->addPaths(paths);
    QCOMPARE(m_log.size(), before); // Never from within the call.
    QTRY_VERIFY_WITH_TIMEOUT(m_log.size() > before, 30'000);
}

void SessionTest::answer(int post, int status)
{
    const auto replies = posts();
    QVERIFY(post < replies.size());
    QVERIFY(replies[post]->readBody());
    replies[post]->emitAllSent();
    replies[post]->answer(status, {}, "the server's words");
}

void SessionTest::pass(std::chrono::milliseconds span)
{
    QTest::qWait(0); // What was posted comes first.
    m_clock->advance(span);
}

} // namespace testing
