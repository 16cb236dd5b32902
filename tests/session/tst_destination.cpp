// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/destination.h"
#include "core/transfer/uploadtarget.h"

#include <QTest>

using session::destinationDetail;
using session::fingerprintOf;
using transfer::UploadMethod;
using transfer::UploadTarget;

namespace {

UploadTarget targetAt(const QByteArray &url)
{
    UploadTarget target;
    target.endpoint.url = QUrl(QString::fromUtf8(url));
    return target;
}

} // namespace

/// What tells two destinations of one address apart, and what does not.
class TestDestination final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainFormIsEmpty();
    void whatDecidesTellsApart();
    void whatTheMethodDoesNotSendDoesNot();
    void secretsDoNot_data();
    void secretsDoNot();
    void fingerprintIsOfTheSalt();
};

void TestDestination::plainFormIsEmpty()
{
    QCOMPARE(destinationDetail({}), QByteArray());
    UploadTarget target = targetAt("http://me:hush@host/up#hush");
    target.endpoint.headers = {{"Authorization", "Bearer hush"}, {"X-Run", "7"}};
    QCOMPARE(destinationDetail(target), QByteArray());
}

void TestDestination::whatDecidesTellsApart()
{
    QList<UploadTarget> targets{targetAt("http://host/up"), targetAt("http://host/up?album=one"),
                                targetAt("http://host/up?album=two"), targetAt("http://host/up?album"),
                                targetAt("http://host/up?album=one&x=1")};
    UploadTarget form = targetAt("http://host/up");
    form.field = QStringLiteral("picture");
    targets << form;
    form.form = {{QStringLiteral("a"), QStringLiteral("bc")}};
    targets << form;
    form.form = {{QStringLiteral("ab"), QStringLiteral("c")}};
    targets << form;
    form.method = UploadMethod::Tus;
    targets << form;
    form.method = UploadMethod::Put;
    targets << form;
    QSet<QByteArray> details;
    for (const UploadTarget &target : std::as_const(targets))
        details.insert(destinationDetail(target));
    QCOMPARE(details.size(), targets.size());
}

void TestDestination::whatTheMethodDoesNotSendDoesNot()
{
    UploadTarget put = targetAt("http://host/up/");
    put.method = UploadMethod::Put;
    UploadTarget named = put;
    named.field = QStringLiteral("picture");
    named.form = {{QStringLiteral("a"), QStringLiteral("b")}};
    QCOMPARE(destinationDetail(named), destinationDetail(put));
    put.method = named.method = UploadMethod::Tus;
    named.form.clear();
    QCOMPARE(destinationDetail(named), destinationDetail(put));
}

void TestDestination::secretsDoNot_data()
{
    QTest::addColumn<QByteArray>("item");
    for (const char *item : {"access_token", "sig", "X-Amz-Signature", "key", "session", "%74oken"})
        QTest::newRow(item) << QByteArray(item);
}

void TestDestination::secretsDoNot()
{
    QFETCH(const QByteArray, item);
    const auto with = [&](const char *value) {
        return destinationDetail(targetAt("http://host/up?album=one&" + item + '=' + value + "&page=2"));
    };
    QCOMPARE(with("hush"), with("hush-hush"));
    QVERIFY(!with("hush").contains("hush"));
    UploadTarget one = targetAt("http://host/up"), two = one;
    one.form
        = {{QStringLiteral("token"), QStringLiteral("hush")}, {QStringLiteral("pin"), QStringLiteral("1")}};
    two.form
        = {{QStringLiteral("token"), QStringLiteral("later")}, {QStringLiteral("pin"), QStringLiteral("2")}};
    QVERIFY(destinationDetail(one) != destinationDetail(two));
    one.secretFields = two.secretFields = {QStringLiteral("pin")};
    QCOMPARE(destinationDetail(one), destinationDetail(two));
}

void TestDestination::fingerprintIsOfTheSalt()
{
    QCOMPARE(fingerprintOf({}, "salt"), QByteArray());
    const QByteArray print = fingerprintOf("album=one", "salt");
    QCOMPARE(print.size(), 16);
    QCOMPARE(fingerprintOf("album=one", "salt"), print);
    QVERIFY(fingerprintOf("album=two", "salt") != print);
    QVERIFY(fingerprintOf("album=one", "pepper") != print);
}

QTEST_APPLESS_MAIN(TestDestination)
#include "tst_destination.moc"
