// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testfiles.h"
#include "tests/support/tusserver.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFile>
#include <QTest>

using namespace support;

namespace {

constexpr qint64 MiB = 1024 * 1024;

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

} // namespace

/// One upload by tus, its client and its server killed again and again with SIGKILL. 64 MiB, or TIDEMARK_TUS_BYTES.
class TestTusKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survives()
    {
        bool isGiven = false;
        const qint64 given = qEnvironmentVariable("TIDEMARK_TUS_BYTES").toLongLong(&isGiven);
        const qint64 size = isGiven ? given : 64 * MiB;
        const QString path = m_files.makeFile(QStringLiteral("large.bin"), size);
        QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
        startClient(path);

        // Of the client, the server, the client …, each after a further sixth of the file.
        constexpr int kills = 5;
        for (int kill = 0; kill < kills; ++kill) {
            QVERIFY(hasSent(size * (kill + 1) / (kills + 1)));
            QVERIFY2(m_client->isRunning(), m_client->complaints().constData());
            if (kill % 2 == 0) {
                m_client->kill();
                startClient(path);
            } else {
                m_server.kill();
                QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
            }
        }
        QVERIFY(m_client->hasEndedWithin(patienceMs));
        QVERIFY2(m_client->exitCode() == 0, m_client->complaints().constData());
        QCOMPARE(m_server.count(), 1); // it was never begun anew
        QCOMPARE(hashOf(m_server.onlyFile()), hashOf(path));
        const double sent = double(m_server.relay().bytesSent()) / double(size);
        qInfo("sent %.4f of the file's size", sent);
        QVERIFY2(sent <= 1.02, qPrintable(QString::number(sent)));
    }

private:
    static constexpr int patienceMs = 600'000;

    void startClient(const QString &path)
    {
        m_client = std::make_unique<ChildProcess>();
        const QStringList arguments{m_server.url().toString(), path, m_files.path(QStringLiteral("store"))};
        if (!m_client->start(QStringLiteral(TUS_CLIENT), arguments))
            qFatal("%s", qPrintable(m_client->failure()));
    }
    bool hasSent(qint64 bytes)
    {
        const QDeadlineTimer deadline(patienceMs);
        while (m_server.relay().bytesSent() < bytes && !deadline.hasExpired()) {
            if (m_client->hasEndedWithin(1))
                return false;
        }
        return m_server.relay().bytesSent() >= bytes;
    }

    TestFiles m_files;
    TusServer m_server;
    std::unique_ptr<ChildProcess> m_client;
};

QTEST_GUILESS_MAIN(TestTusKills)
#include "tst_tuskills.moc"
