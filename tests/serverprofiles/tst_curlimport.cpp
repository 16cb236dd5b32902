// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/curlimport.h"

#include <QTest>

#include <functional>

using namespace std::chrono_literals;
using servers::Auth;
using servers::CurlImport;
using servers::Method;
using servers::ServerProfile;

namespace {
using Expect = std::function<void(ServerProfile &)>;
}
Q_DECLARE_METATYPE(Expect)

class TestCurlImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void options_data();
    void options();
    void notes_data();
    void notes();
    void showsNoPasswordThatWasNotShown();
    void obstacles_data();
    void obstacles();
    void quotesNoSecret_data();
    void quotesNoSecret();
    void files();
    void secretsAreKnownAsSuch();
    void variablesAreLeftOut();
    void knownVariablesAreTakenOver();
    void refusals_data();
    void refusals();
};

void TestCurlImport::options_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Expect>("expect");
    const auto row = [](const char *name, const char *line, Expect expect) {
        QTest::newRow(name) << QString::fromUtf8(line) << std::move(expect);
    };
    const QString none;
    row("form", "curl -F file=@a.bin http://h/up", [](ServerProfile &) {});
    row("another field", "curl --form photo=@a.bin http://h/up",
        [](ServerProfile &p) { p.field = QStringLiteral("photo"); });
    row("fields",
        "curl -F 'kind=holiday; sea' -F \"x=a;b\" -F 'y=\"a;b\"' --form-string z=@v -Ff=@a http://h/up",
        [](ServerProfile &p) {
            p.field = QStringLiteral("f");
            p.form = {{QStringLiteral("kind"), QStringLiteral("holiday"), false},
                      {QStringLiteral("x"), QStringLiteral("a"), false},
                      {QStringLiteral("y"), QStringLiteral("a;b"), false},
                      {QStringLiteral("z"), QStringLiteral("@v"), false}};
        });
    row("joined short options", "curl -sSLXPOST -Ffile=@a -uann:sea http://h/up", [](ServerProfile &p) {
        p.followsRedirects = true;
        p.auth = Auth::Basic;
        p.user = QStringLiteral("ann");
        p.password = QStringLiteral("sea");
    });
    row("digest", "curl --digest -u 'ann:s:e' -F file=@a http://h/up", [](ServerProfile &p) {
        p.auth = Auth::Digest;
        p.user = QStringLiteral("ann");
        p.password = QStringLiteral("s:e");
    });
    row("user in the address", "curl -F file=@a http://ann:s%20a@h/up", [](ServerProfile &p) {
        p.auth = Auth::Basic;
        p.user = QStringLiteral("ann");
        p.password = QStringLiteral("s a");
    });
    row("headers",
        "curl -H 'X-Kind:  a b ' -H 'X-Empty;' -H Expect: -H 'X-Api-Key: k' -A agent/1 -F file=@a "
        "http://h/up",
        [](ServerProfile &p) {
            p.headers = {{QStringLiteral("X-Kind"), QStringLiteral("a b"), false},
                         {QStringLiteral("X-Empty"), QString(), false},
                         {QStringLiteral("X-Api-Key"), QStringLiteral("k"), true},
                         {QStringLiteral("User-Agent"), QStringLiteral("agent/1"), false}};
        });
    row("bearer", "curl -H 'authorization: bearer t0k' -F file=@a http://h/up", [](ServerProfile &p) {
        p.auth = Auth::Bearer;
        p.token = QStringLiteral("t0k");
    });
    row("bearer as option", "curl --oauth2-bearer t0k -F file=@a http://h/up", [](ServerProfile &p) {
        p.auth = Auth::Bearer;
        p.token = QStringLiteral("t0k");
    });
    row("basic as header", "curl -H 'Authorization: Basic YW5uOnNlYQ==' -F file=@a http://h/up",
        [](ServerProfile &p) {
            p.auth = Auth::Basic;
            p.user = QStringLiteral("ann");
            p.password = QStringLiteral("sea");
        });
    row("cookie", "curl -b 'sid=1; x=2' -F file=@a http://h/up", [](ServerProfile &p) {
        p.headers = {{QStringLiteral("Cookie"), QStringLiteral("sid=1; x=2"), true}};
    });
    row("certificates",
        "curl --cacert ca.pem --crlfile r.pem -E 'c\\:1.pem:pw' --key k.pem -F file=@a http://h/up",
        [](ServerProfile &p) {
            p.caFile = QStringLiteral("ca.pem");
            p.crlFile = QStringLiteral("r.pem");
            p.certFile = QStringLiteral("c:1.pem");
            p.keyFile = QStringLiteral("k.pem");
            p.keyPassword = QStringLiteral("pw");
        });
    row("PKCS#12", "curl --cert me.p12 --cert-type p12 --pass tide -F file=@a http://h/up",
        [](ServerProfile &p) {
            p.certFile = QStringLiteral("me.p12");
            p.keyPassword = QStringLiteral("tide");
        });
    row("proxy", "curl -x proxy:3128 -U pat:pw -F file=@a http://h/up", [](ServerProfile &p) {
        p.proxy = QUrl(QStringLiteral("http://proxy:3128"));
        p.proxyUser = QStringLiteral("pat");
        p.proxyPassword = QStringLiteral("pw");
    });
    row("proxy with a user, curl's port", "curl --proxy socks5://pat:pw@proxy -F file=@a http://h/up",
        [](ServerProfile &p) {
            p.proxy = QUrl(QStringLiteral("socks5://proxy:1080"));
            p.proxyUser = QStringLiteral("pat");
            p.proxyPassword = QStringLiteral("pw");
        });
    row("limits",
        "curl --limit-rate 2M -m 90 --connect-timeout 2.5 --speed-time 20 --speed-limit 1 --retry 7 -F "
        "file=@a http://h/up",
        [](ServerProfile &p) {
            p.limits.bytesPerSecond = 2 * 1024 * 1024;
            p.limits.totalTimeout = 90s;
            p.limits.connectTimeout = 2500ms;
            p.limits.stallTimeout = 20s;
            p.limits.retries = 7;
        });
    row("put", "curl -T a.bin http://h/up", [](ServerProfile &p) { p.method = Method::Put; });
    row("put, in words", "curl --request PUT --upload-file a.bin --url http://h/up",
        [](ServerProfile &p) { p.method = Method::Put; });
    row("a browser's copy", "curl 'http://h/up' \\\n  -H 'accept: */*' \\\n  -F 'file=@a' \\\n  --compressed",
        [](ServerProfile &p) {
            p.headers = {{QStringLiteral("accept"), QStringLiteral("*/*"), false}};
        });
    row("no scheme, a prompt", "$ curl -F file=@a h:8080/up",
        [](ServerProfile &p) { p.url = QUrl(QStringLiteral("http://h:8080/up")); });
    row("a fragment", "curl -F file=@a 'http://h/up#token=s'", [](ServerProfile &) {});
    row("a query", "curl -F file=@a 'http://h/up?a=1&b=%20'",
        [](ServerProfile &p) { p.url = QUrl(QStringLiteral("http://h/up?a=1&b=%20")); });
}

