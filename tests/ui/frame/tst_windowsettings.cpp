// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowsettings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;

class TestWindowSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsWhenEmpty()
    {
        QSettings file(path(QStringLiteral("empty")), QSettings::IniFormat);
        const WindowSettings settings(file);
        QCOMPARE(settings.parallelLimit(), 4);
        QCOMPARE(settings.theme(), ThemeMode::System);
        QCOMPARE(settings.folderOptions(), session::FolderOptions());
        QVERIFY(settings.servers().isEmpty());
        QVERIFY(settings.geometry().isEmpty());
        QVERIFY(!settings.exportFolder().isEmpty());
        QVERIFY(settings.alertRules().isEmpty());
        QCOMPARE(settings.memoryLimit(), 0.0);
        QVERIFY(settings.areAlertsNotified());
    }

    void defaultRulesLeaveNoTrace()
    {
        QSettings file(path(QStringLiteral("rules")), QSettings::IniFormat);
        WindowSettings settings(file);
        settings.setAlertRules(QByteArrayLiteral("{}"));
        QCOMPARE(file.allKeys(), QStringList(QStringLiteral("alerts/rules")));
        settings.setAlertRules({});
        QVERIFY(file.allKeys().isEmpty());
    }

    void comesBack()
    {
        const QString name = path(QStringLiteral("back"));
        const session::FolderOptions options{session::FolderOptions::RelativePath::InField,
                                             QStringLiteral("where"), true, false};
        {
            QSettings file(name, QSettings::IniFormat);
            WindowSettings settings(file);
            settings.setGeometry(QByteArrayLiteral("g\0g"));
            settings.setSplitter(QStringLiteral("upload"), QByteArrayLiteral("s"));
            settings.setUploadColumns(QByteArrayLiteral("c"));
            settings.setParallelLimit(48);
            settings.setFolderOptions(options);
            settings.setPage(QStringLiteral("leak"));
            settings.setAuditSetup({{QStringLiteral("requests"), 80}});
            settings.setTheme(ThemeMode::Dark);
            settings.setExportFolder(QStringLiteral("/tmp/größe"));
            settings.setAlertRules(QByteArrayLiteral("{\n \"rules\": [\"größe\"]}\n"));
            settings.setMemoryLimit(512.0 * 1024 * 1024);
            settings.setAlertsNotified(false);
            settings.rememberServer({QStringLiteral("http://a/up?x=1,2"), QStringLiteral("http://b/")});
        }
        QSettings file(name, QSettings::IniFormat);
        const WindowSettings settings(file);
        QCOMPARE(settings.geometry(), QByteArrayLiteral("g\0g"));
        QCOMPARE(settings.splitter(QStringLiteral("upload")), QByteArrayLiteral("s"));
        QVERIFY(settings.splitter(QStringLiteral("leak")).isEmpty());
        QCOMPARE(settings.uploadColumns(), QByteArrayLiteral("c"));
        QCOMPARE(settings.parallelLimit(), 48);
        QCOMPARE(settings.folderOptions(), options);
        QCOMPARE(settings.page(), QStringLiteral("leak"));
        QCOMPARE(settings.auditSetup(), (QVariantMap{{QStringLiteral("requests"), 80}}));
        QVERIFY(settings.leakSetup().isEmpty());
        QCOMPARE(settings.theme(), ThemeMode::Dark);
        QCOMPARE(settings.exportFolder(), QStringLiteral("/tmp/größe"));
        QCOMPARE(settings.alertRules(), QByteArrayLiteral("{\n \"rules\": [\"größe\"]}\n"));
        QCOMPARE(settings.memoryLimit(), 512.0 * 1024 * 1024);
        QVERIFY(!settings.areAlertsNotified());
        QCOMPARE(
            settings.servers(),
            (QList<RememberedServer>{{QStringLiteral("http://a/up?x=1,2"), QStringLiteral("http://b/")}}));
    }

    void newestServerFirstAndEachOnce()
    {
        QSettings file(path(QStringLiteral("servers")), QSettings::IniFormat);
        WindowSettings settings(file);
        for (int i = 0; i < 30; ++i)
            settings.rememberServer({QStringLiteral("http://h%1/").arg(i), {}});
        QCOMPARE(settings.servers().size(), WindowSettings::mostServers);
        QCOMPARE(settings.servers().first().upload, QStringLiteral("http://h29/"));
        settings.rememberServer({QStringLiteral("http://h20/"), QStringLiteral("http://m/")});
        QCOMPARE(settings.servers().size(), WindowSettings::mostServers);
        QCOMPARE(settings.servers().first(),
                 (RememberedServer{QStringLiteral("http://h20/"), QStringLiteral("http://m/")}));
        QCOMPARE(settings.servers().at(1).upload, QStringLiteral("http://h29/"));
    }

    void serverIsRememberedAsTexts()
    {
        const auto same = servers::serverAsTyped(QStringLiteral("http://ann:s%40cret@host:81/up"), {});
        QCOMPARE(remembered(*same), (RememberedServer{QStringLiteral("http://host:81/up"), QString()}));
        const auto other = servers::serverAsTyped(QStringLiteral("http://host:81/up"),
                                                  QStringLiteral("host:9090/metrics"));
        QCOMPARE(remembered(*other).watch, QStringLiteral("http://host:9090/metrics"));
    }

    void methodIsTheServers()
    {
        using transfer::UploadMethod;
        QSettings file(path(QStringLiteral("methods")), QSettings::IniFormat);
        WindowSettings settings(file);
        settings.rememberServer({QStringLiteral("http://a/"), {}, UploadMethod::Tus});
        settings.rememberServer({QStringLiteral("http://b/"), {}, UploadMethod::Put});
        settings.rememberServer({QStringLiteral("http://c/"), {}});
        QCOMPARE(settings.methodFor(QStringLiteral("http://a/")), UploadMethod::Tus);
        QCOMPARE(settings.methodFor(QStringLiteral("http://b/")), UploadMethod::Put);
        QCOMPARE(settings.methodFor(QStringLiteral("http://c/")), UploadMethod::Post);
        QCOMPARE(settings.methodFor(QStringLiteral("http://unknown/")), UploadMethod::Post);
        QCOMPARE(settings.servers().at(2).method, UploadMethod::Tus);
    }

    void fileIsTheUsersOwn_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("a new one") << false;
        QTest::newRow("one of before") << true;
    }

    void fileIsTheUsersOwn()
    {
        QFETCH(bool, isThere);
        const QString name
            = m_folder.filePath(isThere ? QStringLiteral("old.ini") : QStringLiteral("in/new.ini"));
        constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        if (isThere) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(file.permissions() | others));
        }
        QSettings file(name, QSettings::IniFormat);
        WindowSettings settings(file);
        QVERIFY(!(QFile::permissions(name) & others));
        settings.setPage(QStringLiteral("leak"));
        file.sync();
        QCOMPARE(file.status(), QSettings::NoError);
        QVERIFY(!(QFile::permissions(name) & others));
    }

    void secretsAreNotKept()
    {
        const QString name = path(QStringLiteral("secrets"));
        {
            QSettings file(name, QSettings::IniFormat);
            WindowSettings settings(file);
            settings.rememberServer({QStringLiteral("http://a/up?token=HUSH1&part=7"),
                                     QStringLiteral("http://b/?api_key=HUSH2"), transfer::UploadMethod::Put});
            QCOMPARE(settings.servers().constFirst().upload, QStringLiteral("http://a/up?token=***&part=7"));
            QCOMPARE(settings.servers().constFirst().watch, QStringLiteral("http://b/?api_key=***"));
            QCOMPARE(settings.methodFor(QStringLiteral("http://a/up?token=HUSH9&part=7")),
                     transfer::UploadMethod::Put);
            settings.rememberServer({QStringLiteral("http://a/up?token=HUSH3&part=7"), {}});
            QCOMPARE(settings.servers().size(), 1);
        }
        QVERIFY(!contentOf(name).contains("HUSH"));
    }

    void secretsOfBeforeAreForgotten()
    {
        const QString name = path(QStringLiteral("before"));
        {
            QSettings file(name, QSettings::IniFormat);
            file.beginWriteArray(QStringLiteral("servers"), 1);
            file.setArrayIndex(0);
            file.setValue(QStringLiteral("upload"), QStringLiteral("http://a/up?token=HUSH"));
            file.endArray();
        }
        QVERIFY(contentOf(name).contains("HUSH"));
        {
            QSettings file(name, QSettings::IniFormat);
            const WindowSettings settings(file);
            QCOMPARE(settings.servers().constFirst().upload, QStringLiteral("http://a/up?token=***"));
        }
        QVERIFY(!contentOf(name).contains("HUSH"));
    }

    void nonsenseIsReadAsDefaults()
    {
        const QString name = path(QStringLiteral("nonsense"));
        QFile text(name);
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(
            "[window]\ntheme=purple\n[uploads]\natOnce=-3\n[folders]\nrelativePath=sideways\nfield=\n["
            "servers]\n1\\upload=\n1\\method=carrier pigeon\nsize=999999999\n[alerts]\nmemoryLimit=much\n");
        text.close();
        QSettings file(name, QSettings::IniFormat);
        const WindowSettings settings(file);
        QCOMPARE(settings.folderOptions(), session::FolderOptions());
        QCOMPARE(settings.theme(), ThemeMode::System);
        QCOMPARE(settings.parallelLimit(), 4);
        QCOMPARE(settings.memoryLimit(), 0.0);
        QVERIFY(settings.servers().isEmpty());
    }

private:
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString path(const QString &name) const { return m_folder.filePath(name + QStringLiteral(".ini")); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestWindowSettings)
#include "tst_windowsettings.moc"
