// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/alertfiles.h"

#include "core/base/writefile.h"
#include "core/report/prometheusrules.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace ui::alertfiles {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::AlertFiles)
};

QFileDialog *makeDialog(QWidget &parent, const QString &title, const QString &folder, const QString &filter,
                        Chosen then)
{
    auto *dialog = new QFileDialog(&parent, title, folder, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent, std::move(then));
    return dialog;
}

void askToWrite(QFileDialog &dialog, const QString &proposed)
{
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(proposed.section(QLatin1Char('.'), -1));
    dialog.selectFile(proposed);
    dialog.open();
}

} // namespace

void askToLoad(QWidget &parent, const QString &folder, Chosen then)
{
    QFileDialog *dialog = makeDialog(parent, Text::tr("Load alert rules"), folder,
                                     Text::tr("Alert rules (*.json);;All files (*)"), std::move(then));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->open();
}

void askToSave(QWidget &parent, const QString &folder, Chosen then)
{
    askToWrite(*makeDialog(parent, Text::tr("Save the alert rules"), folder, Text::tr("Alert rules (*.json)"),
                           std::move(then)),
               QStringLiteral("alert-rules.json"));
}

void askToExport(QWidget &parent, const QString &folder, Chosen then)
{
    askToWrite(*makeDialog(parent, Text::tr("Export the alert rules for Prometheus"), folder,
                           Text::tr("Prometheus rules (*.yml *.yaml)"), std::move(then)),
               QStringLiteral("tidemark-alerts.yml"));
}

base::Result<base::Done> save(const QString &fileName, const session::AlertSettings &settings)
{
    return base::writeFile(fileName, session::ruleListToJson(settings.rules));
}

base::Result<base::Done> exportForPrometheus(const QString &fileName, const session::AlertSettings &settings)
{
    return base::writeFile(
        fileName, report::toPrometheusRules(session::enabledRules(settings.rules), settings.memoryLimit));
}

} // namespace ui::alertfiles
