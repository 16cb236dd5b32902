// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/statustext.h"

namespace metrics {
namespace {

QLatin1StringView phraseFor(int httpStatus)
{
    switch (httpStatus) {
    case 204:
        return QLatin1StringView("No Content");
    case 206:
        return QLatin1StringView("Partial Content");
    case 301:
        return QLatin1StringView("Moved Permanently");
    case 302:
        return QLatin1StringView("Found");
    case 303:
        return QLatin1StringView("See Other");
    case 307:
        return QLatin1StringView("Temporary Redirect");
    case 308:
        return QLatin1StringView("Permanent Redirect");
    case 400:
        return QLatin1StringView("Bad Request");
    case 401:
        return QLatin1StringView("Unauthorized");
    case 403:
        return QLatin1StringView("Forbidden");
    case 404:
        return QLatin1StringView("Not Found");
    case 405:
        return QLatin1StringView("Method Not Allowed");
    case 406:
        return QLatin1StringView("Not Acceptable");
    case 407:
        return QLatin1StringView("Proxy Authentication Required");
    case 408:
        return QLatin1StringView("Request Timeout");
    case 410:
        return QLatin1StringView("Gone");
    case 411:
        return QLatin1StringView("Length Required");
    case 421:
        return QLatin1StringView("Misdirected Request");
    case 426:
        return QLatin1StringView("Upgrade Required");
    case 429:
        return QLatin1StringView("Too Many Requests");
    case 500:
        return QLatin1StringView("Internal Server Error");
    case 501:
        return QLatin1StringView("Not Implemented");
    case 502:
        return QLatin1StringView("Bad Gateway");
    case 503:
        return QLatin1StringView("Service Unavailable");
    case 504:
        return QLatin1StringView("Gateway Timeout");
    default:
        return {};
    }
}

} // namespace

base::Error statusError(int httpStatus)
{
    const QLatin1StringView phrase = phraseFor(httpStatus);
    QString message = QString::number(httpStatus);
    if (!phrase.isEmpty())
        message += QLatin1Char(' ') + phrase;
    return {base::ErrorKind::HttpStatus, message, httpStatus, {}};
}

} // namespace metrics
