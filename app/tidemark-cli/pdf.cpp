// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/pdf.h"

#include "core/base/companion.h"

#include <QProcess>

namespace cli {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;
using report::Format;

constexpr int patienceMs = 120'000;

Result<QString> pdfProgram()
{
    Result<QString> program = base::findCompanion(QStringLiteral("tidemark-pdf"), "TIDEMARK_PDF",
                                                  QStringLiteral("tidemark-pdf, which makes PDFs,"));
    if (program)
        return program;
    Error error = program.error();
    error.message += QStringLiteral("; a .html report can be printed by a browser");
    return error;
}

Error noPdf(const QString &why)
{
    return {
        ErrorKind::WriteFailed, QStringLiteral("the PDF could not be made: %1").arg(why.trimmed()), 0, {}};
}

} // namespace

Result<base::Done> canMake(Format format)
{
    if (format != Format::Paper)
        return base::Done();
    const Result<QString> program = pdfProgram();
    return program ? Result<base::Done>(base::Done()) : Result<base::Done>(program.error());
}

Result<QByteArray> finishedReport(Format format, const QByteArray &rendered)
{
    if (format != Format::Paper)
        return rendered;
    const Result<QString> program = pdfProgram();
    if (!program)
        return program.error();
    QProcess process;
    process.start(*program, QStringList());
    process.write(rendered);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs))
        return noPdf(process.errorString());
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return noPdf(QString::fromUtf8(process.readAllStandardError()));
    return process.readAllStandardOutput();
}

} // namespace cli
