// SPDX-License-Identifier: GPL-3.0-or-later
// How long the real window keeps a person waiting, offscreen, with the engine in its own thread as in the program:
//   · while 100,000 files are added to the queue
//   · while 48 uploads run at once against the sample server
// A timer of 1 ms is the person: how late it comes is how long a click would have waited.
//   QT_QPA_PLATFORM=offscreen build/dev/bin/stall_bench [seconds of load, default 8]
#include "app/tidemark/enginethread.h"
#include "core/servers/keychain.h"
#include "core/servers/serverbook.h"
#include "ui/common/theme.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/uploadspage.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <vector>

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// Measures the event loop it lives in.
class Person final : public QObject
{
public:
    Person()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_waits.push_back(std::max(0.0, static_cast<double>(m_clock.nsecsElapsed()) / 1e6 - 1));
            m_clock.restart();
        });
    }

    void begin()
    {
        m_waits.clear();
        m_clock.start();
        m_timer.start();
    }

    void report(const QString &what)
    {
        m_timer.stop();
        std::sort(m_waits.begin(), m_waits.end());
        const auto share = [this](double part) {
            return m_waits.empty()
                ? 0
                : m_waits[static_cast<size_t>(part * static_cast<double>(m_waits.size() - 1))];
        };
        const auto longer = std::count_if(m_waits.begin(), m_waits.end(), [](double ms) { return ms > 8; });
        out() << what << ": longest wait " << QString::number(share(1), 'f', 1) << " ms, 99 % within "
              << QString::number(share(0.99), 'f', 1) << " ms, " << longer << " of " << m_waits.size()
              << " longer than 8 ms\n";
        out().flush();
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_waits;
};

void whenTrue(QObject &context, std::function<bool()> condition, std::function<void()> then)
{
    auto *poll = new QTimer(&context);
    QObject::connect(poll, &QTimer::timeout, &context, [poll, condition, then] {
        if (!condition())
            return;
        poll->stop();
        poll->deleteLater();
        then();
    });
    poll->start(5);
}

QStringList makeFiles(const QString &folder, int count, qint64 size)
{
    QStringList paths;
    for (int i = 0; i < count; ++i) {
        QFile file(folder + QStringLiteral("/f%1.bin").arg(i, 6, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(size))
            qFatal("cannot write to %s", qPrintable(folder));
        paths.append(file.fileName());
    }
    return paths;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int seconds = argc > 1 ? std::max(1, atoi(argv[1])) : 8;
    if (!qEnvironmentVariableIsSet("TIDEMARK_SPECIMENS"))
        qputenv("TIDEMARK_SPECIMENS", TIDEMARK_BIN_DIR "/tidemark-specimens");
    session::registerMetaTypes();
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("bench.ini")), QSettings::IniFormat);
    QDir().mkpath(folder.filePath(QStringLiteral("many")));
    QDir().mkpath(folder.filePath(QStringLiteral("load")));
    constexpr int many = 100'000;
    makeFiles(folder.filePath(QStringLiteral("many")), many, 0);
    const QStringList load = makeFiles(folder.filePath(QStringLiteral("load")), 2'000, 256 * 1024);

    ui::Theme theme(application, ui::ThemeMode::Light);
    base::SystemClock clock;
    app::EngineThread engine;
    servers::SystemKeychain keychain;
    servers::ServerBook servers(folder.filePath(QStringLiteral("servers.json")), keychain);
    ui::MainWindow window(engine.session(), theme, clock, settings, servers);
    window.resize(1280, 820);
    window.show();
    auto *model = window.findChild<ui::UploadModel *>();
    auto *page = window.findChild<ui::UploadsPage *>();
    Person person;
    QElapsedTimer taken;

    const auto stop = [&] {
        person.report(QStringLiteral("48 uploads at once"));
        const auto &totals = model->totals();
        out() << "  " << totals.done << " of " << totals.files << " uploads done in " << seconds << " s\n";
        out().flush();
        QCoreApplication::quit();
    };
    const auto runLoad = [&] {
        page->setParallelLimit(48);
        window.startSample();
        window.addPaths(load);
        whenTrue(
            window, [&] { return model->totals().running > 0; },
            [&] {
                person.begin();
                QTimer::singleShot(std::chrono::seconds(seconds), &window, stop);
                // The same files again and again, so that there is always something to send.
                auto *more = new QTimer(&window);
                QObject::connect(more, &QTimer::timeout, &window, [&] {
                    if (model->totals().waiting < 1'000)
                        window.addPaths(load);
                });
                more->start(200);
            });
    };
    QTimer::singleShot(500, &window, [&] {
        person.begin();
        taken.start();
        window.addPaths({folder.filePath(QStringLiteral("many"))});
        whenTrue(
            window, [&] { return model->rowCount() == many; },
            [&] {
                const qint64 ms = taken.elapsed();
                person.report(QStringLiteral("100,000 files added"));
                out() << "  all shown after " << ms << " ms\n";
                Q_EMIT page->cancelAllRequested();
                Q_EMIT page->clearFinishedRequested();
                whenTrue(
                    window, [&] { return model->rowCount() == 0; }, runLoad);
            });
    });
    return QApplication::exec();
}
