// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/readprofile.h"

#include "core/pprof/decode.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace pprof {

using base::Error;
using base::ErrorKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(pprof::ReadProfile)
};

} // namespace

base::Result<QByteArray> readProfile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorKind::FileMissing, Text::tr("there is no such file"), 0, {}};
    if (!info.isFile())
        return Error{ErrorKind::NotAFile, Text::tr("this is not a file"), 0, {}};
    if (info.size() > Limits().inflatedBytes)
        return Error{ErrorKind::TooLarge, Text::tr("the profile is too large"), 0, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileUnreadable, file.errorString(), 0, {}};
    return file.readAll();
}

} // namespace pprof
