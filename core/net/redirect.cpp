// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redirect.h"

#include "core/net/responsehead.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace net {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(net::Redirect)
};

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

bool isRedirectStatus(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// The request is to be made again at the target, as it was.
bool isRepeating(int status)
{
    return status == 307 || status == 308;
}

Redirect refused(const ResponseHead &head, Redirect redirect, const QString &why,
                 base::ErrorKind kind = base::ErrorKind::RedirectRefused)
{
    redirect.action = Redirect::Action::Refuse;
    redirect.error
        = {kind,
           Text::tr("the server redirects to %1 (%2); %3")
               .arg(redirect.target.toString(QUrl::RemoveUserInfo), QString::number(head.status()), why),
           head.status(),
           {}};
    return redirect;
}

} // namespace

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

QString redirectAdvice(int status)
{
    return isRepeating(status)
        ? Text::tr("an upload is not sent twice: use that address")
        : Text::tr("use that address, unless it only shows the result, or is for signing in");
}

bool tellsOfResult(int status, const QUrl &asked, const QUrl &target)
{
    static const QRegularExpression signIn(
        QStringLiteral("(^|[/_.-])(log[_-]?in|sign[_-]?in|sso|saml|oauth2?|auth|authorize)([/_.-]|$)"),
        QRegularExpression::CaseInsensitiveOption);
    constexpr int seeOther = 303;
    return status == seeOther && isSameOrigin(asked, target) && !signIn.match(target.path()).hasMatch();
}

QNetworkRequest::RedirectPolicy policyOf(const QNetworkRequest &request)
{
    const QVariant policy = request.attribute(QNetworkRequest::RedirectPolicyAttribute);
    return policy.isValid() ? static_cast<QNetworkRequest::RedirectPolicy>(policy.toInt())
                            : QNetworkRequest::NoLessSafeRedirectPolicy;
}

Redirect decideRedirect(const ResponseHead &head, const QNetworkRequest &request, const QUrl &current,
                        bool hasBody, bool mayResendBody, int hops)
{
    if (!isRedirectStatus(head.status())) // as a rule
        return {};
    const QNetworkRequest::RedirectPolicy policy = policyOf(request);
    const QByteArray location = head.value("Location");
    if (location.isEmpty() || policy == QNetworkRequest::ManualRedirectPolicy)
        return {};

    Redirect redirect;
    redirect.target = current.resolved(QUrl::fromEncoded(location));
    redirect.isSameOrigin = isSameOrigin(current, redirect.target);
    const QString scheme = redirect.target.scheme();
    if (!redirect.target.isValid() || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return refused(head, redirect, Text::tr("that is not an http address"));
    if (hops >= request.maximumRedirectsAllowed())
        return refused(head, redirect, Text::tr("that is one redirect too many"),
                       base::ErrorKind::TooManyRedirects);
    if (policy == QNetworkRequest::SameOriginRedirectPolicy && !redirect.isSameOrigin)
        return refused(head, redirect, Text::tr("another origin is not allowed"));
    if (current.scheme() == QLatin1String("https") && scheme == QLatin1String("http"))
        return refused(head, redirect, Text::tr("that would leave https"));
    if (hasBody && !(isRepeating(head.status()) && mayResendBody))
        return refused(head, redirect, redirectAdvice(head.status()));
    redirect.action = Redirect::Action::Follow;
    return redirect;
}

} // namespace net
