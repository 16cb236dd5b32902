// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkreport.h"

#include "core/report/checkhtml.h"
#include "core/report/checkjson.h"

namespace report {

QByteArray renderCheck(const experiment::CheckResult &result, Format format)
{
    return renderCheck(result, format, nullptr);
}

QByteArray renderCheck(const experiment::CheckResult &result, Format format, const Baseline *baseline)
{
    switch (format) {
    case Format::Html:
        return checkToHtml(result, baseline);
    case Format::Markdown:
        return markdownOf(checkText(result, baseline));
    case Format::Csv:
        return checkToCsv(result);
    case Format::Json:
        return checkToJson(result, baseline);
    case Format::JUnit:
        return checkToJUnit(result, baseline);
    case Format::Paper:
        return paperToJson(checkPaper(result, baseline));
    }
    return {};
}

} // namespace report
