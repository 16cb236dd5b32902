// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/transfer/formbody.h"
#include "core/transfer/formlines.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/stablefile.h"
#include "core/transfer/uploadform.h"
#include "tests/transfer/scriptedmanager.h"

#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using transfer::escapedName;
using transfer::StableFile;
using transfer::UploadForm;
using transfer::UploadTarget;

namespace {

UploadTarget targetWithFields(const QList<std::pair<QString, QString>> &form = {})
{
    UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://localhost/upload"));
    target.endpoint.headers = {{"X-Token", "secret"}};
    target.form = form;
    return target;
}

} // namespace

class TestUploadForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapesNames_data();
    void escapesNames();
    void bytesAreExact_data();
    void bytesAreExact();
    void namesCannotInject();
    void boundariesDiffer();
    void requestCarriesTheEndpoint();
    void redirectsAreLeftToUs();
    void fileWithInvalidName();
    void fieldsDifferFromUploadToUpload();
    void putIsBare_data();
    void putIsBare();
    void metadataOfTus();
    void pathHasAFieldOfItsOwn();

private:
    /// The whole body, and the boundary it should have.
    QByteArray bodyOf(const UploadTarget &target, const QString &path, const QString &name,
                      QByteArray *boundary);
    /// Open, at its start.
    std::unique_ptr<StableFile> smallFile(const QByteArray &content = {})
    {
        QFile writer(m_dir.filePath(QStringLiteral("small")));
        if (!writer.open(QIODevice::WriteOnly) || writer.write(content) != content.size())
            qFatal("no file");
        writer.close();
        auto file = std::make_unique<StableFile>(writer.fileName());
        if (!file->open(QIODevice::ReadOnly))
            qFatal("no file");
        return file;
    }
    QTemporaryDir m_dir;
};

QByteArray TestUploadForm::bodyOf(const UploadTarget &target, const QString &path, const QString &name,
                                  QByteArray *boundary)
{
    testing::ScriptedManager manager;
    auto file = std::make_unique<StableFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return "cannot open";
    const UploadForm form(target);
    const auto message = form.message(std::move(file), {name});
    (void)net::CurlAccessManager::send(manager, QNetworkAccessManager::PostOperation, message.request,
                                       message.body.get());
    if (!manager.last()->readBody())
        return "cannot read";
    const QByteArray type = manager.last()->request().rawHeader("Content-Type");
    *boundary = type.sliced(type.indexOf("boundary=") + 9);
    const QByteArray body = manager.last()->body();
    // The trailer is what UploadJob subtracts to count the bytes of the file alone.
    const QByteArray trailer = "\r\n--" + *boundary + "--\r\n";
    if (body.last(message.trailerBytes) != trailer)
        return "wrong trailer";
    return body;
}

void TestUploadForm::escapesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("escaped");
    QTest::newRow("plain") << QStringLiteral("a b.txt") << QByteArray("a b.txt");
    QTest::newRow("quote") << QStringLiteral("a\"b") << QByteArray("a%22b");
    QTest::newRow("line breaks") << QStringLiteral("a\r\nb\nc\r") << QByteArray("a%0D%0Ab%0Ac%0D");
    QTest::newRow("backslash stays") << QStringLiteral("a\\\"b") << QByteArray("a\\%22b");
    QTest::newRow("per cent stays") << QStringLiteral("100%22") << QByteArray("100%22");
    QTest::newRow("UTF-8 raw") << QStringLiteral("ä 😀") << QByteArray("\xc3\xa4 \xf0\x9f\x98\x80");
    QTest::newRow("NUL") << QStringLiteral("a") + QChar(0) + QStringLiteral("b")
                         << QByteArray("a\xef\xbf\xbd"
                                       "b");
    QTest::newRow("lone surrogate") << QString(QChar(0xdcff)) << QByteArray("\xef\xbf\xbd");
    QTest::newRow("path stays, servers must cope")
        << QStringLiteral("../../etc/passwd") << QByteArray("../../etc/passwd");
}

