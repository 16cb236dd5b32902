// SPDX-License-Identifier: GPL-3.0-or-later
// What is set up for a sweep: as a plan, on the next start, and before it can begin.
#include "core/base/format.h"
#include "ui/common/theme.h"
#include "ui/sweep/sweepsetup.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace std::chrono_literals;
using namespace ui;

class TestSweepSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void init() { m_setup = std::make_unique<SweepSetup>(); }
    void cleanup() { m_setup.reset(); }

    void becomeAPlan()
    {
        SweepSettings settings;
        settings.bytes = 65536;
        settings.levels = {2, 8};
        settings.perConnection = 7;
        settings.errorLimit = 5;
        experiment::SweepPlan plan = settings.plan();
        QCOMPARE(plan.uploads.bytes, qint64(65536));
        QCOMPARE(plan.levels, (std::vector<int>{2, 8}));
        QCOMPARE(plan.perConnection, 7);
        QVERIFY(!plan.levelTime);
        QCOMPARE(plan.errorLimit, 0.05);
        settings.levelTime = 3s;
        QCOMPARE(settings.plan().levelTime, std::optional<std::chrono::milliseconds>(3s));
    }

    void beginWithThePlans()
    {
        const experiment::SweepPlan usual, plan = SweepSettings().plan();
        QCOMPARE(plan.uploads.bytes, experiment::SweepPlan::usualBytes); // as in the terminal
        QCOMPARE(plan.levels, usual.levels);
        QCOMPARE(plan.perConnection, usual.perConnection);
        QCOMPARE(plan.errorLimit, usual.errorLimit);
        QVERIFY(!plan.levelTime);
    }

    void comeBack_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("by uploads") << 0;
        QTest::newRow("by time") << 12;
    }

    void comeBack()
    {
        QFETCH(int, seconds);
        SweepSettings settings;
        settings.bytes = 4 * 1024 * 1024;
        settings.levels = {3, 30, 300};
        settings.perConnection = 5;
        settings.levelTime = std::chrono::seconds(seconds);
        settings.errorLimit = 20;
        QCOMPARE(SweepSettings::restored(settings.saved(), {}), settings);
        m_setup->setSettings(settings);
        QCOMPARE(m_setup->settings(), settings);
    }

    void nonsenseIsReadAsDefaults()
    {
        QCOMPARE(SweepSettings::restored({}, {}), SweepSettings());
        QCOMPARE(SweepSettings::restored({{QStringLiteral("bytes"), -7},
                                          {QStringLiteral("levels"), QStringLiteral("9, 3")},
                                          {QStringLiteral("seconds"), -1},
                                          {QStringLiteral("errorLimit"), QStringLiteral("many")}},
                                         {}),
                 SweepSettings());
        SweepSettings huge;
        huge.perConnection = 9'999'999;
        huge.errorLimit = 1'000;
        m_setup->setSettings(huge);
        QCOMPARE(m_setup->settings().errorLimit, 100);
    }

    void boundsAreSaidBeforeItStarts()
    {
        SweepSettings settings;
        settings.levels = {1, 4};
        m_setup->setSettings(settings);
        const QString most = base::formatCount(
            static_cast<double>(settings.plan().mostUploads(static_cast<double>(settings.bytes))));
        QVERIFY2(hint().contains(most) && hint().contains(QStringLiteral("4 at once")), qPrintable(hint()));
        levels().setText(QStringLiteral("1, 4, 8"));
        QVERIFY2(!hint().contains(most) && hint().contains(QStringLiteral("8 at once")), qPrintable(hint()));
        QVERIFY(m_setup->card().isValid());
    }

    // How many there will be is up to the server: no number is promised but the bound.
    void byTimeNoNumberIsPromised()
    {
        SweepSettings settings;
        settings.levels = {1, 4};
        settings.levelTime = 5s;
        m_setup->setSettings(settings);
        QVERIFY2(hint().startsWith(
                     QStringLiteral("As many uploads as are answered in 5.00 s at each level, 4 at once"))
                     || hint().contains(
                         QStringLiteral("\nAs many uploads as are answered in 5.00 s at each level")),
                 qPrintable(hint()));
        QVERIFY(m_setup->card().isValid());
    }

    void levelsMayBeTypedInChinese()
    {
        levels().setText(QStringLiteral("1\uFF0C10\u300150"));
        QVERIFY2(m_setup->card().isValid(), qPrintable(hint()));
        QCOMPARE(m_setup->settings().levels, (std::vector<int>{1, 10, 50}));
    }

    void levelsThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a word") << QStringLiteral("1, many");
        QTest::newRow("falling") << QStringLiteral("10, 5");
        QTest::newRow("twice") << QStringLiteral("5, 5");
        QTest::newRow("zero") << QStringLiteral("0, 5");
        QTest::newRow("too many at once") << QStringLiteral("1, 1001");
        QTest::newRow("a gap") << QStringLiteral("1,,5");
    }

    void levelsThatAreNoneAreRefused()
    {
        QFETCH(QString, typed);
        levels().setText(typed);
        QVERIFY(!m_setup->card().isValid());
        QVERIFY2(hint().contains(QStringLiteral("as in 1, 10, 50, 200")), qPrintable(hint()));
        QCOMPARE(m_setup->settings().levels, SweepSettings().levels); // The last that were right.
        levels().setText(QStringLiteral("2,20"));
        QVERIFY(m_setup->card().isValid());
        QCOMPARE(m_setup->settings().levels, (std::vector<int>{2, 20}));
    }

    void tooManyUploadsAreRefused()
    {
        SweepSettings settings;
        settings.levels = {1'000};
        settings.perConnection = 100'000;
        m_setup->setSettings(settings);
        QVERIFY(!m_setup->card().isValid());
        QVERIFY2(hint().contains(QStringLiteral("at most 1,000,000")), qPrintable(hint()));
    }

    void eachUnitKeepsItsAmount()
    {
        auto *unit = m_setup->findChildren<QComboBox *>().last();
        auto *amount = m_setup->findChildren<QSpinBox *>().first();
        amount->setValue(33);
        unit->setCurrentIndex(1);
        Q_EMIT unit->activated(1);
        amount->setValue(4);
        QCOMPARE(m_setup->settings().levelTime, 4s);
        QCOMPARE(amount->maximum(), 60); // No level lasts longer.
        unit->setCurrentIndex(0);
        Q_EMIT unit->activated(0);
        QCOMPARE(amount->value(), 33);
        QCOMPARE(m_setup->settings().levelTime, 0s);
        QCOMPARE(m_setup->settings().perConnection, 33);
    }

private:
    [[nodiscard]] QLineEdit &levels() const
    {
        for (QLineEdit *edit : m_setup->findChildren<QLineEdit *>()) {
            if (edit->accessibleName().startsWith(QStringLiteral("At once")))
                return *edit;
        }
        qFatal("there is no field for the levels");
    }

    /// What is said below the fields.
    [[nodiscard]] QString hint() const
    {
        QStringList texts;
        for (const QLabel *label : m_setup->findChildren<QLabel *>()) {
            if (label->wordWrap())
                texts += label->text();
        }
        return texts.join(u'\n');
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SweepSetup> m_setup;
};

QTEST_MAIN(TestSweepSettings)
#include "tst_sweepsettings.moc"
