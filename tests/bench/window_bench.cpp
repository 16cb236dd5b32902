// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs a person, offscreen, with the engine in its own thread as in the program:
//   · how long it takes from the program's start until it can be used
//   · how long it keeps one waiting while 100,000 files are added to the queue, while 48 uploads run at once against the
//     sample server, and while a leak check runs, both with 24 hours of samples loaded
//   · how much memory it takes with those 24 hours
// A timer of 1 ms is the person: how late it comes is how long a click would have waited. Cores are shared with the uploads and
// with the server: how much of a wait is the window's own work is said, and how long a thread waited that has none.
//   QT_QPA_PLATFORM=offscreen build/release/bin/window_bench [seconds of load, default 8]
#include "app/tidemark/enginethread.h"
#include "core/servers/keychain.h"
#include "core/servers/serverbook.h"
#include "core/session/runkeeper.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"
#include "ui/leak/leakpage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/uploadmodel.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/uploads/uploadspage.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

namespace {

constexpr int many = 100'000;
constexpr int daySeconds = 24 * 3600;
constexpr int starts = 9;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// Processor time that the calling thread has had so far.
double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// A thread that only sleeps for a millisecond, again and again: what it waits longer, anything on this machine would.
class Bystander
{
public:
    /// Returns when the thread has ended; longestMs() may be asked then.
    void end() { m_thread = {}; }
    [[nodiscard]] double longestMs() const { return m_longestMs; }

private:
    double m_longestMs = 0;
    std::jthread m_thread{[this](const std::stop_token &ending) {
        QElapsedTimer clock;
        while (!ending.stop_requested()) {
            clock.start();
            std::this_thread::sleep_for(1ms);
            m_longestMs = std::max(m_longestMs, static_cast<double>(clock.nsecsElapsed()) / 1e6 - 1);
        }
    }};
};

/// Measures the event loop it lives in.
class Person final : public QObject
{
    struct Wait
    {
        double ms = 0;
        double ownMs = 0; ///< Of it, what this thread did; the rest it waited for a core.
        double endedAt = 0; ///< Seconds after begin().
    };

public:
    Person()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const double thread = threadMs();
            m_waits.push_back({std::max(0.0, static_cast<double>(m_clock.nsecsElapsed()) / 1e6 - 1),
                               thread - std::exchange(m_threadMs, thread),
                               static_cast<double>(m_all.elapsed()) / 1e3});
            m_clock.restart();
        });
    }

    void begin()
    {
        m_waits.clear();
        m_threadMs = threadMs();
        m_bystander.emplace();
        m_all.start();
        m_clock.start();
        m_timer.start();
    }

    void report(const QString &what)
    {
        m_timer.stop();
        m_bystander->end();
        if (m_waits.empty())
            m_waits.emplace_back();
        std::ranges::sort(m_waits, {}, &Wait::ms);
        const auto longer = std::ranges::count_if(
            m_waits, [](double ms) { return ms > 16; }, &Wait::ms);
        const Wait work = std::ranges::max(m_waits, {}, &Wait::ownMs);
        const auto number = [](double ms) { return QString::number(ms, 'f', 1); };
        out() << what << ": longest wait " << number(m_waits.back().ms) << " ms, 99 % within "
              << number(m_waits[m_waits.size() * 99 / 100].ms) << " ms, " << longer << " of "
              << m_waits.size() << " longer than 16 ms\n  the window's own longest work "
              << number(work.ownMs) << " ms, " << number(work.endedAt)
              << " s after the beginning; a thread that does nothing waited "
              << number(m_bystander->longestMs()) << " ms\n";
        out().flush();
    }

private:
    QTimer m_timer;
    QElapsedTimer m_all;
    QElapsedTimer m_clock;
    double m_threadMs = 0;
    std::vector<Wait> m_waits;
    std::optional<Bystander> m_bystander;
};

/// Calls back as soon as the event loop is free again after the window was painted for the first time.
class FirstFrame final : public QObject
{
public:
    FirstFrame(QObject &window, std::function<void()> then)
        : QObject(&window)
        , m_then(std::move(then))
    {
        window.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_then)
            QTimer::singleShot(0, this, std::exchange(m_then, nullptr));
        return false;
    }

private:
    std::function<void()> m_then;
};

