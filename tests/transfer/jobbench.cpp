// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transfer/jobbench.h"

#include "tests/transfer/pattern.h"

using transfer::UploadJob;

namespace testing {

JobFile::JobFile()
{
    if (!writePattern(path(), size))
        qFatal("no file");
}

JobBench::JobBench()
    : job(std::make_unique<UploadJob>(manager, clock))
{
    QObject::connect(job.get(), &UploadJob::progressed, job.get(),
                     [this](qint64 sent) { log << QStringLiteral("sent %1").arg(sent); });
    QObject::connect(job.get(), &UploadJob::bodySent, job.get(),
                     [this] { log << QStringLiteral("body sent"); });
    QObject::connect(job.get(), &UploadJob::finished, job.get(), [this](const UploadJob::Outcome &o) {
        log << QStringLiteral("finished");
        outcome = o;
    });
}

} // namespace testing
