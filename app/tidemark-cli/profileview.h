// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/profileoptions.h"
#include "core/base/result.h"
#include "core/pprof/profile.h"

#include <QStringList>

#include <optional>

/// What `tidemark-cli profile` says of a profile: pure.
namespace cli {

/// A function, and for `list` its lines.
struct ProfileRow
{
    pprof::Total total;
    std::vector<pprof::Total> lines; ///< By line.
};

/// Everything that is printed, before it is text.
struct ProfileView
{
    pprof::Profile profile; ///< With a base: what changed.
    ProfileAction action = ProfileAction::Top;
    int type = 0;
    QString source; ///< As shown.
    QString base; ///< Empty: none.
    qint64 total = 0; ///< Net.
    qint64 whole
        = 0; ///< What 100 % is: the base's total, else the profile's; of magnitudes, as `go tool pprof`.
    std::optional<qint64> before; ///< With a base.
    std::optional<qint64> after;
    std::vector<ProfileRow> rows; ///< All that match, in order.
};

/// Errors: NotFound when there is no such sample type, or no function matches; Malformed when the two profiles do not
/// count the same.
[[nodiscard]] base::Result<ProfileView>
makeView(pprof::Profile profile, const std::optional<pprof::Profile> &base, const ProfileOptions &options);

/// The lines for a terminal.
[[nodiscard]] QStringList viewText(const ProfileView &view, int nodeCount);
/// The JSON document, schema "tidemark.profile/1".
[[nodiscard]] QByteArray viewJson(const ProfileView &view);

} // namespace cli
