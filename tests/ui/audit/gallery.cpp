// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the Audit page as it is in a window of the usual size and in smaller ones, and the reports on the same audits:
// audit_gallery [folder]
#include "tests/ui/gallery.h"
#include "core/report/auditreport.h"
#include "tests/ui/audit/auditexamples.h"
#include "ui/audit/auditpage.h"

#include <QFile>

namespace {

struct Picture
{
    QString name;
    std::function<void(ui::AuditPage &)> show;
};

const QUrl here(QStringLiteral("http://localhost:8080/upload/path-traversal"));
const QUrl elsewhere(QStringLiteral("https://upload.example.org/files"));

std::function<void(ui::AuditPage &)> result(experiment::AuditResult (*example)())
{
    return [example](ui::AuditPage &page) {
        page.setServer(here);
        page.showResult(example());
    };
}

QList<Picture> pictures()
{
    return {{QStringLiteral("no-server"), [](ui::AuditPage &) {}},
            {QStringLiteral("empty"), [](ui::AuditPage &page) { page.setServer(here); }},
            {QStringLiteral("elsewhere"), [](ui::AuditPage &page) { page.setServer(elsewhere); }},
            {QStringLiteral("running"),
             [](ui::AuditPage &page) {
                 page.setServer(here);
                 page.showStarted();
                 page.showProgress(examples::auditing(5));
             }},
            {QStringLiteral("faulty"), result(&examples::faulty)},
            {QStringLiteral("sound"), result(&examples::sound)},
            {QStringLiteral("stopped"), result(&examples::stopped)},
            {QStringLiteral("unusable"), result(&examples::unusable)},
            {QStringLiteral("gone"), result(&examples::gone)},
            {QStringLiteral("other-address"), [](ui::AuditPage &page) {
                 result (&examples::faulty)(page);
                 page.setServer(elsewhere);
             }}};
}

void save(const Picture &picture, const QSize &size, Gallery &gallery)
{
    ui::AuditPage page;
    page.resize(size);
    page.show();
    picture.show(page);
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    gallery.save(page, QStringLiteral("%1-%2").arg(picture.name).arg(size.width()));
}

void saveReport(const QDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("audit-faulty.html")));
    if (file.open(QIODevice::WriteOnly))
        file.write(report::auditToHtml(examples::faulty()));
}

} // namespace

int main(int argc, char **argv)
{
    Gallery gallery(argc, argv, QStringLiteral("audit"));
    saveReport(gallery.folder());
    return gallery.draw([&gallery] {
        for (const Picture &picture : pictures()) {
            for (const QSize size : {QSize(1150, 440), QSize(884, 400), QSize(700, 900), QSize(400, 1400)})
                save(picture, size, gallery);
        }
    });
}
