// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/folderlock.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace session {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::Database)
};

constexpr int patienceMs = 5'000;
constexpr useconds_t glanceUs = 5'000;

} // namespace

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

base::Result<base::Done> FolderLock::take(const QString &folder)
{
    m_descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_descriptor < 0)
        return base::Done(); // whoever wants a file in it is told better why there is none
    const QDeadlineTimer deadline(patienceMs);
    while (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK)
            return base::Done();
        if (deadline.hasExpired())
            return base::Error{base::ErrorKind::InUse,
                               Text::tr("another program has held the folder %1 for %2 s")
                                   .arg(folder, QString::number(patienceMs / 1'000)),
                               0,
                               {}};
        ::usleep(glanceUs);
    }
    return base::Done();
}

} // namespace session
