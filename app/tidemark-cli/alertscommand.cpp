// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/alertscommand.h"

#include "app/tidemark-cli/output.h"
#include "core/base/format.h"
#include "core/base/writefile.h"
#include "core/report/alertwording.h"
#include "core/report/prometheusrules.h"
#include "core/report/safetext.h"
#include "core/session/alertrulefile.h"

namespace cli {

AlertsCommand::AlertsCommand(const Context &context)
    : m_context(context)
{
}

void AlertsCommand::start()
{
    if (m_context.options.alertsFormat.isEmpty()) {
        print();
        Q_EMIT finished(exitFine);
        return;
    }
    const auto done = write();
    if (!done)
        m_context.output.error(done.error().message);
    Q_EMIT finished(done ? exitFine : exitCouldNotRun);
}

void AlertsCommand::interrupt()
{
    // Nothing lasts: start() has done it all.
}

void AlertsCommand::print() const
{
    const session::AlertPlan &plan = m_context.options.alerts;
    Output &output = m_context.output;
    output.line(plan.rules.isEmpty() ? QStringLiteral("No alert rules are in force.")
                                     : QStringLiteral("Alert rules in force:"),
                Output::Ink::Bold);
    for (const analysis::AlertRule &rule : plan.rules) {
        output.line(QStringLiteral("  %1  %2 %3 %4")
                        .arg(analysis::toKey(rule.priority))
                        .arg(rule.id, -16)
                        .arg(report::alertConditionText(rule), -25)
                        .arg(report::printable(rule.title)));
    }
    if (plan.memoryLimit > 0)
        output.line(QStringLiteral("The memory’s limit is %1.").arg(base::formatBytes(plan.memoryLimit)));
    else
        output.line(
            QStringLiteral("Rules about the time until memory reaches its limit need --memory-limit."));
}

base::Result<base::Done> AlertsCommand::write() const
{
    const Options &options = m_context.options;
    const QByteArray document = options.alertsFormat == QLatin1StringView("json")
        ? session::alertRulesToJson(options.alerts.rules)
        : report::toPrometheusRules(options.alerts.rules, options.alerts.memoryLimit);
    if (options.out.isEmpty() || options.out == QLatin1Char('-'))
        return m_context.output.document(document);
    const auto done = base::writeFile(options.out, document);
    if (done)
        m_context.output.line(QStringLiteral("Alert rules: ") + options.out);
    return done;
}

} // namespace cli
