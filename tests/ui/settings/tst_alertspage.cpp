// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/keyboard.h"
#include "tests/ui/taborder.h"
#include "ui/common/banner.h"
#include "ui/common/fonts.h"
#include "ui/common/pill.h"
#include "ui/common/theme.h"
#include "ui/settings/alertruleeditor.h"
#include "ui/settings/alertrulelist.h"
#include "ui/settings/alertspage.h"
#include "ui/settings/settingsdialog.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;
using keyboard::press;
using keyboard::tabTo;
using keyboard::typeAnew;
using session::AlertSettings;

/// The alert rules in the settings, as a person sees and changes them.
class TestAlertsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup() { m_dialog.reset(); }

    void groupsAreListedFromTheSecondOn();
    void rulesAreChangedByKeysAlone();
    void rulesAreTurnedOffByKeysAlone();
    void titlesAreNotCut();
    void everyRuleIsExplained();
    void mistakesStayInTheirField();
    void mistakesAreForgottenWithTheirRule();
    void aRuleGoesBackToItsDefault();
    void allRulesGoBackAndComeAgain();
    void limitIsRead_data();
    void limitIsRead();
    void limitThatIsNoneChangesNothing();
    void rulesGoThroughAFile();
    void filesThatAreWrongChangeNothing_data();
    void filesThatAreWrongChangeNothing();
    void rulesOfTheUsersOwnAreShown();
    void prometheusGetsWhatIsOn();
    void filesThatCannotBeWrittenAreTold();
    void dialogsAskForFiles();
    void notificationsAreTheUsersChoice();
    void nothingIsSaidOfWhatTheProgramSets();
    void accessibleAndSeen();

private:
    [[nodiscard]] AlertRuleList &list() const { return *m_page->findChild<AlertRuleList *>(); }
    [[nodiscard]] QLineEdit &field(const QString &name) const;
    [[nodiscard]] QPushButton &button(const QString &text) const;
    [[nodiscard]] QString said() const;
    [[nodiscard]] QString everythingSaid() const;
    void choose(const QString &id);
    [[nodiscard]] const session::ListedRule &listed(const QString &id);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SettingsDialog> m_dialog;
    AlertsPage *m_page = nullptr;
    QList<AlertSettings> m_told;
    QTemporaryDir m_folder;
    session::AlertSettings m_now;
};

void TestAlertsPage::init()
{
    m_told.clear();
    m_dialog = std::make_unique<SettingsDialog>();
    m_page = new AlertsPage;
    m_page->setFolder(m_folder.path());
    m_dialog->addGroup(QLatin1StringView("alert"), QStringLiteral("Alerts"), m_page);
    connect(m_page, &AlertsPage::settingsChanged, this,
            [this](const AlertSettings &settings) { m_told << settings; });
    m_dialog->openAt(m_page);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

QLineEdit &TestAlertsPage::field(const QString &name) const
{
    for (QLineEdit *edit : m_page->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name)
            return *edit;
    }
    qFatal("no field %s", qPrintable(name));
}

QPushButton &TestAlertsPage::button(const QString &text) const
{
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return *button;
    }
    qFatal("no button %s", qPrintable(text));
}

/// By the banner above the rules; empty: it is closed.
QString TestAlertsPage::said() const
{
    for (const Banner *banner : m_page->findChildren<Banner *>()) {
        if (banner->isVisible())
            return banner->headline();
    }
    return {};
}

QString TestAlertsPage::everythingSaid() const
{
    QStringList texts;
    for (const Banner *banner : m_page->findChildren<Banner *>()) {
        if (banner->isVisible())
            texts << banner->headline() << banner->accessibleDescription();
    }
    return texts.join(u'\n');
}

void TestAlertsPage::choose(const QString &id)
{
    const QList<session::ListedRule> rules = m_page->settings().rules;
    for (int row = 0; row < rules.size(); ++row) {
        if (rules[row].rule.id == id)
            list().setCurrentIndex(list().model()->index(row, 0));
    }
    list().setFocus();
}

const session::ListedRule &TestAlertsPage::listed(const QString &id)
{
    m_now = m_page->settings();
    for (const session::ListedRule &listed : std::as_const(m_now.rules)) {
        if (listed.rule.id == id)
            return listed;
    }
    qFatal("no rule %s", qPrintable(id));
}

