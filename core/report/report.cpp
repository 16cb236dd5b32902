// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/report/junit.h"

namespace report {

QByteArray render(const session::SessionSnapshot &snapshot, Format format)
{
    switch (format) {
    case Format::Html:
        return toHtml(snapshot);
    case Format::Json:
        return toJson(snapshot);
    case Format::Csv:
        return toCsv(snapshot);
    case Format::JUnit:
        return toJUnit(snapshot);
    case Format::Markdown:
        return toMarkdown(snapshot);
    case Format::Paper:
        return paperToJson(sessionPaper(snapshot));
    }
    return {};
}

} // namespace report
