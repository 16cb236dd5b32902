// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/decode.h"
#include "core/pprof/profilecontent.h"
#include "tests/pprof/profilewriter.h"

#include <QTest>

/// Profiles for the tests of the Profile page. What is wrong with them ends the test program: they are part of it.
namespace kit {

[[nodiscard]] inline std::shared_ptr<const pprof::Profile> decoded(const QByteArray &bytes)
{
    auto profile = pprof::decode(bytes);
    if (!profile)
        qFatal("%s", qPrintable(profile.error().message));
    return std::make_shared<const pprof::Profile>(std::move(profile).value());
}

[[nodiscard]] inline pprof::SharedContent content(const pprof::ContentRequest &request)
{
    auto content = pprof::makeContent(request);
    if (!content)
        qFatal("%s", qPrintable(content.error().message));
    return std::move(content).value();
}

/// One sample type, "inuse_space" in bytes, exact unless a period is given.
[[nodiscard]] inline support::ProfileWriter spaceWriter(qint64 period = 1)
{
    support::ProfileWriter writer({"inuse_space/bytes"});
    writer.period = period;
    return writer;
}

[[nodiscard]] inline pprof::SharedContent plain(const support::ProfileWriter &writer)
{
    return content({decoded(writer.plain()), nullptr, {}, 0});
}

[[nodiscard]] inline pprof::SharedContent change(const support::ProfileWriter &before,
                                                 const support::ProfileWriter &after, double uploads = 0)
{
    return content({decoded(after.plain()), decoded(before.plain()), {}, uploads});
}

[[nodiscard]] inline QByteArray recorded(const char *name)
{
    return support::recordedProfile(QString::fromLatin1(name));
}

/// The first frame of that function; -1: none.
[[nodiscard]] inline qint32 nodeOf(const pprof::ProfileContent &content, const char *function)
{
    for (size_t i = 1; i < content.flame.nodes.size(); ++i) {
        if (content.profile->functionName(content.flame.nodes[i].function) == QLatin1StringView(function))
            return static_cast<qint32>(i);
    }
    return -1;
}

[[nodiscard]] inline int rowOf(const pprof::ProfileContent &content, const char *function)
{
    for (size_t i = 0; i < content.rows.size(); ++i) {
        if (content.rows[i].function == QLatin1StringView(function))
            return static_cast<int>(i);
    }
    return -1;
}

/// A server's profile: a root with two routes, one of them recursing.
[[nodiscard]] inline pprof::SharedContent server()
{
    support::ProfileWriter writer = spaceWriter();
    writer.add(
        "io.ReadAll@/usr/lib/go/src/io/io.go:638 <- main.readAll@/src/app/read.go:31 <- http.serve <- root",
        {600});
    writer.add("main.cache@/src/app/cache.go:9 <- http.serve <- root", {250});
    writer.add("main.walk <- main.walk <- http.serve <- root", {100});
    writer.add("http.accept <- root", {50});
    return plain(writer);
}

} // namespace kit
