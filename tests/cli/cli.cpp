// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {
constexpr int patience = 120'000; // ms; sanitizers on a busy machine are slow.
constexpr int glance = 10; // ms

qint64 peakMemoryOf(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong() * 1024;
}

/// `pid` 0: of this process.
void limitFiles(pid_t pid, qint64 bytes)
{
    const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
    ::prlimit(pid, RLIMIT_FSIZE, &limit, nullptr);
}

QJsonObject toObject(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject()) {
        const QByteArray why
            = "not one JSON object: " + error.errorString().toUtf8() + " in\n" + text.left(2000);
        QTest::qFail(why.constData(), __FILE__, __LINE__);
    }
    return document.object();
}
} // namespace

QJsonObject CliResult::json() const
{
    return toObject(out);
}

const char *CliResult::told() const
{
    toldText = "exit code " + QByteArray::number(exitCode) + "\n--- stdout\n" + out.left(4000)
        + "\n--- stderr\n" + err.left(4000);
    return toldText.constData();
}

Cli::Cli()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const char *name :
         {"TIDEMARK_PASSWORD", "TIDEMARK_SPECIMENS", "NO_COLOR", "http_proxy", "https_proxy", "all_proxy",
          "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "no_proxy", "NO_PROXY"})
        m_environment.remove(QLatin1StringView(name));
    setEnvironment(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("data")));
    setEnvironment(QStringLiteral("TMPDIR"), m_home.path());
    setEnvironment(QStringLiteral("TERM"), QStringLiteral("xterm"));
    // A name that does not resolve shall not take the resolver's usual half minute.
    setEnvironment(QStringLiteral("RES_OPTIONS"), QStringLiteral("timeout:1 attempts:1"));
}

Cli::~Cli()
{
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
}

QString Cli::program()
{
    return QStringLiteral(TIDEMARK_BIN_DIR "/tidemark-cli");
}

void Cli::setRoom(qint64 bytes)
{
    m_room = bytes;
    if (bytes > 0 && isRunning())
        limitFiles(static_cast<pid_t>(pid()), bytes);
}

CliResult Cli::run(const QStringList &arguments)
{
    start(arguments);
    return finish();
}

void Cli::start(const QStringList &arguments, const QString &program)
{
    m_out.clear();
    m_process.setProcessEnvironment(m_environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    if (!m_terminal.isEmpty())
        m_process.setStandardErrorFile(m_terminal);
    m_process.setChildProcessModifier(
        [hasTerminal = !m_terminal.isEmpty(), obeys = m_obeysFileModes, room = m_room] {
            if (hasTerminal) {
                ::setsid();
                ::ioctl(STDERR_FILENO, TIOCSCTTY, 0);
            }
            if (obeys) {
                ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
                ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
            }
            if (room > 0)
                limitFiles(0, room);
        });
    m_process.start(program, arguments, QIODevice::ReadOnly);
    m_process.waitForStarted(patience);
}

QByteArray Cli::readLine()
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        const qsizetype end = m_out.indexOf('\n');
        if (end >= 0) {
            const QByteArray line = m_out.left(end);
            m_out.remove(0, end + 1);
            return line;
        }
        if (deadline.hasExpired() || (!m_process.waitForReadyRead(glance) && !isRunning()))
            return {};
        m_out += m_process.readAllStandardOutput();
    }
}

void Cli::send(int signal) const
{
    ::kill(static_cast<pid_t>(m_process.processId()), signal);
}

void Cli::waitABit(std::chrono::microseconds time)
{
    ::usleep(static_cast<useconds_t>(time.count()));
    m_process.waitForFinished(0);
}

CliResult Cli::finish()
{
    CliResult result;
    const qint64 child = pid();
    const QDeadlineTimer deadline(patience);
    while (isRunning() && !m_process.waitForFinished(glance) && !deadline.hasExpired())
        result.peakMemory = std::max(result.peakMemory, peakMemoryOf(child));
    if (!isRunning() && m_process.exitStatus() == QProcess::NormalExit)
        result.exitCode = m_process.exitCode();
    result.out = m_out + m_process.readAllStandardOutput();
    result.err = m_process.readAllStandardError();
    return result;
}

QJsonObject jsonFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QTest::qFail(qPrintable(path + QStringLiteral(": ") + file.errorString()), __FILE__, __LINE__);
    return toObject(file.readAll());
}

bool comesTrue(const std::function<bool()> &condition)
{
    const QDeadlineTimer deadline(30'000);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        ::usleep(glance * 1000);
    }
    return true;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}
