// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QHash>
#include <QUrl>

namespace support {

/// What the server saw of all requests with one id: the parameter "id", else the header X-Upload-Id, else the
/// name of the first file.
struct UploadStats
{
    int requests = 0;
    qint64 received = 0; ///< Bytes of bodies that were read.
    qint64 drained = 0; ///< Bytes of bodies that came while lingering after the answer.
    int complete = 0; ///< Requests whose whole body was read.
    int answered = 0; ///< Requests that got a final answer.
    qint64 fileBytes = 0; ///< Content of files.
    qint64 firstForeign
        = -1; ///< With "seed": offset of the first byte of a file that is not the pattern's; -1: none.
    QStringList targets; ///< "POST /ok?id=a" of each request, in order.
};

struct ServerStats
{
    int connections = 0; ///< Accepted so far, those that ask for statistics left out.
    int open = 0; ///< Open now, likewise.
    int requests = 0;
    int peak = 0; ///< The most requests that waited for their answer at once.
};

/// The server that misbehaves on demand, as a child process; tests/servers/faulty/{main,behaviours}.go list
/// what URLs it knows.
///
///     FaultyServer server;
///     QVERIFY2(server.start(), qPrintable(server.failure()));
///     … server.url(QStringLiteral("/early?status=413&close=rst&id=a")) …
///     QCOMPARE(server.stats(QStringLiteral("a")).requests, 1);
class FaultyServer final
{
    Q_DISABLE_COPY_MOVE(FaultyServer)

public:
    FaultyServer() = default;

    bool start(const QStringList &options = {});
    /// With TLS. `clientAuthority`: demands a client certificate that is signed by this one.
    bool startTls(const QString &certificateFile, const QString &keyFile,
                  const QString &clientAuthority = {});
    /// Ends it, so that nothing listens there any more.
    void stop() { m_process.kill(); }

    /// `pathAndQuery` begins with a slash.
    [[nodiscard]] QUrl url(const QString &pathAndQuery) const;
    /// The same on the second port: another origin.
    [[nodiscard]] QUrl otherUrl(const QString &pathAndQuery) const;

    [[nodiscard]] UploadStats stats(const QString &id) const;
    /// Of all ids at once.
    [[nodiscard]] QHash<QString, UploadStats> allStats() const;
    [[nodiscard]] ServerStats stats() const;
    [[nodiscard]] QString failure() const { return m_process.failure(); }

private:
    ChildProcess m_process;
    QString m_base;
    QString m_other;
};

} // namespace support
