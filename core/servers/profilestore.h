// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

namespace servers {

/// The file in which profiles are kept, JSON, readable by its owner alone, without any secret. Written as a whole: whoever
/// kills the program at any instant finds the old file or the new one. Small; reading and writing block.
class ProfileStore final
{
public:
    explicit ProfileStore(QString fileName)
        : m_fileName(std::move(fileName))
    {
    }

    /// servers.json in the user's folder for configuration.
    [[nodiscard]] static QString defaultFile();

    struct Loaded
    {
        QList<ServerProfile> profiles; ///< In the order in which they were saved; those that can be used.
        QString complaint; ///< One sentence where something could not be; empty: all is well.
    };
    /// No file: no profiles. A damaged file, or one with a profile that cannot be used, is set aside under another name
    /// before anything is written, and the complaint names it. One of a newer version, one that cannot be read and one that cannot be set aside are left
    /// alone, and save() refuses.
    [[nodiscard]] Loaded load();
    /// Error WriteFailed.
    [[nodiscard]] base::Result<base::Done> save(const QList<ServerProfile> &profiles) const;

private:
    [[nodiscard]] QString setAside() const;

    QString m_fileName;
    bool m_isForeign = false; ///< What is in it is not known here, so it is not ours to replace.
};

} // namespace servers
