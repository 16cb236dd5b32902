// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/resultfiles.h"

#include "core/session/archive.h"
#include "core/session/history.h"
#include "core/transfer/nativepath.h"

#include <QFileInfo>

#include <algorithm>

#include <sys/stat.h>

namespace cli {

namespace {
struct ResultFile
{
    const char *option = nullptr;
    QString file;
};

constexpr int mostLinks = 8;

/// Where a file will be made that is not there yet: links lead on, of the file and of its folder.
QString placeOf(QString file)
{
    for (int i = 0; i < mostLinks; ++i) {
        const QFileInfo link(file);
        if (!link.isSymLink())
            break;
        file = link.symLinkTarget();
    }
    const QFileInfo info(transfer::absolutePath(file));
    const QString folder = QFileInfo(info.path()).canonicalFilePath();
    return (folder.isEmpty() ? info.path() : folder) + u'/' + info.fileName();
}

/// Devices may be written to as often as anybody likes.
bool isOneFile(const QString &one, const QString &other)
{
    struct stat its;
    if (::stat(transfer::toNativePath(one).constData(), &its) == 0)
        return isAmong(transfer::toNativePath(one), {other});
    return placeOf(one) == placeOf(other);
}

QList<ResultFile> resultsOf(const RawOptions &raw)
{
    QList<ResultFile> results;
    const auto add = [&results](const char *option, const QString &file) {
        if (!file.isEmpty() && file != QLatin1Char('-'))
            results.append({option, file});
    };
    add("--json", text(raw.json));
    add("--report", text(raw.report));
    add("--junit", text(raw.junit));
    add("--out", text(raw.out));
    const auto pathOr = [](const std::string &named, const QString &usual) {
        return named.empty() ? usual : transfer::fromNativePath(QByteArray::fromStdString(named));
    };
    if (raw.command == CommandName::Upload && !raw.noArchive) {
        const QString archive = pathOr(raw.archive, session::defaultArchivePath());
        for (const char *part : {"", "-wal", "-shm", "-lock", "-begun"})
            add("--archive", archive + QLatin1StringView(part));
    }
    if (raw.command != CommandName::Profile && !raw.noHistory) {
        const QString history = pathOr(raw.history, session::defaultHistoryPath());
        for (const char *part : {"", "-wal", "-shm"})
            add("--history", history + QLatin1StringView(part));
    }
    return results;
}
} // namespace

bool isAmong(const QByteArray &file, const QStringList &paths)
{
    struct stat its;
    if (::stat(file.constData(), &its) != 0 || !S_ISREG(its.st_mode))
        return false;
    return std::ranges::any_of(paths, [&its](const QString &path) {
        struct stat other;
        return ::stat(transfer::toNativePath(path).constData(), &other) == 0 && its.st_dev == other.st_dev
            && its.st_ino == other.st_ino;
    });
}

base::Result<base::Done> keepResultsApart(const RawOptions &raw, Options & /*options*/)
{
    const QList<ResultFile> results = resultsOf(raw);
    for (const ResultFile &result : results) {
        if (!raw.alertRules.empty() && isOneFile(result.file, text(raw.alertRules)))
            return base::Error{
                base::ErrorKind::WriteFailed,
                QStringLiteral("%1 %2 would take the place of the alert rules; name another file")
                    .arg(QLatin1StringView(result.option), result.file),
                0,
                {}};
    }
    for (qsizetype i = 0; i < results.size(); ++i) {
        for (qsizetype j = i + 1; j < results.size(); ++j) {
            if (results[i].option == results[j].option || !isOneFile(results[i].file, results[j].file))
                continue;
            return base::Error{
                base::ErrorKind::WriteFailed,
                QStringLiteral("%1 and %2 are one file, %3: one would take the place of the other; "
                               "give each a file of its own")
                    .arg(QLatin1StringView(results[i].option), QLatin1StringView(results[j].option),
                         results[i].file),
                0,
                {}};
        }
    }
    return base::Done();
}

base::Result<base::Done> spareFiles(const RawOptions & /*raw*/, Options &options)
{
    for (const auto &[option, result] :
         {std::pair("--json", options.json), std::pair("--report", options.reportFile),
          std::pair("--junit", options.junit)}) {
        if (isAmong(transfer::toNativePath(result), options.paths))
            return base::Error{
                base::ErrorKind::WriteFailed,
                QStringLiteral("%1 %2 would take the place of a file that is to be uploaded; name "
                               "another file")
                    .arg(QLatin1StringView(option), result),
                0,
                {}};
    }
    return base::Done();
}

} // namespace cli
