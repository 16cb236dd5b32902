// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/jsonpage.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace metrics {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(metrics::MetricsPage)
};

} // namespace

base::Result<QJsonObject> parseJsonObject(QByteArrayView page)
{
    QJsonParseError error;
    // The parser only reads: no need to copy the page.
    const auto raw = QByteArray::fromRawData(page.data(), page.size());
    const QJsonDocument document = QJsonDocument::fromJson(raw, &error);
    if (error.error != QJsonParseError::NoError) {
        return base::Error{
            base::ErrorKind::Malformed,
            Text::tr("broken JSON at byte %1: %2").arg(QString::number(error.offset), error.errorString()),
            0,
            {}};
    }
    if (!document.isObject())
        return base::Error{base::ErrorKind::Malformed, Text::tr("JSON, but not an object"), 0, {}};
    return document.object();
}

} // namespace metrics
