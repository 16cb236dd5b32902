// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profiledialogs.h"

#include "core/base/writefile.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace ui {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ProfileDialogs", text);
}

} // namespace

void openProfiles(QWidget &parent, std::function<void(const QStringList &)> then)
{
    auto *dialog = new QFileDialog(
        &parent, tr(QT_TRANSLATE_NOOP("ProfileDialogs", "Open a profile")), {},
        tr(QT_TRANSLATE_NOOP("ProfileDialogs",
                             "Profiles (*.pb.gz *.pb *.pprof *.prof *.gz);;All files (*)")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, &parent, std::move(then));
    dialog->open();
}

void saveProfile(QWidget &parent, const SharedFile &file,
                 std::function<void(const QString &, const base::Error &)> then)
{
    auto *dialog = new QFileDialog(&parent, tr(QT_TRANSLATE_NOOP("ProfileDialogs", "Save the profile")), {},
                                   tr(QT_TRANSLATE_NOOP("ProfileDialogs", "Profiles (*.pb.gz)")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(file->name().section(QLatin1Char('.'), 0, 0) + QStringLiteral(".pb.gz"));
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent,
                     [file, then = std::move(then)](const QString &path) {
                         const auto written = base::writeFile(path, file->bytes());
                         then(path, written ? base::Error() : written.error());
                     });
    dialog->open();
}

} // namespace ui
