// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QTemporaryDir>
#include <QUrl>

namespace support {

/// The upload service that does what an audit asks for, and one fault on demand, as a child process
/// (tests/servers/auditee/{main,faults}.go).
class Auditee final
{
    Q_DISABLE_COPY_MOVE(Auditee)

public:
    Auditee() = default;

    bool start();
    /// A good one without a fault.
    [[nodiscard]] QUrl url(const QString &fault = {}) const { return at(m_base, fault); }
    /// The same, which waits for slow bodies for ever.
    [[nodiscard]] QUrl patientUrl(const QString &fault = {}) const { return at(m_patient, fault); }
    /// The server that cannot count.
    [[nodiscard]] QUrl rawUrl() const { return at(m_raw, {}); }

    [[nodiscard]] QString folder() const { return m_folder.path(); } ///< All of its files.
    [[nodiscard]] QString store() const { return m_folder.filePath(QStringLiteral("service/store")); }
    [[nodiscard]] QString temporary() const { return m_folder.filePath(QStringLiteral("service/tmp")); }
    [[nodiscard]] qint64 pid() const { return m_process.pid(); }
    [[nodiscard]] QString failure() const { return m_process.failure(); }

private:
    [[nodiscard]] static QUrl at(const QString &base, const QString &fault);

    QTemporaryDir m_folder;
    ChildProcess m_process;
    QString m_base, m_patient, m_raw;
};

} // namespace support
