// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkreport.h"

#include "core/report/checkhtml.h"
#include "core/report/checkjson.h"

namespace report {

QByteArray renderCheck(const experiment::CheckResult &result, Format format)
{
    switch (format) {
    case Format::Html:
        return checkToHtml(result);
    case Format::Markdown:
        return markdownOf(checkText(result));
    case Format::Csv:
        return checkToCsv(result);
    case Format::Json:
        return checkToJson(result);
    case Format::JUnit:
        return checkToJUnit(result);
    case Format::Paper:
        return paperToJson(checkPaper(result));
    }
    return {};
}

} // namespace report
