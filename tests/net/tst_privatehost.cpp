// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/privatehost.h"

#include <QTest>

class TestPrivateHost final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hosts_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isPrivate");
        for (const char *host : {"localhost",    "127.0.0.1",          "127.3.2.1",      "::1",
                                 "10.1.2.3",     "172.16.0.1",         "172.31.255.255", "192.168.1.20",
                                 "100.64.0.1",   "169.254.1.1",        "fd12::1",        "fe80::1",
                                 "fe80::1%eth0", "::ffff:192.168.0.1", "upload",         "UPLOAD",
                                 "nas.local",    "a.b.home.arpa",      "db.internal",    "x.localhost",
                                 "x.test",       "nas.local."})
            QTest::newRow(host) << QString::fromLatin1(host) << true;
        for (const char *host : {"example.com", "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.169.0.1",
                                 "100.128.0.1", "2001:db8::1", "::ffff:8.8.8.8", "local.example.com",
                                 "10.example.com", "notlocal.de", "example.com.", ""})
            QTest::newRow(host) << QString::fromLatin1(host) << false;
    }

    void hosts()
    {
        QFETCH(QString, host);
        QTEST(net::isPrivateHost(host), "isPrivate");
    }
};

QTEST_GUILESS_MAIN(TestPrivateHost)
#include "tst_privatehost.moc"
