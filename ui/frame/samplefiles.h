// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace ui {

/// Files for those who have none at hand: written to a temporary folder on the worker pool, gone with this
/// object. Thread: GUI.
class SampleFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SampleFiles)

public:
    static constexpr int count = 20;
    static constexpr qint64 bytesEach = 1024 * 1024;

    explicit SampleFiles(QObject *parent = nullptr);
    ~SampleFiles() override;

    /// Leads to one of `made` and `failed`. A call while the last one is not over is ignored.
    void make();

Q_SIGNALS:
    void made(const QStringList &paths);
    void failed(const base::Error &error);

private:
    std::shared_ptr<QTemporaryDir> m_folder; ///< Shared with the writer, which may outlive this object.
    bool m_isBusy = false;
};

} // namespace ui
