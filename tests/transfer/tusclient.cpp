// SPDX-License-Identifier: GPL-3.0-or-later
// A client to be killed: uploads one file by tus and keeps where it goes on in another, so that the next run of it does.
//     tusclient URL FILE STORE
#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"
#include "core/transfer/uploadqueue.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QTextStream>

using transfer::ResumePoint;
using transfer::UploadQueue;
using transfer::UploadState;

namespace {

ResumePoint kept(const QString &path)
{
    QFile store(path);
    return store.open(QIODevice::ReadOnly) ? ResumePoint::fromText(QString::fromUtf8(store.readAll()))
                                           : ResumePoint();
}

void keep(const QString &path, const ResumePoint &point)
{
    QSaveFile store(path);
    if (!store.open(QIODevice::WriteOnly) || store.write(point.toText().toUtf8()) < 0 || !store.commit())
        qFatal("%s cannot be written", qPrintable(path));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    net::CurlAccessManager manager;
    base::SystemClock clock;
    UploadQueue queue(manager, clock);
    transfer::UploadTarget target;
    target.endpoint.url = QUrl(arguments[1]);
    target.method = transfer::UploadMethod::Tus;
    queue.setTarget(target);
    queue.setRetryPolicy({.attempts = 5, .step = std::chrono::milliseconds(500), .givesUp = true});
    // Whoever kills this waits for a part of the file to be sent and must not miss it.
    queue.setRateLimit({.bytesPerSecond = 32 * 1024 * 1024, .burst = 1024 * 1024});

    ResumePoint last = kept(arguments[3]);
    QObject::connect(&queue, &UploadQueue::changed, &application, [&](transfer::UploadId id) {
        const ResumePoint &now = queue.find(id)->resume;
        if (now != last)
            keep(arguments[3], last = now);
    });
    QObject::connect(&queue, &UploadQueue::drained, &application, [&] {
        const transfer::UploadRecord record = queue.records().constFirst();
        if (record.state != UploadState::Done)
            QTextStream(stderr) << record.error.message << '\n';
        QCoreApplication::exit(record.state == UploadState::Done ? 0 : 1);
    });
    queue.add({{arguments[2], {}, last}});
    return QCoreApplication::exec();
}
