// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>

/// What a tidemark-cli said and how it ended.
struct CliResult
{
    int exitCode = -1; ///< -1: it crashed, or did not end.
    QByteArray out;
    QByteArray err;
    qint64 peakMemory = 0; ///< The highest resident set seen, bytes.
    mutable QByteArray toldText; ///< What told() points to.

    /// stdout as one JSON object; empty, and the test fails, when it is anything else.
    [[nodiscard]] QJsonObject json() const;
    /// All of it, for the second argument of QVERIFY2. Lives as long as this object.
    [[nodiscard]] const char *told() const;
};

/// The real program as a child process, with a home of its own and nothing inherited that changes what it
/// does. All waits block, without an event loop.
class Cli final
{
    Q_DISABLE_COPY_MOVE(Cli)

public:
    Cli();
    ~Cli();

    [[nodiscard]] static QString program();
    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }
    /// Makes stderr a terminal: the slave side of a pseudo terminal, which becomes the controlling one, too.
    void setTerminal(const QString &slave) { m_terminal = slave; }
    /// Where relative paths begin.
    void setFolder(const QString &folder) { m_process.setWorkingDirectory(folder); }
    /// Even root may read then only what the file's mode allows.
    void setObeysFileModes() { m_obeysFileModes = true; }
    /// No file that it writes can grow beyond that, at once if it runs: the nearest to a full disk that needs no other one.
    /// 0: as usual, from the next start.
    void setRoom(qint64 bytes);

    CliResult run(const QStringList &arguments);

    void start(const QStringList &arguments, const QString &program = Cli::program());
    /// Waits until stdout holds a whole line, and takes it. Empty when there comes none.
    [[nodiscard]] QByteArray readLine();
    void send(int signal) const;
    /// Waits for the end, but no longer than that.
    void waitABit(std::chrono::microseconds time);
    /// Waits for the end.
    CliResult finish();

    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Below it are the program's own files.
    [[nodiscard]] QString home() const { return m_home.path(); }

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QProcess m_process;
    QByteArray m_out;
    QString m_terminal;
    bool m_obeysFileModes = false;
    qint64 m_room = 0;
};

/// The file's content as one JSON object; empty, and the test fails, when it is anything else.
[[nodiscard]] QJsonObject jsonFile(const QString &path);

/// True as soon as `condition` is; false when it is not within half a minute. Blocks; asks every few
/// milliseconds.
bool comesTrue(const std::function<bool()> &condition);

/// A port of loopback on which nothing listens.
[[nodiscard]] quint16 freePort();
