// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/httpstatus.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace report {

namespace {

struct Phrase
{
    int status;
    const char *words;
};

// https://www.iana.org/assignments/http-status-codes
constexpr std::array phrases{
    Phrase{200, "OK"},
    Phrase{201, "Created"},
    Phrase{202, "Accepted"},
    Phrase{203, "Non-Authoritative Information"},
    Phrase{204, "No Content"},
    Phrase{205, "Reset Content"},
    Phrase{206, "Partial Content"},
    Phrase{207, "Multi-Status"},
    Phrase{300, "Multiple Choices"},
    Phrase{301, "Moved Permanently"},
    Phrase{302, "Found"},
    Phrase{303, "See Other"},
    Phrase{304, "Not Modified"},
    Phrase{307, "Temporary Redirect"},
    Phrase{308, "Permanent Redirect"},
    Phrase{400, "Bad Request"},
    Phrase{401, "Unauthorized"},
    Phrase{402, "Payment Required"},
    Phrase{403, "Forbidden"},
    Phrase{404, "Not Found"},
    Phrase{405, "Method Not Allowed"},
    Phrase{406, "Not Acceptable"},
    Phrase{407, "Proxy Authentication Required"},
    Phrase{408, "Request Timeout"},
    Phrase{409, "Conflict"},
    Phrase{410, "Gone"},
    Phrase{411, "Length Required"},
    Phrase{412, "Precondition Failed"},
    Phrase{413, "Content Too Large"},
    Phrase{414, "URI Too Long"},
    Phrase{415, "Unsupported Media Type"},
    Phrase{416, "Range Not Satisfiable"},
    Phrase{417, "Expectation Failed"},
    Phrase{421, "Misdirected Request"},
    Phrase{422, "Unprocessable Content"},
    Phrase{423, "Locked"},
    Phrase{425, "Too Early"},
    Phrase{426, "Upgrade Required"},
    Phrase{428, "Precondition Required"},
    Phrase{429, "Too Many Requests"},
    Phrase{431, "Request Header Fields Too Large"},
    Phrase{451, "Unavailable For Legal Reasons"},
    Phrase{460, "Checksum Mismatch"}, // tus 1.0, in no registry
    Phrase{500, "Internal Server Error"},
    Phrase{501, "Not Implemented"},
    Phrase{502, "Bad Gateway"},
    Phrase{503, "Service Unavailable"},
    Phrase{504, "Gateway Timeout"},
    Phrase{505, "HTTP Version Not Supported"},
    Phrase{507, "Insufficient Storage"},
    Phrase{508, "Loop Detected"},
    Phrase{511, "Network Authentication Required"},
};

QString phraseOf(int status)
{
    const auto at = std::lower_bound(phrases.begin(), phrases.end(), status,
                                     [](const Phrase &phrase, int wanted) { return phrase.status < wanted; });
    return at != phrases.end() && at->status == status ? QString::fromLatin1(at->words) : QString();
}

QString withoutTags(const QString &html)
{
    static const QRegularExpression title(QStringLiteral("<title[^>]*>([^<]*)</title>"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    const QRegularExpressionMatch match = title.match(html);
    if (match.hasMatch() && !match.capturedView(1).trimmed().isEmpty())
        return match.captured(1);
    return QString(html).replace(tag, QStringLiteral(" "));
}

/// Whether the words say only what the status says: "413", "Created", "413 Request Entity Too Large" (the
/// name of RFC 2616, which most servers still use).
bool isOnlyStatus(const QString &words, int status)
{
    QString rest = words;
    const QString code = QString::number(status);
    if (rest.startsWith(code))
        rest = rest.mid(code.size()).trimmed();
    if (rest.isEmpty() || rest.compare(phraseOf(status), Qt::CaseInsensitive) == 0)
        return true;
    static const QStringList oldNames{QStringLiteral("request entity too large"),
                                      QStringLiteral("payload too large"),
                                      QStringLiteral("unprocessable entity")};
    return oldNames.contains(rest.toLower());
}

} // namespace

QString httpStatusText(int status)
{
    const QString phrase = phraseOf(status);
    return phrase.isEmpty() ? QString::number(status) : QString(QString::number(status) + u' ' + phrase);
}

QString serverWords(const QString &message, int status)
{
    const QString trimmed = message.trimmed();
    const QString plain = (trimmed.startsWith(u'<') ? withoutTags(trimmed) : trimmed).simplified();
    return status != 0 && isOnlyStatus(plain, status) ? QString() : plain;
}

} // namespace report
