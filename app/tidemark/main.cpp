// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark/enginethread.h"
#include "app/tidemark/windowoptions.h"
#include "core/servers/keychain.h"
#include "core/servers/serverbook.h"
#include "core/session/archive.h"
#include "core/session/runkeeper.h"
#include "ui/frame/windowsettings.h"
#include "ui/mainwindow/mainwindow.h"

#include <QApplication>
#include <QSettings>
#include <QTextStream>

#include <algorithm>

#include <sys/resource.h>

namespace {

constexpr int usageError = 2;

/// Hundreds of uploads need a socket and a file each; shells commonly allow 1,024 although the system allows
/// more.
void allowManyFiles()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/// Help is for those without a display, too.
bool onlyPrints(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView a(argument);
        return a == "--help" || a == "-h" || a == "--version" || a == "-v";
    });
}

int print(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto options = app::parseWindowOptions(QCoreApplication::arguments());
    if (!options) {
        QTextStream(stderr) << "tidemark: " << options.error().message << '\n';
        return usageError;
    }
    const QString version = QStringLiteral("tidemark %1\n").arg(QCoreApplication::applicationVersion());
    QTextStream(stdout) << (options->showHelp ? app::windowHelp() : version);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("tidemark"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TIDEMARK_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Tidemark"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.tidemark.Tidemark"));

    if (onlyPrints(argc, argv))
        return print(argc, argv);
    allowManyFiles();
    QApplication application(argc, argv);
    const auto options = app::parseWindowOptions(QCoreApplication::arguments());
    if (!options) {
        QTextStream(stderr) << "tidemark: " << options.error().message << '\n';
        return usageError;
    }
    session::registerMetaTypes();
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tidemark"),
                       QStringLiteral("tidemark"));
    ui::Theme theme(application, options->theme.value_or(ui::WindowSettings(settings).theme()));
    const ui::Translation translation(application,
                                      options->language.value_or(ui::WindowSettings(settings).language()));
    base::SystemClock clock;
    session::RunKeeper keeper(options->keepsHistory ? options->history : QString());
    app::EngineThread engine; // goes before the keeper: what was uploaded is kept at the very end
    servers::SystemKeychain keychain;
    servers::ServerBook servers(servers::ProfileStore::defaultFile(), keychain);
    ui::MainWindow window(engine.session(), theme, clock, settings, servers, keeper);
    window.show();
    window.keepQueueIn(session::defaultArchivePath());
    if (options->startSample)
        window.startSample();
    else if (!options->url.isEmpty())
        window.connectTo(options->url);
    if (!options->files.isEmpty())
        window.addPaths(options->files);
    return QApplication::exec();
}
