// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of an audit: what a service makes of file names. Contents are a line of harmless text.
#include "core/experiment/auditcontext.h"
#include "core/experiment/auditsetting.h"
#include "core/experiment/auditsteps.h"
#include "core/experiment/audittrials.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace experiment::auditsteps {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::AuditEvidence)
};

/// Where the files of honest names went. A service may spread them over folders of its own - by a letter or a hash of the
/// name, by the time - so that another folder alone is nothing.
class Store
{
public:
    void add(const QString &file, const QByteArray &name)
    {
        const QString folder = QFileInfo(file).absolutePath();
        m_keepsNames = m_keepsNames || isNamedBy(file, name);
        if (!m_folders.contains(folder))
            m_folders += folder;
    }
    [[nodiscard]] bool isSeen() const { return !m_folders.isEmpty(); }
    [[nodiscard]] bool keepsNames() const { return m_keepsNames; }
    [[nodiscard]] bool holds(const QString &folder) const
    {
        return std::ranges::any_of(
            m_folders, [&folder](const QString &own) { return own == folder || isBelow(folder, own); });
    }
    /// Whether it is one of these, below one, or beside them, as deep as they are.
    [[nodiscard]] bool isAlike(const QString &folder) const
    {
        const QString common = commonFolder();
        const QString root = m_folders.size() > 1 ? common : QFileInfo(common).path();
        const bool isAsDeep = std::ranges::any_of(
            m_folders, [&folder](const QString &own) { return own.count(u'/') == folder.count(u'/'); });
        return holds(folder) || (isAsDeep && isBelow(folder, root));
    }
    /// Whether a name that leads up by so many folders led there, from any of these or from another one beside them.
    [[nodiscard]] bool leadsTo(const QString &folder, int ups) const
    {
        if (holds(folder))
            return false;
        const QString common = commonFolder();
        return std::ranges::any_of(m_folders, [&](const QString &own) {
            const auto up = own.count(u'/') - folder.count(u'/');
            const bool isAbove = isBelow(own, folder);
            const bool isBeside = m_folders.size() > 1 && (folder == common || isBelow(folder, common));
            return up >= 1 && up <= ups && (isAbove || isBeside);
        });
    }
    /// What all of its folders have in common.
    [[nodiscard]] QString commonFolder() const
    {
        QStringList common = m_folders.value(0).split(u'/');
        for (const QString &folder : m_folders) {
            const QStringList parts = folder.split(u'/');
            const auto end = std::ranges::mismatch(common, parts).in1;
            common.erase(end, common.end());
        }
        return common.join(u'/');
    }

    /// A service may put something before and behind a name.
    [[nodiscard]] static bool isNamedBy(const QString &file, const QByteArray &name)
    {
        constexpr qsizetype suffix = 4; // ".txt"
        return QFileInfo(file).fileName().contains(QString::fromUtf8(name.chopped(suffix)));
    }

private:
    [[nodiscard]] static bool isBelow(const QString &folder, const QString &above)
    {
        return folder.startsWith(above.endsWith(u'/') ? above : above + u'/');
    }

    QStringList m_folders;
    bool m_keepsNames = false; ///< In the files' own names.
};

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
    return Text::tr("not tried: the server is not on this machine%1", "how to set that, in brackets")
        .arg(markOf(AuditSetting::OddNames));
}

bool mayTry(AuditContext &context)
{
    return context.uploads().hasNames() && (context.isLocal() || context.plan().sendsOddNames);
}

/// A file name that leads out of the folder, and what is left of it where it does.
struct OddName
{
    QByteArray text;
    QByteArray tail; ///< An honest name that is sent before it begins alike, and so goes to the same folder.
    int ups = 1; ///< By so many folders at most; 0: it is absolute.
};

std::vector<OddName> namesThatLeadOut(RawUploads &uploads)
{
    const QByteArray name = uploads.nextName();
    return {{"../" + name, name},
            {"../../up-" + name, "up-" + name, 2},
            {"..\\back-" + name, "back-" + name},
            {"%2e%2e%2fencoded-" + name, "encoded-" + name},
            {"....//dots-" + name, "dots-" + name},
            {QDir::tempPath().toUtf8() + "/absolute-" + name, "absolute-" + name, 0}};
}

/// Uploads under names that lead nowhere, a twin of each odd one.
QCoro::Task<Store> findStore(AuditContext &context, std::vector<OddName> names)
{
    Store store;
    for (const OddName &odd : names) {
        const QByteArray end = context.uploads().nextName();
        const qsizetype prefix = odd.tail.indexOf("tidemark-audit-");
        const QByteArray twin = odd.tail.first(prefix) + end;
        const Placed placed = co_await place(context, twin, true);
        for (const QString &file : placed.files)
            store.add(file, twin);
    }
    co_return store;
}

/// Whether a file is where the name led, and not where a service puts files by itself.
bool hasEscaped(const QString &file, const OddName &odd, const Store &store)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (store.holds(folder))
        return false;
    if (odd.ups == 0 && file == QString::fromUtf8(odd.text))
        return true;
    const bool hasTail = Store::isNamedBy(file, odd.tail);
    if (!store.isSeen()) // of an honest name nothing is in the folders that are watched
        return hasTail;
    return (hasTail || !store.keepsNames()) && store.leadsTo(folder, odd.ups);
}

} // namespace

Finding pathTraversal(AuditContext &context)
{
    if (!mayTry(context))
        co_return undecided(notTried(context));
    const std::vector<OddName> names = namesThatLeadOut(context.uploads());
    const Store store = co_await findStore(context, names);
    QStringList escaped, elsewhere;
    size_t refused = 0, kept = 0;
    for (const OddName &odd : names) {
        const Placed placed = co_await place(context, odd.text, true);
        if (placed.made.error.kind != base::ErrorKind::None)
            co_return undecided(placed.made.error.message);
        bool isKept = !placed.files.isEmpty();
        for (const QString &file : placed.files) {
            const QString where
                = Text::tr("“%1” was stored as %2", "a name, a file").arg(QString::fromUtf8(odd.text), file);
            const bool isOut = hasEscaped(file, odd, store);
            const bool isAlike = !isOut && store.isAlike(QFileInfo(file).absolutePath());
            isKept = isKept && isAlike;
            if (isOut)
                escaped += where;
            else if (!isAlike)
                elsewhere += where;
        }
        refused += placed.made.answer && !placed.made.isTaken() && placed.made.status() >= 300
            && placed.made.status() < 500;
        kept += isKept;
    }
    if (!escaped.isEmpty()) {
        if (store.isSeen())
            escaped += Text::tr("other files are stored in %1").arg(store.commonFolder());
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
    if (!elsewhere.isEmpty())
        co_return undecided(
            Text::tr("%1; whether the name or the service chose that place cannot be told", "files")
                .arg(auditClauses(elsewhere)));
    if (!store.isSeen())
        co_return undecided(Text::tr("%1; where the others went cannot be seen%2",
                                     "counts of names, how to set that, in brackets")
                                .arg(counts, markOf(AuditSetting::Store)));
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
