// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/servers/curlupload.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/uploadqueue.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using transfer::UploadRecord;
using transfer::UploadTarget;

/// The command is given to the system's shell and curl, and the server gets the same as from us.
class TestCurlUpload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sendsTheSame_data();
    void sendsTheSame();
    void sendsTheSameHeaders();
    void readsAsWritten();
    void holdsNoSecret();
    void tellsTransport();
    void tellsHowTheUserSignsIn();
    void putSendsTheContent();
    void addressIsThatOfTheUpload();
    void tusHasNone();

private:
    [[nodiscard]] QJsonObject sentByUs(const UploadTarget &target, const UploadRecord &record) const;
    [[nodiscard]] QJsonObject sentByCurl(const UploadTarget &target, const UploadRecord &record) const;

    support::TestFiles m_files;
    support::FaultyServer m_server;
};

static UploadRecord recordOf(const QString &path, const QString &name = {}, const QString &relativePath = {})
{
    UploadRecord record;
    record.path = path;
    record.name = name.isEmpty() ? transfer::fileNameOf(path) : name;
    record.relativePath = relativePath;
    return record;
}

/// What does not depend on the length of the boundary.
static QJsonObject withoutBoundary(QJsonObject receipt)
{
    receipt.remove(QStringLiteral("received"));
    receipt.remove(QStringLiteral("sha256"));
    return receipt;
}

void TestCurlUpload::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

