// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditcheck.h"

/// The checks of an audit, a function each, in the catalogue's order. What they are about stands in auditcheck.cpp.
/// They run in the thread of the context's stage, and end soon after it is cancelled.
namespace experiment::auditsteps {

using Finding = QCoro::Task<AuditFinding>;

// auditlimits.cpp
/// Finds the limit of a body's size for AuditContext::limit, unless it was sought before. False: the audit cannot go on.
QCoro::Task<bool> seekLimit(AuditContext &context);
Finding bodyLimit(AuditContext &context);
Finding limitAnswer(AuditContext &context);
Finding limitChunked(AuditContext &context);
Finding limitStreaming(AuditContext &context);
// auditnames.cpp
Finding pathTraversal(AuditContext &context);
Finding fileNames(AuditContext &context);
// auditremains.cpp
/// Tells the files that its own uploads brought by their names, waits for them to go, and fails where large ones leave more
/// than small ones do. What each upload leaves, of whatever size, may be the stored one itself: undecided.
Finding tempFiles(AuditContext &context);
/// Passes only where all that aborted uploads usually leave was watched: the part of the body that came, in memory or in a
/// file, and what held the connection, a descriptor or a goroutine. Else it is undecided, and names what was not watched: a
/// server that keeps each body in a file looks clean to who watches its descriptors, and one that they never reached to
/// everybody (seekReach). The memory of a process holds
/// garbage and room for more, too: it neither clears a server nor accuses one.
Finding abortedUploads(AuditContext &context);
// auditconnection.cpp
Finding slowBody(AuditContext &context);
Finding contentLength(AuditContext &context);
Finding keepAlive(AuditContext &context);
Finding tls(AuditContext &context);
// auditforms.cpp
Finding boundary(AuditContext &context);
Finding manyParts(AuditContext &context);
Finding partHeaders(AuditContext &context);
Finding fieldMissing(AuditContext &context);
Finding emptyFile(AuditContext &context);
Finding duplicateField(AuditContext &context);

} // namespace experiment::auditsteps
