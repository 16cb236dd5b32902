// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/language.h"
#include "ui/common/mnemonic.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using namespace ui;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesAndBack()
    {
        for (const Language language : {Language::System, Language::English, Language::Chinese})
            QCOMPARE(languageOf(QString(languageCode(language))), language);
        QVERIFY(!languageOf(u"de"));
        QVERIFY(!languageOf(u""));
    }

    void chineseAsLongAsItLives()
    {
        const auto text = [] { return QCoreApplication::translate("ui::MainWindow", "Upload"); };
        QCOMPARE(text(), QStringLiteral("Upload"));
        {
            const Translation translation(*qApp, Language::Chinese);
            QCOMPARE(translation.language(), Language::Chinese);
            QCOMPARE(text(), QStringLiteral("上传"));
            QCOMPARE(QLocale().language(), QLocale::Chinese);
        }
        QCOMPARE(text(), QStringLiteral("Upload"));
    }

    void englishCounts()
    {
        const Translation translation(*qApp, Language::English);
        const auto text
            = [](int n) { return QCoreApplication::translate("ui::ChartView", "%n upload(s)", nullptr, n); };
        QCOMPARE(text(1), QStringLiteral("1 upload"));
        QCOMPARE(text(2), QStringLiteral("2 uploads"));
        QCOMPARE(QLocale().language(), QLocale::English);
    }

    void systemIsOneOfThem()
    {
        const Translation translation(*qApp, Language::System);
        QVERIFY(translation.language() != Language::System);
    }

    void readAloudWithoutMnemonic_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QStringLiteral("Name") << QStringLiteral("Name");
        QTest::newRow("within") << QStringLiteral("Clos&e") << QStringLiteral("Close");
        QTest::newRow("in brackets") << QStringLiteral("名称(&N)") << QStringLiteral("名称");
        QTest::newRow("in brackets, going on") << QStringLiteral("打开(&O)…") << QStringLiteral("打开…");
        QTest::newRow("other brackets") << QStringLiteral("Rate (&bytes)") << QStringLiteral("Rate (bytes)");
        QTest::newRow("an ampersand") << QStringLiteral("Nuts && &bolts") << QStringLiteral("Nuts & bolts");
    }

    void readAloudWithoutMnemonic()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(withoutMnemonic(text), expected);
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
