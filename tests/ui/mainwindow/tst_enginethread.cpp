// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark/enginethread.h"
#include "core/servers/keychain.h"
#include "core/servers/serverbook.h"
#include "core/session/runkeeper.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"
#include "ui/common/theme.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/uploadmodel.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using transfer::UploadState;

class TestEngineThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sessionLivesThere()
    {
        app::EngineThread engine;
        QCOMPARE(engine.session().thread(), &engine);
        QVERIFY(engine.session().thread() != QThread::currentThread());
    }

    void endsWhileBusy()
    {
        session::registerMetaTypes();
        app::EngineThread engine;
        QMetaObject::invokeMethod(&engine.session(), [&engine] {
            engine.session().addPaths({QStringLiteral("/usr/include")});
            net::Endpoint nowhere;
            nowhere.url = QUrl(QStringLiteral("http://192.0.2.1/")); // TEST-NET-1 (RFC 5737): never answers
            engine.session().watch(nowhere);
        });
        // The destructor waits for the thread; the test's time limit is the check.
        QVERIFY(engine.isRunning());
    }

    void windowAndEngineMeetByQueuedCalls()
    {
        support::SpecimenServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        session::registerMetaTypes();
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("t.ini")), QSettings::IniFormat);
        support::TestFiles files;
        ui::Theme theme(*qApp, ui::ThemeMode::Light);
        base::SystemClock clock;
        session::RunKeeper keeper(folder.filePath(QStringLiteral("history.sqlite"))); // outlives the engine
        app::EngineThread engine;
        servers::SystemKeychain keychain;
        servers::ServerBook servers(folder.filePath(QStringLiteral("servers.json")), keychain);
        ui::MainWindow window(engine.session(), theme, clock, settings, servers, keeper);
        window.show();
        window.connectTo(server.url(QStringLiteral("/upload/read-all")).toString());
        QStringList paths;
        for (int i = 0; i < 50; ++i)
            paths.append(files.makeFile(QStringLiteral("f%1.bin").arg(i), 10'000));
        window.addPaths(paths);
        auto *model = window.findChild<ui::UploadModel *>();
        QTRY_COMPARE_WITH_TIMEOUT(model->count(UploadState::Done), 50, 60'000);
        const QString report = folder.filePath(QStringLiteral("r.json"));
        window.exportTo(report);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(report).size() > 0, 60'000);
    }
};

QTEST_MAIN(TestEngineThread)
#include "tst_enginethread.moc"
