// SPDX-License-Identifier: GPL-3.0-or-later
// A program that runs the sample server until it is killed; prints the server's line.
#include "core/session/sampleserver.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    session::SampleServer server;
    QObject::connect(&server, &session::SampleServer::started, &app, [](const session::SampleInfo &info) {
        std::printf("%s\n", info.line.constData());
        std::fflush(stdout);
    });
    QObject::connect(&server, &session::SampleServer::failed, &app, [](const base::Error &error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.message));
        QCoreApplication::exit(1);
    });
    server.start();
    return QCoreApplication::exec();
}
