// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reporthead.h"

#include "core/experiment/auditresult.h"
#include "core/experiment/checkresult.h"
#include "core/experiment/sweepresult.h"
#include "core/report/checkcomparison.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

namespace report {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::ReportHead)
};

QString kindOf(const session::SessionSnapshot &snapshot)
{
    if (snapshot.command == QLatin1String("watch"))
        return Text::tr("Watch report");
    return snapshot.command == QLatin1String("upload") ? Text::tr("Upload report")
                                                       : Text::tr("Session report");
}

QString subjectOf(const session::SessionSnapshot &snapshot)
{
    const QUrl &about = snapshot.server.isEmpty() ? snapshot.watched : snapshot.server;
    const bool isLocal = about.isEmpty() && !snapshot.beside.isEmpty();
    return isLocal ? sourceTitle(snapshot.beside.constFirst().name) : displayUrl(about);
}

} // namespace

QString ReportHead::program() const
{
    return QString(QStringLiteral("Tidemark ") + printable(programVersion, 40)).trimmed();
}

ReportHead headOf(const session::SessionSnapshot &snapshot)
{
    return {kindOf(snapshot), subjectOf(snapshot), snapshot.startedAtMs, snapshot.programVersion};
}

ReportHead headOf(const experiment::CheckResult &result)
{
    return {Text::tr("Leak check"), displayUrl(result.plan.uploads.target.endpoint.url), result.startedMs,
            QStringLiteral(TIDEMARK_VERSION)};
}

ReportHead headOf(const experiment::SweepResult &result)
{
    return {Text::tr("Concurrency sweep"), displayUrl(result.plan.uploads.target.endpoint.url),
            result.startedMs, QStringLiteral(TIDEMARK_VERSION)};
}

ReportHead headOf(const experiment::AuditResult &result)
{
    return {Text::tr("Endpoint audit"), displayUrl(result.plan.target.endpoint.url), result.startedMs,
            QStringLiteral(TIDEMARK_VERSION)};
}

ReportHead headOf(const CheckComparison &comparison)
{
    return {Text::tr("Comparison of two leak checks"), printable(comparison.after.server),
            comparison.after.startedMs, QStringLiteral(TIDEMARK_VERSION)};
}

QString unitsText()
{
    return Text::tr("Sizes are binary: 1 MiB is 1,048,576 bytes. Times are UTC.");
}

} // namespace report