void TestAlertsPage::groupsAreListedFromTheSecondOn()
{
    const auto *groups = m_dialog->findChild<QListWidget *>();
    QVERIFY(!groups->isVisible());
    auto *other = new QLabel(QStringLiteral("Other"));
    m_dialog->addGroup(QLatin1StringView("info"), QStringLiteral("Other"), other);
    QVERIFY(groups->isVisible());
    m_dialog->openAt(other);
    QVERIFY(other->isVisible());
    QVERIFY(!m_page->isVisible());
    m_dialog->openLast();
    QVERIFY(other->isVisible());
    QVERIFY(tabTo(QStringLiteral("Groups of settings")));
    press(Qt::Key_Up);
    QVERIFY(m_page->isVisible());
}

void TestAlertsPage::rulesAreChangedByKeysAlone()
{
    QCOMPARE(keyboard::focused(), QStringLiteral("Alert rules"));
    press(Qt::Key_Home);
    QVERIFY(tabTo(QStringLiteral("Raised when above")));
    typeAnew(QStringLiteral("20%"));
    QVERIFY(m_told.isEmpty()); // half a number counts for nothing
    press(Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_told.size(), 1);
    QCOMPARE(m_told[0].rules[0].rule.threshold, 0.2);
    QCOMPARE(m_told[0].rules[0].rule.clear, 0.1);
    QCOMPARE(field(QStringLiteral("Over at or below")).text(), QStringLiteral("10%"));
    press(Qt::Key_Tab);
    QCOMPARE(keyboard::focused(), QStringLiteral("Raised after"));
    typeAnew(QStringLiteral("30s"));
    press(Qt::Key_Tab);
    QCOMPARE(m_told.size(), 2);
    QCOMPARE(m_told[1].rules[0].rule.holds, std::chrono::seconds(30));
    typeAnew(QStringLiteral("1%"));
    press(Qt::Key_Tab);
    typeAnew(QStringLiteral("2m"));
    press(Qt::Key_Tab);
    press(Qt::ALT | Qt::Key_I);
    press(Qt::Key_Down);
    const analysis::AlertRule rule = m_page->settings().rules[0].rule;
    QCOMPARE(rule.clear, 0.01);
    QCOMPARE(rule.keeps, std::chrono::minutes(2));
    QCOMPARE(rule.priority, analysis::AlertPriority::P2);
    QCOMPARE(m_told.constLast(), m_page->settings());
}

void TestAlertsPage::rulesAreTurnedOffByKeysAlone()
{
    choose(QStringLiteral("timeouts"));
    press(Qt::Key_Space);
    QCOMPARE(m_told.size(), 1);
    QVERIFY(!listed(QStringLiteral("timeouts")).isEnabled);
    press(Qt::Key_Space);
    QVERIFY(listed(QStringLiteral("timeouts")).isEnabled);
    // And by the mouse, at the box.
    const QRect row = list().visualRect(list().currentIndex());
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, {row.left() + 8, row.center().y()});
    QVERIFY(!listed(QStringLiteral("timeouts")).isEnabled);
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, row.center()); // beside it
    QVERIFY(!listed(QStringLiteral("timeouts")).isEnabled);
    QCOMPARE(m_told.size(), 3);
}

/// In the dialog as the program opens it, with a list of groups, beside their check box and priority: those of our own rules.
void TestAlertsPage::titlesAreNotCut()
{
    AlertRuleList &rules = list();
    const int alone = rules.viewport()->width();
    m_dialog->addGroup(QLatin1StringView("info"), QStringLiteral("Another group"), new QLabel);
    QTRY_VERIFY(rules.viewport()->width() < alone);
    QStyleOptionViewItem option;
    option.initFrom(&rules);
    option.features = QStyleOptionViewItem::HasCheckIndicator;
    option.rect = rules.visualRect(rules.model()->index(0, 0));
    const int box
        = rules.style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, &rules).right();
    const int pill = Pill::sizeFor(rules.font(), QStringLiteral("P1")).width();
    const int room = option.rect.right() - box - pill - 8 - 8 - 10; // gaps, and the row's padding
    const QFontMetrics metrics(strongFont(rules.font()));
    for (int row = 0; row < rules.model()->rowCount(); ++row) {
        const QString title = rules.model()->index(row, 0).data().toString();
        QVERIFY2(
            metrics.horizontalAdvance(title) <= room,
            qPrintable(
                QStringLiteral("%1: %2 of %3").arg(title).arg(metrics.horizontalAdvance(title)).arg(room)));
    }
}

