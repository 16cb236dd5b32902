// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/profileoptions.h"

namespace cli {

QUrl profileUrl(const QUrl &typed)
{
    constexpr QLatin1StringView folder("/debug/pprof");
    QString path = typed.path();
    const qsizetype at = path.indexOf(folder);
    const bool namesOne = at >= 0 && path.size() > at + folder.size() + 1; // "/debug/pprof/x"
    const QString name = path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
    const bool isFile = at < 0 && name.contains(QLatin1Char('.'));
    if (namesOne || isFile)
        return typed;
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    if (at < 0)
        path += folder;
    QUrl url = typed;
    url.setPath(path + QStringLiteral("/heap"));
    if (!url.hasQuery())
        url.setQuery(QStringLiteral("gc=1"));
    return url;
}

} // namespace cli
