// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of an audit: what a service makes of file names. Contents are a line of harmless text.
#include "core/experiment/auditcontext.h"
#include "core/experiment/auditsteps.h"
#include "core/experiment/audittrials.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace experiment::auditsteps {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::AuditEvidence)
};

/// Where files come that are told no folder: what all of them have in common, and how deep below it each lies.
struct Store
{
    QString root;
    qsizetype depth = 0; ///< Folders between root and file.
    QStringList folders; ///< Of all copies: a temporary one may have been left somewhere else.

    [[nodiscard]] bool holds(const QString &file) const
    {
        if (folders.contains(QFileInfo(file).absolutePath()))
            return true;
        const QString relative = QDir(root).relativeFilePath(QFileInfo(file).absolutePath());
        const bool isOutside
            = relative == QLatin1StringView("..") || relative.startsWith(QLatin1StringView("../"));
        const qsizetype between = relative == QLatin1StringView(".") ? 0 : relative.count(u'/') + 1;
        return !isOutside && between >= depth;
    }
};

Store storeOf(const QString &first, const QString &second)
{
    const QString one = QFileInfo(first).absolutePath(), other = QFileInfo(second).absolutePath();
    if (one == other)
        return {one, 0, {}};
    const QStringList parts = one.split(u'/'), others = other.split(u'/');
    qsizetype common = 0;
    while (common < std::min(parts.size(), others.size()) && parts[common] == others[common])
        ++common;
    return {parts.first(common).join(u'/'), std::min(parts.size(), others.size()) - common, {}};
}

/// Of an upload under that name: where it lies. Nothing: it was not taken.
struct Placed
{
    Exchanged made;
    QStringList files;
};

QCoro::Task<Placed> place(AuditContext &context, QByteArray name, bool isVerbatim)
{
    Placed placed;
    const QByteArray content = context.uploads().nextContent();
    const RawUpload upload = context.uploads().file(name, content, isVerbatim);
    placed.made = co_await context.exchange(upload);
    if (placed.made.isTaken())
        placed.files = co_await context.stage().findFiles(context.plan().folders, content);
    // An absolute name may lead to a place that nobody watches; on this machine it can be looked at.
    const QString absolute = QString::fromUtf8(name);
    QFile there(absolute);
    if (name.startsWith('/') && context.isLocal() && there.open(QIODevice::ReadOnly)
        && there.readAll() == content)
        placed.files += absolute;
    placed.files.removeDuplicates();
    co_return placed;
}

QString notTried(AuditContext &context)
{
    if (!context.uploads().hasNames())
        return Text::tr("a PUT to a fixed address tells no file name");
    return Text::tr(
        "not tried: the server is not on this machine (--odd-names tries it all the same, with harmless "
        "content)");
}

bool mayTry(AuditContext &context)
{
    return context.uploads().hasNames() && (context.isLocal() || context.plan().sendsOddNames);
}

QByteArrayList namesThatLeadOut(RawUploads &uploads)
{
    const QByteArray name = uploads.nextName();
    return {"../" + name,         "../../up-" + name,
            "..\\back-" + name,   "%2e%2e%2fencoded-" + name,
            "....//dots-" + name, QDir::tempPath().toUtf8() + "/absolute-" + name};
}

} // namespace

Finding pathTraversal(AuditContext &context)
{
    if (!mayTry(context))
        co_return undecided(notTried(context));
    const QByteArray firstName = context.uploads().nextName();
    const Placed first = co_await place(context, firstName, true);
    const QByteArray secondName = context.uploads().nextName();
    const Placed second = co_await place(context, secondName, true);
    std::optional<Store> store;
    if (!first.files.isEmpty() && !second.files.isEmpty())
        store = storeOf(first.files.first(), second.files.first());
    for (const QString &file : first.files + second.files) {
        if (store)
            store->folders += QFileInfo(file).absolutePath();
    }
    QStringList escaped;
    int refused = 0, kept = 0;
    const QByteArrayList names = namesThatLeadOut(context.uploads());
    for (const QByteArray &name : names) {
        const Placed placed = co_await place(context, name, true);
        if (placed.made.error.kind != base::ErrorKind::None)
            co_return undecided(placed.made.error.message);
        bool isOut = false;
        for (const QString &file : placed.files) {
            const bool isAsNamed = name.startsWith('/') && file == QString::fromUtf8(name);
            if (!isAsNamed && (!store || store->holds(file)))
                continue;
            isOut = true;
            escaped += Text::tr("“%1” was stored as %2", "a name, a file").arg(QString::fromUtf8(name), file);
        }
        refused += placed.made.answer && placed.made.status() >= 300 && placed.made.status() < 500;
        kept += store && !isOut && !placed.files.isEmpty();
    }
    if (!escaped.isEmpty()) {
        if (store)
            escaped += Text::tr("other files are stored in %1").arg(store->root);
        co_return failed(auditClauses(escaped));
    }
    const QString counts
        = Text::tr("of %1 names that lead out of a folder %2 were refused and %3 were stored "
                   "where all files are")
              .arg(names.size())
              .arg(refused)
              .arg(kept);
    if (refused + kept == names.size())
        co_return passed(counts);
    if (!store)
        co_return undecided(Text::tr("%1; where the others went cannot be seen (--disk, of the folder where "
                                     "files are stored)",
                                     "counts of names")
                                .arg(counts));
    co_return undecided(
        Text::tr("%1; the others are not below the folders that are watched", "counts of names").arg(counts));
}

Finding fileNames(AuditContext &context)
{
    if (!mayTry(context))
        co_return undecided(notTried(context));
    RawUploads &uploads = context.uploads();
    const std::pair<QString, QByteArray> names[]{
        {Text::tr("an empty name"), {}},
        {Text::tr("the name “.”"), "."},
        {Text::tr("the name “..”"), ".."},
        {Text::tr("a name of 300 characters"), QByteArray(300, 'n')},
        {Text::tr("a name of 4,000 characters"), QByteArray(4'000, 'n')},
        {Text::tr("a name with NUL"), QByteArray("a\0b-", 4) + uploads.nextName()},
        {Text::tr("a name with a quote"), "a\\\"b-" + uploads.nextName()},
        {Text::tr("a name that is no UTF-8"), "a\xff\xfe-" + uploads.nextName()},
        {Text::tr("a name that turns the direction of writing"), "\xe2\x80\xae" + uploads.nextName()},
        {Text::tr("a name that ends with a slash"), uploads.nextName() + '/'},
    };
    std::vector<Trial> trials;
    for (const auto &[what, name] : names) {
        if (uploads.isForm() || !name.isEmpty())
            trials.push_back({what, uploads.file(name, uploads.nextContent(), true)});
    }
    const AuditFinding finding = co_await expectAnswers(context, trials);
    co_return finding;
}

} // namespace experiment::auditsteps