void TestCurlImport::options()
{
    QFETCH(QString, line);
    QFETCH(Expect, expect);
    const auto import = servers::importCurl(line);
    QVERIFY2(import, import ? "" : qPrintable(import.error().message));
    ServerProfile expected;
    expected.id = import->profile.id;
    expected.name = QStringLiteral("h");
    expected.url = QUrl(QStringLiteral("http://h/up"));
    expect(expected);
    QCOMPARE(import->profile.url, expected.url);
    QCOMPARE(import->profile.form, expected.form);
    QCOMPARE(import->profile.headers, expected.headers);
    QVERIFY(import->profile == expected);
    QVERIFY(!import->profile.id.isEmpty());
}

void TestCurlImport::notes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("note"); // part of it; empty: none at all
    const auto row = [](const char *line, const char *note) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(note);
    };
    row("curl -sS -v -o out -w %{http_code} -F file=@a http://h/", "");
    row("curl -k -F file=@a http://h/", "-k is not taken over: certificates are always checked");
    row("curl --compressed -F file=@a http://h/", "--compressed is not taken over");
    row("curl --frobnicate -F file=@a http://h/", "“--frobnicate” is not known here");
    row("curl --frobnicate hard -F file=@a http://h/", "“--frobnicate” is not known here");
    row("curl -J -F file=@a http://h/", "“-J” is not known here");
    row("curl -X PUT --data-binary @a.bin http://h/", "--data-binary sends the file as it is, as a raw body");
    row("curl http://h/", "the command uploads no file");
    row("curl -F file=@a -F more=@b http://h/", "the second field more");
    row("curl -F file=@a -F file=@b http://h/", "a request of its own");
    row("curl -F 'file=@a;type=image/png' http://h/", "“type=image/png” of the field file");
    row("curl -F 'file=@a;filename=b.png' http://h/", "“filename=b.png” of the field file");
    row("curl -F 'file=@a;headers=\"X-A: b\"' http://h/", "“headers” of the field file");
    row("curl -F file=@a http://h/%7Bn%7D", "“{n}” in the address becomes another text");
    row("curl -g -F file=@a 'http://h/?x={uuid}'", "“{uuid}” in the address");
    row("curl -g -T a 'http://h/{name}'", "“{name}” in the address");
    row("curl -F 'run={n}' -F file=@a http://h/", "“{n}” in the field run becomes another text");
    row("curl --form-string 'run={uuid}' -F file=@a http://h/", "“{uuid}” in the field run");
    row("curl -F 'run={name}' -F file=@a http://h/{x}", ""); // they stand for nothing there
    row("curl -F 'note=x;type=text/x' -F file=@a http://h/", "“type=text/x” of the field note");
    row("curl -u ann -F file=@a http://h/", "the password of the user");
    row("curl -H Host: -F file=@a http://h/", "takes a header away");
    row("curl -H 'Content-Type: multipart/form-data; boundary=x' -F file=@a http://h/",
        "Content-Type is made anew");
    row("curl --cert c.bin --cert-type P12 -F file=@a http://h/", "let it end in .p12");
    row("curl --anyauth -u a:b -F file=@a http://h/", "Basic is used");
    row("curl --ntlm -u a:b -F file=@a http://h/", "nor is the user");
    row("curl -F file=@a http://h/ http://h2/", "only the first address");
}

