// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts in the window, from a real server to the status bar, the list, the timeline and the report.
#include "core/session/alertsettings.h"
#include "tests/support/faultyserver.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/alerts/alertbutton.h"
#include "ui/alerts/alertpanel.h"
#include "ui/models/alertlogmodel.h"
#include "ui/models/uploadmodel.h"
#include "ui/settings/alertspage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/timeline/tile.h"
#include "ui/timeline/timelinepanel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListView>
#include <QSignalSpy>

using namespace ui;
using transfer::UploadState;

namespace {

constexpr int patience = 60'000; // Sanitizers and other tests beside this one.

/// Only this one of the default rules is on, at once and with that threshold, so that raised is what is meant.
QByteArray only(const char *id, double threshold)
{
    QList<session::ListedRule> rules = session::defaultRuleList();
    for (session::ListedRule &listed : rules) {
        listed.isEnabled = listed.rule.id == QLatin1StringView(id);
        if (!listed.isEnabled)
            continue;
        listed.rule.threshold = listed.rule.clear = threshold;
        listed.rule.holds = {};
    }
    return session::ruleListToJson(rules);
}

} // namespace

class TestWindowAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->show();
    }
    void cleanup() { m_fixture.reset(); }

    void defaultRulesAreInForce()
    {
        QTRY_COMPARE(inForce(), analysis::defaultAlertRules());
        QCOMPARE(state(), QStringLiteral("No alerts"));
    }

    void changedRulesComeBack()
    {
        session::AlertSettings settings = page().settings();
        page().load(written(only("goroutines", 77)));
        QTRY_COMPARE(inForce().size(), 1);
        settings = page().settings();
        m_fixture->restart();
        QCOMPARE(page().settings(), settings);
        QTRY_COMPARE(inForce().size(), 1);
        QCOMPARE(inForce()[0].threshold, 77.0);
        QVERIFY(m_fixture->message().isEmpty());
    }

    void brokenRulesAreTold()
    {
        m_fixture->window().close();
        QSettings file(m_fixture->folder() + QStringLiteral("/tidemark.ini"), QSettings::IniFormat);
        file.setValue(QStringLiteral("alerts/rules"), QByteArray("{\"rules\": [7]}"));
        file.sync();
        m_fixture->restart();
        m_fixture->show();
        QCOMPARE(m_fixture->message(),
                 QStringLiteral(
                     "Your alert rules of the last time cannot be used; the default ones are in force."));
        QVERIFY(m_fixture->shows(QStringLiteral("rules[0]: it is not an object")));
        QTRY_COMPARE(inForce(), analysis::defaultAlertRules());
    }

    void sampleServerRaisesAndARuleEnds()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        page().load(written(only("goroutines", 1)));
        QSignalSpy marks(&m_fixture->session(), &session::Session::marked);
        m_fixture->window().connectTo(server.url(QStringLiteral("/upload/read-all")).toString());
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("1 alert: P3 Goroutines"), patience);
        QVERIFY(texts(marks, session::MarkKind::AlertRaised).contains(QStringLiteral("P3 Goroutines: ")));

        const ui::Tile &tile = *m_fixture->part<TimelinePanel>().findChildren<ui::Tile *>()[2];
        QTRY_COMPARE(tile.accessibleDescription(), QStringLiteral("Alert: P3 Goroutines"));

        keyboard::press(Qt::CTRL | Qt::SHIFT | Qt::Key_A);
        auto &panel = m_fixture->part<AlertPanel>();
        QTRY_VERIFY(panel.isVisible());
        QCOMPARE(keyboard::focused(), QStringLiteral("Alerts, those that are raised first"));
        const auto *list = panel.findChild<QListView *>();
        QVERIFY(list->currentIndex()
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QStringLiteral("P3 Goroutines: ")));
        keyboard::press(Qt::ALT | Qt::Key_R);
        QTRY_VERIFY(page().isVisible());
        QVERIFY(!panel.isVisible());

        // A threshold that is far away: it is over, and stays in the list.
        page().load(written(only("goroutines", 100'000)));
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("No alerts"), patience);
        QVERIFY(!texts(marks, session::MarkKind::AlertCleared).isEmpty());
        QCOMPARE(tile.accessibleDescription(), QString());
        auto *log = m_fixture->window().findChild<AlertLogModel *>();
        QCOMPARE(log->rowCount(), 1);
        QVERIFY(!log->index(0).data(AlertLogModel::FiringRole).toBool());
    }

    void failedUploadsRaiseAndGoodOnesEnd()
    {
        support::FaultyServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        page().load(written(only("server-errors", 0.5)));
        connectTo(server.url(QStringLiteral("/early?status=501")));
        upload(12);
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Failed), 12, patience);
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("1 alert: P1 Share of 5xx answers"), patience);
        connectTo(server.url(QStringLiteral("/ok")));
        QCOMPARE(state(), QStringLiteral("1 alert: P1 Share of 5xx answers")); // the same server
        upload(40);
        QTRY_COMPARE_WITH_TIMEOUT(model().count(UploadState::Done), 40, patience);
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("No alerts"), patience);

        const QString report = m_fixture->folder() + QStringLiteral("/report.json");
        m_fixture->window().exportTo(report);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->message(), QStringLiteral("The report is written."), patience);
        const QJsonObject document = QJsonDocument::fromJson(support::TestFiles::content(report)).object();
        const QJsonArray alerts = document.value(QStringLiteral("alerts")).toArray();
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts[0][QStringLiteral("rule")].toString(), QStringLiteral("server-errors"));
        QVERIFY(alerts[0][QStringLiteral("clearedAt")].isString());
        QCOMPARE(document.value(QStringLiteral("alertRules")).toArray().size(), 1);
        const QString page = m_fixture->folder() + QStringLiteral("/report.html");
        m_fixture->window().exportTo(page);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(page), patience);
        QTRY_VERIFY(support::TestFiles::content(page).contains("1 alert was raised, P1."));
    }

    void anotherServerEndsAlerts()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        support::FaultyServer other;
        QVERIFY2(other.start(), qPrintable(other.failure()));
        page().load(written(only("goroutines", 1)));
        connectTo(server.url(QStringLiteral("/upload/read-all")));
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("1 alert: P3 Goroutines"), patience);
        connectTo(other.url(QStringLiteral("/ok"))); // shows no goroutines, so that nothing would end it
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("No alerts"), patience);
    }

    void nothingRaisedHasAListToo()
    {
        keyboard::press(Qt::CTRL | Qt::SHIFT | Qt::Key_A);
        QTRY_VERIFY(m_fixture->part<AlertPanel>().isVisible());
        QCOMPARE(keyboard::focused(), QStringLiteral("Alert rules…"));
        keyboard::press(Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->part<AlertPanel>().isVisible());
        keyboard::press(Qt::CTRL | Qt::Key_Comma);
        QTRY_VERIFY(m_fixture->part<SettingsDialog>().isVisible());
        QTRY_COMPARE(keyboard::focused(),
                     QStringLiteral("Like the system")); // the language, which comes first
    }

