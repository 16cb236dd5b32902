// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadtemplate.h"

#include <QTest>

using namespace transfer;

class TestUploadTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("upload"); // the same for all, or with templates
        QTest::addColumn<QByteArray>("file"); // below a folder

        const QString plain = QStringLiteral("a.txt");
        const auto row = [](const char *title, const char *url, const QString &name, const char *upload,
                            const char *file) {
            QTest::newRow(title) << QString::fromUtf8(url) << name << QByteArray(upload) << QByteArray(file);
        };
        row("file", "http://h/up", plain, "http://h/up", "http://h/up");
        row("folder", "http://h/up/", plain, "http://h/up/", "http://h/up/a.txt");
        row("nothing but a host", "http://h", plain, "http://h", "http://h/a.txt");
        row("folder with a query", "http://h/up/?k=v/", plain, "http://h/up/?k=v/", "http://h/up/a.txt?k=v/");
        row("number", "http://h/{n}", plain, "http://h/42", "http://h/42");
        row("number, encoded", "http://h/%7Bn%7d", plain, "http://h/42", "http://h/42");
        row("name", "http://h/in/{name}", plain, "http://h/in/a.txt", "http://h/in/a.txt");
        row("name in a folder", "http://h/{name}/", plain, "http://h/a.txt/", "http://h/a.txt/");
        row("number in a folder", "http://h/{n}/", plain, "http://h/42/", "http://h/42/a.txt");
        row("name in the query", "http://h/up/?as={name}", QStringLiteral("a&b=c"),
            "http://h/up/?as=a%26b%3Dc", "http://h/up/?as=a%26b%3Dc");
        row("a name that looks like one", "http://h/{name}", QStringLiteral("{n}"), "http://h/%7Bn%7D",
            "http://h/%7Bn%7D");
        row("a name of all kinds", "http://h/up/", QStringLiteral("a b#c?d%e+ü.txt"), "http://h/up/",
            "http://h/up/a%20b%23c%3Fd%25e%2B%C3%BC.txt");
        row("folders of the name stay", "http://h/up/", QStringLiteral("x/y z/a.txt"), "http://h/up/",
            "http://h/up/x/y%20z/a.txt");
        row("none that leads elsewhere", "http://h/up/", QStringLiteral("../a.txt"), "http://h/up/",
            "http://h/up/_/a.txt");
        row("nor an empty one", "http://h/up/", QStringLiteral("/a"), "http://h/up/", "http://h/up/_/a");
        row("nor dots alone", "http://h/up/", QStringLiteral(".."), "http://h/up/", "http://h/up/_");
        row("a name that is not Unicode", "http://h/up/", QString(QChar(0xdcff)), "http://h/up/",
            "http://h/up/%EF%BF%BD");
    }

    void addresses()
    {
        QFETCH(QString, url);
        QFETCH(QString, name);
        const UrlTemplate address{QUrl(url)};
        QTEST(address.urlFor({name, 42}).toEncoded(), "upload");
        QTEST(address.fileUrlFor({name, 42}).toEncoded(), "file");
    }

    void bytesOfNamesStayWhatTheyAre()
    {
        const UploadLabel label{QStringLiteral("x/m\ufffdrz.txt")};
        const QByteArray name("x/m\xe4rz.txt");
        QCOMPARE(UrlTemplate(QUrl(QStringLiteral("http://h/up/"))).fileUrlFor(label, name).toEncoded(),
                 "http://h/up/x/m%E4rz.txt");
        QCOMPARE(UrlTemplate(QUrl(QStringLiteral("http://h/?as={name}"))).fileUrlFor(label, name).toEncoded(),
                 "http://h/?as=x/m%E4rz.txt");
    }

    void uuidsAreTheUploads()
    {
        const UrlTemplate address(QUrl(QStringLiteral("http://h/{uuid}")));
        const QUuid key = keyFrom(7, 1);
        QCOMPARE(address.urlFor({{}, 1, key}).path(), u'/' + key.toString(QUuid::WithoutBraces));
        QCOMPARE(key.version(), QUuid::Random);
        QCOMPARE(keyFrom(7, 1), key); // a repetition goes to the same place
        QVERIFY(keyFrom(7, 2) != key);
        QVERIFY(keyFrom(8, 1) != key);
    }
};

QTEST_GUILESS_MAIN(TestUploadTemplate)
#include "tst_uploadtemplate.moc"
