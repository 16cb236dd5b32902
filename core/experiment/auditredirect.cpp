// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditredirect.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace experiment {
namespace {

constexpr int found = 302, seeOther = 303;

bool hasDigit(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

} // namespace

QByteArray redirectShape(const std::optional<net::RawAnswer> &answer)
{
    if (!answer || (answer->status() != found && answer->status() != seeOther))
        return {};
    const QByteArray location = answer->head.value("Location");
    if (location.isEmpty())
        return {};
    const QUrl url = QUrl::fromEncoded(location);
    QStringList parts = url.path().split(u'/');
    std::ranges::replace_if(parts, hasDigit, QStringLiteral("#"));
    QStringList names;
    for (const auto &[name, value] : QUrlQuery(url).queryItems())
        names += name;
    names.sort();
    return QByteArray::number(answer->status()) + ' ' + url.host().toUtf8() + parts.join(u'/').toUtf8() + '?'
        + names.join(u'&').toUtf8();
}

} // namespace experiment
