// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/pprofindex.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace metrics {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(metrics::MetricsPage)
};

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// The number in front of a profile's link: <td>6</td><td><a href='goroutine?debug=1'>goroutine</a></td>,
/// since Go 1.11; older pages quote with " or not at all, and newer ones may add attributes.
double countOf(std::string_view page, std::string_view link)
{
    const size_t at = page.find(link);
    if (at == std::string_view::npos)
        return unknown;
    const std::string_view before = page.substr(0, at);
    const size_t cellEnd = before.rfind("</td>");
    if (cellEnd == std::string_view::npos)
        return unknown;
    size_t begin = cellEnd;
    while (begin > 0 && before[begin - 1] >= '0' && before[begin - 1] <= '9')
        --begin;
    double number = unknown;
    const auto [end, error] = std::from_chars(before.data() + begin, before.data() + cellEnd, number);
    return error == std::errc() ? number : unknown;
}

} // namespace

base::Result<PprofIndex> parsePprofIndex(QByteArrayView page)
{
    const std::string_view text(page.data(), static_cast<size_t>(page.size()));
    const PprofIndex index{countOf(text, "goroutine?debug=1"), countOf(text, "threadcreate?debug=1")};
    if (std::isnan(index.goroutines))
        return base::Error{base::ErrorKind::Malformed, Text::tr("not the index of Go's profiles"), 0, {}};
    return index;
}

QStringList profileNames(QByteArrayView page)
{
    constexpr qsizetype most = 50;
    // <a href='heap?debug=1'>heap</a>, quoted in three ways. The link to debug=2 shows stacks in another form.
    static const QRegularExpression link(
        QStringLiteral("href=[\"']?([A-Za-z0-9_.-]{1,100})\\?debug=1[\"' >]"));
    QStringList names;
    const QString text = QString::fromUtf8(page);
    for (auto matches = link.globalMatch(text); matches.hasNext() && names.size() < most;) {
        const QString name = matches.next().captured(1);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

bool isProfileAtOnce(const QString &name)
{
    static const QStringList others{QStringLiteral("cmdline"), QStringLiteral("profile"),
                                    QStringLiteral("symbol"), QStringLiteral("trace")};
    return !others.contains(name);
}

} // namespace metrics
