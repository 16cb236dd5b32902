// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redirect.h"
#include "core/net/responsehead.h"

#include <QTest>

using base::ErrorKind;
using net::Redirect;
using Policy = QNetworkRequest::RedirectPolicy;

Q_DECLARE_METATYPE(net::Redirect::Action)

class TestRedirect final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decision_data();
    void decision();
    void refusalSaysWhereTo();
    void tellsOfResult_data();
    void tellsOfResult();
};

void TestRedirect::decision_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<bool>("hasBody");
    QTest::addColumn<bool>("mayResend");
    QTest::addColumn<int>("policy");
    QTest::addColumn<int>("hops");
    QTest::addColumn<Redirect::Action>("action");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("target");

    const auto row
        = [](const char *name, int status, const char *location, bool hasBody, bool mayResend, Policy policy,
             int hops, Redirect::Action action, ErrorKind kind, const char *target) {
              QTest::newRow(name) << status << QByteArray(location) << hasBody << mayResend
                                  << static_cast<int>(policy) << hops << action << kind
                                  << QString::fromLatin1(target);
          };
    constexpr auto lessSafe = QNetworkRequest::NoLessSafeRedirectPolicy;
    using enum Redirect::Action;
    row("not a redirect", 200, "/b", false, false, lessSafe, 0, Deliver, ErrorKind::None, "");
    row("no location", 302, "", false, false, lessSafe, 0, Deliver, ErrorKind::None, "");
    row("304 is none", 304, "/b", false, false, lessSafe, 0, Deliver, ErrorKind::None, "");
    row("manual", 302, "/b", false, false, QNetworkRequest::ManualRedirectPolicy, 0, Deliver, ErrorKind::None,
        "");
    row("get 302", 302, "/b?c=d", false, false, lessSafe, 0, Follow, ErrorKind::None, "http://h:1/b?c=d");
    row("relative", 302, "b", false, false, lessSafe, 0, Follow, ErrorKind::None, "http://h:1/up/b");
    row("other host", 301, "http://g/", false, false, lessSafe, 0, Follow, ErrorKind::None, "http://g/");
    row("other host, same origin only", 301, "http://g/", false, false,
        QNetworkRequest::SameOriginRedirectPolicy, 0, Refuse, ErrorKind::RedirectRefused, "http://g/");
    for (const int status : {301, 302, 303}) {
        row(qPrintable(QStringLiteral("post %1").arg(status)), status, "/b", true, true, lessSafe, 0, Refuse,
            ErrorKind::RedirectRefused, "http://h:1/b");
    }
    for (const int status : {307, 308}) {
        row(qPrintable(QStringLiteral("post %1, not allowed").arg(status)), status, "/b", true, false,
            lessSafe, 0, Refuse, ErrorKind::RedirectRefused, "http://h:1/b");
        row(qPrintable(QStringLiteral("post %1, allowed").arg(status)), status, "/b", true, true, lessSafe, 0,
            Follow, ErrorKind::None, "http://h:1/b");
    }
    row("ftp", 302, "ftp://h/", false, false, lessSafe, 0, Refuse, ErrorKind::RedirectRefused, "ftp://h/");
    row("file", 302, "file:///etc/passwd", false, false, lessSafe, 0, Refuse, ErrorKind::RedirectRefused,
        "file:///etc/passwd");
    row("too many", 302, "/b", false, false, lessSafe, 50, Refuse, ErrorKind::TooManyRedirects,
        "http://h:1/b");
}

void TestRedirect::decision()
{
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    QFETCH(bool, hasBody);
    QFETCH(bool, mayResend);
    QFETCH(int, policy);
    QFETCH(int, hops);
    net::ResponseHead head;
    QByteArray raw = "HTTP/1.1 " + QByteArray::number(status) + " X\r\n";
    if (!location.isEmpty())
        raw += "Location: " + location + "\r\n";
    raw += "\r\n";
    QVERIFY(head.parse(raw) > 0);
    QNetworkRequest request;
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, policy);
    const QUrl current(QStringLiteral("http://h:1/up/load"));
    const Redirect redirect = net::decideRedirect(head, request, current, hasBody, mayResend, hops);
    QTEST(redirect.action, "action");
    QTEST(redirect.error.kind, "kind");
    QTEST(redirect.target.toString(), "target");
}

void TestRedirect::refusalSaysWhereTo()
{
    net::ResponseHead head;
    QVERIFY(head.parse("HTTP/1.1 302 Found\r\nLocation: https://u:secret@h/b\r\n\r\n") > 0);
    const QUrl current(QStringLiteral("http://h/a"));
    const Redirect redirect = net::decideRedirect(head, QNetworkRequest(), current, true, false, 0);
    QCOMPARE(redirect.error.httpStatus, 302);
    QVERIFY2(redirect.error.message.contains(QStringLiteral("https://h/b")),
             qPrintable(redirect.error.message));
    QVERIFY(!redirect.error.message.contains(QStringLiteral("secret")));
    QVERIFY(!redirect.isSameOrigin);

    QVERIFY(head.parse("HTTP/1.1 302 Found\r\nLocation: http://h/b\r\n\r\n") > 0);
    const QUrl secure(QStringLiteral("https://h/a"));
    QCOMPARE(net::decideRedirect(head, QNetworkRequest(), secure, false, false, 0).error.kind,
             ErrorKind::RedirectRefused);
}

void TestRedirect::tellsOfResult_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isResult");
    const auto row = [](const char *name, int status, const char *target, bool isResult) {
        QTest::newRow(name) << status << QString::fromLatin1(target) << isResult;
    };
    row("another page", 303, "http://h:1/files/17", true);
    row("the same page", 303, "http://h:1/up", true);
    row("a blog of logins", 303, "http://h:1/blogin/authors/1", true);
    row("another host", 303, "http://other:1/files/17", false);
    row("another port", 303, "http://h:2/files/17", false);
    row("encrypted", 303, "https://h:1/files/17", false);
    for (const char *page : {"/login", "/user/sign_in?next=/up", "/Sign-In.html", "/oauth2/authorize",
                             "/sso/start", "/auth/realms/x"})
        row(page, 303, QByteArray(QByteArray("http://h:1") + page).constData(), false);
    for (const int status : {301, 302, 307, 308, 201})
        row(QByteArray::number(status).constData(), status, "http://h:1/files/17", false);
}

void TestRedirect::tellsOfResult()
{
    QFETCH(int, status);
    QFETCH(QString, target);
    QTEST(net::tellsOfResult(status, QUrl(QStringLiteral("http://h:1/up")), QUrl(target)), "isResult");
}

QTEST_APPLESS_MAIN(TestRedirect)
#include "tst_redirect.moc"
