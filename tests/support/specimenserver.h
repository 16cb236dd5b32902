// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QUrl>

#include <optional>

namespace support {

/// The sample server with known leaks (resources/specimens), as a child process.
class SpecimenServer final
{
    Q_DISABLE_COPY_MOVE(SpecimenServer)

public:
    SpecimenServer() = default;

    bool start(const QStringList &options = {});
    void stop() { m_process.kill(); }

    /// `path` begins with a slash: "/upload/read-all/cured", "/metrics".
    [[nodiscard]] QUrl url(const QString &path) const;
    /// Where it takes uploads, as it printed it; `form` is "leaking" or "cured".
    [[nodiscard]] QUrl uploadUrl(const QString &specimen, const QString &form) const;
    /// The line that it printed (see session::parseSampleInfo).
    [[nodiscard]] QByteArray line() const { return m_line; }
    [[nodiscard]] qint64 pid() const { return m_process.pid(); }

    /// What it truly holds. -1 if it cannot be read.
    [[nodiscard]] qint64 retainedBytes(const QString &specimen, const QString &form) const;
    [[nodiscard]] qint64 uploads(const QString &specimen, const QString &form) const;
    /// The value in the line of /metrics that begins with this name and labels.
    [[nodiscard]] std::optional<double> metric(const QByteArray &nameAndLabels) const;

    [[nodiscard]] ChildProcess &process() { return m_process; }
    [[nodiscard]] QString failure() const { return m_process.failure(); }
    /// The program, for tests that start it in their own way.
    [[nodiscard]] static QString program();

private:
    ChildProcess m_process;
    QByteArray m_line;
    QString m_base;
};

} // namespace support