void TestCurlImport::showsNoPasswordThatWasNotShown()
{
    const auto import
        = servers::importCurl(QStringLiteral("curl --negotiate -u bob:s3cret -F file=@a http://h/"));
    QVERIFY(import);
    QVERIFY(import->profile.auth == servers::Auth::None);
    QVERIFY(servers::secretsOf(import->profile).isEmpty());
}

void TestCurlImport::notes()
{
    QFETCH(QString, line);
    QFETCH(QString, note);
    const auto import = servers::importCurl(line);
    QVERIFY2(import, import ? "" : qPrintable(import.error().message));
    const QString all = import->notes.join(u'\n');
    QVERIFY2(note.isEmpty() ? all.isEmpty() : all.contains(note), qPrintable(all));
}

void TestCurlImport::obstacles_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words"); // of the obstacle; empty: there is none
    const auto row = [](const char *line, const char *words) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(words);
    };
    row("curl -F file=@a http://h/", "");
    row("curl -T a http://h/", "");
    row("curl -X PUT --data-binary @a.bin http://h/", "");
    row("curl --data-binary @a.bin http://h/",
        "as a raw body, by POST; here raw bodies are sent by PUT only");
    row("curl -T a.bin -X POST http://h/", "as a raw body, by POST; here raw bodies are sent by PUT only");
    row("curl -X PUT -F file=@a http://h/", "-X PUT sends a form by PUT");
    row("curl -X PATCH -F file=@a http://h/", "-X PATCH sends a form by PATCH");
    row("curl -d a=b http://h/", "-d sends a text that stands in the command");
    row("curl --data-raw '@a' http://h/", "--data-raw sends a text that stands in the command");
    row("curl -d to=a@b.example http://h/", "-d sends a text that stands in the command");
    row("curl --data-urlencode to=a@b http://h/", "--data-urlencode sends a text that stands in the command");
    row("curl -d @a.json http://h/", "-d sends what it reads from a file as the fields of a form");
    row("curl --json @a.json http://h/", "--json sends what it reads from a file");
    row("curl --data-urlencode x@a.json http://h/", "--data-urlencode sends what it reads from a file");
    row("curl -F 'note=<text' -F file=@a http://h/", "the field note is read from a file by curl");
    row("curl -F 'file=<a' http://h/", "-F 'file=@file' if that is the file to be uploaded");
    row("curl -F file=@- http://h/", "standard input");
    row("curl --url-query c=3 -F file=@a http://h/", "--url-query makes curl ask for another address");
    row("curl --request-target /x -F file=@a http://h/", "--request-target makes curl ask");
    row("curl --proto-default https -F file=@a h/", "--proto-default makes curl ask");
    row("curl --connect-to ::g: -F file=@a http://h/", "--connect-to makes curl ask");
    row("curl --resolve h:80:::1 -F file=@a http://h/", "--resolve makes curl ask");
    row("curl --unix-socket /s -F file=@a http://h/", "--unix-socket makes curl ask");
    row("curl -F file=@a 'http://h/x[1-3]'", "the address holds brackets or braces");
    row("curl -F file=@a 'http://h/{a,b}'", "the address holds brackets or braces");
    row("curl -F file=@a 'http://h/?x={uuid}'", "the address holds brackets or braces");
    row("curl -F file=@a 'http://[::1]:80/[1-3]'", "the address holds brackets or braces");
    row("curl -F file=@a 'http://h/{a,b}' -g", "");
    row("curl -F file=@a 'http://u:p@[::1]:80/x'", "");
    row("curl -K more.txt -F file=@a http://h/", "-K reads more options from a file");
    row("curl --config more.txt -F file=@a http://h/", "--config reads more options");
    row("curl -b jar.txt -F file=@a http://h/", "a file of cookies");
    row("curl -H @headers.txt -F file=@a http://h/", "the headers in the file headers.txt");
    row("curl -F file=@a \"http://h/$FOLDER\"", "the address uses the variable $FOLDER");
    row("curl -F tok=\"$TOK\" -F file=@a http://h/", "-F uses the variable $TOK of the shell");
    row("curl -H \"X-A: ${TOK:-S3cret}\" -F file=@a http://h/", "-H uses the variable ${TOK…} of the shell");
    row("curl -b \"sid=$TOK\" -F file=@a http://h/", "-b uses the variable $TOK of the shell");
}