/// The window on a real engine, made as the program makes it, with settings of its own.
struct Window
{
    explicit Window(QApplication &application)
        : settings(folder.filePath(QStringLiteral("bench.ini")), QSettings::IniFormat)
        , theme(application, ui::ThemeMode::Light)
        , translation(application, ui::Language::English)
        , keeper(folder.filePath(QStringLiteral("history.sqlite")))
        , servers(folder.filePath(QStringLiteral("servers.json")), keychain)
        , window(engine.session(), theme, clock, settings, servers, keeper)
    {
    }

    QTemporaryDir folder;
    QSettings settings;
    ui::Theme theme;
    ui::Translation translation;
    base::SystemClock clock;
    session::RunKeeper keeper;
    app::EngineThread engine;
    servers::SystemKeychain keychain;
    servers::ServerBook servers;
    ui::MainWindow window;
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
    QDir().mkpath(folder);
    QStringList paths;
    for (int i = 0; i < count; ++i) {
        QFile file(folder + QStringLiteral("/f%1.bin").arg(i, 6, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(size))
            qFatal("cannot write to %s", qPrintable(folder));
        paths.append(file.fileName());
    }
    return paths;
}

/// A day of watching, told within a moment.
void tellADay(ui::TimelinePanel &timeline)
{
    using metrics::Role;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (int second = 0; second < daySeconds; ++second) {
        session::ScrapeTick tick;
        tick.timeMs = now - (daySeconds - second) * 1'000LL;
        tick.took = std::chrono::microseconds(2'000);
        tick.ok = second % 5'000 != 0;
        tick.reading.timeMs = tick.timeMs;
        double value = 12e6 + second * 900.0;
        for (const Role role : {Role::HeapLive, Role::HeapGoal, Role::Rss, Role::Goroutines, Role::Threads,
                                Role::Descriptors, Role::GcCount, Role::GcPauseTotal, Role::GcPauseMax})
            tick.reading.set(role, value += 1e5 * std::sin(second * 0.01));
        timeline.addTick(tick);
        timeline.addActivity({tick.timeMs, 3e8, second % 7});
    }
}

double residentMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toDouble() / 1024;
}

qint64 monotonicNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

/// The child: prints how long ago its parent had begun to start it.
int measureStart(QApplication &application, qint64 begunNs)
{
    Window all(application);
    FirstFrame first(all.window, [begunNs] {
        out() << static_cast<double>(monotonicNs() - begunNs) / 1e6 << '\n';
        out().flush();
        QCoreApplication::quit();
    });
    all.window.show();
    return QApplication::exec();
}

/// The child: prints what a window takes that has watched the sample server for a day.
int measureDay(QApplication &application)
{
    Window all(application);
    all.window.show();
    all.window.startSample();
    const auto &leak = *all.window.findChild<ui::LeakPage *>();
    whenTrue(
        all.window, [&] { return leak.startAction()->isEnabled(); },
        [&] {
            tellADay(*all.window.findChild<ui::TimelinePanel *>());
            QTimer::singleShot(2'000, &all.window, [] {
                out() << residentMiB() << '\n';
                out().flush();
                QCoreApplication::quit();
            });
        });
    return QApplication::exec();
}

/// What this program says when it is started with these.
double toldByChild(const QStringList &arguments)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), arguments);
    child.waitForFinished();
    return child.readAllStandardOutput().trimmed().toDouble();
}

void reportDay()
{
    out() << "24 h of samples: " << QString::number(toldByChild({QStringLiteral("--day")}), 'f', 1)
          << " MiB resident\n";
    out().flush();
}

void reportStarts()
{
    std::vector<double> times;
    for (int i = 0; i < starts; ++i)
        times.push_back(toldByChild({QStringLiteral("--start"), QString::number(monotonicNs())}));
    std::sort(times.begin(), times.end());
    out() << "start until usable: median " << QString::number(times[starts / 2], 'f', 0) << " ms of "
          << starts << " (" << QString::number(times.front(), 'f', 0) << " to "
          << QString::number(times.back(), 'f', 0) << ")\n";
    out().flush();
}

