// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/badge.h"
#include "core/report/reporthead.h"
#include "core/report/reporttext.h"

namespace report {

/// A report as it goes on paper: what a PDF is made of. core draws no pages; ui/paper does, in the window's process or in
/// `tidemark-pdf`, to which a Paper goes as JSON.
struct Paper
{
    /// A picture in the words' place between opening and details.
    struct Chart
    {
        QString caption; ///< Plain: what it shows, and what its parts are.
        QByteArray svg; ///< As paperSvg() makes it.
    };

    ReportHead head;
    QList<Badge> badges;
    QList<Chart> charts;
    ReportText text;
};

/// Schema "tidemark.paper/1". Pure function, any thread.
[[nodiscard]] QByteArray paperToJson(const Paper &paper);
/// Error Malformed, with the first thing that is wrong.
[[nodiscard]] base::Result<Paper> paperFromJson(const QByteArray &json);

} // namespace report
