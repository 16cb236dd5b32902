// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"
#include "core/servers/shellwords.h"

namespace servers {

/// What a curl command came to.
struct CurlImport
{
    ServerProfile profile; ///< With a new id; secrets that stood in the command are in it.
    QStringList files; ///< What the command uploads.
    /// One sentence for each thing for want of which something else would be sent than the command sends: a content or a
    /// method that cannot be had here, a value that only the shell knows. A person can fill that in; whoever sends without
    /// asking must not.
    QStringList obstacles;
    QStringList notes; ///< The same for what is only done otherwise, or left out.
};

/// Reads a curl command as it stands in documentation, in a script or in a browser's "Copy as cURL (bash)". Nothing of it is
/// lost in silence: what has no counterpart here is in the notes or among the obstacles. They name options and never quote a
/// value that may be secret. Error Malformed or BadUrl: it cannot be understood, and why.
[[nodiscard]] base::Result<CurlImport> importCurl(const QString &command, const Variables &variables = {});

} // namespace servers