void TestAlertsPage::everyRuleIsExplained()
{
    press(Qt::Key_Home);
    QSet<QString> texts;
    for (int row = 0; row < list().model()->rowCount(); ++row) {
        QString shown;
        for (const QLabel *label : m_page->findChild<AlertRuleEditor *>()->findChildren<QLabel *>())
            shown += label->text() + u'\n';
        QVERIFY2(shown.contains(list().currentIndex().data().toString()), qPrintable(shown));
        QVERIFY2(shown.contains(QStringLiteral("Raised when it is ")), qPrintable(shown));
        texts.insert(shown);
        press(Qt::Key_Down);
    }
    QCOMPARE(texts.size(), list().model()->rowCount());
    choose(QStringLiteral("memory-eta"));
    QVERIFY(field(QStringLiteral("Raised when below")).isVisible());
}

void TestAlertsPage::mistakesStayInTheirField()
{
    choose(QStringLiteral("gc-pause"));
    QLineEdit &threshold = field(QStringLiteral("Raised when above"));
    threshold.setFocus();
    typeAnew(QStringLiteral("long"));
    press(Qt::Key_Return);
    QVERIFY(m_told.isEmpty());
    QCOMPARE(threshold.text(), QStringLiteral("long"));
    QCOMPARE(said(), QStringLiteral("The rule stays as it was."));
    QVERIFY2(everythingSaid().contains(QStringLiteral("“long” is not a time. Write for example 500ms")),
             qPrintable(everythingSaid()));
    QCOMPARE(listed(QStringLiteral("gc-pause")).rule, session::defaultRule(QStringLiteral("gc-pause")));
    typeAnew(QStringLiteral("2s"));
    press(Qt::Key_Return);
    QCOMPARE(said(), QString());
    QCOMPARE(m_told.size(), 1);
    QCOMPARE(listed(QStringLiteral("gc-pause")).rule.threshold, 2.0);
}

void TestAlertsPage::mistakesAreForgottenWithTheirRule()
{
    choose(QStringLiteral("gc-pause"));
    field(QStringLiteral("Over after")).setFocus();
    typeAnew(QStringLiteral("?"));
    press(Qt::Key_Return);
    QVERIFY(!said().isEmpty());
    choose(QStringLiteral("goroutines"));
    QCOMPARE(said(), QString());
    choose(QStringLiteral("gc-pause"));
    QCOMPARE(field(QStringLiteral("Over after")).text(), QStringLiteral("1m"));
    QVERIFY(m_told.isEmpty());
}

void TestAlertsPage::aRuleGoesBackToItsDefault()
{
    choose(QStringLiteral("goroutines"));
    QVERIFY(!button(QStringLiteral("Back to the default")).isEnabled());
    field(QStringLiteral("Raised when above")).setFocus();
    typeAnew(QStringLiteral("500"));
    press(Qt::Key_Return);
    button(QStringLiteral("Back to the default")).click();
    QCOMPARE(listed(QStringLiteral("goroutines")).rule, session::defaultRule(QStringLiteral("goroutines")));
    QCOMPARE(field(QStringLiteral("Raised when above")).text(), QStringLiteral("10000"));
    QCOMPARE(said(), QStringLiteral("“Goroutines” is as it is by default."));
    button(QStringLiteral("Undo")).click();
    QCOMPARE(listed(QStringLiteral("goroutines")).rule.threshold, 500.0);
    QCOMPARE(said(), QString());
    QCOMPARE(m_told.size(), 3);
}

void TestAlertsPage::allRulesGoBackAndComeAgain()
{
    choose(QStringLiteral("timeouts"));
    press(Qt::Key_Space);
    const AlertSettings changed = m_page->settings();
    press(Qt::ALT | Qt::Key_T); // mnemonics of buttons take effect a moment later
    QTRY_COMPARE(m_page->settings().rules, session::defaultRuleList());
    QCOMPARE(list().currentRow(), 2); // still the same one
    press(Qt::ALT | Qt::Key_U);
    QTRY_COMPARE(m_page->settings(), changed);
    QCOMPARE(m_told.constLast(), changed);
}

void TestAlertsPage::limitIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("bytes");
    QTest::newRow("megabytes") << QStringLiteral("512M") << 512.0 * 1024 * 1024;
    QTest::newRow("in words") << QStringLiteral(" 1.5 GiB ") << 1536.0 * 1024 * 1024;
    QTest::newRow("none") << QString() << 0.0;
}