/// One measurement after the other.
class Course final : public QObject
{
public:
    Course(Window &all, int seconds)
        : m_window(all.window)
        , m_seconds(seconds)
        , m_manyFolder(all.folder.filePath(QStringLiteral("many")))
        , m_load(makeFiles(all.folder.filePath(QStringLiteral("load")), 2'000, 64 * 1024))
        , m_model(*all.window.findChild<ui::UploadModel *>())
        , m_page(*all.window.findChild<ui::UploadsPage *>())
        , m_leak(*all.window.findChild<ui::LeakPage *>())
        , m_timeline(*all.window.findChild<ui::TimelinePanel *>())
    {
        makeFiles(m_manyFolder, many, 0);
    }

    void addMany()
    {
        m_person.begin();
        m_taken.start();
        m_window.addPaths({m_manyFolder});
        whenTrue(
            *this, [this] { return m_model.rowCount() == many; },
            [this] {
                const qint64 ms = m_taken.elapsed();
                m_person.report(QStringLiteral("100,000 files added"));
                out() << "  all shown after " << ms << " ms\n";
                clear([this] { connectSample(); });
            });
    }

private:
    void clear(const std::function<void()> &then)
    {
        Q_EMIT m_page.cancelAllRequested();
        whenTrue(
            *this, [this] { return m_model.totals().running == 0 && m_model.totals().waiting == 0; },
            [this, then] {
                Q_EMIT m_page.clearFinishedRequested();
                whenTrue(
                    *this, [this] { return m_model.rowCount() == 0; }, then);
            });
    }

    void connectSample()
    {
        m_window.startSample();
        whenTrue(
            *this, [this] { return m_leak.startAction()->isEnabled(); },
            [this] {
                tellADay(m_timeline);
                QTimer::singleShot(2'000, this, [this] { upload(); });
            });
    }

    void upload()
    {
        m_page.setParallelLimit(48);
        Q_EMIT m_page.parallelLimitChanged(48);
        m_window.addPaths(m_load);
        whenTrue(
            *this, [this] { return m_model.totals().running > 0; },
            [this] {
                m_person.begin();
                // The same files again and again, so that there is always something to send.
                auto *more = new QTimer(this);
                connect(more, &QTimer::timeout, this, [this] {
                    if (m_model.totals().waiting < 1'000)
                        m_window.addPaths(m_load);
                });
                more->start(200);
                QTimer::singleShot(std::chrono::seconds(m_seconds), this, [this, more] {
                    delete more;
                    m_person.report(QStringLiteral("48 uploads at once"));
                    out() << "  " << m_model.totals().done << " uploads done in " << m_seconds << " s\n";
                    clear([this] { check(); });
                });
            });
    }

    void check()
    {
        m_leak.startAction()->trigger();
        whenTrue(
            *this, [this] { return m_leak.isRunning(); },
            [this] {
                m_person.begin();
                whenTrue(
                    *this, [this] { return !m_leak.isRunning(); },
                    [this] {
                        m_person.report(QStringLiteral("a leak check"));
                        out() << "at the end: " << QString::number(residentMiB(), 'f', 1)
                              << " MiB resident\n";
                        out().flush();
                        QCoreApplication::quit();
                    });
            });
    }

    ui::MainWindow &m_window;
    const int m_seconds;
    const QString m_manyFolder;
    const QStringList m_load;
    ui::UploadModel &m_model;
    ui::UploadsPage &m_page;
    ui::LeakPage &m_leak;
    ui::TimelinePanel &m_timeline;
    Person m_person;
    QElapsedTimer m_taken;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    session::registerMetaTypes();
    const QStringList arguments = QCoreApplication::arguments();
    if (!qEnvironmentVariableIsSet("TIDEMARK_SPECIMENS"))
        qputenv("TIDEMARK_SPECIMENS", TIDEMARK_BIN_DIR "/tidemark-specimens");
    if (arguments.value(1) == QLatin1StringView("--day"))
        return measureDay(application);
    if (arguments.value(1) == QLatin1StringView("--start"))
        return measureStart(application, arguments.value(2).toLongLong());
    reportStarts();
    reportDay();
    Window all(application);
    all.window.resize(1280, 820);
    all.window.show();
    Course course(all, arguments.size() > 1 ? std::max(1, arguments[1].toInt()) : 8);
    QTimer::singleShot(500, &course, [&course] { course.addMany(); });
    return QApplication::exec();
}
