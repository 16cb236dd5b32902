// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

namespace servers {

/// How secrets stand in an exported command.
enum class SecretsIn {
    Variables, ///< As "$TIDEMARK_PASSWORD", "$TIDEMARK_TOKEN" …: whoever runs it sets them.
    Plain, ///< As they are. Only if the user asks: other users of a machine can read command lines.
};

struct CurlExport
{
    QString command; ///< For bash and any POSIX shell; long ones go on after a backslash.
    QStringList notes; ///< One sentence for each thing that curl does otherwise.
};

/// What makes the request one like Tidemark's own, to the letter.
struct CurlLikeness
{
    QString name; ///< What the server is told of the file; empty: it need not be alike.
    bool verifiesTls = true; ///< net::TransportOptions::verifyTls; no profile says otherwise.
};

/// The upload of `file` (empty: a name to be replaced; as transfer::fromNativePath() gives it) as a curl command. Error NotFound for tus, which takes several
/// requests.
[[nodiscard]] base::Result<CurlExport> exportCurl(const ServerProfile &profile, const QString &file = {},
                                                  SecretsIn secrets = SecretsIn::Variables,
                                                  const CurlLikeness &likeness = {});

} // namespace servers
