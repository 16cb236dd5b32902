// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profiledialogs.h"

#include "core/base/background.h"
#include "core/base/writefile.h"
#include "ui/common/banner.h"
#include "ui/models/errortext.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProfileDialogs)
};

/// In the background: the disk may take its time.
void write(const SharedFile &file, const QString &path, Banner &told)
{
    base::inBackground(
        told, [file, path] { return base::writeFile(path, file->bytes()); },
        [path, &told](const base::Result<base::Done> &written) {
            if (written) {
                told.setMessage(Tone::Good, Text::tr("The profile is saved."), {path});
            } else {
                const ErrorText text = errorText(written.error(), Task::Profile, QFileInfo(path).fileName());
                told.setMessage(Tone::Bad, Text::tr("The profile was not saved."), {text.why, text.advice});
            }
            told.show();
        });
}

} // namespace

void openProfiles(QWidget &parent, std::function<void(const QStringList &)> then)
{
    auto *dialog = new QFileDialog(&parent, Text::tr("Open a profile"), {},
                                   Text::tr("Profiles (*.pb.gz *.pb *.pprof *.prof *.gz);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, &parent, std::move(then));
    dialog->open();
}

void saveProfile(QWidget &parent, const SharedFile &file, Banner &told)
{
    auto *dialog = new QFileDialog(&parent, Text::tr("Save the profile"), {}, Text::tr("Profiles (*.pb.gz)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(file->name().section(QLatin1Char('.'), 0, 0) + QStringLiteral(".pb.gz"));
    QObject::connect(dialog, &QFileDialog::fileSelected, &told,
                     [file, &told](const QString &path) { write(file, path, told); });
    dialog->open();
}

} // namespace ui