void TestAlertsPage::limitIsRead()
{
    QFETCH(const QString, text);
    QFETCH(const double, bytes);
    m_page->setSettings({session::defaultRuleList(), 1024});
    QLineEdit &limit = field(QStringLiteral("Server's memory limit"));
    QCOMPARE(limit.text(), QStringLiteral("1K"));
    limit.setFocus();
    press(QKeySequence::SelectAll);
    press(Qt::Key_Delete);
    keyboard::type(text);
    press(Qt::Key_Return);
    QCOMPARE(m_told.size(), 1);
    QCOMPARE(m_told[0].memoryLimit, bytes);
    QCOMPARE(said(), QString());
}

void TestAlertsPage::limitThatIsNoneChangesNothing()
{
    m_page->setSettings({session::defaultRuleList(), 512.0 * 1024 * 1024});
    field(QStringLiteral("Server's memory limit")).setFocus();
    typeAnew(QStringLiteral("much"));
    press(Qt::Key_Return);
    QVERIFY(m_told.isEmpty());
    QCOMPARE(said(), QStringLiteral("The limit stays as it was: 512 MiB."));
    QVERIFY(everythingSaid().contains(QStringLiteral("Write for example 512M or 2G")));
    typeAnew(QStringLiteral("1G"));
    press(Qt::Key_Return);
    QCOMPARE(m_told.size(), 1);
    QCOMPARE(said(), QString());
}

void TestAlertsPage::rulesGoThroughAFile()
{
    choose(QStringLiteral("timeouts"));
    press(Qt::Key_Space);
    choose(QStringLiteral("goroutines"));
    field(QStringLiteral("Raised when above")).setFocus();
    typeAnew(QStringLiteral("500"));
    press(Qt::Key_Return);
    const AlertSettings changed = m_page->settings();
    QSignalSpy folders(m_page, &AlertsPage::folderChosen);
    const QString file = m_folder.filePath(QStringLiteral("rules.json"));
    m_page->save(file);
    QCOMPARE(said(), QStringLiteral("The rules are written."));
    QCOMPARE(folders.size(), 1);
    QCOMPARE(folders[0][0].toString(), m_folder.path());
    // What the command line makes of it.
    const auto inForce = session::readAlertRules(file);
    QVERIFY(inForce);
    QCOMPARE(*inForce, session::planOf(changed).rules);

    button(QStringLiteral("Reset all")).click();
    m_page->load(file);
    QCOMPARE(m_page->settings(), changed);
    QCOMPARE(m_told.constLast(), changed);
    QCOMPARE(said(), QStringLiteral("The rules of “rules.json” are in force."));
    button(QStringLiteral("Undo")).click();
    QCOMPARE(m_page->settings().rules, session::defaultRuleList());
}

void TestAlertsPage::filesThatAreWrongChangeNothing_data()
{
    QTest::addColumn<QByteArray>("content"); // empty: there is no file
    QTest::addColumn<QString>("part");
    QTest::newRow("missing") << QByteArray() << QStringLiteral("cannot be read");
    QTest::newRow("no JSON") << QByteArray("{\"rules\":\n  [,]}") << QStringLiteral("line 2, column 4");
    QTest::newRow("a mistake") << QByteArray(R"({"rules": [{"id": "gc-pause", "for": "soon"}]})")
                               << QStringLiteral("rules[0].for: it is not a duration");
}

void TestAlertsPage::filesThatAreWrongChangeNothing()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, part);
    const QString name = m_folder.filePath(QStringLiteral("wrong.json"));
    QFile::remove(name);
    if (!content.isEmpty()) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    m_page->load(name);
    QCOMPARE(said(), QStringLiteral("The alert rules in “wrong.json” were not taken over."));
    QVERIFY2(everythingSaid().contains(part), qPrintable(everythingSaid()));
    QVERIFY(m_told.isEmpty());
    QCOMPARE(m_page->settings().rules, session::defaultRuleList());
    QVERIFY(!button(QStringLiteral("Undo")).isVisible());
}

void TestAlertsPage::rulesOfTheUsersOwnAreShown()
{
    QFile file(m_folder.filePath(QStringLiteral("own.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"defaults": false, "rules": [{"id": "own", "title": "<b>Mine</b>", "signal": "goroutines",
        "threshold": 9, "priority": "P1"}]})");
    file.close();
    m_page->load(file.fileName());
    QCOMPARE(session::planOf(m_told.constLast()).rules.size(), 1);
    QCOMPARE(list().model()->rowCount(), static_cast<int>(analysis::defaultAlertRules().size()) + 1);
    choose(QStringLiteral("own"));
    QVERIFY(!button(QStringLiteral("Back to the default")).isEnabled()); // there is none
    QVERIFY(std::ranges::any_of(m_page->findChildren<QLabel *>(), [](const QLabel *label) {
        return label->text() == QStringLiteral("<b>Mine</b>") && label->textFormat() == Qt::PlainText;
    }));
}

