// SPDX-License-Identifier: GPL-3.0-or-later
// The Audit page in each of its states, with keys, in narrow windows, and as it is read aloud.
#include "core/report/auditwording.h"
#include "core/report/exportfile.h"
#include "tests/ui/audit/auditexamples.h"
#include "ui/audit/auditcard.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/checkrowdelegate.h"
#include "ui/audit/checktree.h"
#include "ui/audit/findingdetails.h"
#include "ui/audit/findingmodel.h"
#include "ui/common/banner.h"
#include "ui/common/exportmenu.h"
#include "ui/common/fonts.h"
#include "ui/common/resultcard.h"
#include "ui/common/theme.h"
#include "ui/common/verdictbox.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

using namespace ui;
using experiment::AuditPlan;
using experiment::AuditResult;

namespace {
using Example = AuditResult (*)();
const QUrl someServer(QStringLiteral("http://localhost:8080/upload/path-traversal")); // The examples'.
const QUrl otherServer(QStringLiteral("http://upload.example/in"));
const QKeySequence startKey(Qt::CTRL | Qt::ALT | Qt::Key_Return);
} // namespace

Q_DECLARE_METATYPE(Example)

class TestAuditPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_page = std::make_unique<AuditPage>();
        m_page->resize(1100, 420);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void withoutAServer()
    {
        QSignalSpy started(m_page.get(), &AuditPage::startRequested);
        QSignalSpy sample(m_page.get(), &AuditPage::sampleRequested);
        QCOMPARE(sentence(), QStringLiteral("No server yet"));
        const auto *headline = m_page->findChild<VerdictBox *>()->findChild<QLabel *>(); // The first of them.
        QCOMPARE(headline->font().pointSizeF(), headlineFont(m_page->font()).pointSizeF());
        QVERIFY(!button(QStringLiteral("Start"))->isEnabled());
        QTest::keySequence(m_page.get(), startKey);
        QCOMPARE(started.size(), 0);
        button(QStringLiteral("Start the sample server"))->click();
        QCOMPARE(sample.size(), 1);
    }

    void startsWithWhatIsSetUp()
    {
        QSignalSpy started(m_page.get(), &AuditPage::startRequested);
        m_page->setServer(someServer);
        QCOMPARE(sentence(), QStringLiteral("Not audited yet"));
        field<QComboBox>(QStringLiteral("Largest body"))->setCurrentIndex(4);
        field<QSpinBox>(QStringLiteral("Requests"))->setValue(700);
        field<QSpinBox>(QStringLiteral("Minutes"))->setValue(3);
        field<QLineEdit>(QStringLiteral("Server's folder"))->setText(QStringLiteral(" /srv/files "));
        tree().setLeft({QStringLiteral("slow-body")});
        button(QStringLiteral("Start"))->click();
        QCOMPARE(started.size(), 1);
        const auto plan = started.first().first().value<AuditPlan>();
        constexpr qint64 mib = 1024 * 1024;
        QCOMPARE(plan.bounds.body, 256 * mib);
        QCOMPARE(plan.bounds.bytes, 16 * 256 * mib);
        QCOMPARE(plan.bounds.requests, 700);
        QCOMPARE(plan.bounds.time, std::chrono::seconds(180));
        QCOMPARE(plan.folders, QStringList{QStringLiteral("/srv/files")});
        QCOMPARE(plan.only.size(), 17);
        QVERIFY(!plan.only.contains(QStringLiteral("slow-body")));
    }

    void theBoundsAreSaidBeforeItStarts()
    {
        m_page->setServer(someServer);
        QVERIFY(shows(QStringLiteral("64.0 MiB a request, 1.00 GiB and 500 requests in all")));
        field<QSpinBox>(QStringLiteral("Requests"))->setValue(80);
        QVERIFY(shows(QStringLiteral("80 requests in all")));
        QVERIFY(shows(report::auditBoundsText(m_page->plan().bounds)));
    }

    void whatCouldHarmSaysSo()
    {
        m_page->setServer(someServer);
        QVERIFY(banner().headline().contains(QStringLiteral("lead elsewhere")));
        QVERIFY(m_page->plan().sendsOddNames);
        m_page->setServer(otherServer);
        QVERIFY(banner().isVisible());
        QCOMPARE(banner().headline(), QStringLiteral("The checks of file names are off"));
        QVERIFY(!m_page->plan().sendsOddNames);
        QVERIFY(!m_page->plan().only.contains(QStringLiteral("path-traversal")));
        tree()
            .findItems(QStringLiteral("File names"), Qt::MatchExactly)
            .first()
            ->setCheckState(0, Qt::Checked);
        QVERIFY(banner().headline().contains(QStringLiteral("upload.example")));
        QVERIFY(m_page->plan().sendsOddNames);
        QVERIFY(m_page->plan().only.contains(QStringLiteral("path-traversal")));
    }

    void aFolderIsOfThisMachineOnly()
    {
        m_page->setServer(someServer);
        field<QLineEdit>(QStringLiteral("Server's folder"))->setText(QStringLiteral("/srv/files"));
        m_page->setServer(otherServer);
        QVERIFY(!field<QLineEdit>(QStringLiteral("Server's folder"))->isVisible());
        QVERIFY(m_page->plan().folders.isEmpty());
    }

    void nothingChosenCannotBeStarted()
    {
        QSignalSpy started(m_page.get(), &AuditPage::startRequested);
        m_page->setServer(someServer);
        auto *all = m_page->findChild<QCheckBox *>();
        QCOMPARE(all->text(), QStringLiteral("18 of 18 checks"));
        all->click();
        QCOMPARE(all->text(), QStringLiteral("0 of 18 checks"));
        QVERIFY(!button(QStringLiteral("Start"))->isEnabled());
        QVERIFY(shows(QStringLiteral("Choose at least one check.")));
        QTest::keySequence(m_page.get(), startKey);
        QCOMPARE(started.size(), 0);
        all->click();
        QCOMPARE(all->text(), QStringLiteral("18 of 18 checks"));
        QVERIFY(button(QStringLiteral("Start"))->isEnabled());
        tree().setLeft({QStringLiteral("tls")});
        QCOMPARE(all->checkState(), Qt::PartiallyChecked);
        all->click();
        QCOMPARE(all->text(), QStringLiteral("18 of 18 checks"));
    }

    void keysStartAndStop()
    {
        QSignalSpy started(m_page.get(), &AuditPage::startRequested);
        QSignalSpy cancelled(m_page.get(), &AuditPage::cancelRequested);
        m_page->setServer(someServer);
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 0);
        QTest::keySequence(m_page.get(), startKey);
        QCOMPARE(started.size(), 1);
        m_page->showStarted();
        QTest::keySequence(m_page.get(), startKey); // One at a time.
        QCOMPARE(started.size(), 1);
        m_page->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(!button(QStringLiteral("Stopping"))->isEnabled());
    }

    void runs()
    {
        m_page->setServer(someServer);
        tree().setLeft({QStringLiteral("limit-answer")});
        m_page->showStarted();
        QVERIFY(m_page->isRunning());
        QVERIFY(button(QStringLiteral("Stop"))->isEnabled());
        QVERIFY(!field<QSpinBox>(QStringLiteral("Requests"))->isEnabled());
        QVERIFY(!m_page->findChild<QCheckBox *>()->isEnabled());
        QCOMPARE(sentence(), QStringLiteral("The audit begins"));
        m_page->showProgress(examples::auditing(3));
        QCOMPARE(sentence(), report::auditPhaseText(examples::auditing(3)));
        auto *bar = m_page->findChild<QProgressBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value(), 2);
        QCOMPARE(bar->maximum(), 18);
        QVERIFY(shows(QStringLiteral(" so far")));
        // The third of those that are chosen: the second one is not.
        QCOMPARE(wordOf(QStringLiteral("What is too large is refused before it is held in memory")),
                 QStringLiteral("under way"));
        QCOMPARE(wordOf(QStringLiteral("The size of a request is limited")), QStringLiteral("done"));
        QCOMPARE(
            wordOf(QStringLiteral("A request that is too large is answered with 413, and the answer can be "
                                  "read")),
            QString());
        QVERIFY(!button(QStringLiteral("Export report")));
        QVERIFY(!banner().isVisible());
    }

    void theAuditWaitsForTheQueue()
    {
        m_page->setServer(someServer);
        m_page->setUploads(0, 2);
        m_page->showStarted();
        QCOMPARE(sentence(), QStringLiteral("Waiting for 2 upload(s) to end"));
        m_page->setUploads(0, 1);
        QCOMPARE(sentence(), QStringLiteral("Waiting for 1 upload(s) to end"));
        m_page->setUploads(0, 0);
        QCOMPARE(sentence(), QStringLiteral("The audit begins"));
        m_page->showProgress(examples::auditing(1));
        QCOMPARE(sentence(), report::auditPhaseText(examples::auditing(1)));
    }

    void anotherMeasurementIsInTheWay()
    {
        QSignalSpy started(m_page.get(), &AuditPage::startRequested);
        m_page->setServer(someServer);
        m_page->setObstacle(QStringLiteral("A sweep is running."));
        QVERIFY(shows(QStringLiteral("A sweep is running.")));
        QVERIFY(!button(QStringLiteral("Start"))->isEnabled());
        QTest::keySequence(m_page.get(), startKey);
        QCOMPARE(started.size(), 0);
        m_page->setObstacle({});
        QVERIFY(!shows(QStringLiteral("A sweep is running.")));
        QVERIFY(button(QStringLiteral("Start"))->isEnabled());
    }

    void results_data()
    {
        QTest::addColumn<Example>("example");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("faulty") << Example(&examples::faulty)
                                << QStringLiteral("3 of 18 checks failed; 4 could not be decided");
        QTest::newRow("sound") << Example(&examples::sound) << QStringLiteral("No check failed");
        QTest::newRow("stopped")
            << Example(&examples::stopped)
            << QStringLiteral("2 of 18 checks failed; 15 could not be decided; the audit was stopped");
        QTest::newRow("unusable") << Example(&examples::unusable) << QStringLiteral("Not audited");
    }

    void results()
    {
        QFETCH(Example, example);
        m_page->setServer(someServer);
        m_page->showStarted();
        m_page->showResult(example());
        QVERIFY(!m_page->isRunning());
        QTEST(sentence(), "sentence");
        QTEST(m_page->findChild<VerdictBox *>()->accessibleName(), "sentence");
        QCOMPARE(findings().model()->rowCount(), 18);
        QVERIFY(findings().isVisible());
        QVERIFY(button(QStringLiteral("Export report")));
        QVERIFY(button(QStringLiteral("Run again"))->isEnabled());
        QVERIFY(!m_page->findChild<QProgressBar *>()->isVisible());
        // What is first in the list is told at length.
        QVERIFY(details().text().contains(findings().currentIndex().data().toString()));
        QVERIFY(details().text().contains(QStringLiteral("Evidence: ")));
        QVERIFY(shows(QStringLiteral("tidemark-audit-4f1c09b27ae3"))); // It stays on the server.
    }

    void theListIsFiltered()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::faulty());
        button(QStringLiteral("failed 3"))->click();
        QCOMPARE(findings().model()->rowCount(), 3);
        button(QStringLiteral("unknown 4"))->click();
        QCOMPARE(findings().model()->rowCount(), 4);
        QVERIFY(details().text().contains(QStringLiteral("no limit was found"), Qt::CaseInsensitive));
        button(QStringLiteral("passed 11"))->click();
        QCOMPARE(findings().model()->rowCount(), 11);
        button(QStringLiteral("all 18"))->click();
        QCOMPARE(findings().model()->rowCount(), 18);
        button(QStringLiteral("choose checks"))->click();
        QVERIFY(tree().isVisible());
        QVERIFY(!findings().isVisible());
        m_page->showResult(examples::sound());
        QVERIFY(findings().isVisible());
        QVERIFY(!button(QStringLiteral("failed 0"))->isEnabled());
    }

    void keysChooseWhatIsToldAtLength()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::faulty());
        findings().setFocus();
        QTest::keyClick(&findings(), Qt::Key_Down);
        QVERIFY(details().text().startsWith(QStringLiteral("A file name cannot lead out of the folder")));
        QVERIFY(details().text().contains(QStringLiteral("Evidence: “../tidemark-audit-")));
        QVERIFY(details().text().contains(QStringLiteral("What to do: Store under a name")));
        QTest::keySequence(&details(), QKeySequence::Copy);
        QTest::keyClick(&findings(), Qt::Key_End);
        QVERIFY(details().text().contains(QStringLiteral("Evidence: ")));
    }

    void beforeAnAuditItIsSaidWhatAChecksIsFor()
    {
        m_page->setServer(someServer);
        QVERIFY(details().text().startsWith(QStringLiteral("The size of a request is limited")));
        QVERIFY(details().text().contains(QStringLiteral("Why it matters: Without a limit")));
        QVERIFY(!details().text().contains(QStringLiteral("Evidence")));
        tree().setCurrentItem(tree().topLevelItem(0));
        QVERIFY(!details().isVisible()); // A topic is no check.
    }

    void referencesAreLinks()
    {
        QSignalSpy asked(m_page.get(), &AuditPage::referenceRequested);
        m_page->setServer(someServer);
        m_page->showResult(examples::faulty());
        QTRY_VERIFY(button(QStringLiteral("RFC 9110 section 15.5.14")));
        button(QStringLiteral("RFC 9110 section 15.5.14"))->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toUrl(),
                 QUrl(QStringLiteral("https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.14")));
    }

    void whatAServerSaysStaysText()
    {
        AuditResult result = examples::faulty();
        result.findings.front().evidence = QStringLiteral("<b>400</b> <img src=x> http://ada:hunter2@host/");
        m_page->setServer(someServer);
        m_page->showResult(result);
        QVERIFY(details().text().contains(QStringLiteral("<b>400</b>")));
        QVERIFY(!details().text().contains(QStringLiteral("hunter2")));
        for (const QLabel *label : details().findChildren<QLabel *>())
            QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
    }

    void aFindingIsCopiedAsItReads()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::faulty());
        findings().setCurrentIndex(findings().model()->index(1, 0));
        QTRY_VERIFY(button(QStringLiteral("CWE-22")));
        auto *link = button(QStringLiteral("CWE-22"));
        link->setFocus();
        QTest::keySequence(link, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), details().text());
        QVERIFY(details().text().contains(
            QStringLiteral("/var/lib/upload-service/path-traversal/up-tidemark-audit-4f1c09b27ae3-9.txt")));
    }

    void exportsAndCopies()
    {
        QSignalSpy exported(m_page.get(), &AuditPage::exportRequested);
        QSignalSpy copied(m_page.get(), &AuditPage::copyRequested);
        m_page->setServer(someServer);
        m_page->showResult(examples::faulty());
        for (const Qt::Key key : {Qt::Key_H, Qt::Key_M, Qt::Key_J, Qt::Key_N})
            QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::ALT | key));
        QStringList endings;
        for (const QList<QVariant> &arguments : exported)
            endings += report::endingOf(arguments.first().value<report::Format>());
        QCOMPARE(endings,
                 (QStringList{QStringLiteral("html"), QStringLiteral("md"), QStringLiteral("json"),
                              QStringLiteral("xml")}));
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
        QCOMPARE(copied.size(), 1);
    }

    void aResultOutlivesAMove()
    {
        m_page->setServer(someServer);
        m_page->showResult(examples::faulty());
        QVERIFY(!shows(QStringLiteral("Another address was audited")));
        m_page->setServer(otherServer);
        QVERIFY(shows(QStringLiteral("Another address was audited")));
        QVERIFY(shows(someServer.toString()));
        QVERIFY(findings().isVisible());
        QVERIFY(button(QStringLiteral("Start"))->isEnabled());
        QTest::keySequence(m_page.get(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_X));
        QCOMPARE(sentence(), QStringLiteral("Not audited yet"));
        QVERIFY(tree().isVisible());
        button(QStringLiteral("Show the last result"))->click();
        QVERIFY(shows(QStringLiteral("Another address was audited")));
        m_page->setServer(someServer);
        QVERIFY(!shows(QStringLiteral("Another address was audited")));
        QVERIFY(button(QStringLiteral("Run again")));
    }

    void whatIsDroppedLeavesNothing()
    {
        m_page->setServer(someServer);
        m_page->showStarted();
        m_page->showProgress(examples::auditing(2));
        m_page->showDropped();
        QVERIFY(!m_page->isRunning());
        QCOMPARE(sentence(), QStringLiteral("Not audited yet"));
        QCOMPARE(wordOf(QStringLiteral("The size of a request is limited")), QString());
        m_page->showProgress(examples::auditing(3)); // Late.
        QCOMPARE(sentence(), QStringLiteral("Not audited yet"));
    }

    void setUpComesBack()
    {
        m_page->setServer(someServer);
        field<QComboBox>(QStringLiteral("Largest body"))->setCurrentIndex(1);
        field<QSpinBox>(QStringLiteral("Requests"))->setValue(123);
        field<QSpinBox>(QStringLiteral("Minutes"))->setValue(7);
        tree().setLeft({QStringLiteral("tls"), QStringLiteral("slow-body")});
        AuditPage other;
        other.setServer(someServer);
        other.restore(m_page->saved());
        QCOMPARE(other.plan().bounds, m_page->plan().bounds);
        QCOMPARE(other.plan().only, m_page->plan().only);
        other.restore({{QStringLiteral("body"), QStringLiteral("x")}, {QStringLiteral("requests"), -3}});
        QCOMPARE(other.plan().bounds, m_page->plan().bounds); // Broken entries change nothing.
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Example>("example");
        for (const QSize size : {QSize(1100, 420), QSize(880, 400), QSize(700, 500), QSize(400, 700)}) {
            QTest::addRow("faulty at %d", size.width()) << size << Example(&examples::faulty);
            QTest::addRow("unusable at %d", size.width()) << size << Example(&examples::unusable);
            QTest::addRow("gone at %d", size.width()) << size << Example(&examples::gone);
        }
    }

    void nothingIsClipped()
    {
        QFETCH(QSize, size);
        QFETCH(Example, example);
        m_page->resize(size);
        m_page->setServer(someServer);
        m_page->showResult(example());
        QStringList cut;
        const bool isWhole = QTest::qWaitFor([&] {
            cut = cutTexts();
            return cut.isEmpty();
        });
        QVERIFY2(isWhole, qPrintable(cut.join(u'\n')));
    }

