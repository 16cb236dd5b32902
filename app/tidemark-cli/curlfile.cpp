// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/curlfile.h"

#include "core/servers/curlimport.h"
#include "core/transfer/nativepath.h"

#include <QFile>

#include <cstdio>

namespace cli {

namespace {

using base::Done;
using base::Result;

constexpr qint64 longestCommand = 1024 * 1024;

Result<QByteArray> contentOf(const std::string &name)
{
    QFile file(text(name));
    const bool isOpen = name == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return usage(QStringLiteral("--from-curl %1 cannot be read: %2").arg(text(name), file.errorString()));
    const QByteArray content = file.read(longestCommand + 1);
    if (content.size() > longestCommand)
        return usage(QStringLiteral("--from-curl %1 is too long for a command").arg(text(name)));
    return content;
}

/// As the shell would: from the environment. One that is empty is taken for a slip.
std::optional<QString> fromEnvironment(const QString &name)
{
    const QString value = qEnvironmentVariable(name.toUtf8().constData());
    return value.isEmpty() ? std::nullopt : std::optional(value);
}

} // namespace

Result<Done> takeCurl(const RawOptions &raw, Options &options)
{
    if (!raw.to.empty())
        return usage(QStringLiteral("--from-curl and --to exclude each other: both name the server"));
    const auto content = contentOf(raw.fromCurl);
    if (!content)
        return content.error();
    auto import = servers::importCurl(QString::fromUtf8(*content), fromEnvironment);
    if (!import)
        return usage(QStringLiteral("--from-curl: ") + import.error().message);
    if (!import->obstacles.isEmpty())
        return usage(QStringLiteral("--from-curl: this curl command cannot be sent from here: ")
                     + import->obstacles.join(QLatin1String("; ")));
    const transfer::UploadMethod asked = options.target.method;
    options.target = servers::targetOf(import->profile);
    if (raw.method != RawOptions().method)
        options.target.method = asked;
    if (raw.field != RawOptions().field)
        options.target.field = text(raw.field);
    if (raw.paths.empty()) {
        for (const QString &file : std::as_const(import->files))
            options.paths.append(transfer::fromNativePath(file.toLocal8Bit()));
    }
    options.rateLimit.bytesPerSecond = import->profile.limits.bytesPerSecond;
    options.notes += import->notes;
    return Done();
}

} // namespace cli
