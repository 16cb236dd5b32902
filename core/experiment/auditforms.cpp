// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of an audit: forms that are wrong, odd or large in what they are made of.
#include "core/base/format.h"
#include "core/experiment/auditcontext.h"
#include "core/experiment/auditreach.h"
#include "core/experiment/auditsetting.h"
#include "core/experiment/auditsteps.h"
#include "core/experiment/audittrials.h"

#include <QCoreApplication>

namespace experiment::auditsteps {
namespace {

using namespace std::chrono_literals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::AuditEvidence)
};

constexpr int partCount = 10'000;
constexpr int leastParts = 2'000; // services allow 1,000 or so
constexpr auto longest = 5s; // for all those parts
constexpr qint64 hugeHeader = 8 * 1024 * 1024;
constexpr qint64 leastHeader = 128 * 1024; // parsers allow 8 to 64 KiB
constexpr qint64 roomOfNumbers = 64; // names hold a number that grows

AuditFinding noForm()
{
    return undecided(Text::tr("a bare PUT is no form"));
}

/// How large a body may be so that its size is no reason to refuse it. Nothing: that is not known.
QCoro::Task<std::optional<qint64>> allowedBody(AuditContext &context)
{
    std::optional<qint64> bytes;
    const bool isDone = co_await seekLimit(context);
    if (isDone)
        bytes = context.limit.ceiling() > 0 ? context.limit.taken : context.plan().bounds.body;
    co_return bytes;
}

AuditFinding limitIsUnknown()
{
    return undecided(
        Text::tr("how large a body may be was not found, so that a refusal could be for its size"));
}

QString bodiesUpTo(qint64 bytes)
{
    return Text::tr("bodies of more than %1 are not taken", "bytes")
        .arg(base::formatBytes(static_cast<double>(bytes)));
}

/// A header of one part that does not end for so many bytes.
RawUpload withHugeHeader(RawUploads &uploads, qint64 bytes)
{
    RawUpload upload = uploads.form({});
    const QByteArray file = uploads.filePart(uploads.nextName(), uploads.nextContent());
    const qsizetype lineEnd = file.indexOf("\r\n") + 2;
    upload.before += file.first(lineEnd) + "X-Padding: ";
    upload.fill = bytes;
    upload.after.prepend("\r\n" + file.sliced(lineEnd));
    return upload;
}

} // namespace

Finding boundary(AuditContext &context)
{
    RawUploads &uploads = context.uploads();
    if (!uploads.isForm())
        co_return noForm();
    std::vector<Trial> trials;
    trials.push_back({Text::tr("no boundary is told"), uploads.small()});
    trials.back().upload.headers.back().second = "multipart/form-data";
    trials.push_back({Text::tr("another boundary is told"), uploads.small()});
    trials.back().upload.headers.back().second = "multipart/form-data; boundary=another-one";
    trials.push_back({Text::tr("the form breaks off without its last boundary"), uploads.small()});
    trials.back().upload.after.clear();
    trials.push_back({Text::tr("the file breaks off within"), uploads.small()});
    trials.back().upload.before.chop(8);
    trials.back().upload.after.clear();
    const AuditFinding finding = co_await expectRefusals(context, trials, Silence::IsBad);
    co_return finding;
}

Finding fieldMissing(AuditContext &context)
{
    RawUploads &uploads = context.uploads();
    if (!uploads.isForm())
        co_return noForm();
    std::vector<Trial> trials;
    trials.push_back({Text::tr("a form without any part"), uploads.form({})});
    trials.push_back({Text::tr("a form with another field alone"),
                      uploads.form(uploads.part("tidemark-audit", uploads.nextContent()))});
    const AuditFinding finding = co_await expectRefusals(context, trials, Silence::IsBad);
    co_return finding;
}

Finding emptyFile(AuditContext &context)
{
    RawUploads &uploads = context.uploads();
    std::vector<Trial> trials;
    const QByteArray name = uploads.nextName();
    trials.push_back({Text::tr("a file of no bytes"), uploads.file(name, {})});
    const AuditFinding finding = co_await expectAnswers(context, trials);
    co_return finding;
}

