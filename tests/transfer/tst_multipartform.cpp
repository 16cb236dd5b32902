// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/formbody.h"
#include "core/transfer/formlines.h"
#include "core/transfer/multipartform.h"
#include "core/transfer/nativepath.h"
#include "core/transfer/stablefile.h"
#include "tests/transfer/scriptedmanager.h"

#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using transfer::escapedName;
using transfer::MultipartForm;
using transfer::StableFile;
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

class TestMultipartForm : public QObject
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

private:
    /// The whole body, and the boundary it should have.
    QByteArray bodyOf(const UploadTarget &target, const QString &path, const QString &name,
                      QByteArray *boundary);
    QTemporaryDir m_dir;
};

QByteArray TestMultipartForm::bodyOf(const UploadTarget &target, const QString &path, const QString &name,
                                     QByteArray *boundary)
{
    testing::ScriptedManager manager;
    auto file = std::make_unique<StableFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return "cannot open";
    const MultipartForm form(target);
    const auto message = form.message(std::move(file), name);
    manager.post(message.request, message.body.get());
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

void TestMultipartForm::escapesNames_data()
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

void TestMultipartForm::escapesNames()
{
    QFETCH(QString, name);
    QTEST(escapedName(name), "escaped");
}

void TestMultipartForm::bytesAreExact_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("empty file") << QByteArray();
    QTest::newRow("binary with line breaks") << QByteArray("\0\r\n--\xff\r\n", 8);
    QTest::newRow("larger than a block") << QByteArray(300'000, 'x');
}

void TestMultipartForm::bytesAreExact()
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

void TestMultipartForm::namesCannotInject()
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

void TestMultipartForm::boundariesDiffer()
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

void TestMultipartForm::requestCarriesTheEndpoint()
{
    const QString path = m_dir.filePath(QStringLiteral("any"));
    QFile writer(path);
    QVERIFY(writer.open(QIODevice::WriteOnly));
    writer.close();
    UploadTarget target = targetWithFields();
    target.endpoint.headers.emplaceBack("Content-Type", "text/wrong");
    target.endpoint.transport.user = QStringLiteral("me");
    target.endpoint.transport.maxAnswerBytes = 10; // would make an upload with a long answer fail
    const MultipartForm form(target);
    auto first = std::make_unique<StableFile>(path);
    auto second = std::make_unique<StableFile>(path);
    QVERIFY(first->open(QIODevice::ReadOnly) && second->open(QIODevice::ReadOnly));
    const auto one = form.message(std::move(first), QStringLiteral("n"));
    const auto two = form.message(std::move(second), QStringLiteral("n"));
    QCOMPARE(one.request.url(), target.endpoint.url);
    QCOMPARE(one.request.rawHeader("X-Token"), "secret");
    QVERIFY(one.request.rawHeader("Content-Type").startsWith("multipart/form-data; boundary="));
    const auto transport = one.request.attribute(net::transportAttribute).value<net::SharedTransport>();
    QCOMPARE(transport->user, QStringLiteral("me"));
    QCOMPARE(transport->maxAnswerBytes, 0);
    QCOMPARE(two.request.attribute(net::transportAttribute).value<net::SharedTransport>(),
             transport); // shared
}

void TestMultipartForm::redirectsAreLeftToUs()
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
        return MultipartForm(target)
            .message(std::move(file), QStringLiteral("n"))
            .request.attribute(QNetworkRequest::RedirectPolicyAttribute);
    };
    QCOMPARE(policyOf().toInt(), int(QNetworkRequest::ManualRedirectPolicy));
    target.endpoint.transport.resendBodyOnRedirect = true;
    QVERIFY(!policyOf().isValid());
}

void TestMultipartForm::fileWithInvalidName()
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

QTEST_GUILESS_MAIN(TestMultipartForm)
#include "tst_multipartform.moc"
