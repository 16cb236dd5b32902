// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "tests/ui/audit/auditexamples.h"
#include "tests/ui/leak/checkexamples.h"
#include "ui/common/elidedbutton.h"
#include "ui/common/elidedlineedit.h"
#include "ui/common/pill.h"
#include "ui/common/theme.h"
#include "ui/connection/connectionreport.h"
#include "ui/connection/serverbar.h"
#include "ui/export/exporter.h"
#include "ui/frame/messagebar.h"
#include "ui/frame/navigation.h"
#include "ui/frame/samplefiles.h"
#include "ui/frame/startpage.h"
#include "ui/frame/windowactions.h"
#include "ui/mainwindow/statusbar.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace ui;

class TestWindowParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }

    void statusBarTellsTheAgeOfTheReading()
    {
        base::FakeClock clock;
        StatusBar bar(clock);
        bar.show();
        session::ScrapeTick tick;
        tick.ok = true;
        tick.timeMs = base::toUnixMs(clock.wallNow());
        tick.took = std::chrono::milliseconds(2);
        bar.setTick(tick);
        QVERIFY2(texts(bar).contains(QStringLiteral("scraped 0 s ago (2")), qPrintable(texts(bar)));
        clock.advance(std::chrono::seconds(3));
        QVERIFY2(texts(bar).contains(QStringLiteral("scraped 3 s ago")), qPrintable(texts(bar)));
        tick.ok = false;
        tick.reason = QStringLiteral("connection refused");
        bar.setTick(tick);
        QVERIFY(texts(bar).contains(QStringLiteral("scrape missed 3 s ago: connection refused")));
        bar.clearTick();
        QVERIFY(!texts(bar).contains(QStringLiteral("scrape")));
        // A clock that was set back must not make it "-5 s ago".
        clock.jumpWall(std::chrono::seconds(-60));
        bar.setTick(tick);
        QVERIFY(texts(bar).contains(QStringLiteral("missed 0 s ago")));
    }

    void statusBarTellsWhatIsSent()
    {
        base::FakeClock clock;
        StatusBar bar(clock);
        transfer::QueueTotals totals;
        totals.waiting = 1'200;
        bar.setTotals(totals);
        QVERIFY(texts(bar).contains(QStringLiteral("1,200 waiting")));
        totals.running = 3;
        totals.bytesPerSecond = 310.0 * 1024 * 1024;
        bar.setTotals(totals);
        QVERIFY(texts(bar).contains(QStringLiteral("3 uploading · 310 MiB/s")));
        bar.setTotals({});
        QVERIFY(texts(bar).contains(QStringLiteral("Nothing to upload")));
        // What an experiment sends is not the queue's.
        bar.setExperiment(QStringLiteral("Leak check running"));
        QVERIFY(texts(bar).contains(QStringLiteral("Leak check running")));
        bar.setActivity({0, 40.0 * 1024 * 1024, 1});
        QVERIFY2(texts(bar).contains(QStringLiteral("Leak check running · 40.0 MiB/s")),
                 qPrintable(texts(bar)));
        totals = {};
        totals.waiting = 2; // until it is over
        bar.setTotals(totals);
        QVERIFY(texts(bar).contains(QStringLiteral("Leak check running")));
        bar.setExperiment({});
        QVERIFY(texts(bar).contains(QStringLiteral("2 waiting")));
        QVERIFY(texts(bar).contains(QStringLiteral("this program: ")));
    }

    void navigationShowsPages()
    {
        QWidget window;
        auto *pages = new QStackedWidget(&window);
        auto *bar = new Navigation(*pages, &window);
        QVERIFY(bar->current().isEmpty());
        bar->addPage(new QLabel,
                     {QStringLiteral("a"), QLatin1StringView("upload"), QStringLiteral("First"),
                      QStringLiteral("the first page")});
        bar->addPage(new QLabel,
                     {QStringLiteral("b"), QLatin1StringView("leak"), QStringLiteral("Second"),
                      QStringLiteral("the second page")});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QList<QToolButton *> buttons = bar->findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 2);
        QCOMPARE(buttons[1]->accessibleName(), QStringLiteral("Second"));
        QCOMPARE(buttons[1]->toolTip(), QStringLiteral("the second page (Ctrl+2)"));
        QVERIFY(!buttons[0]->isChecked()); // The start page is shown, say.

        QSignalSpy chosen(bar, &Navigation::chosen);
        bar->setMarked(true);
        QVERIFY(buttons[0]->isChecked());
        QTest::keySequence(&window, QKeySequence(Qt::CTRL | Qt::Key_2));
        QCOMPARE(chosen, (QList<QVariantList>{{QStringLiteral("b")}}));
        QCOMPARE(bar->current(), QStringLiteral("b"));
        QCOMPARE(pages->currentIndex(), 1);
        QVERIFY(buttons[1]->isChecked() && !buttons[0]->isChecked());
        buttons[1]->click(); // A second click does not take the mark away.
        QVERIFY(buttons[1]->isChecked());
        bar->showPage(QStringLiteral("no such page"));
        QCOMPARE(bar->current(), QStringLiteral("b"));
        bar->showPage(QStringLiteral("a"));
        QCOMPARE(pages->currentIndex(), 0);
        QCOMPARE(chosen.size(), 2);
    }

    void checksAreExported_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("html") << QStringLiteral("a.html") << QByteArrayLiteral("</html>");
        QTest::newRow("markdown") << QStringLiteral("a.md") << QByteArrayLiteral("Leaks 1.06 MiB per upload");
        QTest::newRow("pdf") << QStringLiteral("a.pdf") << QByteArrayLiteral("%PDF-");
        QTest::newRow("json") << QStringLiteral("a.json") << QByteArrayLiteral("\"tidemark.check/1\"");
        QTest::newRow("no such folder") << QStringLiteral("no/such/folder/a.md") << QByteArray();
    }

    void checksAreExported()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, part);
        QTemporaryDir folder;
        Exporter exporter;
        QSignalSpy exported(&exporter, &Exporter::exported);
        QSignalSpy failed(&exporter, &Exporter::failed);
        exporter.exportCheck(examples::leaking(), {folder.filePath(name), *report::formatForFile(name)});
        QTRY_COMPARE(exported.size() + failed.size(), 1);
        QCOMPARE(failed.isEmpty(), !part.isEmpty());
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(file.readAll().contains(part));
    }

    void auditsAreExported_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("html") << QStringLiteral("a.html") << QByteArrayLiteral("</html>");
        QTest::newRow("markdown") << QStringLiteral("a.md") << QByteArrayLiteral("### 3 of 18 checks failed");
        QTest::newRow("json") << QStringLiteral("a.json") << QByteArrayLiteral("\"tidemark.audit/1\"");
        QTest::newRow("junit") << QStringLiteral("a.XML") << QByteArrayLiteral("</testsuite>");
        QTest::newRow("no such folder") << QStringLiteral("no/such/folder/a.xml") << QByteArray();
    }

    void auditsAreExported()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, part);
        QTemporaryDir folder;
        Exporter exporter;
        QSignalSpy exported(&exporter, &Exporter::exported);
        QSignalSpy failed(&exporter, &Exporter::failed);
        exporter.exportAudit(examples::faulty(), {folder.filePath(name), *report::formatForFile(name)});
        QTRY_COMPARE(exported.size() + failed.size(), 1);
        QCOMPARE(failed.isEmpty(), !part.isEmpty());
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(file.readAll().contains(part));
    }

    void serverBarAsksToConnect()
    {
        Bar bar;
        QSignalSpy asked(bar.bar.get(), &ServerBar::connectRequested);
        QVERIFY(!bar.connectButton().isEnabled());
        bar.bar->focusAddress();
        QTest::keyClicks(bar.address().lineEdit(), QStringLiteral(" host/up "));
        QVERIFY(bar.connectButton().isEnabled());
        QTest::mouseClick(&bar.connectButton(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("host/up"));
        // To the combo box, which has the focus: it hands keys on to its field.
        QTest::keyClick(&bar.address(), Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
    }

    void serverBarShowsTheStateOnlyOfWhatIsTyped()
    {
        Bar bar;
        auto *pill = bar.bar->findChild<Pill *>();
        bar.bar->setServer({QStringLiteral("http://host/up"), {}});
        bar.bar->setState(ConnectionState::Connected);
        bar.bar->setSummary(QStringLiteral("Go 1.19"));
        QVERIFY(pill->isVisible());
        QVERIFY(!bar.connectButton().isVisible());
        bar.address().lineEdit()->setText(QStringLiteral("http://other/"));
        QVERIFY(!pill->isVisible());
        QVERIFY(bar.connectButton().isVisible());
        bar.address().lineEdit()->setText(QStringLiteral("http://host/up"));
        QVERIFY(pill->isVisible());
    }

    void serverBarKeepsTheSummaryWhenTheReportIsToggled()
    {
        Bar bar;
        bar.bar->setServer({QStringLiteral("http://host/up"), {}});
        bar.bar->setSummary(QStringLiteral("Go 1.19, 212 metrics"));
        bar.actions.showReport->setChecked(true);
        bar.actions.showReport->setChecked(false);
        QToolButton *summary = nullptr;
        for (QToolButton *button : bar.bar->findChildren<QToolButton *>()) {
            if (button->accessibleName().contains(QStringLiteral("Go 1.19")))
                summary = button;
        }
        QVERIFY(summary);
        QCOMPARE(summary->text(), QStringLiteral("Go 1.19, 212 metrics"));
        QTest::mouseClick(summary, Qt::LeftButton);
        QVERIFY(bar.actions.showReport->isChecked());
        QVERIFY(summary->isChecked());
        QCOMPARE(summary->text(), QStringLiteral("Go 1.19, 212 metrics"));
    }

    void serverBarShowsTheAddressBeforeWhatWasFound()
    {
        Bar bar;
        bar.bar->resize(1024, 60);
        bar.bar->setServer({QStringLiteral("http://127.0.0.1:45539/upload/read-all"), {}});
        bar.bar->setState(ConnectionState::Connected);
        const QString found = QStringLiteral("Go 1.19.8 · Prometheus · expvar · pprof");
        bar.bar->setSummary(found);
        const auto *summary = bar.bar->findChild<ElidedButton *>();
        const QLineEdit &edit = *bar.address().lineEdit();
        QTRY_VERIFY(edit.width() > edit.fontMetrics().horizontalAdvance(edit.text()));
        QVERIFY(summary->isVisible());
        QVERIFY(summary->width() < summary->sizeHint().width());
        QVERIFY(summary->accessibleName().contains(found));
        bar.bar->resize(1600, 60);
        QTRY_COMPARE(summary->width(), summary->sizeHint().width());
        // A longer one ends with a sign, but for who is about to type.
        bar.bar->setServer({QStringLiteral("http://host/") + QString(300, u'x'), {}});
        const auto *elided = bar.bar->findChild<ElidedLineEdit *>();
        bar.bar->activateWindow();
        bar.method().setFocus();
        QTRY_VERIFY(elided->isElided());
        bar.bar->focusAddress();
        QTRY_VERIFY(!elided->isElided());
    }

    void serverBarRemembers()
    {
        Bar bar;
        QSignalSpy asked(bar.bar.get(), &ServerBar::connectRequested);
        bar.address().lineEdit()->setText(QStringLiteral("half typed"));
        bar.bar->setHistory(
            {{QStringLiteral("http://a/"), QStringLiteral("http://m/")}, {QStringLiteral("http://b/"), {}}});
        QCOMPARE(bar.address().currentText(), QStringLiteral("half typed"));
        QCOMPARE(bar.address().count(), 2);
        bar.address().setCurrentIndex(0);
        Q_EMIT bar.address().activated(0);
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("http://a/"));
        QCOMPARE(asked.last().at(1).toString(), QStringLiteral("http://m/"));
    }

    void serverBarOffersMethods()
    {
        using transfer::UploadMethod;
        Bar bar;
        QSignalSpy asked(bar.bar.get(), &ServerBar::connectRequested);
        QSignalSpy chosen(bar.bar.get(), &ServerBar::methodChosen);
        const auto choose = [&](const char *name) {
            bar.method().setCurrentText(QLatin1StringView(name));
            Q_EMIT bar.method().activated(bar.method().currentIndex());
        };
        const auto lastAsked = [&] { return asked.last().at(2).value<UploadMethod>(); };

        // Before there is a server it goes along with the address.
        bar.address().lineEdit()->setText(QStringLiteral("http://host/up"));
        choose("PUT");
        QVERIFY(chosen.isEmpty());
        QVERIFY(bar.method().toolTip().contains(QStringLiteral("PUT")));
        QTest::mouseClick(&bar.connectButton(), Qt::LeftButton);
        QCOMPARE(lastAsked(), UploadMethod::Put);

        // Of the one that is connected it is changed at once.
        bar.bar->setServer({QStringLiteral("http://host/up"), {}, UploadMethod::Put});
        bar.bar->setState(ConnectionState::Connected);
        choose("tus");
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.last().at(0).value<UploadMethod>(), UploadMethod::Tus);
        QVERIFY(!bar.connectButton().isVisible());

        // A known address brings its own.
        bar.bar->setHistory({{QStringLiteral("http://b/"), {}, UploadMethod::Put}});
        bar.address().setCurrentIndex(0);
        Q_EMIT bar.address().activated(0);
        QCOMPARE(bar.method().currentText(), QStringLiteral("PUT"));
        QCOMPARE(lastAsked(), UploadMethod::Put);
    }

    void startPageNeedsAnAddress()
    {
        StartPage page;
        page.show();
        QSignalSpy asked(&page, &StartPage::connectRequested);
        const QList<QLineEdit *> fields = page.findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 2);
        QTest::keyClick(fields[0], Qt::Key_Return);
        QCOMPARE(asked.size(), 0);
        page.proposeAddress(QStringLiteral("http://a/"), QStringLiteral("http://m/"));
        QTest::keyClick(fields[1], Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().at(1).toString(), QStringLiteral("http://m/"));
    }

    void missingLinesCanBeCopied()
    {
        ConnectionReport report;
        report.show();
        report.setFindings({{true, QStringLiteral("Runtime"), QStringLiteral("Go"), {}, {}},
                            {false, QStringLiteral("Heap profiles"), QStringLiteral("not found; add:"),
                             QStringLiteral("import _ \"net/http/pprof\""), QStringLiteral("Go")}});
        for (QToolButton *button : report.findChildren<QToolButton *>()) {
            if (button->accessibleName() == QStringLiteral("Copy the line for Go"))
                button->click();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("import _ \"net/http/pprof\""));
        report.setFindings({{true, QStringLiteral("Runtime"), QStringLiteral("Java"), {}, {}}});
        QVERIFY(report.findChildren<QLineEdit *>().isEmpty());
    }

    void messageBarShowsTheNewestOnly()
    {
        MessageBar bar;
        QCOMPARE(bar.headline(), QString());
        int pressed = 0;
        bar.showMessage(Tone::Bad, QStringLiteral("first"));
        bar.offer(QStringLiteral("Again"), [&pressed] { ++pressed; });
        bar.showMessage(Tone::Good, QStringLiteral("second"), {QStringLiteral("with details")});
        QCOMPARE(bar.headline(), QStringLiteral("second"));
        QPushButton *button = bar.findChild<QPushButton *>();
        QVERIFY(!button->isVisible()); // The first one's offer is gone with it.
        bar.offer(QStringLiteral("Again"), [&pressed] { ++pressed; });
        button->click();
        QCOMPARE(pressed, 1);
        QCOMPARE(bar.headline(), QString());
        QVERIFY(!bar.closeMessage());
    }

    void sampleFilesAreMadeAndRemoved()
    {
        auto files = std::make_unique<SampleFiles>();
        QSignalSpy made(files.get(), &SampleFiles::made);
        files->make();
        files->make(); // Once is enough while it works.
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), 1, 30'000);
        const QStringList paths = made.first().first().toStringList();
        QCOMPARE(paths.size(), SampleFiles::count);
        for (const QString &path : paths)
            QCOMPARE(QFileInfo(path).size(), SampleFiles::bytesEach);
        files.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(paths.first()), 30'000);
    }

    void sampleFilesMayBeForgottenWhileTheyAreMade()
    {
        auto files = std::make_unique<SampleFiles>();
        QSignalSpy made(files.get(), &SampleFiles::made);
        files->make();
        files.reset();
        QCoreApplication::processEvents();
        QCOMPARE(made.size(), 0);
    }

private:
    /// A server bar with what it needs.
    struct Bar
    {
        Bar()
        {
            bar = std::make_unique<ServerBar>(actions, menu, exportMenu);
            bar->resize(1200, 60);
            bar->show();
        }
        QComboBox &address() const { return *bar->findChild<QComboBox *>(QStringLiteral("address")); }
        QComboBox &method() const { return *bar->findChild<QComboBox *>(QStringLiteral("method")); }
        QPushButton &connectButton() const
        {
            for (QPushButton *button : bar->findChildren<QPushButton *>()) {
                if (button->text() == QStringLiteral("Connect"))
                    return *button;
            }
            qFatal("no such button");
        }

        QWidget window;
        WindowActions actions{window};
        QMenu menu;
        QMenu exportMenu;
        std::unique_ptr<ServerBar> bar;
    };

    static QString texts(const QWidget &widget)
    {
        QStringList list;
        for (const QLabel *label : widget.findChildren<QLabel *>())
            list.append(label->text());
        return list.join(u'|');
    }

    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestWindowParts)
#include "tst_windowparts.moc"
