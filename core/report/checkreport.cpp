// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkreport.h"

#include "core/report/checkhtml.h"
#include "core/report/checkjson.h"

namespace report {

std::optional<CheckFormat> checkFormatForFile(const QString &fileName)
{
    const auto endsWith = [&](const char *ending) {
        return fileName.endsWith(QLatin1StringView(ending), Qt::CaseInsensitive);
    };
    if (endsWith(".html") || endsWith(".htm"))
        return CheckFormat::Html;
    if (endsWith(".md"))
        return CheckFormat::Markdown;
    return endsWith(".json") ? std::optional(CheckFormat::Json) : std::nullopt;
}

QByteArray renderCheck(const experiment::CheckResult &result, CheckFormat format)
{
    switch (format) {
    case CheckFormat::Html:
        return checkToHtml(result);
    case CheckFormat::Markdown:
        return checkToMarkdown(result);
    case CheckFormat::Json:
        break;
    }
    return checkToJson(result);
}

} // namespace report
