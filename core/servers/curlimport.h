// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

namespace servers {

/// What a curl command came to.
struct CurlImport
{
    ServerProfile profile; ///< With a new id; secrets that stood in the command are in it.
    QStringList files; ///< What the command uploads.
    QStringList
        notes; ///< One sentence for each thing that could not be taken over as it is, and what that means.
};

/// Reads a curl command as it stands in documentation, in a script or in a browser's "Copy as cURL (bash)". Nothing of it is
/// lost in silence: what has no counterpart here is in the notes. Error Malformed or BadUrl: it cannot be understood, and why.
[[nodiscard]] base::Result<CurlImport> importCurl(const QString &command);

} // namespace servers
