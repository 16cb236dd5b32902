// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/companion.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace base {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(base::Companion)
};

} // namespace

Result<QString> findCompanion(const QString &name, const char *variable, const QString &what)
{
    const QString chosen = qEnvironmentVariable(variable);
    const QDir here(QCoreApplication::applicationDirPath());
    const QStringList places = chosen.isEmpty()
        ? QStringList{here.filePath(name),
                      QDir::cleanPath(here.filePath(QStringLiteral("../libexec/tidemark/") + name))}
        : QStringList{chosen};
    for (const QString &place : places) {
        const QFileInfo file(place);
        if (file.isFile() && file.isExecutable())
            return file.absoluteFilePath();
    }
    return Error{ErrorKind::NotFound,
                 Text::tr("%1 was not found at %2")
                     .arg(what, places.join(Text::tr(" or ", "between places in a file system"))),
                 0,
                 {}};
}

} // namespace base
