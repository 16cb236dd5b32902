// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/command.h"
#include "app/tidemark-cli/commandline.h"
#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/passwordsource.h"
#include "app/tidemark-cli/process.h"
#include "app/tidemark-cli/results.h"
#include "app/tidemark-cli/signalwatcher.h"
#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"
#include "core/report/safetext.h"
#include "core/session/session.h"

#include <QCoreApplication>

namespace {

int run(const cli::Options &options, cli::Output &output)
{
    base::SystemClock clock;
    net::CurlAccessManager manager;
    const cli::SignalWatcher signalWatcher;
    const cli::Context context{options, output, clock, manager};
    if (!cli::Results(context).couldDeliver()) // before the work, not after it
        return cli::exitCouldNotRun;
    const auto command = cli::makeCommand(context);
    QObject::connect(&signalWatcher, &cli::SignalWatcher::interrupted, command.get(),
                     &cli::Command::interrupt);
    // Queued, because a command may finish before the event loop runs.
    QObject::connect(command.get(), &cli::Command::finished, qApp, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    command->start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    cli::prepareProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tidemark"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TIDEMARK_VERSION));
    session::registerMetaTypes();

    auto parsed = cli::parseCommandLine(argc, argv);
    if (const auto *exit = std::get_if<cli::CommandLineExit>(&parsed))
        return cli::say(*exit);
    auto &options = std::get<cli::Options>(parsed);
    cli::Output output(options);
    if (const auto done = cli::completePasswords(options); !done) {
        cli::writeDocument(options.json, cli::errorDocument(cli::nameOf(options.command), done.error()));
        output.error(done.error().message);
        return done.error().kind == base::ErrorKind::Cancelled ? cli::exitInterrupted : cli::exitUsage;
    }
    if (!options.target.endpoint.transport.verifyTls || !options.watch.transport.verifyTls)
        output.error(
            QStringLiteral("warning: --insecure: certificates are not checked, so anyone on the way can read "
                           "and change what is sent"));
    for (const QString &note : std::as_const(options.notes))
        output.error(QStringLiteral("note: ") + report::printable(note));
    return run(options, output);
}