Finding duplicateField(AuditContext &context)
{
    RawUploads &uploads = context.uploads();
    if (!uploads.isForm())
        co_return noForm();
    const QByteArray firstName = uploads.nextName(), first = uploads.nextContent();
    const QByteArray secondName = uploads.nextName(), second = uploads.nextContent();
    const RawUpload upload
        = uploads.form(uploads.filePart(firstName, first) + uploads.filePart(secondName, second));
    const Exchanged made = co_await context.exchange(upload);
    const QString evidence = Text::tr("two files in the field %1: %2%3", "name, the answer, its words")
                                 .arg(uploads.field(), made.text(), made.words(context.secrets()));
    if (made.isRefused())
        co_return passed(evidence);
    if (made.isUnclear())
        co_return undecided(unclearRedirect(evidence));
    if (!made.isTaken())
        co_return failed(evidence);
    const QStringList firsts = co_await context.stage().findFiles(context.plan().folders, first);
    const QStringList seconds = co_await context.stage().findFiles(context.plan().folders, second);
    if (firsts.isEmpty() && seconds.isEmpty())
        co_return undecided(Text::tr("%1; whether both were stored cannot be seen%2",
                                     "what was seen, how to set that, in brackets")
                                .arg(evidence, markOf(AuditSetting::Store)));
    if (firsts.isEmpty())
        co_return failed(Text::tr("%1; only the second was stored", "what was seen").arg(evidence));
    if (seconds.isEmpty())
        co_return failed(Text::tr("%1; only the first was stored", "what was seen").arg(evidence));
    co_return passed(Text::tr("%1; both were stored", "what was seen").arg(evidence));
}

Finding manyParts(AuditContext &context)
{
    RawUploads &uploads = context.uploads();
    if (!uploads.isForm())
        co_return noForm();
    const std::optional<qint64> allowed = co_await allowedBody(context);
    if (!allowed)
        co_return limitIsUnknown();
    const QByteArray name = uploads.nextName();
    const QByteArray file = uploads.filePart(name, uploads.nextContent());
    const qint64 room = *allowed - uploads.form(file).bodyBytes() - roomOfNumbers;
    QByteArray parts;
    int count = 0;
    for (; count < partCount; ++count) { // less than 1 MiB in all, which many services allow
        const QByteArray next = uploads.part(QByteArray::number(count), "x");
        if (parts.size() + next.size() > room)
            break;
        parts += next;
    }
    if (count < leastParts)
        co_return undecided(Text::tr("%1: too little for thousands of parts", "how large a body may be")
                                .arg(bodiesUpTo(*allowed)));
    const RawUpload upload = uploads.form(parts + file);
    const Exchanged made = co_await context.exchange(upload);
    const QString evidence = Text::tr("%1 parts: %2%3, after %4", "count, the answer, its words, time")
                                 .arg(base::formatCount(count), made.text(), made.words(context.secrets()),
                                      base::formatDuration(made.took));
    if ((made.isTaken() || made.isRefused()) && made.took < longest)
        co_return passed(evidence);
    if (made.isUnclear() && made.took < longest)
        co_return undecided(unclearRedirect(evidence));
    co_return failed(evidence);
}

Finding partHeaders(AuditContext &context)
{
    if (!context.uploads().isForm())
        co_return noForm();
    const std::optional<qint64> allowed = co_await allowedBody(context);
    if (!allowed)
        co_return limitIsUnknown();
    const RawUpload without = withHugeHeader(context.uploads(), 0);
    const qint64 bytes = std::min(
        {hugeHeader, context.plan().bounds.body / 2, *allowed - without.bodyBytes() - roomOfNumbers});
    if (bytes < leastHeader)
        co_return undecided(Text::tr("%1: too little for a huge header", "how large a body may be")
                                .arg(bodiesUpTo(*allowed)));
    const RawUpload upload = withHugeHeader(context.uploads(), bytes);
    const Held held = co_await context.hold(upload);
    const Exchanged &made = held.exchanged;
    if (made.error.kind != base::ErrorKind::None)
        co_return undecided(made.error.message);
    const QString evidence
        = Text::tr("a header of %1 in a part: %2%3", "bytes, the answer, its words")
              .arg(base::formatBytes(static_cast<double>(bytes)), made.text(), made.words(context.secrets()));
    const std::optional<bool> isInMemory = held.isInMemory(bytes);
    const QString seen = withMemory(evidence, held);
    if (isInMemory && *isInMemory)
        co_return failed(seen);
    if (made.isUnclear())
        co_return undecided(unclearRedirect(evidence));
    if (!made.isTaken() && !made.isRefused())
        co_return failed(evidence);
    if (made.isRefused() && held.isEarly)
        co_return passed(evidence);
    if (!isInMemory)
        co_return undecided(unseen(evidence, context));
    const Reach reach = co_await seekReach(context);
    if (reach != Reach::Seen)
        co_return undecided(unreached(seen, reach));
    if (made.isRefused())
        co_return passed(seen);
    co_return undecided(
        Text::tr("%1; it was taken, and whether its header is read into memory once the body is whole "
                 "cannot be seen",
                 "what was seen")
            .arg(seen));
}

} // namespace experiment::auditsteps
