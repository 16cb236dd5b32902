// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark/windowoptions.h"
#include "core/session/history.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace app;

class TestWindowOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir::setCurrent(m_folder.path())); }
    void cleanupTestCase() { QVERIFY(QDir::setCurrent(QDir::rootPath())); }

    void understands_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<bool>("sample");
        const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
        const auto here
            = [](const char *name) { return QDir::current().absoluteFilePath(QString::fromUtf8(name)); };
        QTest::newRow("nothing") << QStringList{} << QString() << QStringList{} << false;
        QTest::newRow("a URL") << QStringList{text("http://a/b")} << text("http://a/b") << QStringList{}
                               << false;
        QTest::newRow("a URL without scheme")
            << QStringList{text("localhost:8080/up")} << text("localhost:8080/up") << QStringList{} << false;
        QTest::newRow("a URL and files")
            << QStringList{text("http://a/b"), text("x.bin"), text("/abs/y")} << text("http://a/b")
            << QStringList{here("x.bin"), text("/abs/y")} << false;
        QTest::newRow("only files") << QStringList{text("x.bin"), text("größe.bin")} << QString()
                                    << QStringList{here("x.bin"), here("größe.bin")} << false;
        QTest::newRow("sample, with a file")
            << QStringList{text("--sample"), text("x")} << QString() << QStringList{here("x")} << true;
    }

    void understands()
    {
        QFETCH(QStringList, arguments);
        const auto options = parseWindowOptions(QStringList{QStringLiteral("tidemark")} + arguments);
        QVERIFY(options.ok());
        QTEST(options->url, "url");
        QTEST(options->files, "files");
        QTEST(options->startSample, "sample");
        QVERIFY(!options->theme);
    }

    void aFileMayLookLikeAUrl()
    {
        QFile file(QStringLiteral("localhost"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto options = parseWindowOptions({QStringLiteral("tidemark"), QStringLiteral("localhost")});
        QVERIFY(options->url.isEmpty());
        QCOMPARE(options->files.size(), 1);
    }

    void language()
    {
        const auto options = parseWindowOptions(
            {QStringLiteral("tidemark"), QStringLiteral("--language"), QStringLiteral("zh")});
        QVERIFY(options.ok());
        QCOMPARE(options->language, ui::Language::Chinese);
    }

    void theme_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ui::ThemeMode>("mode");
        QTest::newRow("light") << QStringLiteral("light") << ui::ThemeMode::Light;
        QTest::newRow("dark") << QStringLiteral("dark") << ui::ThemeMode::Dark;
        QTest::newRow("system") << QStringLiteral("system") << ui::ThemeMode::System;
    }

    void theme()
    {
        QFETCH(QString, name);
        QFETCH(ui::ThemeMode, mode);
        const auto options
            = parseWindowOptions({QStringLiteral("tidemark"), QStringLiteral("--theme"), name});
        QVERIFY(options.ok());
        QCOMPARE(*options->theme, mode);
    }

    void history_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("keeps");
        QTest::addColumn<QString>("file");
        const QString usual = session::defaultHistoryPath();
        QTest::newRow("usual") << QStringList{} << true << usual;
        QTest::newRow("elsewhere") << QStringList{QStringLiteral("--history"), QStringLiteral("mine.sqlite")}
                                   << true << QDir::current().absoluteFilePath(QStringLiteral("mine.sqlite"));
        QTest::newRow("none") << QStringList{QStringLiteral("--no-history")} << false << usual;
    }

    void history()
    {
        QFETCH(QStringList, arguments);
        const auto options = parseWindowOptions(QStringList{QStringLiteral("tidemark")} + arguments);
        QVERIFY(options.ok());
        QTEST(options->keepsHistory, "keeps");
        QTEST(options->history, "file");
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("part");
        QTest::newRow("unknown option")
            << QStringList{QStringLiteral("--colour")} << QStringLiteral("colour");
        QTest::newRow("unknown language")
            << QStringList{QStringLiteral("--language"), QStringLiteral("xx")} << QStringLiteral("xx");
        QTest::newRow("unknown theme")
            << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")} << QStringLiteral("pink");
        QTest::newRow("theme without value")
            << QStringList{QStringLiteral("--theme")} << QStringLiteral("theme");
        QTest::newRow("a history and none")
            << QStringList{QStringLiteral("--history"), QStringLiteral("f"), QStringLiteral("--no-history")}
            << QStringLiteral("--no-history");
        QTest::newRow("URL and sample")
            << QStringList{QStringLiteral("http://a/"), QStringLiteral("--sample")}
            << QStringLiteral("--sample");
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, part);
        const auto options = parseWindowOptions(QStringList{QStringLiteral("tidemark")} + arguments);
        QVERIFY(!options.ok());
        QVERIFY2(options.error().message.contains(part), qPrintable(options.error().message));
    }

    void helpNamesEveryOption()
    {
        const QString help = windowHelp();
        for (const char *name : {"--sample", "--theme", "--language", "--history", "--no-history", "--help",
                                 "--version", "[url]"})
            QVERIFY2(help.contains(QLatin1String(name)), name);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestWindowOptions)
#include "tst_windowoptions.moc"
