// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportdialog.h"

#include "ui/export/exportconnection.h"
#include "ui/frame/windowsettings.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>

namespace ui {

void askForExport(QWidget &window, WindowSettings &settings, const QString &ending, const QString &filter,
                  const std::function<void(const QString &fileName)> &write)
{
    auto *dialog
        = new QFileDialog(&window, ExportConnection::tr("Export a report"), settings.exportFolder(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(
        QStringLiteral("tidemark-%1.%2")
            .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-hhmm")), ending));
    QObject::connect(dialog, &QFileDialog::fileSelected, &window,
                     [&settings, write](const QString &fileName) {
                         settings.setExportFolder(QFileInfo(fileName).path());
                         write(fileName);
                     });
    dialog->open();
}

} // namespace ui
