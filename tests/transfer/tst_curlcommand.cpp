// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/transfer/curlcommand.h"
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
class TestCurlCommand final : public QObject
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

void TestCurlCommand::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

QJsonObject TestCurlCommand::sentByUs(const UploadTarget &target, const UploadRecord &record) const
{
    net::CurlAccessManager manager;
    base::SystemClock clock;
    transfer::UploadQueue queue(manager, clock);
    queue.setTarget(target);
    queue.add({{record.path, record.name, record.relativePath}});
    if (!QTest::qWaitFor([&queue] { return queue.totals().done + queue.totals().failed == 1; }, 30'000))
        return {};
    return QJsonDocument::fromJson(queue.records().constFirst().serverMessage.toUtf8()).object();
}

QJsonObject TestCurlCommand::sentByCurl(const UploadTarget &target, const UploadRecord &record) const
{
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-s")});
    shell.write(transfer::curlCommand(target, record).toUtf8() + " --silent --show-error\n");
    shell.closeWriteChannel();
    if (!shell.waitForFinished() || shell.exitCode() != 0) {
        qWarning("%s", shell.readAllStandardError().constData());
        return {};
    }
    return QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
}

void TestCurlCommand::sendsTheSame_data()
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

void TestCurlCommand::sendsTheSame()
{
    QFETCH(UploadTarget, target);
    QFETCH(UploadRecord, record);
    const QJsonObject ours = withoutBoundary(sentByUs(target, record));
    const QJsonObject curls = withoutBoundary(sentByCurl(target, record));
    QCOMPARE(ours[QStringLiteral("files")].toArray().size(), 1);
    const QByteArray difference = QJsonDocument(ours).toJson() + QJsonDocument(curls).toJson()
        + transfer::curlCommand(target, record).toUtf8();
    QVERIFY2(ours == curls, difference.constData());
}

void TestCurlCommand::sendsTheSameHeaders()
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

void TestCurlCommand::readsAsWritten()
{
    UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://localhost:8080/upload"));
    target.form = {{QStringLiteral("album"), QStringLiteral("summer")}};
    QCOMPARE(transfer::curlCommand(target, recordOf(QStringLiteral("/data/a.bin"))),
             QStringLiteral(
                 "curl http://localhost:8080/upload \\\n"
                 "  --form-string album=summer \\\n"
                 "  --form 'file=@\"/data/a.bin\";filename=\"a.bin\";type=application/octet-stream' \\\n"
                 "  --header Expect:"));
}

void TestCurlCommand::holdsNoSecret()
{
    UploadTarget target;
    target.endpoint.url = QUrl(
        QStringLiteral("https://ann:hidden1@host/up?X-Amz-Signature=hidden2&part=7&token=hidden3#hidden4"));
    target.endpoint.headers
        = {{"Authorization", "Bearer hidden5"}, {"X-Api-Key", "hidden6"}, {"Cookie", "id=hidden7"}};
    target.form = {{QStringLiteral("upload_token"), QStringLiteral("hidden8")}};
    target.endpoint.transport.certFile = QStringLiteral("/c.pem");
    target.endpoint.transport.keyPassword = QStringLiteral("hidden9");
    target.endpoint.transport.proxy = QUrl(QStringLiteral("http://bob:hidden0@proxy:3128"));
    target.endpoint.transport.password = QStringLiteral("hidden-");
    const QString command = transfer::curlCommand(target, recordOf(QStringLiteral("/data/a.bin")));
    QVERIFY2(!command.contains(QStringLiteral("hidden")), qPrintable(command));
    for (const char *part : {"part=7", "'Authorization: Bearer <secret>'", "--user ann",
                             "'Cookie: id=<secret>'", "'upload_token=<secret>'", "--pass '<secret>'", "bob:"})
        QVERIFY2(command.contains(QLatin1StringView(part)),
                 qPrintable(QLatin1StringView(part) + QStringLiteral(" is not in ") + command));
}

void TestCurlCommand::tellsTransport()
{
    UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("https://host/%7Bn%7D/[x]"));
    net::TransportOptions &transport = target.endpoint.transport;
    transport.caFile = QStringLiteral("/my ca.pem");
    transport.verifyTls = false;
    transport.connectTimeout = std::chrono::milliseconds(1'500);
    transport.totalTimeout = std::chrono::milliseconds(60'000);
    const QString command = transfer::curlCommand(target, recordOf(QStringLiteral("/data/a.bin")));
    for (const char *part : {"--cacert '/my ca.pem'", "--insecure", "--connect-timeout 1.5", "--max-time 60"})
        QVERIFY2(command.contains(QLatin1StringView(part)), qPrintable(command));
}

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"
