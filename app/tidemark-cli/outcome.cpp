// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/outcome.h"

#include "core/report/safetext.h"
#include "core/report/watchability.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace cli {

namespace {
using base::ErrorKind;

bool isAboutTheFile(ErrorKind kind)
{
    return kind == ErrorKind::FileMissing || kind == ErrorKind::FileUnreadable || kind == ErrorKind::NotAFile;
}

QJsonObject toObject(const base::Error &error)
{
    const QString detail = report::withoutSecrets(error.detail);
    return {{QStringLiteral("kind"), base::toKey(error.kind)},
            {QStringLiteral("message"), report::withoutSecrets(error.message)},
            {QStringLiteral("detail"), detail.isEmpty() ? QJsonValue() : QJsonValue(detail)}};
}
} // namespace

bool neverReachedServer(ErrorKind kind)
{
    return report::isAboutConnecting(kind) || isAboutTheFile(kind);
}

std::optional<base::Error> couldNotUpload(const session::SessionSnapshot &snapshot)
{
    if (snapshot.uploads.isEmpty())
        return base::Error{
            ErrorKind::NotFound, QStringLiteral("there is no file to upload: the folders are empty"), 0, {}};
    const transfer::UploadRecord *unconnected = nullptr;
    for (const transfer::UploadRecord &record : snapshot.uploads) {
        if (record.state != transfer::UploadState::Failed || !neverReachedServer(record.error.kind))
            return {};
        if (!unconnected && report::isAboutConnecting(record.error.kind))
            unconnected = &record;
    }
    if (!unconnected)
        return base::Error{
            ErrorKind::FileUnreadable, QStringLiteral("none of the files could be read"), 0, {}};
    base::Error error = unconnected->error;
    error.message.prepend(QStringLiteral("no upload reached the server: "));
    return error;
}

QStringList howToBeWatched(const QUrl &url)
{
    const QUrl host
        = url.adjusted(QUrl::RemovePort | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QStringList hints{
        QStringLiteral("Where its metrics are below another path or at another port, name that: "
                       "--watch %1:PORT/PATH")
            .arg(report::displayUrl(host)),
        QStringLiteral("To let it be watched, add one line to the server:"),
        QStringLiteral("  %1, with the default mux: %2")
            .arg(report::lineForProfiles().where, report::lineForProfiles().line)};
    const QList<report::LineToAdd> lines = report::linesForReadings();
    for (const auto &[where, line] : lines)
        hints << QStringLiteral("  %1: %2").arg(where, line);
    return hints;
}

std::optional<base::Error> couldNotWatch(const QUrl &url, const metrics::DiscoveryReport &found)
{
    QStringList tried;
    for (const metrics::Miss &miss : found.misses)
        tried << QStringLiteral("%1  %2").arg(report::displayUrl(miss.url), miss.error.message);
    const QString shown = report::displayUrl(url);
    base::Error error = report::mainReason(found);
    switch (report::watchability(found)) {
    case report::Watchability::Watched:
        return {};
    case report::Watchability::Unreachable: {
        const auto isSame = [&error](const metrics::Miss &miss) { return miss.error.kind == error.kind; };
        error.message = QStringLiteral("cannot reach %1: %2").arg(shown, error.message);
        if (!std::ranges::all_of(found.misses, isSame)) // else each would say the same again
            error.detail = tried.join(u'\n');
        return error;
    }
    case report::Watchability::Silent:
        break;
    }
    tried << howToBeWatched(url);
    return base::Error{ErrorKind::NotFound, QStringLiteral("no metrics found below ") + shown, 0,
                       tried.join(u'\n')};
}

ExitCode uploadExitCode(const session::SessionSnapshot &snapshot, bool failOnFailed, bool failOnAlert)
{
    if (couldNotUpload(snapshot))
        return exitCouldNotRun;
    return snapshot.totals.failed > 0 && failOnFailed ? exitFound : watchExitCode(snapshot, failOnAlert);
}

ExitCode watchExitCode(const session::SessionSnapshot &snapshot, bool failOnAlert)
{
    return !snapshot.alerts.isEmpty() && failOnAlert ? exitFound : exitFine;
}

QByteArray withError(const QByteArray &document, const base::Error &error)
{
    // Not parsed and written again: it may hold a hundred thousand uploads.
    const qsizetype end = document.lastIndexOf('}');
    Q_ASSERT(end > 0);
    return document.left(end).trimmed()
        + ",\n  \"error\": " + QJsonDocument(toObject(error)).toJson(QJsonDocument::Compact) + "\n}\n";
}

QString nameOf(CommandName command)
{
    switch (command) {
    case CommandName::Upload:
        return QStringLiteral("upload");
    case CommandName::Watch:
        return QStringLiteral("watch");
    case CommandName::Check:
        return QStringLiteral("check");
    case CommandName::Sweep:
        return QStringLiteral("sweep");
    case CommandName::Audit:
        return QStringLiteral("audit");
    case CommandName::Demo:
        return QStringLiteral("demo");
    case CommandName::Report:
        return QStringLiteral("report");
    case CommandName::Profile:
        return QStringLiteral("profile");
    case CommandName::Compare:
        return QStringLiteral("compare");
    case CommandName::Alerts:
        return QStringLiteral("alerts");
    case CommandName::Runs:
        return QStringLiteral("runs");
    }
    return {};
}

QByteArray errorDocument(const QString &command, const base::Error &error)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), QStringLiteral("tidemark.%1/1").arg(command)},
                                     {QStringLiteral("command"), command},
                                     {QStringLiteral("error"), toObject(error)}})
        .toJson();
}

} // namespace cli