QJsonObject TestCurlUpload::sentByUs(const UploadTarget &target, const UploadRecord &record) const
{
    net::CurlAccessManager manager;
    base::SystemClock clock;
    transfer::UploadQueue queue(manager, clock);
    queue.setTarget(target);
    queue.add({{record.path, record.name, {}, record.relativePath}});
    if (!QTest::qWaitFor([&queue] { return queue.totals().done + queue.totals().failed == 1; }, 30'000))
        return {};
    return QJsonDocument::fromJson(queue.records().constFirst().serverMessage.toUtf8()).object();
}

QJsonObject TestCurlUpload::sentByCurl(const UploadTarget &target, const UploadRecord &record) const
{
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-s")});
    shell.write(servers::curlForUpload(target, record).toUtf8() + " --silent --show-error\n");
    shell.closeWriteChannel();
    if (!shell.waitForFinished() || shell.exitCode() != 0) {
        qWarning("%s", shell.readAllStandardError().constData());
        return {};
    }
    return QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
}

void TestCurlUpload::sendsTheSame_data()
{
    QTest::addColumn<UploadTarget>("target");
    QTest::addColumn<UploadRecord>("record");
    UploadTarget plain;
    plain.endpoint.url = m_server.url(QStringLiteral("/ok?id=curl"));
    const QString file = m_files.makeFile(QStringLiteral("plain.bin"), 1'000);
    QTest::newRow("plain") << plain << recordOf(file);
    QTest::newRow("an empty file") << plain << recordOf(m_files.makeFile(QStringLiteral("empty"), 0));
    const QString odd = QStringLiteral("it's \"odd\"; type=x,y $HOME \\ ü 🌊.bin");
    QTest::newRow("an odd name") << plain << recordOf(m_files.makeFile(odd, 10));
    QTest::newRow("a name with a line break")
        << plain << recordOf(m_files.makeFile(QStringLiteral("two\nlines"), 10));
    QTest::newRow("another name") << plain << recordOf(file, QStringLiteral("photos/2024/a b.jpg"));
    UploadTarget rich = plain;
    rich.field = QStringLiteral("data[0]");
    rich.form = {{QStringLiteral("comment"), QStringLiteral("@not a file; 'quoted'\nand <more>")},
                 {QStringLiteral("empty"), QString()},
                 {QStringLiteral("album"), QStringLiteral("größe")}};
    rich.pathField = QStringLiteral("path");
    QTest::newRow("fields, and the path in one")
        << rich << recordOf(file, {}, QStringLiteral("photos/2024/plain.bin"));
    QTest::newRow("a file that came alone") << rich << recordOf(file);
}

void TestCurlUpload::sendsTheSame()
{
    QFETCH(UploadTarget, target);
    QFETCH(UploadRecord, record);
    const QJsonObject ours = withoutBoundary(sentByUs(target, record));
    const QJsonObject curls = withoutBoundary(sentByCurl(target, record));
    QCOMPARE(ours[QStringLiteral("files")].toArray().size(), 1);
    const QByteArray difference = QJsonDocument(ours).toJson() + QJsonDocument(curls).toJson()
        + servers::curlForUpload(target, record).toUtf8();
    QVERIFY2(ours == curls, difference.constData());
}

void TestCurlUpload::sendsTheSameHeaders()
{
    UploadTarget target;
    target.endpoint.url = m_server.url(QStringLiteral("/echo-headers?id=heads"));
    target.endpoint.headers = {{"X-Plain", "it's; \"quoted\""}, {"X-Empty", ""}, {"User-Agent", "mine/1"}};
    const UploadRecord record = recordOf(m_files.makeFile(QStringLiteral("heads.bin"), 10));
    const auto headersOf = [](const QJsonObject &answer) {
        QStringList lines;
        const QJsonArray headers = answer[QStringLiteral("headers")].toArray();
        for (const QJsonValue &header : headers) {
            const QString name = header[0].toString().toLower();
            if (name != QLatin1StringView("content-type") && name != QLatin1StringView("content-length"))
                lines.append(name + QStringLiteral(": ") + header[1].toString());
        }
        lines.sort();
        return lines;
    };
    const QStringList ours = headersOf(sentByUs(target, record));
    QVERIFY2(ours.size() >= 5, qPrintable(ours.join(u'\n')));
    QCOMPARE(headersOf(sentByCurl(target, record)), ours);
}

void TestCurlUpload::readsAsWritten()
{
    UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://localhost:8080/upload"));
    target.form = {{QStringLiteral("album"), QStringLiteral("summer")}};
    QCOMPARE(
        servers::curlForUpload(target, recordOf(QStringLiteral("/data/a.bin"))),
        QStringLiteral("curl -H Expect: \\\n"
                       "  --form-string album=summer \\\n"
                       "  -F 'file=@\"/data/a.bin\";filename=\"a.bin\";type=application/octet-stream' \\\n"
                       "  http://localhost:8080/upload"));
}

void TestCurlUpload::holdsNoSecret()
{
    UploadTarget target;
    target.endpoint.url = QUrl(
        QStringLiteral("https://ann:hidden1@host/up?X-Amz-Signature=hidden2&part=7&token=hidden3#hidden4"));
    target.endpoint.headers
        = {{"Authorization", "Bearer hidden5"}, {"X-Api-Key", "hidden6"}, {"Cookie", "id=hidden7"}};
    target.endpoint.headers.append(net::Header("X-Team", "hidden-team"));
    target.endpoint.transport.secretHeaders = {"X-Team"};
    target.form = {{QStringLiteral("upload_token"), QStringLiteral("hidden8")},
                   {QStringLiteral("ticket"), QStringLiteral("hidden-ticket")}};
    target.secretFields = {QStringLiteral("ticket")};
    target.endpoint.transport.certFile = QStringLiteral("/c.pem");
    target.endpoint.transport.keyPassword = QStringLiteral("hidden9");
    target.endpoint.transport.proxy = QUrl(QStringLiteral("http://bob:hidden0@proxy:3128"));
    target.endpoint.transport.password = QStringLiteral("hidden-");
    const QString command = servers::curlForUpload(target, recordOf(QStringLiteral("/data/a.bin")));
    QVERIFY2(!command.contains(QStringLiteral("hidden")), qPrintable(command));
    for (const char *part :
         {"part=7", "token=***", "-H 'Authorization: '\"$TIDEMARK_AUTHORIZATION\"",
          "-u ann:\"$TIDEMARK_PASSWORD\"", "-H 'Cookie: '\"$TIDEMARK_COOKIE\"",
          "--form-string upload_token=\"$TIDEMARK_UPLOAD_TOKEN\"", "--pass \"$TIDEMARK_KEY_PASSWORD\"",
          "-H 'X-Team: '\"$TIDEMARK_X_TEAM\"", "--form-string ticket=\"$TIDEMARK_TICKET\"",
          "-x http://proxy:3128", "-U bob:\"$TIDEMARK_PROXY_PASSWORD\""})
        QVERIFY2(command.contains(QLatin1StringView(part)),
                 qPrintable(QLatin1StringView(part) + QStringLiteral(" is not in ") + command));
}

void TestCurlUpload::tellsTransport()
{
    UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("https://host/%7Bn%7D/[x]"));
    net::TransportOptions &transport = target.endpoint.transport;
    transport.caFile = QStringLiteral("/my ca.pem");
    transport.verifyTls = false;
    transport.connectTimeout = std::chrono::milliseconds(1'500);
    transport.totalTimeout = std::chrono::milliseconds(60'000);
    const QString command = servers::curlForUpload(target, recordOf(QStringLiteral("/data/a.bin")));
    for (const char *part : {"--cacert '/my ca.pem'", "--insecure", "--connect-timeout 1.5", "--max-time 60"})
        QVERIFY2(command.contains(QLatin1StringView(part)), qPrintable(command));
}

void TestCurlUpload::tellsHowTheUserSignsIn()
{
    UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("https://host/up"));
    net::TransportOptions &transport = target.endpoint.transport;
    transport.user = QStringLiteral("ann");
    transport.password = QStringLiteral("hidden1");
    transport.auth = net::TransportOptions::Auth::Digest;
    transport.trustedCertificate = QByteArray(32, 'x');
    const UploadRecord record = recordOf(QStringLiteral("/data/a.bin"));
    const QString digest = servers::curlForUpload(target, record);
    QVERIFY2(digest.contains(QStringLiteral("--digest")), qPrintable(digest));
    QVERIFY2(digest.contains(QStringLiteral("-u ann:\"$TIDEMARK_PASSWORD\"")), qPrintable(digest));
    QVERIFY2(digest.startsWith(QStringLiteral("# curl knows no exception")), qPrintable(digest));
    transport.token = QStringLiteral("hidden2");
    const QString bearer = servers::curlForUpload(target, record);
    QVERIFY2(bearer.contains(QStringLiteral("-H 'Authorization: Bearer '\"$TIDEMARK_TOKEN\"")),
             qPrintable(bearer));
    QVERIFY2(!QString(digest + bearer).contains(QStringLiteral("hidden")), qPrintable(digest + bearer));
}

void TestCurlUpload::putSendsTheContent()
{
    UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://host/up/"));
    target.method = transfer::UploadMethod::Put;
    QCOMPARE(servers::curlForUpload(target, recordOf(QStringLiteral("/data/a b.bin"))),
             QStringLiteral("curl -H Expect: \\\n"
                            "  -H 'Content-Type: application/octet-stream' \\\n"
                            "  -T '/data/a b.bin' \\\n"
                            "  http://host/up/a%20b.bin"));
}

void TestCurlUpload::addressIsThatOfTheUpload()
{
    UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://host/{n}/{name}"));
    target.form = {{QStringLiteral("number"), QStringLiteral("{n}")}};
    UploadRecord record = recordOf(QStringLiteral("/data/a.bin"));
    record.id = transfer::UploadId{7};
    const QString command = servers::curlForUpload(target, record);
    QVERIFY2(command.contains(QStringLiteral("http://host/7/a.bin")), qPrintable(command));
    QVERIFY2(command.contains(QStringLiteral("number=7")), qPrintable(command));
}

void TestCurlUpload::tusHasNone()
{
    UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://host/up"));
    target.method = transfer::UploadMethod::Tus;
    const QString command = servers::curlForUpload(target, recordOf(QStringLiteral("/data/a.bin")));
    QVERIFY2(command.startsWith(QStringLiteral("# ")) && command.contains(QStringLiteral("tus")),
             qPrintable(command));
    QVERIFY(!command.contains(u'\n'));
}

QTEST_GUILESS_MAIN(TestCurlUpload)
#include "tst_curlupload.moc"
