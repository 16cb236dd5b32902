// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the Leak page as it is in a window of the usual size, and in a narrow one: leak_gallery FOLDER
#include "tests/ui/gallery.h"
#include "tests/ui/leak/checkexamples.h"
#include "ui/leak/leakpage.h"

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
            {QStringLiteral("aborted"), &examples::leakingWhenAborted},
            {QStringLiteral("crowded"), &examples::leakingWhenCrowded},
            {QStringLiteral("large"), &examples::leakingWhenLarge},
            {QStringLiteral("stable"), &examples::stable}};
}

void save(const Picture &picture, const QSize &size, Gallery &gallery)
{
    ui::LeakPage page;
    page.resize(size);
    page.setServer(QStringLiteral("http://localhost:8080/"));
    page.show();
    page.showResult(picture.example());
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    gallery.save(page, QStringLiteral("%1-%2").arg(picture.name).arg(size.width()));
}

} // namespace

int main(int argc, char **argv)
{
    Gallery gallery(argc, argv, QStringLiteral("leak"));
    return gallery.draw([&gallery] {
        for (const Picture &picture : pictures()) {
            for (const QSize size : {QSize(1150, 440), QSize(400, 900)})
                save(picture, size, gallery);
        }
    });
}
