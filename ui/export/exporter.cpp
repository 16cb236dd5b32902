// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exporter.h"

#include "core/base/background.h"
#include "core/base/writefile.h"
#include "core/report/auditreport.h"
#include "core/report/checkreport.h"
#include "core/report/failedlist.h"
#include "core/report/report.h"
#include "core/report/sweepreport.h"
#include "core/session/sessionrange.h"
#include "ui/paper/paperpdf.h"

namespace ui {

using report::ExportFile;
using Written = base::Result<base::Done>;

namespace {

/// What render() gave: a PDF of Format::Paper, everything else as it is.
Written writeDocument(const ExportFile &file, const QByteArray &rendered)
{
    if (file.format != report::Format::Paper)
        return base::writeFile(file.name, rendered);
    const base::Result<report::Paper> paper = report::paperFromJson(rendered);
    return paper ? base::writeFile(file.name, paper::toPdf(*paper)) : Written(paper.error());
}

Written writeFailed(const session::SessionSnapshot &snapshot, const transfer::FailureReason &reason,
                    const QString &fileName)
{
    report::FailureFilter only;
    if (reason.kind != base::ErrorKind::None)
        only = reason;
    const bool isPaths = fileName.endsWith(QLatin1StringView(".txt"), Qt::CaseInsensitive);
    return base::writeFile(
        fileName, isPaths ? report::failedAsPaths(snapshot, only) : report::failedAsCsv(snapshot, only));
}

/// As its renderer makes it in the file's format.
template <typename Result>
Written writeResult(const Result &result, QByteArray (*render)(const Result &, report::Format),
                    const ExportFile &file)
{
    return writeDocument(file, render(result, file.format));
}

} // namespace

Exporter::Exporter(QObject *parent)
    : QObject(parent)
{
}

void Exporter::exportTo(const ExportFile &file, const std::optional<base::TimeRange> &range)
{
    ask(file.name, [file, range](const session::SharedSnapshot &snapshot) {
        return writeDocument(file,
                             range ? report::render(session::partOf(*snapshot, *range), file.format)
                                   : report::render(*snapshot, file.format));
    });
}

void Exporter::exportFailed(const transfer::FailureReason &reason, const QString &fileName)
{
    ask(fileName, [reason, fileName](const session::SharedSnapshot &snapshot) {
        return writeFailed(*snapshot, reason, fileName);
    });
}

void Exporter::ask(const QString &fileName, WriteSnapshot write)
{
    m_waiting.append({fileName, std::move(write)});
    Q_EMIT snapshotNeeded(QStringLiteral("session"));
}

void Exporter::take(const session::SharedSnapshot &snapshot)
{
    if (m_waiting.isEmpty())
        return;
    const Waiting next = m_waiting.takeFirst();
    run(next.fileName, [snapshot, write = next.write] { return write(snapshot); });
}

void Exporter::exportCheck(const experiment::CheckResult &result, const ExportFile &file)
{
    run(file.name, [result, file] { return writeResult(result, report::renderCheck, file); });
}

void Exporter::exportSweep(const experiment::SweepResult &result, const ExportFile &file)
{
    run(file.name, [result, file] { return writeResult(result, report::renderSweep, file); });
}

void Exporter::exportAudit(const experiment::AuditResult &result, const ExportFile &file)
{
    run(file.name, [result, file] { return writeResult(result, report::renderAudit, file); });
}

void Exporter::exportDocument(const Make &make, const ExportFile &file)
{
    run(file.name, [make, file]() -> Written {
        const base::Result<QByteArray> rendered = make();
        return rendered ? writeDocument(file, *rendered) : rendered.error();
    });
}

void Exporter::run(const QString &fileName, Write write)
{
    base::inBackground(*this, std::move(write), [this, fileName](const Written &result) {
        if (result)
            Q_EMIT exported(fileName);
        else
            Q_EMIT failed(fileName, result.error());
    });
}

} // namespace ui
