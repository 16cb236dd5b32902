// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/keychain.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

namespace servers {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(servers::Keychain)
};

QString serviceName()
{
    return QStringLiteral("tidemark");
}

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
        return {ErrorKind::Cancelled, Text::tr("the keychain was not opened"), 0, job.errorString()};
    case QKeychain::AccessDenied:
        return {ErrorKind::NotFound, Text::tr("the keychain refuses access"), 0, job.errorString()};
    default:
        return {ErrorKind::NotFound,
                Text::tr("there is no keychain here: neither the Secret Service nor KWallet answers"), 0,
                job.errorString()};
    }
}

/// Starts it; it deletes itself.
template <typename Job, typename Read>
void run(Job *job, const QString &key, QObject &context, Keychain::Answer answer, Read text)
{
    job->setKey(key);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, &context,
                     [job, answer = std::move(answer), text](QKeychain::Job *) {
                         const bool isNone = job->error() == QKeychain::EntryNotFound;
                         if (job->error() == QKeychain::NoError || isNone)
                             answer(isNone ? QString() : text(*job));
                         else
                             answer(errorOf(*job));
                     });
    job->start();
}

} // namespace

void SystemKeychain::read(const QString &key, QObject &context, Answer answer)
{
    run(new QKeychain::ReadPasswordJob(serviceName()), key, context, std::move(answer),
        [](const QKeychain::ReadPasswordJob &job) { return job.textData(); });
}

void SystemKeychain::write(const QString &key, const QString &text, QObject &context, Answer answer)
{
    const auto nothing = [](const QKeychain::Job &) { return QString(); };
    if (text.isEmpty()) {
        run(new QKeychain::DeletePasswordJob(serviceName()), key, context, std::move(answer), nothing);
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setTextData(text);
    run(job, key, context, std::move(answer), nothing);
}

} // namespace servers
