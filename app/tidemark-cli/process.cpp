// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/process.h"

#include "core/base/writefile.h"
#include "core/report/safetext.h"

#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstring>

#include <langinfo.h>
#include <sys/resource.h>

namespace cli {

void prepareProcess()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8"); // Qt would choose the same, but say so on stderr.
    // GLib's event dispatcher is of use to desktops only; it makes a system call for each event that is posted, where
    // Qt's own makes one for all.
    qputenv("QT_NO_GLIB", "1");
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file beyond "ulimit -f" is one that cannot be written, like any other
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

void writeDocument(const QString &json, const QByteArray &document)
{
    if (json == QLatin1Char('-')) {
        std::fwrite(document.constData(), 1, static_cast<size_t>(document.size()), stdout);
    } else if (!json.isEmpty()) {
        if (const auto done = base::writeFile(json, document); !done)
            std::fprintf(stderr, "tidemark-cli: %s\n",
                         qUtf8Printable(report::printable(done.error().message)));
    }
}

int say(const CommandLineExit &exit)
{
    writeDocument(exit.json, exit.document);
    if (exit.code == exitFine)
        std::fputs(exit.text.toUtf8().constData(), stdout);
    else
        std::fprintf(stderr, "tidemark-cli: %s\nSee tidemark-cli --help.\n", exit.text.toUtf8().constData());
    return exit.code;
}

} // namespace cli
