// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sessionsnapshot.h"

#include <vector>

namespace report {

/// One upload as a table shows it. All of it is printable() and without secrets; what is not known is a dash().
struct UploadRow
{
    transfer::UploadState state = transfer::UploadState::Waiting;
    QString folder; ///< Where the folders of all files differ: its part of the path, with the last slash.
    QString name;
    QString size;
    QString result; ///< "201 Created", "Request body too large"
    QString words; ///< The server's; of a failure also what went wrong here.
    QString attempts;
    QString took;
    QString rate;
};

/// The uploads of a snapshot as rows: what failed first, then what was cancelled or did not end, then what is done. Refers to
/// the snapshot, which must outlive it.
class UploadRows final
{
public:
    explicit UploadRows(const session::SessionSnapshot &snapshot);

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_records.size()); }
    [[nodiscard]] UploadRow at(qsizetype index) const;
    /// Whether any of them was tried more than once.
    [[nodiscard]] bool hasRetries() const { return m_hasRetries; }

private:
    std::vector<const transfer::UploadRecord *> m_records;
    QString m_folder; ///< That all paths share, with its last slash.
    bool m_hasRetries = false;
};

} // namespace report
