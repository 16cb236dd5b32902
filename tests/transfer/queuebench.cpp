// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transfer/queuebench.h"

#include "tests/transfer/pattern.h"

#include <QCoreApplication>
#include <QMetaEnum>

using transfer::UploadId;
using transfer::UploadQueue;
using transfer::UploadRecord;
using transfer::UploadState;

namespace testing {

QueueBench::QueueBench()
    : queue(std::make_unique<UploadQueue>(manager, clock))
{
    connect(queue.get(), &UploadQueue::added, this, [this](UploadId first, UploadId last) {
        log << QStringLiteral("added %1-%2").arg(first.value).arg(last.value);
    });
    connect(queue.get(), &UploadQueue::attemptBegan, this,
            [this](UploadId id) { log << QStringLiteral("%1 began").arg(id.value); });
    connect(queue.get(), &UploadQueue::attemptEnded, this, [this](UploadId id) {
        const char *name = QMetaEnum::fromType<UploadState>().valueToKey(static_cast<int>(state(id)));
        log << QStringLiteral("%1 ended %2").arg(id.value).arg(QLatin1String(name));
    });
    connect(queue.get(), &UploadQueue::changed, this, [this](UploadId id) { ++changes[id]; });
    connect(queue.get(), &UploadQueue::removed, this,
            [this](const QList<UploadId> &ids) { log << QStringLiteral("removed %1").arg(ids.size()); });
    connect(queue.get(), &UploadQueue::drained, this, [this] { log << QStringLiteral("drained"); });
}

UploadId QueueBench::addFile(const char *name)
{
    return queue->add({{path(name), {}}}).constFirst();
}

QList<UploadId> QueueBench::addFiles(int count)
{
    QList<UploadQueue::Item> items;
    for (int i = 0; i < count; ++i) {
        items.append({m_dir.filePath(QStringLiteral("f%1").arg(++m_files)), {}});
        if (!writePattern(items.last().path, fileSize))
            qFatal("no file");
    }
    return queue->add(items);
}

QString QueueBench::states() const
{
    QString letters;
    const QList<UploadRecord> records = queue->records();
    for (const UploadRecord &record : records)
        letters += QLatin1Char("WSADFCP"[static_cast<int>(record.state)]);
    return letters;
}

void runEvents()
{
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

QStringList logOf(const char *lines)
{
    return QString::fromLatin1(lines).split(QStringLiteral(", "));
}

} // namespace testing
