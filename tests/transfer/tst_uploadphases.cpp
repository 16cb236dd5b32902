// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadphases.h"

#include <QTest>

#include <array>

using namespace transfer;
using base::ErrorKind;

namespace {

QString nameOf(UploadPhase phase)
{
    static const std::array<const char *, uploadPhaseCount> names{"Waiting", "DNS",    "Connect", "TLS",
                                                                  "Send",    "Server", "Answer"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(phase)));
}

} // namespace

class TestUploadPhases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data()
    {
        QTest::addColumn<UploadRecord>("record");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing known") << UploadRecord{} << QString();
        QTest::newRow("whole, with TLS")
            << ended(10, 30, 60, 160, 200, 210)
            << QStringLiteral("DNS 10, Connect 20, TLS 30, Send 100, Server 40, Answer 10");
        QTest::newRow("on a connection that was there")
            << ended(0, 0, 0, 100, 140, 140) << QStringLiteral("Send 100, Server 40");
        QTest::newRow("answered before all was sent")
            << ended(0, 5, 0, 0, 50, 80) << QStringLiteral("Connect 5, Send 45, Answer 30");
        QTest::newRow("answered early, sent all the same")
            << ended(0, 5, 0, 70, 50, 80) << QStringLiteral("Connect 5, Send 45, Answer 30");
        QTest::newRow("no such host")
            << broken(ErrorKind::HostNotFound, 0, 0, 0, 0, 90) << QStringLiteral("DNS 90");
        QTest::newRow("refused") << broken(ErrorKind::ConnectionRefused, 10, 0, 0, 0, 12)
                                 << QStringLiteral("DNS 10, Connect 2");
        QTest::newRow("a bad certificate")
            << broken(ErrorKind::TlsFailed, 10, 20, 0, 0, 50) << QStringLiteral("DNS 10, Connect 10, TLS 30");
        QTest::newRow("no connection in time")
            << broken(ErrorKind::ConnectTimeout, 10, 0, 0, 0, 50) << QStringLiteral("DNS 10, Connect 40");
        QTest::newRow("no name in time")
            << broken(ErrorKind::ConnectTimeout, 0, 0, 0, 0, 50) << QStringLiteral("DNS 50");
        QTest::newRow("no encryption in time") << broken(ErrorKind::ConnectTimeout, 10, 20, 0, 0, 50)
                                               << QStringLiteral("DNS 10, Connect 10, TLS 30");
        QTest::newRow("stalled while sending")
            << broken(ErrorKind::Stalled, 0, 5, 0, 0, 500) << QStringLiteral("Connect 5, Send 495");
        QTest::newRow("never answered") << broken(ErrorKind::Stalled, 0, 5, 0, 100, 500)
                                        << QStringLiteral("Connect 5, Send 95, Server 400");
        UploadRecord waited = ended(0, 0, 0, 100, 140, 140);
        waited.queuedAtMs = 1'000;
        waited.startedAtMs = 1'250;
        QTest::newRow("waited") << waited << QStringLiteral("Waiting 250000, Send 100, Server 40");
        UploadRecord running;
        running.queuedAtMs = 1'000;
        running.startedAtMs = 1'001;
        QTest::newRow("running") << running << QStringLiteral("Waiting 1000");
        running.startedAtMs = 900; // The clock was put back.
        QTest::newRow("never less than nothing") << running << QString();
    }

    void tells()
    {
        QFETCH(UploadRecord, record);
        QStringList texts;
        const QList<PhaseSpan> phases = uploadPhases(record);
        for (const PhaseSpan &span : phases)
            texts.append(nameOf(span.phase) + u' ' + QString::number(span.length.count()));
        QTEST(texts.join(QStringLiteral(", ")), "expected");
    }

private:
    /// Ends of phases in microseconds.
    static UploadRecord ended(int dns, int connect, int tls, int sent, int firstByte, int total)
    {
        using us = std::chrono::microseconds;
        UploadRecord record;
        record.timings = {us(dns), us(connect), us(tls), us(sent), us(firstByte), us(total)};
        return record;
    }
    static UploadRecord broken(ErrorKind kind, int dns, int connect, int tls, int sent, int total)
    {
        UploadRecord record = ended(dns, connect, tls, sent, 0, total);
        record.error.kind = kind;
        return record;
    }
};

QTEST_GUILESS_MAIN(TestUploadPhases)
#include "tst_uploadphases.moc"
