// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the Sweep page as it is in a window of the usual size, and in smaller ones, and the reports on the same
// sweeps: sweep_gallery [folder]
#include "tests/ui/gallery.h"
#include "core/report/sweepreport.h"
#include "core/report/sweepwording.h"
#include "tests/report/sweepexamples.h"
#include "ui/sweep/sweeppage.h"
#include "ui/sweep/sweepplot.h"
#include "ui/sweep/sweepplots.h"

#include <QAction>
#include <QClipboard>
#include <QFile>

namespace {

using experiment::SweepResult;

const QUrl server(QStringLiteral("http://127.0.0.1:8080/in?key=secret"));

struct Picture
{
    QString name;
    SweepResult (*example)();
};

QList<Picture> pictures()
{
    return {{QStringLiteral("collapse"), &examples::collapsing},
            {QStringLiteral("good"), &examples::scaling},
            {QStringLiteral("stopped"), &examples::silentAndStopped},
            {QStringLiteral("error"), &examples::unreachable}};
}

void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

/// In the state that `lead` brings it to.
void save(Gallery &gallery, const QString &name, const QSize &size,
          const std::function<void(ui::SweepPage &)> &lead)
{
    ui::SweepPage page;
    page.resize(size);
    page.show();
    lead(page);
    settle();
    gallery.save(page, QStringLiteral("%1-%2").arg(name).arg(size.width()));
}

void drawAll(Gallery &gallery)
{
    for (const QSize size : {QSize(1168, 472), QSize(912, 640), QSize(400, 900), QSize(1700, 560)}) {
        save(gallery, QStringLiteral("none"), size, [](ui::SweepPage &) {});
        save(gallery, QStringLiteral("empty"), size, [](ui::SweepPage &page) { page.setServer(server); });
        save(gallery, QStringLiteral("running"), size, [](ui::SweepPage &page) {
            page.setServer(server);
            page.setUploads(3, 0);
            page.showStarted();
            page.showProgress(examples::sweeping());
        });
        for (const Picture &picture : pictures()) {
            save(gallery, picture.name, size, [&picture](ui::SweepPage &page) {
                page.setServer(server);
                page.showResult(picture.example());
                page.findChild<ui::SweepPlot *>()->choose(1);
            });
        }
    }
    ui::SweepPlots plots;
    plots.setLevels(examples::collapsing().levels, {});
    plots.setCaption(report::sweepSentence(examples::collapsing()), server.toString());
    plots.copyAction()->trigger();
    gallery.save(QGuiApplication::clipboard()->image(), QStringLiteral("chart"));
    save(gallery, QStringLiteral("foreign"), QSize(1168, 472), [](ui::SweepPage &page) {
        page.setServer(QUrl(QStringLiteral("http://127.0.0.1:8080/other")));
        page.setObstacle(QStringLiteral("A leak check is running."));
        page.showResult(examples::scaling());
    });
}

} // namespace

int main(int argc, char **argv)
{
    Gallery gallery(argc, argv, QStringLiteral("sweep"));
    for (const Picture &picture : pictures()) {
        QFile file(gallery.folder().filePath(QStringLiteral("sweep-%1.html").arg(picture.name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(report::renderSweep(picture.example(), report::Format::Html));
    }
    return gallery.draw([&gallery] { drawAll(gallery); });
}
