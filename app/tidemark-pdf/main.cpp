// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a report::Paper as JSON from stdin and writes its PDF to stdout. Exit code 1: it could not, stderr says why.
#include "ui/paper/paperpdf.h"

#include <QFile>
#include <QGuiApplication>

#include <cstdio>

namespace {

int fail(const QString &why)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(why));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // there may be no display, and none is needed
    QGuiApplication application(argc, argv);
    QFile in, out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return fail(QStringLiteral("standard input and output are needed"));
    const base::Result<report::Paper> paper = report::paperFromJson(in.readAll());
    if (!paper)
        return fail(paper.error().message);
    const QByteArray pdf = ui::paper::toPdf(*paper);
    if (out.write(pdf) != pdf.size() || !out.flush())
        return fail(out.errorString());
    return 0;
}
