// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditcontext.h"

namespace experiment {

/// One request of a check that makes several.
struct Trial
{
    QString what; ///< Is wrong, or odd: begins the sentence of the evidence.
    RawUpload upload;
    bool endsSending = false; ///< With a FIN.
};

/// What it means that the connection ends without an answer.
enum class Silence {
    IsBad, ///< A handler that broke down.
    IsRefusal, ///< Of what is no proper request, that will do.
};

/// Clauses of an evidence one after another.
[[nodiscard]] QString auditClauses(const QStringList &clauses);
/// `seen` was answered by a redirect that Exchanged::isUnclear().
[[nodiscard]] QString unclearRedirect(const QString &seen);
/// What was seen, and by how much the server's memory grew meanwhile.
[[nodiscard]] QString withMemory(const QString &seen, const Held &held);
/// What was seen, and why it is not known what the server held meanwhile.
[[nodiscard]] QString unseen(const QString &seen, const AuditContext &context);

/// Passes when all of them are refused (4xx); an answer of another kind, or none, fails.
QCoro::Task<AuditFinding> expectRefusals(AuditContext &context, std::vector<Trial> trials, Silence silence);

/// Passes when all of them are answered; errors of the server (5xx) and silence fail.
QCoro::Task<AuditFinding> expectAnswers(AuditContext &context, std::vector<Trial> trials);

} // namespace experiment
