// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transfer/tusbench.h"

#include "core/transfer/nativepath.h"
#include "core/transfer/stablefile.h"

#include <QCoreApplication>

using transfer::ResumePoint;
using transfer::TusUpload;

namespace testing {

TusBench::TusBench(const transfer::UploadTarget &target)
    : form(target)
    , upload(std::make_unique<TusUpload>(manager, clock))
{
    TusUpload *speaker = upload.get();
    QObject::connect(speaker, &TusUpload::resumable, speaker, [this](const ResumePoint &point, qint64 bytes) {
        log << QStringLiteral("resumable %1").arg(bytes);
        told = point;
    });
    QObject::connect(speaker, &TusUpload::progressed, speaker,
                     [this](qint64 sent) { log << QStringLiteral("sent %1").arg(sent); });
    QObject::connect(speaker, &TusUpload::bodySent, speaker, [this] { log << QStringLiteral("body sent"); });
    QObject::connect(speaker, &TusUpload::finished, speaker, [this](const TusUpload::Outcome &o) {
        log << QStringLiteral("finished");
        outcome = o;
    });
}

transfer::UploadTarget TusBench::tusTarget()
{
    transfer::UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://localhost/files"));
    target.method = transfer::UploadMethod::Tus;
    return target;
}

ResumePoint TusBench::point(const QString &url) const
{
    const auto stamp = transfer::stampAt(transfer::toNativePath(file.path()));
    if (!stamp)
        qFatal("no file");
    return {QUrl(url), form.target(), *stamp, base::toUnixMs(clock.wallNow())};
}

void TusBench::start(const ResumePoint &resume)
{
    auto opened = std::make_unique<transfer::StableFile>(file.path());
    if (!opened->open(QIODevice::ReadOnly))
        qFatal("no file");
    upload->start(form, {std::move(opened), {QStringLiteral("file.bin"), 1}, resume});
}

QByteArray TusBench::asked() const
{
    if (manager.replies.isEmpty() || !reply() || reply()->isFinished())
        return {};
    const bool isDelete = reply()->operation() == QNetworkAccessManager::DeleteOperation;
    const QByteArray verb = isDelete
        ? QByteArrayLiteral("DELETE")
        : reply()->request().attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    return verb + ' ' + reply()->request().url().toEncoded();
}

void TusBench::answer(int status, const Headers &headers, const QByteArray &text)
{
    for (const auto &[name, value] : headers)
        reply()->giveHeader(name, value);
    reply()->answer(status, {}, text);
    clock.advance(std::chrono::milliseconds(0));
    QCoreApplication::sendPostedEvents();
}

void TusBench::fail(base::ErrorKind kind)
{
    reply()->end({kind, QStringLiteral("broken"), 0, {}});
}

void TusBench::answerOptions(const QByteArray &extensions, const Headers &more)
{
    answer(204, Headers{{"Tus-Version", "1.0.0"}, {"Tus-Extension", extensions}} + more);
}

QByteArray TusBench::takePiece(qint64 newOffset)
{
    const bool isRead = reply()->readBody();
    const QByteArray piece = isRead ? reply()->body() : QByteArray();
    reply()->emitAllSent();
    answer(204, {{"Upload-Offset", QByteArray::number(newOffset)}});
    return piece;
}

} // namespace testing