void TestCurlImport::obstacles()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    const auto import = servers::importCurl(line);
    QVERIFY2(import, import ? "" : qPrintable(import.error().message));
    const QString all = import->obstacles.join(u'\n');
    QVERIFY2(words.isEmpty() ? all.isEmpty() : all.contains(words), qPrintable(all));
}

void TestCurlImport::quotesNoSecret_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"curl --proxy-pass S3cret -F file=@a http://h/", "curl --tlspassword=S3cret -F file=@a http://h/",
          "curl --url-query token=S3cret -F file=@a http://h/", "curl -JS3cret -F file=@a http://h/",
          "curl -F file=@a http://h/ 'http://h/up/S3cret?token=S3cret'", "curl -F file=@a http://h/ S3cret",
          "curl -F 'file=@a;headers=\"X-Tok: S3cret\"' http://h/", "TOKEN=S3cret curl -F file=@a http://h/",
          "S3cret", "curl -F S3cret http://h/", "curl --form-string S3cret http://h/",
          "curl -H S3cret -F file=@a http://h/", "curl -d token=S3cret http://h/",
          "curl -H \"X-A: S3cret$TOK\" -F file=@a http://h/",
          "curl -F file=@a \"http://h/?token=S3cret$TOK\""})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestCurlImport::quotesNoSecret()
{
    QFETCH(QString, line);
    const auto import = servers::importCurl(line);
    const QString said
        = import ? QStringList(import->obstacles + import->notes).join(u'\n') : import.error().message;
    QVERIFY(!said.isEmpty());
    QVERIFY2(!said.contains(QLatin1String("S3cret"), Qt::CaseInsensitive), qPrintable(said));
}

