// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/failurereason.h"
#include "core/report/httpstatus.h"

#include <QMetaEnum>
#include <QTest>

using base::ErrorKind;

class TestFailureReason final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFailureHasAReasonAndAnAdvice()
    {
        const QMetaEnum kinds = QMetaEnum::fromType<ErrorKind>();
        for (int i = 0; i < kinds.keyCount(); ++i) {
            const report::FailureReason reason
                = report::failureReason(static_cast<ErrorKind>(kinds.value(i)), 0);
            QVERIFY2(!reason.why.isEmpty() && !reason.advice.isEmpty(), kinds.key(i));
        }
    }

    void adviceForAStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("part");
        QTest::newRow("413") << 413 << QStringLiteral("client_max_body_size");
        QTest::newRow("401") << 401 << QStringLiteral("token");
        QTest::newRow("407") << 407 << QStringLiteral("proxy");
        QTest::newRow("404") << 404 << QStringLiteral("path");
        QTest::newRow("405") << 405 << QStringLiteral("routes");
        QTest::newRow("417") << 417 << QStringLiteral("request headers");
        QTest::newRow("423") << 423 << QStringLiteral("Wait");
        QTest::newRow("425") << 425 << QStringLiteral("Retry");
        QTest::newRow("460") << 460 << QStringLiteral("proxies");
        QTest::newRow("418") << 418 << QStringLiteral("log");
        QTest::newRow("429") << 429 << QStringLiteral("at once");
        QTest::newRow("500") << 500 << QStringLiteral("log");
        QTest::newRow("502") << 502 << QStringLiteral("memory");
        QTest::newRow("507") << 507 << QStringLiteral("disk space");
        QTest::newRow("302") << 302 << QStringLiteral("path");
    }

    void adviceForAStatus()
    {
        QFETCH(int, status);
        QFETCH(QString, part);
        const report::FailureReason reason = report::failureReason(ErrorKind::HttpStatus, status);
        const QString said = reason.why + reason.advice;
        QVERIFY2(said.contains(part), qPrintable(said));
    }

    void statusesHaveTheirPhrases()
    {
        QCOMPARE(report::httpStatusText(201), QStringLiteral("201 Created"));
        QCOMPARE(report::httpStatusText(511), QStringLiteral("511 Network Authentication Required"));
        QCOMPARE(report::httpStatusText(599), QStringLiteral("599"));
    }
};

QTEST_GUILESS_MAIN(TestFailureReason)
#include "tst_failurereason.moc"
