// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/rawanswer.h"

namespace experiment {

/// What all redirects of one kind have in common: the status, where that is 302 or 303, which answer a form with another page
/// (RFC 9110 section 15.4.4), and where it leads - the path without what has digits in it, as numbers of stored files have, and
/// the names of the query. Empty: it is none. So the page of an upload that was taken is told from one that says why
/// it was not, unless both are the same. Pure.
[[nodiscard]] QByteArray redirectShape(const std::optional<net::RawAnswer> &answer);

} // namespace experiment
