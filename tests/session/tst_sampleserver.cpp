// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sampleserver.h"
#include "tests/support/childprocess.h"
#include "tests/support/rawhttp.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QTest>

#include <csignal>

using namespace std::chrono_literals;
using session::SampleInfo;
using session::SampleServer;

/// The real sample server for what it does, shell scripts in its place for what may go wrong.
class TestSampleServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void starts();
    void startsOnAGivenPort();
    void programMissing();
    void programIsBesideOurs();
    void whatMayGoWrong_data();
    void whatMayGoWrong();
    void saysNothing();
    void endsByItselfLater();
    void endsWhenDestroyed();
    void destroyedAtOnceIsSilent();
    void endsWhenOurProcessIsKilled();

private:
    void use(const QString &program) { qputenv("TIDEMARK_SPECIMENS", QFile::encodeName(program)); }
    void useScript(const QByteArray &script);

    static constexpr int patience = 30'000;

    support::TestFiles m_files;
    std::unique_ptr<SampleServer> m_server;
    QList<SampleInfo> m_started;
    QList<base::Error> m_failed;
};

/// A process that ended but was not waited for by its parent has ended, too.
static bool hasEnded(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return true;
    const QByteArray text = status.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) == "Z";
}

void TestSampleServer::init()
{
    m_server = std::make_unique<SampleServer>();
    m_started.clear();
    m_failed.clear();
    use(support::SpecimenServer::program());
    connect(m_server.get(), &SampleServer::started, this,
            [this](const SampleInfo &info) { m_started << info; });
    connect(m_server.get(), &SampleServer::failed, this,
            [this](const base::Error &error) { m_failed << error; });
}

void TestSampleServer::cleanup()
{
    m_server.reset();
    qunsetenv("TIDEMARK_SPECIMENS");
}

void TestSampleServer::useScript(const QByteArray &script)
{
    const QString path = m_files.path(QStringLiteral("script"));
    QFile::remove(path);
    use(m_files.makeText(QStringLiteral("script"), "#!/bin/sh\n" + script + '\n'));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestSampleServer::starts()
{
    m_server->start();
    QVERIFY(m_started.isEmpty() && m_failed.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_started.size(), 1, patience);
    const SampleInfo &info = m_started[0];
    QCOMPARE(info.base.host(), QStringLiteral("127.0.0.1"));
    QVERIFY(info.base.port() > 0);
    QVERIFY(info.pid > 0);
    QVERIFY(info.uploads.contains(QStringLiteral("read-all")));
    const auto metrics = support::get(info.metrics);
    QVERIFY(metrics.body.contains("go_memstats_heap_alloc_bytes"));
    QVERIFY(m_failed.isEmpty());
}

void TestSampleServer::startsOnAGivenPort()
{
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_started.size(), 1, patience);
    const int port = m_started[0].base.port();

    SampleServer second; // The port is in use.
    QList<base::Error> failures;
    connect(&second, &SampleServer::failed, this, [&](const base::Error &error) { failures << error; });
    second.start(static_cast<quint16>(port));
    QTRY_COMPARE_WITH_TIMEOUT(failures.size(), 1, patience);
    QCOMPARE(failures[0].kind, base::ErrorKind::ProcessFailed);
    QVERIFY2(failures[0].message.contains(QStringLiteral("port %1").arg(port)),
             qPrintable(failures[0].message));

    m_server.reset(); // Now it is free.
    SampleServer third;
    QList<SampleInfo> started;
    connect(&third, &SampleServer::started, this, [&](const SampleInfo &info) { started << info; });
    third.start(static_cast<quint16>(port));
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, patience);
    QCOMPARE(started[0].base.port(), port);
}

void TestSampleServer::programMissing()
{
    const QString missing = m_files.path(QStringLiteral("nowhere"));
    use(missing);
    m_server->start();
    QVERIFY(m_failed.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_failed.size(), 1, patience);
    QCOMPARE(m_failed[0].kind, base::ErrorKind::NotFound);
    QVERIFY2(m_failed[0].message.contains(missing), qPrintable(m_failed[0].message));
    QVERIFY(m_started.isEmpty());
}

void TestSampleServer::programIsBesideOurs()
{
    qunsetenv("TIDEMARK_SPECIMENS");
    // Tests are not installed beside it, so that both places are named.
    const auto program = SampleServer::findProgram();
    QVERIFY(!program.ok());
    QCOMPARE(program.error().kind, base::ErrorKind::NotFound);
    const QString here = QCoreApplication::applicationDirPath();
    QVERIFY(program.error().message.contains(here + QStringLiteral("/tidemark-specimens")));
    QVERIFY(program.error().message.contains(QStringLiteral("/libexec/tidemark/tidemark-specimens")));

    const QString plain = m_files.makeText(QStringLiteral("plain"), "not a program\n");
    use(plain);
    QVERIFY(!SampleServer::findProgram().ok());
    useScript("exit 0");
    QCOMPARE(SampleServer::findProgram().value(), m_files.path(QStringLiteral("script")));
}

