// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <QMetaEnum>
#include <QSet>
#include <QTest>

using base::ErrorKind;

class TestError final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsOwnKey();
    void keysAreTheContract_data();
    void keysAreTheContract();
    void aNewErrorIsNone();
    void comparesEveryField();
};

/// "FileMissing" → "file-missing".
static QString kebab(const QString &name)
{
    QString key;
    for (const QChar c : name) {
        if (c.isUpper() && !key.isEmpty())
            key += QLatin1Char('-');
        key += c.toLower();
    }
    return key;
}

void TestError::everyKindHasItsOwnKey()
{
    const auto kinds = QMetaEnum::fromType<ErrorKind>();
    QVERIFY(kinds.keyCount() > 20);
    QSet<QString> seen;
    for (int i = 0; i < kinds.keyCount(); ++i) {
        const QString key = base::toKey(static_cast<ErrorKind>(kinds.value(i)));
        QCOMPARE(key, kebab(QString::fromLatin1(kinds.key(i))));
        QCOMPARE(base::errorKindFromKey(key), static_cast<ErrorKind>(kinds.value(i)));
        seen.insert(key);
    }
    QCOMPARE(seen.size(), kinds.keyCount());
    QCOMPARE(base::errorKindFromKey(QStringLiteral("of-a-newer-version")), ErrorKind::Internal);
}

void TestError::keysAreTheContract_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("key");

    // Spelled out, because renaming a value would rename the key that scripts read.
    QTest::newRow("none") << ErrorKind::None << QStringLiteral("none");
    QTest::newRow("file-missing") << ErrorKind::FileMissing << QStringLiteral("file-missing");
    QTest::newRow("file-unreadable") << ErrorKind::FileUnreadable << QStringLiteral("file-unreadable");
    QTest::newRow("not-a-file") << ErrorKind::NotAFile << QStringLiteral("not-a-file");
    QTest::newRow("file-changed") << ErrorKind::FileChanged << QStringLiteral("file-changed");
    QTest::newRow("bad-url") << ErrorKind::BadUrl << QStringLiteral("bad-url");
    QTest::newRow("unsupported-scheme")
        << ErrorKind::UnsupportedScheme << QStringLiteral("unsupported-scheme");
    QTest::newRow("host-not-found") << ErrorKind::HostNotFound << QStringLiteral("host-not-found");
    QTest::newRow("connection-refused")
        << ErrorKind::ConnectionRefused << QStringLiteral("connection-refused");
    QTest::newRow("connection-failed") << ErrorKind::ConnectionFailed << QStringLiteral("connection-failed");
    QTest::newRow("connection-reset") << ErrorKind::ConnectionReset << QStringLiteral("connection-reset");
    QTest::newRow("proxy-failed") << ErrorKind::ProxyFailed << QStringLiteral("proxy-failed");
    QTest::newRow("tls-failed") << ErrorKind::TlsFailed << QStringLiteral("tls-failed");
    QTest::newRow("connect-timeout") << ErrorKind::ConnectTimeout << QStringLiteral("connect-timeout");
    QTest::newRow("stalled") << ErrorKind::Stalled << QStringLiteral("stalled");
    QTest::newRow("timeout") << ErrorKind::Timeout << QStringLiteral("timeout");
    QTest::newRow("redirect-refused") << ErrorKind::RedirectRefused << QStringLiteral("redirect-refused");
    QTest::newRow("too-many-redirects")
        << ErrorKind::TooManyRedirects << QStringLiteral("too-many-redirects");
    QTest::newRow("address-taken") << ErrorKind::AddressTaken << QStringLiteral("address-taken");
    QTest::newRow("answered-early") << ErrorKind::AnsweredEarly << QStringLiteral("answered-early");
    QTest::newRow("protocol") << ErrorKind::Protocol << QStringLiteral("protocol");
    QTest::newRow("http-status") << ErrorKind::HttpStatus << QStringLiteral("http-status");
    QTest::newRow("too-large") << ErrorKind::TooLarge << QStringLiteral("too-large");
    QTest::newRow("malformed") << ErrorKind::Malformed << QStringLiteral("malformed");
    QTest::newRow("not-found") << ErrorKind::NotFound << QStringLiteral("not-found");
    QTest::newRow("write-failed") << ErrorKind::WriteFailed << QStringLiteral("write-failed");
    QTest::newRow("process-failed") << ErrorKind::ProcessFailed << QStringLiteral("process-failed");
    QTest::newRow("cancelled") << ErrorKind::Cancelled << QStringLiteral("cancelled");
    QTest::newRow("interrupted") << ErrorKind::Interrupted << QStringLiteral("interrupted");
    QTest::newRow("in-use") << ErrorKind::InUse << QStringLiteral("in-use");
    QTest::newRow("newer-version") << ErrorKind::NewerVersion << QStringLiteral("newer-version");
    QTest::newRow("internal") << ErrorKind::Internal << QStringLiteral("internal");
    QTest::newRow("not a kind at all") << static_cast<ErrorKind>(9999) << QStringLiteral("internal");
}

void TestError::keysAreTheContract()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, key);
    QCOMPARE(base::toKey(kind), key);
}

void TestError::aNewErrorIsNone()
{
    const base::Error error;
    QCOMPARE(error.kind, ErrorKind::None);
    QCOMPARE(error.httpStatus, 0);
    QVERIFY(error.message.isEmpty());
    QVERIFY(error.detail.isEmpty());
}

void TestError::comparesEveryField()
{
    const base::Error error{ErrorKind::HttpStatus, QStringLiteral("refused"), 413,
                            QStringLiteral("too large")};
    QCOMPARE(error, base::Error(error));
    for (base::Error other : {base::Error{ErrorKind::Protocol, error.message, 413, error.detail},
                              base::Error{error.kind, QStringLiteral("x"), 413, error.detail},
                              base::Error{error.kind, error.message, 500, error.detail},
                              base::Error{error.kind, error.message, 413, QString()}})
        QVERIFY(!(other == error));
}

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
