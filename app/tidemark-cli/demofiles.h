// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>
#include <QObject>
#include <QTemporaryDir>

namespace cli {

/// Writes the files that `demo --upload` sends: "demo-1.bin", … in a temporary folder that goes with this
/// object. Their content is the same in every run, and different in each file.
///
/// Thread: one, with an event loop, which it gives a turn after every block written.
class DemoFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoFiles)

public:
    DemoFiles(int count, qint64 size);

    /// Once only. Leads to exactly one `finished`.
    void start();
    [[nodiscard]] QString folder() const { return m_folder.path(); }

Q_SIGNALS:
    /// In the order of their numbers. Errors: WriteFailed.
    void finished(const base::Result<QStringList> &paths);

private:
    void writeBlock();
    bool openNext();
    void fail(const QString &what);

    QTemporaryDir m_folder;
    int m_count;
    qint64 m_size;
    QStringList m_paths;
    QFile m_file;
    quint32 m_random = 0;
};

} // namespace cli
