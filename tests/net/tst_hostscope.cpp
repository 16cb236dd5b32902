// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/hostscope.h"

#include <QTest>

using net::HostScope;

class TestHostScope final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<HostScope>("scope");
        const std::pair<const char *, HostScope> rows[]{
            {"127.0.0.1", HostScope::Loopback},
            {"127.9.9.9", HostScope::Loopback},
            {"::1", HostScope::Loopback},
            {"::ffff:127.0.0.1", HostScope::Loopback},
            {"10.1.2.3", HostScope::Private},
            {"172.16.0.1", HostScope::Private},
            {"172.31.255.255", HostScope::Private},
            {"172.32.0.1", HostScope::Public},
            {"192.168.1.1", HostScope::Private},
            {"192.169.1.1", HostScope::Public},
            {"169.254.1.1", HostScope::Private},
            {"100.64.0.1", HostScope::Private},
            {"100.128.0.1", HostScope::Public},
            {"fe80::1", HostScope::Private},
            {"fd12:3456::1", HostScope::Private},
            {"::ffff:10.0.0.1", HostScope::Private},
            {"::ffff:93.184.216.34", HostScope::Public},
            {"93.184.216.34", HostScope::Public},
            {"2606:2800::1", HostScope::Public},
            {"0.0.0.0", HostScope::Public},
        };
        for (const auto &[address, scope] : rows)
            QTest::newRow(address) << QString::fromLatin1(address) << scope;
    }

    void addresses()
    {
        QFETCH(const QString, address);
        QFETCH(const HostScope, scope);
        QCOMPARE(net::scopeOf(QHostAddress(address)), scope);
    }

    void theWidestOfAll()
    {
        const QHostAddress local(QStringLiteral("127.0.0.1")), near(QStringLiteral("10.0.0.1")),
            far(QStringLiteral("93.184.216.34"));
        QCOMPARE(net::scopeOf({local}), HostScope::Loopback);
        QCOMPARE(net::scopeOf({local, near}), HostScope::Private);
        QCOMPARE(net::scopeOf({near, far, local}), HostScope::Public);
        QCOMPARE(net::scopeOf(QList<QHostAddress>()), HostScope::Public);
    }
};

QTEST_GUILESS_MAIN(TestHostScope)
#include "tst_hostscope.moc"