private:
    [[nodiscard]] QString sentence() const { return m_page->findChild<ResultCard *>()->sentence(); }
    [[nodiscard]] CheckTree &tree() const { return *m_page->findChild<CheckTree *>(); }
    [[nodiscard]] FindingDetails &details() const { return *m_page->findChild<FindingDetails *>(); }
    [[nodiscard]] Banner &banner() const { return *m_page->findChild<Banner *>(); }

    [[nodiscard]] QTreeView &findings() const
    {
        QTreeView *found = nullptr;
        for (QTreeView *view : m_page->findChildren<QTreeView *>()) {
            if (view->accessibleName() == QStringLiteral("Findings"))
                found = view;
        }
        return *found;
    }

    /// In the pill of that check's row.
    [[nodiscard]] QString wordOf(const QString &title) const
    {
        return tree()
            .findItems(title, Qt::MatchExactly | Qt::MatchRecursive)
            .first()
            ->data(0, WordRole)
            .toString();
    }

    [[nodiscard]] QAbstractButton *button(const QString &part) const
    {
        for (QAbstractButton *button : m_page->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text().remove(u'&').startsWith(part))
                return button;
        }
        return nullptr;
    }

    template <typename Field>
    [[nodiscard]] Field *field(const QString &name) const
    {
        for (Field *field : m_page->findChildren<Field *>()) {
            if (field->accessibleName() == name)
                return field;
        }
        return nullptr;
    }

    [[nodiscard]] bool shows(const QString &text) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

    [[nodiscard]] QStringList cutTexts() const
    {
        QStringList cut;
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty() || !label->wordWrap())
                continue;
            if (label->height() < label->heightForWidth(label->width())
                || label->minimumSizeHint().width() > label->width())
                cut.append(label->text());
        }
        for (const QAbstractButton *button : m_page->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->width() < button->minimumSizeHint().width())
                cut.append(button->text());
        }
        return cut;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<AuditPage> m_page;
};

QTEST_MAIN(TestAuditPage)
#include "tst_auditpage.moc"
