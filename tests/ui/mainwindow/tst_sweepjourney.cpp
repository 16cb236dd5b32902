// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep in the window, of the sample server's storm.
#include "core/report/sweepwording.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/leak/leakpage.h"
#include "ui/models/uploadmodel.h"
#include "ui/sweep/sweeppage.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace ui;
using experiment::SweepResult;
using transfer::UploadState;

namespace {

constexpr int patience = 120'000; // Sanitizers and other tests beside this one.

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSweepJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        qputenv("TIDEMARK_SPECIMENS", QFile::encodeName(support::SpecimenServer::program()));
        m_server = std::make_unique<support::SpecimenServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->show();
    }
    void cleanup()
    {
        m_fixture.reset();
        m_server.reset();
    }

    void aStormIsSwept()
    {
        connectTo(QStringLiteral("/upload/retry-storm?pool=4"));
        setUp({4, 60}, 10);
        QSignalSpy marked(&m_fixture->session(), &session::Session::marked);
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
        QVERIFY(page().isVisible());
        QVERIFY(page().isRunning());
        // Meanwhile nothing else begins.
        QVERIFY(!m_fixture->part<LeakPage>().startAction()->isEnabled());
        m_fixture->drop({QUrl::fromLocalFile(m_files.makeFile(QStringLiteral("later.bin"), 10))});
        QCOMPARE(m_fixture->message(), QStringLiteral("The files wait until the sweep is over."));
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Waiting), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!page().isRunning(), patience);

        QVERIFY(page().result());
        const SweepResult result = *page().result();
        // On a machine that has much else to do the sweep may stop by itself before, for this client's sake.
        QVERIFY(!result.levels.empty());
        QCOMPARE(result.scaling.collapsedAt.has_value() || result.stop == experiment::SweepStop::Client,
                 true);
        QVERIFY(result.found.found());
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Done), 1, patience);
        QVERIFY(m_fixture->part<LeakPage>().startAction()->isEnabled());
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_3));
        QVERIFY(m_fixture->shows(report::sweepHeadline(result)));
        QStringList marks;
        for (const QVariantList &arguments : marked) {
            if (const auto mark = arguments.first().value<session::Mark>();
                mark.kind == session::MarkKind::ExperimentBegan
                || mark.kind == session::MarkKind::ExperimentEnded)
                marks += mark.text;
        }
        QCOMPARE(marks, (QStringList{QStringLiteral("Sweep begins"), report::sweepSentence(result)}));
    }

    void itIsWrittenAndCopied()
    {
        connectTo(QStringLiteral("/upload/retry-storm/cured?pool=4"));
        setUp({1, 2}, 2);
        page().startAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(page().result(), patience);
        QGuiApplication::clipboard()->clear();
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("| At once |")));

        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S));
        QPointer<QFileDialog> dialog;
        QTRY_VERIFY((dialog = window().findChild<QFileDialog *>()));
        const QString report = m_fixture->folder() + QStringLiteral("/sweep.csv");
        Q_EMIT dialog->fileSelected(report);
        dialog->close();
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->message(), QStringLiteral("The report is written."), patience);
        QVERIFY2(contentOf(report).startsWith("concurrency,"), contentOf(report).left(200).constData());
    }

    void aSweepIsStopped()
    {
        connectTo(QStringLiteral("/upload/read-all/cured"));
        setUp({1, 500}, 100'000 / 500);
        page().startAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_server->uploads(QStringLiteral("read-all"), QStringLiteral("cured")) > 20,
                                 patience);
        QTest::keyClick(window().focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!page().isRunning(), patience);
        QCOMPARE(page().result()->stop, experiment::SweepStop::Cancelled);
        QVERIFY(m_fixture->button(QStringLiteral("Run again")));

        // Moving on ends one, too; of one that had only begun there is nothing to keep.
        page().startAction()->trigger();
        QVERIFY(page().isRunning());
        window().connectTo(m_server->url(QStringLiteral("/upload/read-all")).toString());
        QTRY_VERIFY_WITH_TIMEOUT(!page().isRunning(), patience);
        QVERIFY(!page().result());
        QVERIFY(m_fixture->shows(QStringLiteral("Not measured yet")));
    }

    void theSampleServersStormIsOffered()
    {
        // The start page has that button, too.
        QTest::keySequence(&window(), QKeySequence(Qt::CTRL | Qt::Key_3));
        QVERIFY(page().isVisible());
        m_fixture->button(QStringLiteral("Start the sample server"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
        QVERIFY(page().isVisible());
        QTRY_VERIFY(m_fixture->button(QStringLiteral("Start"))->isEnabled());
        QVERIFY(window()
                    .findChild<QComboBox *>(QStringLiteral("address"))
                    ->currentText()
                    .contains(QStringLiteral("retry-storm")));
    }

    // The name can belong to nobody (RFC 6761), so nothing is loaded.
    void consentIsForAllMeasurements()
    {
        window().connectTo(QStringLiteral("http://upload.invalid/in"));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("not reachable"), patience);
        page().startAction()->trigger();
        QVERIFY(m_fixture->shows(QStringLiteral("yours to load")));
        QVERIFY(m_fixture->shows(QStringLiteral("200 at once")));
        QVERIFY(!page().isRunning());
        m_fixture->button(QStringLiteral("Sweep it all the same"))->click();
        QVERIFY(page().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!page().isRunning(), patience);
        auto &leak = m_fixture->part<LeakPage>();
        leak.startAction()->trigger();
        QVERIFY2(leak.isRunning(), "it was consented to");
        QTRY_VERIFY_WITH_TIMEOUT(!leak.isRunning(), patience);
    }

    void whatIsSetUpComesBack()
    {
        setUp({3, 30}, 5);
        const SweepSettings settings = page().settings();
        m_fixture->restart();
        QCOMPARE(page().settings(), settings);
    }

private:
    [[nodiscard]] MainWindow &window() const { return m_fixture->window(); }
    [[nodiscard]] SweepPage &page() const { return m_fixture->part<SweepPage>(); }
    [[nodiscard]] UploadModel &model() const { return m_fixture->part<UploadModel>(); }

    void connectTo(const QString &path)
    {
        window().connectTo(m_server->url(path).toString());
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->state(), QStringLiteral("connected"), patience);
    }

    void setUp(const std::vector<int> &levels, int perConnection)
    {
        SweepSettings settings;
        settings.bytes = 4 * 1024;
        settings.levels = levels;
        settings.perConnection = perConnection;
        page().setSettings(settings);
    }

    support::TestFiles m_files;
    std::unique_ptr<support::SpecimenServer> m_server;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestSweepJourney)
#include "tst_sweepjourney.moc"
