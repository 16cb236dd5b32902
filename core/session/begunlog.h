// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transfer/attemptjournal.h"

#include <QFile>

#include <vector>

namespace session {

/// Which attempts of a run have begun, in a small file beside the archive. Each is one write of 24 bytes, about a
/// microsecond, which the kernel keeps whatever becomes of this program: the archive itself learns of an attempt up to a
/// quarter of a second later, and a small file is whole with the server long before. Emptied whenever nothing is under way, so it
/// grows by 24 bytes per upload for as long as something always is.
class BegunLog final : public transfer::AttemptJournal
{
public:
    struct Entry
    {
        quint64 run = 0;
        quint64 id = 0; ///< UploadId::value
        quint32 attempt = 0; ///< From 1.
        quint32 check = 0; ///< Of the rest: what is torn or foreign is not believed.
    };

    /// What an earlier program left in the file; nothing if there is none.
    [[nodiscard]] static std::vector<Entry> read(const QString &path);

    /// Empties the file, or makes it. Error: WriteFailed.
    [[nodiscard]] base::Result<base::Done> open(const QString &path, qint64 run);
    /// Removes the file.
    void close();

    void begins(transfer::UploadId id, int attempt) override;
    void forget() override;

private:
    QFile m_file; ///< Unbuffered, and each write goes to its end.
    quint64 m_run = 0;
};

} // namespace session
