// SPDX-License-Identifier: GPL-3.0-or-later
// Journeys: what a person does with the window, against a real engine and real servers.
#include "core/report/checkwording.h"
#include "tests/support/faultyserver.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/connection/connectionreport.h"
#include "ui/connection/serverconnection.h"
#include "ui/frame/navigation.h"
#include "ui/frame/notebar.h"
#include "ui/frame/startpage.h"
#include "ui/leak/leakpage.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/uploadspage.h"
#include "ui/uploads/uploadtable.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTcpServer>

#include <signal.h>

using namespace ui;
using transfer::UploadState;

namespace {

constexpr int patience = 60'000; // Sanitizers and other tests beside this one.

QString address(const support::SpecimenServer &server)
{
    return server.url(QStringLiteral("/upload/read-all")).toString();
}

/// A port where nothing listens, most likely.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        qputenv("TIDEMARK_SPECIMENS", QFile::encodeName(support::SpecimenServer::program()));
        m_fixture = std::make_unique<WindowFixture>();
    }
    void cleanup() { m_fixture.reset(); }

    void beginsWithTheStartPage()
    {
        m_fixture->show();
        QVERIFY(m_fixture->part<StartPage>().isVisible());
        QVERIFY(!m_fixture->part<UploadsPage>().isVisible());
        QVERIFY(m_fixture->state().isEmpty());
        QAbstractButton *exporting = m_fixture->button(QStringLiteral("Export"));
        QVERIFY(exporting);
        QVERIFY2(!exporting->isEnabled(), "there is nothing to report");
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_1));
        QVERIFY(exporting->isEnabled());
    }

    void pagesAreReachedFromTheStartPage()
    {
        m_fixture->show();
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_1));
        QVERIFY(!m_fixture->part<StartPage>().isVisible());
        QVERIFY(m_fixture->part<UploadsPage>().isVisible());
    }

    void wholeJourneyByKeyboardAlone()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_L));
        QTest::keyClicks(window().focusWidget(), address(server));
        QTest::keyClick(window().focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        QVERIFY(m_fixture->button(QStringLiteral("Go")));

        const QStringList files{m_files.makeFile(QStringLiteral("a b.bin"), 300'000),
                                m_files.makeFile(QStringLiteral("größe.bin"), 5)};
        window().addPaths(files);
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Done), 2, patience);
        QCOMPARE(server.uploads(QStringLiteral("read-all"), QStringLiteral("leaking")), 2);

        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(table().selectionAsText().contains(QLatin1String("a b.bin")));
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_K));
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 0, patience);
    }

    void dropThenExport_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("html") << QStringLiteral("html") << QByteArrayLiteral("</html>");
        QTest::newRow("json") << QStringLiteral("json") << QByteArrayLiteral("\"tidemark.session/1\"");
        QTest::newRow("csv") << QStringLiteral("csv") << QByteArrayLiteral("dropped.bin");
    }

    void dropThenExport()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, part);
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        window().connectTo(address(server));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        m_fixture->drop({QUrl::fromLocalFile(m_files.makeFile(QStringLiteral("dropped.bin"), 100'000))});
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Done), 1, patience);

        const QString report = m_fixture->folder() + QStringLiteral("/report.") + ending;
        window().exportTo(report);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->message(), QStringLiteral("The report is written."), patience);
        QVERIFY2(contentOf(report).contains(part), contentOf(report).left(500).constData());
    }

    void exportThatCannotBeWritten()
    {
        m_fixture->show();
        window().exportTo(m_fixture->folder() + QStringLiteral("/no/such/folder/report.html"));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->message(),
                                  QStringLiteral("The report “report.html” was not written."), patience);
    }

    void startsTheSampleServerAndFillsIt()
    {
        m_fixture->show();
        m_fixture->button(QStringLiteral("Start the sample server"))->click();
        QVERIFY(!m_fixture->button(QStringLiteral("Starting…"))->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        QVERIFY(m_fixture->part<LeakPage>().isVisible()); // What it is there for.
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_1));
        QAbstractButton *generate = m_fixture->button(QStringLiteral("generated files"));
        QVERIFY(generate);
        generate->click();
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Done), 20, patience);
        // Its other leaks are in the list, but not in the settings: its port is another one each time.
        QVERIFY(window().findChild<QComboBox *>(QStringLiteral("address"))->count() >= 4);
        m_fixture->restart();
        QCOMPARE(window().findChild<QComboBox *>(QStringLiteral("address"))->count(), 0);
    }

    void checksTheSampleServer()
    {
        m_fixture->show();
        m_fixture->button(QStringLiteral("Start the sample server"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        LeakPage &page = m_fixture->part<LeakPage>();
        QSignalSpy marked(&m_fixture->session(), &session::Session::marked);
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_Return));
        QVERIFY(page.isRunning());
        // What is dropped meanwhile waits, or it would be taken for the check's own.
        m_fixture->drop({QUrl::fromLocalFile(m_files.makeFile(QStringLiteral("later.bin"), 10))});
        QCOMPARE(m_fixture->message(), QStringLiteral("The files wait until the leak check is over."));
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Waiting), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!page.isRunning(), 3 * patience);
        QVERIFY(page.result());
        const experiment::CheckResult result = *page.result();
        const QString sentence = report::checkSentence(result);
        QVERIFY2(sentence.startsWith(QStringLiteral("Leaks 1.0")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("main.readAll")), qPrintable(sentence));
        QCOMPARE(result.plan.speed, experiment::CheckPlan::Speed::Quick); // A newcomer does not wait.
        QVERIFY(result.plan.pid > 0);
        QCOMPARE(result.plan.folders.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Done), 1, patience);
        // Its begin and its end on the timeline; that watching began, or an alert, may stand there, too.
        const auto marks = [&marked](session::MarkKind kind) {
            return std::count_if(marked.cbegin(), marked.cend(), [kind](const QList<QVariant> &told) {
                return told[0].value<session::Mark>().kind == kind;
            });
        };
        QTRY_COMPARE_WITH_TIMEOUT(marks(session::MarkKind::ExperimentEnded), 1, patience);
        QCOMPARE(marks(session::MarkKind::ExperimentBegan), 1);
        QCOMPARE(marks(session::MarkKind::Note), 0); // those are the user's
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_2));
        QVERIFY(m_fixture->button(QStringLiteral("Flame graph")));
        QVERIFY(m_fixture->button(QStringLiteral("Run again")));
    }

    void aCheckIsStopped()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        window().connectTo(address(server));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        LeakPage &page = m_fixture->part<LeakPage>();
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_Return));
        QVERIFY(page.isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(server.uploads(QStringLiteral("read-all"), QStringLiteral("leaking")) > 20,
                                 patience);
        QTest::keyClick(window().focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!page.isRunning(), patience);
        QCOMPARE(page.result()->interruption, experiment::Interruption::Cancelled);
        QVERIFY(m_fixture->shows(QStringLiteral("the check was stopped before it was over")));

        // Another address keeps what was found, and says whose it is.
        const QString checked = address(server);
        const QString other = server.url(QStringLiteral("/upload/read-all/cured")).toString();
        window().connectTo(other);
        QVERIFY(page.result());
        QVERIFY(m_fixture->shows(QStringLiteral("the check was stopped before it was over")));
        QVERIFY(m_fixture->shows(QStringLiteral("Another address was checked")));
        QGuiApplication::clipboard()->clear();
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
        QVERIFY(QGuiApplication::clipboard()->text().contains(checked));
        window().connectTo(checked);
        QVERIFY(!m_fixture->shows(QStringLiteral("Another address was checked")));

        // Moving on ends a check, too; of one that had only begun there is nothing to keep.
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_Return));
        QVERIFY(page.isRunning());
        window().connectTo(other);
        QTRY_VERIFY_WITH_TIMEOUT(!page.isRunning(), patience);
        QVERIFY(!page.result());
        QVERIFY(m_fixture->shows(QStringLiteral("Not checked yet")));
    }

    void aMissingSampleServerIsExplained()
    {
        qputenv("TIDEMARK_SPECIMENS", "/no/such/program");
        m_fixture->show();
        window().startSample();
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->message(), QStringLiteral("The sample server is not running."),
                                  patience);
        QVERIFY(m_fixture->shows(QStringLiteral("TIDEMARK_SPECIMENS")));
        QVERIFY(m_fixture->button(QStringLiteral("Start the sample server"))->isEnabled());
        qputenv("TIDEMARK_SPECIMENS", QFile::encodeName(support::SpecimenServer::program()));
        m_fixture->button(QStringLiteral("Start it again"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
    }

    void aSampleServerThatEndedIsExplained()
    {
        m_fixture->show();
        QSignalSpy started(window().findChild<ServerConnection *>(), &ServerConnection::sampleStarted);
        window().startSample();
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        const auto pid = started.constFirst().constFirst().value<session::SampleInfo>().pid;
        QVERIFY(pid > 0);
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->message(), QStringLiteral("The sample server runs no more."),
                                  patience);
        QVERIFY(m_fixture->button(QStringLiteral("Start it again")));
    }

    void badAddresses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("part");
        QTest::newRow("ftp") << QStringLiteral("ftp://host/") << QStringLiteral("http:// or https://");
        QTest::newRow("no scheme that is known")
            << QStringLiteral("htp:/nowhere..") << QStringLiteral("http:// or https://");
        QTest::newRow("a secret that is missing")
            << QStringLiteral("http://host/up?token=***") << QStringLiteral("Write the secret");
        QTest::newRow("no host") << QStringLiteral("http:///up") << QStringLiteral("no host in it");
    }

    void badAddresses()
    {
        QFETCH(QString, typed);
        QFETCH(QString, part);
        m_fixture->show();
        window().connectTo(typed);
        QVERIFY(m_fixture->message().contains(typed));
        QVERIFY(m_fixture->shows(part));
        QVERIFY(m_fixture->part<StartPage>().isVisible());
        QTest::keyClick(&window(), Qt::Key_Escape);
        QCOMPARE(m_fixture->message(), QString());
    }

    void aServerThatIsNotThere()
    {
        const QString url = QStringLiteral("http://127.0.0.1:%1/upload").arg(freePort());
        m_fixture->show();
        window().connectTo(url);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("not reachable"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->message().contains(QStringLiteral("cannot be watched")),
                                 patience);
        QVERIFY(m_fixture->shows(QStringLiteral("Nothing listens")));
        QVERIFY(m_fixture->button(QStringLiteral("Try again")));
        m_fixture->drop({QUrl::fromLocalFile(m_files.makeFile(QStringLiteral("x.bin"), 10))});
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Failed), 1, patience);
    }

    void aServerWithoutMetrics()
    {
        support::FaultyServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        window().connectTo(server.url(QStringLiteral("/ok")).toString());
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("no metrics"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->part<ConnectionReport>().isVisible(), patience);
        QVERIFY(m_fixture->field(QStringLiteral("Line to add (Go)")));
        m_fixture->button(QStringLiteral("Metrics are elsewhere"))->click();
        QVERIFY(m_fixture->field(QStringLiteral("Address of the metrics, if they are elsewhere")));
        m_fixture->drop({QUrl::fromLocalFile(m_files.makeFile(QStringLiteral("y.bin"), 10))});
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Done), 1, patience);
        QTest::keyClick(&window(), Qt::Key_Escape);
        QCOMPARE(m_fixture->message(), QString());
        QTest::keyClick(&window(), Qt::Key_Escape);
        QVERIFY(!m_fixture->part<ConnectionReport>().isVisible());
    }

    // The name can belong to nobody (RFC 6761), so nothing is loaded.
    void aCheckOfWhatMayBeSomebodyElsesAsksFirst()
    {
        m_fixture->show();
        window().connectTo(QStringLiteral("http://upload.invalid/in"));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("not reachable"), patience);
        auto &leak = m_fixture->part<LeakPage>();
        leak.startAction()->trigger();
        QVERIFY(m_fixture->shows(QStringLiteral("yours to load")));
        QVERIFY(!leak.isRunning());
        m_fixture->button(QStringLiteral("Check it all the same"))->click();
        QVERIFY(leak.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!leak.isRunning(), patience);
        leak.startAction()->trigger();
        QVERIFY2(leak.isRunning(), "it was consented to");
        QTRY_VERIFY_WITH_TIMEOUT(!leak.isRunning(), patience);
    }

    void metricsElsewhere()
    {
        support::FaultyServer uploads;
        support::SpecimenServer metrics;
        QVERIFY2(uploads.start(), qPrintable(uploads.failure()));
        QVERIFY2(metrics.start(), qPrintable(metrics.failure()));
        m_fixture->show();
        window().connectTo(uploads.url(QStringLiteral("/ok")).toString(),
                           metrics.url(QStringLiteral("/")).toString());
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        QCOMPARE(m_fixture->field(QStringLiteral("Address of the metrics, if they are elsewhere"))->text(),
                 metrics.url(QStringLiteral("/")).toString());
    }

    void aServerThatGoesAway()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        window().connectTo(address(server));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(QStringLiteral("scraped ")), patience);
        server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("lost"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(QStringLiteral("scrape missed ")), patience);
    }

    void filesMayComeBeforeTheServer()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        m_fixture->drop({QUrl::fromLocalFile(m_files.makeFile(QStringLiteral("early.bin"), 10))});
        QCOMPARE(m_fixture->message(), QStringLiteral("Where shall they go?"));
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Waiting), 1, patience);
        window().connectTo(address(server));
        QCOMPARE(m_fixture->message(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Done), 1, patience);
    }

    void webAddressesAreRefusedWithAWord()
    {
        m_fixture->show();
        m_fixture->drop({QUrl(QStringLiteral("https://example.org/a.bin"))});
        QVERIFY(m_fixture->message().contains(QStringLiteral("https://example.org/a.bin")));
        QCOMPARE(model().rowCount(), 0);
    }

    void aFailureIsExplainedAndRetried()
    {
        support::FaultyServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        window().connectTo(server.url(QStringLiteral("/early?status=413")).toString());
        m_fixture->drop({QUrl::fromLocalFile(m_files.makeFile(QStringLiteral("big.bin"), 100'000))});
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Failed), 1, patience);
        QCOMPARE(model().record(0).httpStatus, 413);
        m_fixture->part<UploadsPage>().select({model().record(0).id});
        QVERIFY(m_fixture->shows(QStringLiteral("client_max_body_size")));
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_R);
        QTRY_COMPARE_WITH_TIMEOUT(model().record(0).attempts, 2, patience);
    }

    void notesAreWrittenByKey()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show();
        window().connectTo(address(server));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        QSignalSpy marked(&m_fixture->session(), &session::Session::marked);
        m_fixture->part<UploadsPage>().setFocus();
        QTest::keyClick(&window(), Qt::Key_M);
        QLineEdit *note = m_fixture->field(QStringLiteral("Note for the timeline"));
        QVERIFY(note);
        QVERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("more memory?"));
        QTest::keyClick(note, Qt::Key_Return);
        QVERIFY(!note->isVisible());
        const auto isNote = [](const QList<QVariant> &arguments) {
            const auto mark = arguments.first().value<session::Mark>();
            return mark.kind == session::MarkKind::Note && mark.text == QStringLiteral("more memory?");
        };
        QTRY_VERIFY_WITH_TIMEOUT(std::any_of(marked.begin(), marked.end(), isNote), patience);

        QTest::keyClick(&window(), Qt::Key_M);
        QVERIFY(note->isVisible());
        QTest::keyClick(note, Qt::Key_Escape);
        QVERIFY(!note->isVisible());
    }

    void settingsComeBack()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        m_fixture->show({1111, 777});
        window().connectTo(address(server));
        m_fixture->part<UploadsPage>().setParallelLimit(17);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        m_fixture->drop({QUrl::fromLocalFile(m_files.makeFile(QStringLiteral("z.bin"), 10))});
        QTRY_VERIFY_WITH_TIMEOUT(table().isVisible(), patience);
        table().setColumnWidth(0, 321);
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2));
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_2));

        m_fixture->restart();
        window().show();
        QCOMPARE(window().size(), QSize(1111, 777));
        QCOMPARE(m_fixture->part<Navigation>().current(), QStringLiteral("leak"));
        QCOMPARE(m_fixture->part<UploadsPage>().parallelLimit(), 17);
        QCOMPARE(table().columnWidth(0), 321);
        QCOMPARE(window().findChild<QComboBox *>(QStringLiteral("address"))->itemText(0), address(server));
        QCOMPARE(m_fixture->field(QStringLiteral("Upload address"))->text(), address(server));
    }

    void colourModesAreActions()
    {
        m_fixture->show();
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2));
        QCOMPARE(m_fixture->theme().mode(), ThemeMode::Dark);
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1));
        QCOMPARE(m_fixture->theme().mode(), ThemeMode::Light);
    }

private:
    MainWindow &window() { return m_fixture->window(); }
    UploadModel &model() { return m_fixture->part<UploadModel>(); }
    UploadTable &table() { return m_fixture->part<UploadTable>(); }

    support::TestFiles m_files;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
