// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/session/sessiontest.h"

namespace testing {

/// A session that is kept in an archive, ends in one way or the other, and begins anew.
class ArchiveTest : public SessionTest
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArchiveTest)

public:
    ArchiveTest() = default;

private Q_SLOTS:
    void cleanup() { m_session.reset(); } // before its folder

protected:
    [[nodiscard]] session::ArchivePlan plan(bool resume = true) const;
    /// Another session in place of the present one, as after a start of the program; `archive` is its.
    session::RestoredQueue restart(const session::ArchivePlan &archive);
    session::RestoredQueue open(const session::ArchivePlan &archive);
    /// The archive as a copy of it would be found after SIGKILL now, and a session on that.
    session::RestoredQueue restartAfterKill();
    /// Of the queue, one letter each.
    [[nodiscard]] QString states() const;
    /// Until that many wait for their answers: they begin when the archive knows them.
    void awaitPosts(qsizetype count);
    /// Until it has written what there is.
    void settle();
};

} // namespace testing
