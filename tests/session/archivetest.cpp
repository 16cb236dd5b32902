// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/session/archivetest.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace testing {

using namespace std::chrono_literals;
using session::ArchivePlan;
using session::RestoredQueue;
using session::Session;

ArchivePlan ArchiveTest::plan(bool resume) const
{
    return {m_dir->filePath(QStringLiteral("archive.sqlite")), QStringLiteral("session"), resume, false};
}

RestoredQueue ArchiveTest::open(const ArchivePlan &archive)
{
    QSignalSpy restored(m_session.get(), &Session::restored);
    QSignalSpy failed(m_session.get(), &Session::archiveFailed);
    m_session->keepIn(archive);
    if (!QTest::qWaitFor([&] { return restored.size() + failed.size() > 0; }, 30'000) || restored.isEmpty()) {
        QTest::qFail("the archive cannot be opened", __FILE__, __LINE__);
        return {};
    }
    return restored.first().first().value<RestoredQueue>();
}

RestoredQueue ArchiveTest::restart(const ArchivePlan &archive)
{
    m_session.reset();
    m_rows.clear();
    m_log.clear();
    m_session = std::make_unique<Session>(*m_manager, *m_clock);
    connectLog();
    const RestoredQueue back = open(archive);
    pass(100ms); // and the window hears of them
    return back;
}

RestoredQueue ArchiveTest::restartAfterKill()
{
    const ArchivePlan before = plan();
    ArchivePlan after = before;
    after.path = m_dir->filePath(QStringLiteral("killed.sqlite"));
    for (const char *part :
         {"", "-wal", "-begun"}) // what the kernel has of them; not the lock, which dies with its owner
        QFile::copy(before.path + QLatin1StringView(part), after.path + QLatin1StringView(part));
    return restart(after);
}

QString ArchiveTest::states() const
{
    QString letters;
    const session::SharedSnapshot snapshot = m_session->snapshot({});
    for (const transfer::UploadRecord &record : snapshot->uploads)
        letters += QLatin1Char(record.isInterrupted() ? 'I' : "WSADFCP"[static_cast<int>(record.state)]);
    return letters;
}

void ArchiveTest::awaitPosts(qsizetype count)
{
    QVERIFY(QTest::qWaitFor([&] { return pass(20ms), posts().size() == count; }, 30'000));
}

void ArchiveTest::settle()
{
    pass(1s);
    (void)m_session->snapshot({});
    QTest::qWait(0);
}

} // namespace testing
