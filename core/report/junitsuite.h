// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// What CI servers show as test results, as JUnit XML knows it. Pure functions, any thread.
namespace report {

struct JUnitCase
{
    enum class Outcome { Passed, Failure, Error, Skipped };

    QString className = {}; ///< The server's address, as a rule.
    QString name = {};
    double seconds = 0; ///< NaN and below 0: 0.
    Outcome outcome = Outcome::Passed;
    QString type = {}; ///< Of a failure or an error: its kind, a word.
    QString message = {}; ///< Of all but what passed: why, in one line.
    QString text = {}; ///< Of a failure or an error: the rest, in lines.
};

struct JUnitSuite
{
    QString command = {}; ///< "upload": the suite is called "tidemark upload".
    QString program = {}; ///< "Tidemark 0.1.0", of the run: a property of the suite. Empty: not known.
    qint64 startedAtMs = 0; ///< Unix milliseconds; 0: not known.
    double seconds = 0;
    std::vector<JUnitCase> cases = {};
    QString said = {}; ///< Lines that are to be read even where all passed.
};

/// In the shape that Ant, Jenkins and GitLab agree on: all that Ant requires is there, be it empty. Times are UTC, and have no
/// zone, which Ant would refuse. Results do not say which machine measured, so the host is "localhost", Ant's word for one that
/// is not known. Secrets are taken out; control characters, which XML cannot hold, are
/// spelt as in printable().
[[nodiscard]] QByteArray junitXml(const JUnitSuite &suite);

} // namespace report