void TestCurlImport::files()
{
    const auto files = [](const char *line) {
        const auto import = servers::importCurl(QString::fromUtf8(line));
        return import ? import->files : QStringList(import.error().message);
    };
    QCOMPARE(files("curl -F file=@a -F 'file=@\"b,c;d\",e' http://h/"),
             QStringList({QStringLiteral("a"), QStringLiteral("b,c;d"), QStringLiteral("e")}));
    QCOMPARE(files("curl -T 'a b' http://h/"), QStringList(QStringLiteral("a b")));
    QCOMPARE(files("curl --data-binary @a http://h/"), QStringList(QStringLiteral("a")));
    QCOMPARE(files("curl -F 'file=@\"a\\\"b\\\\c\"' http://h/"), QStringList(QStringLiteral("a\"b\\c")));
}

void TestCurlImport::secretsAreKnownAsSuch()
{
    const auto import
        = servers::importCurl(QStringLiteral("curl -u a:PW1 -U b:PW2 -x p:1 --pass PW3 -E c.pem -H "
                                             "'X-Auth-Token: PW4' -F access_token=PW5 -F file=@a http://h/"));
    QVERIFY(import);
    QCOMPARE(servers::secretsOf(import->profile).size(), 5);
    QVERIFY(servers::secretsOf(servers::withoutSecrets(import->profile)).isEmpty());
}

void TestCurlImport::variablesAreLeftOut()
{
    const auto import = servers::importCurl(
        QStringLiteral("curl -u ann:\"$PW\" -H \"X-Api-Key: $KEY\" -F file=@a http://h/"));
    QVERIFY(import);
    QCOMPARE(import->profile.user, QStringLiteral("ann"));
    QVERIFY(import->profile.password.isEmpty());
    QVERIFY(import->profile.headers.constFirst().isSecret
            && import->profile.headers.constFirst().value.isEmpty());
    QVERIFY(import->notes.join(u' ').contains(QStringLiteral("has to be typed")));
}

void TestCurlImport::knownVariablesAreTakenOver()
{
    const servers::Variables variables = [](const QString &name) -> std::optional<QString> {
        return name == QLatin1String("TOK") ? std::optional(QStringLiteral("t0k")) : std::nullopt;
    };
    const auto import = servers::importCurl(
        QStringLiteral(
            "curl -H \"Authorization: Bearer $TOK\" -F tok=$TOK -b \"sid=${TOK}\" -F file=@a http://h/"),
        variables);
    QVERIFY(import);
    QCOMPARE(import->obstacles, QStringList());
    QCOMPARE(import->profile.token, QStringLiteral("t0k"));
    QCOMPARE(import->profile.form.constFirst().value, QStringLiteral("t0k"));
    QCOMPARE(import->profile.headers.constFirst().value, QStringLiteral("sid=t0k"));
}

void TestCurlImport::refusals_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *line, const char *words) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(words);
    };
    row("", "there is nothing");
    row("wget http://h/", "begins with “wget”");
    row("curl -F file=@a", "no address");
    row("curl -F", "-F lacks its value");
    row("curl -F file http://h/", "is not of the form name=value");
    row("curl -H nonsense http://h/", "is not of the form");
    row("curl -H 'a b: c' -F file=@a http://h/", "is not the name of a header");
    row("curl -m soon -F file=@a http://h/", "not a number of seconds");
    row("curl --limit-rate fast -F file=@a http://h/", "not a number");
    row("curl -F file=@a ftp://h/", "only http:// and https://");
    row("curl -F file=@a http:///up", "address");
    row("curl -x gopher://p:70 -F file=@a http://h/", "proxy");
    row("curl --key k.pem -F file=@a http://h/", "no client certificate");
    row("curl -F 'file=@a http://h/", "single quote has no end");
    row("curl -F file=@a http://h/?a=1&b=2", "put addresses in quotes");
}

void TestCurlImport::refusals()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    const auto import = servers::importCurl(line);
    QVERIFY(!import);
    QVERIFY2(import.error().message.startsWith(QStringLiteral("this curl command cannot be taken over: "))
                 && import.error().message.contains(words),
             qPrintable(import.error().message));
}

QTEST_GUILESS_MAIN(TestCurlImport)
#include "tst_curlimport.moc"
