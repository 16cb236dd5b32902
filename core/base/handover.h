// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

/// How one thread gives work to an object that lives in another one: post() and postAndWait() are
/// QMetaObject::invokeMethod(), queued and blocking.
///
/// Qt orders the two threads: what was written before the work was posted is there when it runs. ThreadSanitizer cannot
/// know, because distributions do not build Qt for it and Qt's locks are its own, so it would take every piece of work
/// for a race. For its sake alone the work says what Qt does; in any other build nothing of that is left. It still
/// finds what Qt does not order: whatever is touched beside the work.
namespace base {

namespace handover {

#if defined(__SANITIZE_THREAD__)
/// All that this thread did until now is done for whoever receives `mark`.
inline void give(void *mark)
{
    __tsan_release(mark);
}
inline void receive(void *mark)
{
    __tsan_acquire(mark);
}
#else
inline void give(void *) { }
inline void receive(void *) { }
#endif

/// Work in the event that carries it. Wherever it is moved it is a new mark; Qt moves it last.
template <typename Work>
class Carried final
{
public:
    explicit Carried(Work work)
        : m_work(std::move(work))
    {
        give(this);
    }
    Carried(Carried &&other) noexcept
        : m_work(std::move(other.m_work))
    {
        give(this);
    }
    Carried(const Carried &) = delete;
    Carried &operator=(const Carried &) = delete;
    Carried &operator=(Carried &&) = delete;
    ~Carried() { receive(this); }
    void operator()()
    {
        receive(this);
        m_work();
        give(this); // Qt drops it in either thread
    }

private:
    Work m_work;
};

} // namespace handover

/// `work()` runs later in the thread of `target`, in the order of the calls; not at all if that is destroyed before. Any
/// thread.
template <typename Work>
void post(QObject *target, Work work)
{
    QMetaObject::invokeMethod(target, handover::Carried(std::move(work)), Qt::QueuedConnection);
}

/// The same, and returns when it ran. Any thread but that of `target`, whose event loop must be running.
template <typename Work>
void postAndWait(QObject *target, Work work)
{
    const auto answered = [target, &work] {
        work();
        handover::give(target);
    };
    QMetaObject::invokeMethod(target, handover::Carried(answered), Qt::BlockingQueuedConnection);
    handover::receive(target);
}

} // namespace base
