// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the Leak page as it is in a window of the usual size, in smaller ones, and of its chart as it is copied, and
// the reports on the same checks: leak_gallery [folder]
#include "tests/ui/gallery.h"
#include "core/report/checkreport.h"
#include "tests/ui/leak/checkexamples.h"
#include "ui/leak/floorcard.h"
#include "ui/leak/leakpage.h"

#include <QAction>
#include <QClipboard>
#include <QFile>

namespace {

struct Picture
{
    QString name;
    experiment::CheckResult (*example)();
};

experiment::CheckResult leakingInSeveral()
{
    experiment::CheckResult result = examples::leaking();
    pprof::Suspect other = result.guilt->attribution.suspects.constFirst();
    result.guilt->attribution.suspects.first().own->function
        = QStringLiteral("storage.(*DiskMetricStore).processWriteRequestAndKeepIt_Once");
    result.guilt->attribution.suspects.first().share = 0.7;
    result.guilt->attribution.suspects.first().stack[1] = *result.guilt->attribution.suspects.first().own;
    other.own->function = QStringLiteral("main.cache");
    other.grown /= 3;
    other.share = 0.3;
    result.guilt->attribution.suspects.append(other);
    return result;
}

QList<Picture> pictures()
{
    return {{QStringLiteral("leaks"), &examples::leaking},
            {QStringLiteral("several"), &leakingInSeveral},
            {QStringLiteral("beside"), &examples::leakingBeside},
            {QStringLiteral("aborted"), &examples::leakingWhenAborted},
            {QStringLiteral("crowded"), &examples::leakingWhenCrowded},
            {QStringLiteral("large"), &examples::leakingWhenLarge},
            {QStringLiteral("stable"), &examples::stable},
            {QStringLiteral("little"), &examples::leakingLittle},
            {QStringLiteral("stable-large"), &examples::stableWhenLarge},
            {QStringLiteral("noisy"), &examples::noisy}};
}

void save(const Picture &picture, const QSize &size, Gallery &gallery)
{
    ui::LeakPage page;
    page.resize(size);
    page.setServer(QUrl(QStringLiteral("http://localhost:8080/upload/read-all")));
    page.show();
    page.showResult(picture.example());
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    gallery.save(page, QStringLiteral("%1-%2").arg(picture.name).arg(size.width()));
    page.findChild<ui::FloorCard *>()->copyAction()->trigger();
    gallery.save(QGuiApplication::clipboard()->image(),
                 QStringLiteral("%1-%2-chart").arg(picture.name).arg(size.width()));
}

void saveRunning(int round, Gallery &gallery)
{
    ui::FloorCard card;
    card.resize(486, 400);
    card.show();
    for (int number = 1; number <= round; ++number) // All of them: an axis that is in use stays.
        card.setProgress(examples::running(number), {});
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    gallery.save(card, QStringLiteral("floors-round-%1").arg(round));
}

void saveReport(const Picture &picture, const QDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("leak-%1.html").arg(picture.name)));
    if (file.open(QIODevice::WriteOnly))
        file.write(report::renderCheck(picture.example(), report::Format::Html));
}

} // namespace

int main(int argc, char **argv)
{
    Gallery gallery(argc, argv, QStringLiteral("leak"));
    for (const Picture &picture : pictures())
        saveReport(picture, gallery.folder());
    return gallery.draw([&gallery] {
        for (const int round : {2, 3, 5, 9})
            saveRunning(round, gallery);
        for (const Picture &picture : pictures()) {
            for (const QSize size : {QSize(1150, 440), QSize(728, 900), QSize(400, 900)})
                save(picture, size, gallery);
        }
    });
}
