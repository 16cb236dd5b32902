// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/begunlog.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace session {
namespace {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Result;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::Archive)
};

constexpr int kindShift = 56;
constexpr int statusShift = 48;
constexpr qint64 entrySize = 24;
constexpr qint64 reserveAtOnce = 64 * 1024; // some 2,700 entries

enum class Kind : quint8 {
    Begun, // number: the id, more: the attempt
    Commits, // number: how many, more: since which start of the machine; the first entry, written anew in its place
    Answered, // number: when it began, in Unix milliseconds, and above 48 bits the HTTP status; more: the id
    Unkept,
};

/// Tells one start of this machine from the next: after a power cut the disk has what it happened to have.
quint32 thisBoot()
{
    static const quint32 id = [] {
        QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
        return file.open(QIODevice::ReadOnly) ? file.read(8).toUInt(nullptr, 16) : 0;
    }();
    return id;
}

Error unwritable(const QString &path, int code)
{
    return {ErrorKind::WriteFailed,
            code == ENOSPC ? Text::tr("%1 cannot be written: the disk is full").arg(path)
                           : Text::tr("%1 cannot be written: %2").arg(path, qt_error_string(code)),
            0,
            {}};
}

} // namespace

/// As it lies in the file, in this machine's byte order.
struct BegunLog::Entry
{
    Entry() = default;
    Entry(Kind kind, quint64 ofRun, quint64 itsNumber, quint32 itsMore = 0)
        : run(ofRun | static_cast<quint64>(kind) << kindShift)
        , number(itsNumber)
        , more(itsMore)
        , check(rightCheck())
    {
    }

    [[nodiscard]] Kind kind() const { return static_cast<Kind>(run >> kindShift); }
    /// A place that nobody could write into is no entry: its check would be right.
    [[nodiscard]] bool isGap() const { return run == 0 && number == 0 && more == 0; }
    [[nodiscard]] quint32 rightCheck() const
    {
        constexpr quint64 odd = 0x9e3779b97f4a7c15; // spreads small numbers over all bits
        return static_cast<quint32>(((run * odd ^ number) * odd ^ more) * odd >> 32);
    }
    void addTo(Content &content) const;

    quint64 run = 0; ///< Its highest byte is the kind.
    quint64 number = 0;
    quint32 more = 0;
    quint32 check = 0; ///< Of the rest.
};

void BegunLog::Entry::addTo(Content &content) const
{
    const auto ofRun = static_cast<qint64>(run & ((quint64{1} << kindShift) - 1));
    switch (kind()) {
    case Kind::Begun:
        content.begun.push_back({ofRun, number, more});
        break;
    case Kind::Commits:
        content.commits = more == thisBoot() ? static_cast<qint64>(number) : 0;
        break;
    case Kind::Answered:
        content.answered.push_back({ofRun, more, static_cast<int>(number >> statusShift),
                                    static_cast<qint64>(number & ((quint64{1} << statusShift) - 1))});
        break;
    case Kind::Unkept:
        content.unkept.push_back(ofRun);
        break;
    }
}

BegunLog::Content BegunLog::read(const QString &path)
{
    Content content;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return content;
    const QByteArray bytes = file.readAll();
    for (qsizetype at = 0; at + entrySize <= bytes.size(); at += entrySize) {
        Entry next;
        std::memcpy(&next, bytes.constData() + at, sizeof next);
        if (next.check == next.rightCheck() && !next.isGap())
            next.addTo(content);
    }
    return content;
}

Result<Done> BegunLog::open(const QString &path, qint64 run, qint64 commits,
                            std::function<void(const Error &)> onFailure)
{
    const std::scoped_lock lock(m_mutex);
    m_run = static_cast<quint64>(run);
    m_onFailure = std::move(onFailure);
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Error{ErrorKind::WriteFailed,
                     Text::tr("%1 cannot be written: %2").arg(path, m_file.errorString()),
                     0,
                     {}};
    m_descriptor = m_file.handle();
    m_end = m_reserved = 0;
    if (const auto done = reserveNow(); !done)
        return done;
    if (!append({Kind::Commits, 0, static_cast<quint64>(commits), thisBoot()}))
        return unwritable(path, errno);
    return Done();
}

void BegunLog::close()
{
    const std::scoped_lock lock(m_mutex);
    if (m_end == entrySize)
        m_file.remove();
    else
        writeCommits(0);
}

bool BegunLog::begins(transfer::UploadId id, int attempt)
{
    if (append({Kind::Begun, m_run, id.value, static_cast<quint32>(attempt)}) || m_isUnkept)
        return true;
    const int code = errno;
    if (!m_hasFailed.exchange(true))
        m_onFailure(unwritable(m_file.fileName(), code));
    return false;
}

void BegunLog::forget()
{
    const std::scoped_lock lock(m_mutex);
    if (m_end == entrySize)
        return;
    m_isUnkept = false;
    m_end = m_reserved = entrySize;
    m_file.resize(m_end);
    (void)reserveNow(); // what it cannot have now is asked for again before long
}

void BegunLog::committed(qint64 commits)
{
    const std::scoped_lock lock(m_mutex);
    writeCommits(commits);
}

bool BegunLog::answered(transfer::UploadId id, int httpStatus, qint64 startedAtMs)
{
    const auto shortId = static_cast<quint32>(id.value);
    if (shortId != id.value)
        return false;
    const quint64 status = static_cast<quint64>(std::max(httpStatus, 0)) << statusShift;
    return append({Kind::Answered, m_run, status | static_cast<quint64>(startedAtMs), shortId});
}

void BegunLog::setUnkept()
{
    const std::scoped_lock lock(m_mutex);
    (void)append({Kind::Unkept, m_run, 0}); // there is nobody else to tell
    m_isUnkept = true;
}

Result<Done> BegunLog::reserve()
{
    const std::scoped_lock lock(m_mutex);
    if (m_reserved - m_end > reserveAtOnce / 2)
        return Done();
    const auto done = reserveNow();
    if (done)
        m_hasFailed = false;
    return done;
}

void BegunLog::writeCommits(qint64 commits)
{
    const Entry first(Kind::Commits, 0, static_cast<quint64>(commits), thisBoot());
    // It needs no space; and where it fails, less is known, but nothing wrong.
    [[maybe_unused]] const auto written = ::pwrite(m_descriptor, &first, sizeof first, 0);
}

/// With errno if not.
bool BegunLog::append(const Entry &entry)
{
    static_assert(sizeof entry == entrySize);
    const qint64 at = m_end.fetch_add(entrySize);
    errno = ENOSPC; // where it takes a part
    if (::pwrite(m_descriptor, &entry, sizeof entry, at) == entrySize)
        return true;
    // The next one writes over what there is of it, unless others were faster: then it stays a gap, or torn.
    qint64 end = at + entrySize;
    m_end.compare_exchange_strong(end, at);
    return false;
}

// The file's size stays that of its entries.
Result<Done> BegunLog::reserveNow()
{
    const qint64 end = m_end; // others go on meanwhile
    if (::fallocate(m_descriptor, FALLOC_FL_KEEP_SIZE, end, reserveAtOnce) == 0 || errno == EOPNOTSUPP
        || errno == ENOSYS) { // then each write has to find its own space
        m_reserved = end + reserveAtOnce;
        return Done();
    }
    return unwritable(m_file.fileName(), errno);
}

} // namespace session
