// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profilecontent.h"
#include "ui/profile/profilefile.h"

#include <QObject>

namespace ui {

/// What is to be shown.
struct ProfileChoice
{
    SharedFile file; ///< Never null.
    SharedFile base; ///< Null: no comparison.
    QString type; ///< "inuse_space"; empty: what the profile prefers.
    double uploads = 0; ///< Made between the two; 0: not known.

    /// The file's; of a comparison "from → to".
    [[nodiscard]] QString title() const;
};

/// Why it cannot be shown.
struct ProfileFailure
{
    base::Error error;
    QString name; ///< Of the profile that is to blame; empty: the two cannot be compared.
};

/// Reads, decodes, compares and lays out profiles in worker threads. The newest load() wins: earlier ones stay silent.
/// Thread: GUI. Destruction is silent; work that runs ends by itself.
class ProfileLoader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileLoader)

public:
    explicit ProfileLoader(QObject *parent = nullptr);
    ~ProfileLoader() override;

    /// Answered by `loaded` or `failed`, from the event loop.
    void load(const ProfileChoice &choice);
    void cancel();
    [[nodiscard]] bool isLoading() const { return m_isLoading; }

Q_SIGNALS:
    void loaded(const pprof::SharedContent &content, const ui::ProfileChoice &choice);
    void failed(const ui::ProfileFailure &failure, const ui::ProfileChoice &choice);

private:
    quint64 m_newest = 0;
    bool m_isLoading = false;
};

} // namespace ui
