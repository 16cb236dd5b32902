// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace report {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::JsonFile)
};

constexpr qint64 maxFileBytes = 1LL << 30;

Error unreadable(const QString &fileName, const QString &why)
{
    return {ErrorKind::FileUnreadable, Text::tr("%1 cannot be read: %2").arg(fileName, why), 0, {}};
}

} // namespace

Error noReport(const QString &fileName, const QString &why)
{
    return {ErrorKind::Malformed, Text::tr("%1 is not a report of Tidemark: %2").arg(fileName, why), 0, {}};
}

base::Result<QByteArray> readReportFile(const QString &fileName)
{
    const QFileInfo info(fileName);
    if (!info.exists())
        return Error{ErrorKind::FileMissing, Text::tr("%1 does not exist").arg(fileName), 0, {}};
    // A FIFO or a device could keep us reading for ever.
    if (!info.isFile())
        return unreadable(fileName, Text::tr("not a regular file"));
    if (info.size() > maxFileBytes)
        return noReport(fileName, Text::tr("larger than 1 GiB"));
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(fileName, file.errorString());
    // read() sets aside all it is allowed to read: no more than there is.
    QByteArray content = file.read(std::min(maxFileBytes, file.size()));
    if (file.error() != QFileDevice::NoError)
        return unreadable(fileName, file.errorString());
    return content;
}

base::Result<QJsonObject> parseJson(const QByteArray &json, const QString &name)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return noReport(name,
                        Text::tr("%1 at byte %2", "what is wrong")
                            .arg(problem.errorString(), QString::number(problem.offset)));
    if (!document.isObject())
        return noReport(name, Text::tr("not an object"));
    return document.object();
}

base::Result<QJsonObject> readJsonFile(const QString &fileName)
{
    const base::Result<QByteArray> content = readReportFile(fileName);
    if (!content)
        return content.error();
    return parseJson(*content, fileName);
}

} // namespace report
