// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QNetworkRequest>
#include <QUrl>

namespace net {

class ResponseHead;

/// What to do with a 3xx answer.
struct Redirect
{
    enum class Action {
        Deliver, ///< Not a redirect, or the policy is manual: the answer is the result.
        Follow, ///< Repeat the request at `target`, body included if there is one.
        Refuse, ///< `error` says why.
    };
    Action action = Action::Deliver;
    QUrl target;
    bool isSameOrigin = true; ///< False: credentials stay behind, and secret headers (see isSecretHeader()).
    base::Error error;
};

/// Scheme, host and port (RFC 6454 section 5).
[[nodiscard]] bool isSameOrigin(const QUrl &a, const QUrl &b);

/// Of the attribute; Qt 6's default without it.
[[nodiscard]] QNetworkRequest::RedirectPolicy policyOf(const QNetworkRequest &request);

/// What to do instead of following, once an upload was answered so: "use that address", and what else it may mean.
[[nodiscard]] QString redirectAdvice(int status);

/// Whether a 303 says that what was asked for is done, and its result elsewhere (RFC 9110 section 15.4.4; "post, redirect,
/// get"). Not where it leads to another origin, or to a page that by its name is for signing in: then nothing was done.
[[nodiscard]] bool tellsOfResult(int status, const QUrl &asked, const QUrl &target);

/// RFC 9110 section 15.4, with the caution an upload needs: a request with a body is never turned into a GET
/// (301, 302, 303 would end as "200" with nothing stored), and repeated (307, 308) only if `mayResendBody`.
/// `hops` counts the redirects followed so far.
[[nodiscard]] Redirect decideRedirect(const ResponseHead &head, const QNetworkRequest &request,
                                      const QUrl &current, bool hasBody, bool mayResendBody, int hops);

} // namespace net