void TestSampleServer::whatMayGoWrong_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<base::ErrorKind>("kind");
    QTest::addColumn<QString>("inMessage");

    const auto row
        = [](const char *name, const char *script, base::ErrorKind kind, const QString &inMessage) {
              QTest::newRow(name) << QByteArray(script) << kind << inMessage;
          };
    using base::ErrorKind;
    row("ends at once", "exit 3", ErrorKind::ProcessFailed, QStringLiteral("exit code 3"));
    row("ends with a complaint", "echo 'no room' >&2; exit 3", ErrorKind::ProcessFailed,
        QStringLiteral("no room"));
    row("is killed", "kill -9 $$", ErrorKind::ProcessFailed, QStringLiteral("killed or crashed"));
    row("prints something else", "echo hello; exec sleep 60", ErrorKind::Malformed, QStringLiteral("JSON"));
    row("another schema", "echo '{\"schema\":\"x/2\"}'; exec sleep 60", ErrorKind::Malformed,
        QStringLiteral("x/2"));
    row("an endless line", "exec head -c 1000000 /dev/zero", ErrorKind::Malformed, QStringLiteral("JSON"));
}

void TestSampleServer::whatMayGoWrong()
{
    QFETCH(QByteArray, script);
    QFETCH(base::ErrorKind, kind);
    QFETCH(QString, inMessage);
    useScript(script);
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_failed.size(), 1, patience);
    QCOMPARE(m_failed[0].kind, kind);
    QVERIFY2(m_failed[0].message.contains(inMessage), qPrintable(m_failed[0].message));
    QVERIFY(!m_failed[0].message.contains(QLatin1Char('\n')));
    QVERIFY(m_started.isEmpty());
    m_server.reset();
    QCOMPARE(m_failed.size(), 1);
}

void TestSampleServer::saysNothing()
{
    useScript("echo $$ > \"$0.pid\"; exec sleep 60");
    m_server->start(0, 500ms);
    QTRY_COMPARE_WITH_TIMEOUT(m_failed.size(), 1, patience);
    QCOMPARE(m_failed[0].kind, base::ErrorKind::ProcessFailed);
    QVERIFY2(m_failed[0].message.contains(QStringLiteral("500 ms")), qPrintable(m_failed[0].message));
    m_server.reset();
    QFile pid(m_files.path(QStringLiteral("script.pid")));
    if (pid.open(QIODevice::ReadOnly)) // It may have been killed before it wrote that.
        QVERIFY(hasEnded(pid.readAll().trimmed().toLongLong()));
}

void TestSampleServer::endsByItselfLater()
{
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_started.size(), 1, patience);
    QCOMPARE(::kill(static_cast<pid_t>(m_started[0].pid), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_failed.size(), 1, patience);
    QCOMPARE(m_failed[0].kind, base::ErrorKind::ProcessFailed);
    QVERIFY2(m_failed[0].message.contains(QStringLiteral("killed")), qPrintable(m_failed[0].message));
}

void TestSampleServer::endsWhenDestroyed()
{
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_started.size(), 1, patience);
    QVERIFY(!hasEnded(m_started[0].pid));
    m_server.reset();
    QVERIFY(hasEnded(m_started[0].pid));
    QVERIFY(m_failed.isEmpty());
}

void TestSampleServer::destroyedAtOnceIsSilent()
{
    m_server->start();
    m_server.reset();
    SampleServer other;
    bool started = false;
    connect(&other, &SampleServer::started, this, [&] { started = true; });
    other.start();
    QTRY_VERIFY_WITH_TIMEOUT(started, patience);
    QVERIFY(m_started.isEmpty());
    QVERIFY(m_failed.isEmpty());
}

void TestSampleServer::endsWhenOurProcessIsKilled()
{
    support::ChildProcess parent;
    QVERIFY(parent.start(QStringLiteral(PARENT_PROGRAM), {}));
    const auto info = session::parseSampleInfo(parent.firstLine());
    QVERIFY2(info.ok(), qPrintable(parent.failure()));
    QVERIFY(!hasEnded(info->pid));
    parent.kill(); // SIGKILL: it cannot clean up after itself.
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(info->pid), patience);
}

QTEST_GUILESS_MAIN(TestSampleServer)
#include "tst_sampleserver.moc"