void TestUploadForm::escapesNames()
{
    QFETCH(QString, name);
    QTEST(escapedName(name), "escaped");
}

void TestUploadForm::bytesAreExact_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("empty file") << QByteArray();
    QTest::newRow("binary with line breaks") << QByteArray("\0\r\n--\xff\r\n", 8);
    QTest::newRow("larger than a block") << QByteArray(300'000, 'x');
}

void TestUploadForm::bytesAreExact()
{
    QFETCH(QByteArray, content);
    const QString path = m_dir.filePath(QStringLiteral("data"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();

    UploadTarget target = targetWithFields({{QStringLiteral("kind"), QStringLiteral("pictüre")},
                                            {QStringLiteral("a\"b"), QStringLiteral("line\nline")}});
    target.field = QStringLiteral("the \"file\"");
    QByteArray boundary;
    const QByteArray body = bodyOf(target, path, QStringLiteral("n\"a\nme 😀.bin"), &boundary);
    const QByteArray expected = "--" + boundary
        + "\r\n"
          "Content-Disposition: form-data; name=\"kind\"\r\n\r\n"
          "pict\xc3\xbcre\r\n"
          "--"
        + boundary
        + "\r\n"
          "Content-Disposition: form-data; name=\"a%22b\"\r\n\r\n"
          "line\nline\r\n"
          "--"
        + boundary
        + "\r\n"
          "Content-Disposition: form-data; name=\"the %22file%22\"; filename=\"n%22a%0Ame "
          "\xf0\x9f\x98\x80.bin\"\r\n"
          "Content-Type: application/octet-stream\r\n\r\n"
        + content
        + "\r\n"
          "--"
        + boundary + "--\r\n";
    QCOMPARE(body, expected);
}

void TestUploadForm::namesCannotInject()
{
    const QString path = m_dir.filePath(QStringLiteral("evil"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    file.close();
    QByteArray boundary;
    const QByteArray body
        = bodyOf(targetWithFields(), path, QStringLiteral("a\r\nX-Evil: 1\r\n\r\nbody\"; x=\""), &boundary);
    QVERIFY(!body.contains("\nX-Evil"));
    QCOMPARE(body.count("\r\n"), 6); // boundary, two headers, blank line, end of file, closing boundary
}

void TestUploadForm::boundariesDiffer()
{
    const QString path = m_dir.filePath(QStringLiteral("any"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    static const QRegularExpression alphanumeric(QStringLiteral("^[0-9A-Za-z]{24,70}$"));
    QSet<QByteArray> seen;
    for (int i = 0; i < 100; ++i) {
        QByteArray boundary;
        QVERIFY(bodyOf(targetWithFields(), path, QStringLiteral("n"), &boundary)
                    .startsWith(QByteArray("--" + boundary)));
        QVERIFY2(alphanumeric.match(QString::fromLatin1(boundary)).hasMatch(), boundary.constData());
        seen.insert(boundary);
    }
    QCOMPARE(seen.size(), 100);
}

void TestUploadForm::requestCarriesTheEndpoint()
{
    const QString path = m_dir.filePath(QStringLiteral("any"));
    QFile writer(path);
    QVERIFY(writer.open(QIODevice::WriteOnly));
    writer.close();
    UploadTarget target = targetWithFields();
    target.endpoint.headers.emplaceBack("Content-Type", "text/wrong");
    target.endpoint.transport.user = QStringLiteral("me");
    target.endpoint.transport.maxAnswerBytes = 10; // would make an upload with a long answer fail
    const UploadForm form(target);
    auto first = std::make_unique<StableFile>(path);
    auto second = std::make_unique<StableFile>(path);
    QVERIFY(first->open(QIODevice::ReadOnly) && second->open(QIODevice::ReadOnly));
    const auto one = form.message(std::move(first), {QStringLiteral("n")});
    const auto two = form.message(std::move(second), {QStringLiteral("n")});
    QCOMPARE(one.request.url(), target.endpoint.url);
    QCOMPARE(one.request.rawHeader("X-Token"), "secret");
    QVERIFY(one.body->contentType().startsWith("multipart/form-data; boundary="));
    const auto transport = one.request.attribute(net::transportAttribute).value<net::SharedTransport>();
    QCOMPARE(transport->user, QStringLiteral("me"));
    QCOMPARE(transport->maxAnswerBytes, 0);
    QCOMPARE(two.request.attribute(net::transportAttribute).value<net::SharedTransport>(),
             transport); // shared
}

void TestUploadForm::redirectsAreLeftToUs()
{
    const QString path = m_dir.filePath(QStringLiteral("any"));
    QFile writer(path);
    QVERIFY(writer.open(QIODevice::WriteOnly));
    writer.close();
    UploadTarget target = targetWithFields();
    const auto policyOf = [&] {
        auto file = std::make_unique<StableFile>(path);
        if (!file->open(QIODevice::ReadOnly))
            return QVariant(QStringLiteral("cannot open"));
        return UploadForm(target)
            .message(std::move(file), {QStringLiteral("n")})
            .request.attribute(QNetworkRequest::RedirectPolicyAttribute);
    };
    QCOMPARE(policyOf().toInt(), int(QNetworkRequest::ManualRedirectPolicy));
    target.endpoint.transport.resendBodyOnRedirect = true;
    QVERIFY(!policyOf().isValid());
}

void TestUploadForm::fileWithInvalidName()
{
    const QByteArray native = QFile::encodeName(m_dir.path()) + "/m\xe4rz\xff.bin";
    const int fd = ::open(native.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    QVERIFY2(fd >= 0, strerror(errno));
    QCOMPARE(::write(fd, "content", 7), 7);
    ::close(fd);
    const auto cleanUp = qScopeGuard([&] { ::unlink(native.constData()); }); // QTemporaryDir cannot name it

    const QString exact = transfer::fromNativePath(native);
    const QString lossy = QFile::decodeName(native);
    QVERIFY(lossy.contains(QChar::ReplacementCharacter));
    for (const QString &path : {exact, lossy}) {
        QByteArray boundary;
        const QByteArray body = bodyOf(targetWithFields(), path, transfer::fileNameOf(path), &boundary);
        QVERIFY2(body.contains("filename=\"m\xef\xbf\xbdrz\xef\xbf\xbd.bin\""), body.constData());
        QVERIFY(body.contains("\r\n\r\ncontent\r\n"));
        QVERIFY(body.isValidUtf8());
    }
}

void TestUploadForm::fieldsDifferFromUploadToUpload()
{
    const UploadForm form(
        targetWithFields({{QStringLiteral("n"), QStringLiteral("<{n}>")}, {QStringLiteral("{n}"), {}}}));
    const auto bodyOfNumber = [&](quint64 number) {
        testing::ScriptedManager manager;
        const auto message = form.message(smallFile(), {QStringLiteral("{n}.txt"), number});
        manager.post(message.request, message.body.get());
        return manager.last()->readBody() ? manager.last()->body() : QByteArray();
    };
    const QByteArray seventh = bodyOfNumber(7);
    QVERIFY(seventh.contains("\r\n\r\n<7>\r\n"));
    QVERIFY(seventh.contains("name=\"{n}\"")); // a name is a name
    QVERIFY(seventh.contains("filename=\"{n}.txt\"")); // and so is a file's
    QVERIFY(bodyOfNumber(8).contains("\r\n\r\n<8>\r\n"));
}

void TestUploadForm::putIsBare_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("sentTo");
    QTest::addColumn<QByteArray>("sentType");
    const QString none;
    QTest::newRow("folder") << QStringLiteral("http://h/up/") << none << QByteArray("http://h/up/a%20b.txt")
                            << QByteArray("application/octet-stream");
    QTest::newRow("file") << QStringLiteral("http://h/up") << none << QByteArray("http://h/up")
                          << QByteArray("application/octet-stream");
    QTest::newRow("template") << QStringLiteral("http://h/{n}/{name}?v=1") << QStringLiteral("text/plain")
                              << QByteArray("http://h/3/a%20b.txt?v=1") << QByteArray("text/plain");
}

void TestUploadForm::putIsBare()
{
    QFETCH(QString, url);
    QFETCH(QString, type);
    UploadTarget target;
    target.method = transfer::UploadMethod::Put;
    target.endpoint.url = QUrl(url);
    target.form = {{QStringLiteral("no"), QStringLiteral("form")}};
    if (!type.isEmpty())
        target.endpoint.headers = {{"Content-Type", type.toUtf8()}};
    const auto message = UploadForm(target).message(smallFile("content"), {QStringLiteral("a b.txt"), 3});
    QCOMPARE(message.verb, QByteArray("PUT"));
    QCOMPARE(message.trailerBytes, 0);
    QTEST(message.request.url().toEncoded(), "sentTo");
    QTEST(message.request.rawHeader("Content-Type"), "sentType");
    QCOMPARE(message.body->readAll(), QByteArray("content"));
}

void TestUploadForm::metadataOfTus()
{
    UploadTarget target = targetWithFields(
        {{QStringLiteral("run"), QStringLiteral("#{n}")}, {QStringLiteral("my key,ü"), QString()}});
    target.method = transfer::UploadMethod::Tus;
    QCOMPARE(UploadForm(target).metadata({QStringLiteral("märz.txt"), 5}),
             "filename " + QByteArray("m\xc3\xa4rz.txt").toBase64() + ",run " + QByteArray("#5").toBase64()
                 + ",my_key___ ");
    target.form = {{QStringLiteral("filename"), QStringLiteral("mine")}};
    QCOMPARE(UploadForm(target).metadata({QStringLiteral("other")}),
             "filename " + QByteArray("mine").toBase64());
}

void TestUploadForm::pathHasAFieldOfItsOwn()
{
    UploadTarget target = targetWithFields({{QStringLiteral("run"), QStringLiteral("1")}});
    target.pathField = QStringLiteral("where");
    const auto bodyWith = [&](const transfer::UploadLabel &label) {
        testing::ScriptedManager manager;
        const auto message = UploadForm(target).message(smallFile(), label);
        manager.post(message.request, message.body.get());
        return manager.last()->readBody() ? manager.last()->body() : QByteArray();
    };
    const QByteArray inFolder
        = bodyWith({QStringLiteral("a.jpg"), 1, {}, QStringLiteral("photos/2024/a.jpg")});
    QVERIFY(inFolder.contains("name=\"where\"\r\n\r\nphotos/2024/a.jpg\r\n"));
    QVERIFY(inFolder.indexOf("name=\"run\"") < inFolder.indexOf("name=\"where\""));
    QVERIFY(inFolder.indexOf("name=\"where\"") < inFolder.indexOf("filename=\"a.jpg\""));
    QVERIFY(bodyWith({QStringLiteral("a.jpg"), 1}).contains("name=\"where\"\r\n\r\na.jpg\r\n"));

    target.method = transfer::UploadMethod::Tus;
    QCOMPARE(UploadForm(target).metadata({QStringLiteral("a.jpg"), 1, {}, QStringLiteral("photos/a.jpg")}),
             "filename " + QByteArray("a.jpg").toBase64() + ",run " + QByteArray("1").toBase64() + ",where "
                 + QByteArray("photos/a.jpg").toBase64());
}

QTEST_GUILESS_MAIN(TestUploadForm)
#include "tst_uploadform.moc"