private:
    [[nodiscard]] AlertsPage &page() const { return m_fixture->part<AlertsPage>(); }
    [[nodiscard]] UploadModel &model() const { return m_fixture->part<UploadModel>(); }
    [[nodiscard]] QString state() const { return m_fixture->part<AlertButton>().accessibleName(); }

    [[nodiscard]] QList<analysis::AlertRule> inForce() const
    {
        QList<analysis::AlertRule> rules;
        const session::SharedSnapshot snapshot = m_fixture->session().snapshot({});
        for (const session::JudgedRule &judged : snapshot->alertRules)
            rules << judged.rule;
        return rules;
    }

    [[nodiscard]] QString written(const QByteArray &rules)
    {
        return m_files.makeText(QStringLiteral("rules-%1.json").arg(++m_fileCount), rules);
    }

    void connectTo(const QUrl &url) { m_fixture->window().connectTo(url.toString()); }

    void upload(int count)
    {
        QStringList paths;
        for (int i = 0; i < count; ++i)
            paths << m_files.makeFile(QStringLiteral("%1.bin").arg(++m_fileCount), 100);
        m_fixture->window().addPaths(paths);
    }

    static QString texts(const QSignalSpy &marks, session::MarkKind kind)
    {
        QStringList texts;
        for (const QList<QVariant> &arguments : marks) {
            const auto mark = arguments[0].value<session::Mark>();
            if (mark.kind == kind)
                texts << mark.text;
        }
        return texts.join(u'\n');
    }

    std::unique_ptr<WindowFixture> m_fixture;
    support::TestFiles m_files;
    int m_fileCount = 0;
};

QTEST_MAIN(TestWindowAlerts)
#include "tst_windowalerts.moc"