void TestAlertsPage::prometheusGetsWhatIsOn()
{
    m_page->setSettings({session::defaultRuleList(), 1024.0 * 1024 * 1024});
    choose(QStringLiteral("goroutines"));
    press(Qt::Key_Space);
    const QString name = m_folder.filePath(QStringLiteral("rules.yml"));
    m_page->exportForPrometheus(name);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray rules = file.readAll();
    QVERIFY(rules.contains("alert: TidemarkServerErrors"));
    QVERIFY(rules.contains("alert: TidemarkMemoryEta")); // the limit is known
    QVERIFY(!rules.contains("alert: TidemarkGoroutines"));
    QCOMPARE(said(), QStringLiteral("The rules are written."));
}

void TestAlertsPage::filesThatCannotBeWrittenAreTold()
{
    const QString name = m_folder.filePath(QStringLiteral("no/such/folder/rules.json"));
    m_page->save(name);
    QCOMPARE(said(), QStringLiteral("The alert rules were not written to “rules.json”."));
    m_page->exportForPrometheus(name);
    QVERIFY2(everythingSaid().contains(QStringLiteral("Choose another folder")),
             qPrintable(everythingSaid()));
}

void TestAlertsPage::dialogsAskForFiles()
{
    for (const char *name : {"Load…", "Save…", "Export for Prometheus…"}) {
        button(QString::fromUtf8(name)).click();
        auto *dialog = m_page->findChild<QFileDialog *>();
        QVERIFY2(dialog && dialog->isVisible(), name);
        QCOMPARE(QFileInfo(dialog->directory().path()).canonicalFilePath(),
                 QFileInfo(m_folder.path()).canonicalFilePath());
        QCOMPARE(dialog->acceptMode() == QFileDialog::AcceptOpen, QByteArrayView(name).startsWith("Load"));
        const QString chosen = m_folder.filePath(QStringLiteral("chosen"));
        Q_EMIT dialog->fileSelected(chosen);
        QVERIFY2(everythingSaid().contains(QStringLiteral("chosen")), qPrintable(everythingSaid()));
        QFile::remove(chosen);
        dialog->close();
        QTRY_VERIFY(!m_page->findChild<QFileDialog *>());
    }
}

void TestAlertsPage::notificationsAreTheUsersChoice()
{
    QSignalSpy told(m_page, &AlertsPage::notifiedChanged);
    m_page->setNotified(true);
    QCOMPARE(told.size(), 0);
    press(Qt::ALT | Qt::Key_N);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toBool(), false);
}

void TestAlertsPage::nothingIsSaidOfWhatTheProgramSets()
{
    AlertSettings settings{session::defaultRuleList(), 4096};
    settings.rules[0].isEnabled = false;
    settings.rules[3].rule.threshold = 7;
    m_page->setSettings(settings);
    QCOMPARE(m_page->settings(), settings);
    QVERIFY(m_told.isEmpty());
    choose(settings.rules[3].rule.id);
    QCOMPARE(field(QStringLiteral("Raised when above")).text(), QStringLiteral("7s"));
}

void TestAlertsPage::accessibleAndSeen()
{
    const auto check = [this](const char *state) {
        for (const QWidget *widget : taborder::stops(*m_dialog)) {
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(
                const_cast<QWidget *>(widget));
            QVERIFY2(interface && !interface->text(QAccessible::Name).trimmed().isEmpty(),
                     qPrintable(taborder::nameOf(*widget)));
            QVERIFY2(!widget->toolTip().isEmpty() || qobject_cast<const QLineEdit *>(widget),
                     qPrintable(taborder::nameOf(*widget)));
        }
        const QStringList problems = taborder::sharedMnemonics(*m_dialog) + taborder::unseen(*m_dialog);
        QVERIFY2(problems.isEmpty(), qPrintable(QLatin1String(state) + u'\n' + problems.join(u'\n')));
    };
    check("at first");
    choose(QStringLiteral("memory-eta"));
    field(QStringLiteral("Raised when below")).setFocus();
    typeAnew(QStringLiteral("?"));
    press(Qt::Key_Return);
    check("with a mistake");
    button(QStringLiteral("Reset all")).click();
    choose(QStringLiteral("gc-pause"));
    press(Qt::Key_Space);
    button(QStringLiteral("Reset all")).click();
    check("with Undo");
}

QTEST_MAIN(TestAlertsPage)
#include "tst_alertspage.moc"
