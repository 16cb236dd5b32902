// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the Profile page for a person to judge: profile_gallery FOLDER. Run it with QT_SCALE_FACTOR=2 as well.
#include "tests/ui/gallery.h"
#include "tests/pprof/profilewriter.h"
#include "ui/profile/flameview.h"
#include "ui/profile/functiontable.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profilepage.h"
#include "ui/profile/profilepane.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>

namespace {

struct Picture
{
    QString name;
    QSize size{1168, 380};
    QString before; ///< Recorded profiles; empty: none.
    QString after;
    QString search;
    bool isZoomed = false;
    bool isFlame = true;
    bool isTable = true;
    bool hasServer = true;
    double uploads = 0;
};

QList<Picture> pictures()
{
    const auto text = [](const char *latin1) { return QString::fromLatin1(latin1); };
    const QString specimen = text("specimen.after.pb.gz");
    const QString specimenBefore = text("specimen.before.pb.gz");
    QList<Picture> list;
    list.append({.name = text("empty"), .before = {}, .after = {}, .search = {}});
    list.append({.name = text("offline"), .before = {}, .after = {}, .search = {}, .hasServer = false});
    list.append({.name = text("error"), .before = {}, .after = text("broken"), .search = {}});
    list.append({.name = text("plain"), .before = {}, .after = text("prometheus.after.pb.gz"), .search = {}});
    list.append(
        {.name = text("diff"), .before = specimenBefore, .after = specimen, .search = {}, .uploads = 30});
    list.append({.name = text("mixed"),
                 .before = text("prometheus.before.pb.gz"),
                 .after = text("prometheus.after.pb.gz"),
                 .search = {}});
    list.append({.name = text("search"),
                 .before = {},
                 .after = text("prometheus.after.pb.gz"),
                 .search = text("tsdb")});
    list.append({.name = text("zoomed"),
                 .before = {},
                 .after = text("registry.after.pb.gz"),
                 .search = {},
                 .isZoomed = true});
    list.append({.name = text("table"),
                 .before = {},
                 .after = text("prometheus.after.pb.gz"),
                 .search = {},
                 .isFlame = false});
    list.append({.name = text("tall"),
                 .size = {1400, 760},
                 .before = {},
                 .after = text("prometheus.after.pb.gz"),
                 .search = {}});
    list.append({.name = text("narrow"),
                 .size = {760, 380},
                 .before = specimenBefore,
                 .after = specimen,
                 .search = {},
                 .uploads = 30});
    return list;
}

void fill(ui::ProfilePage &page, const Picture &picture)
{
    const auto read = [](const QString &name) {
        return name == QLatin1StringView("broken") ? QByteArray("<html>404</html>")
                                                   : support::recordedProfile(name);
    };
    if (!picture.before.isEmpty()) {
        experiment::CheckProfiles profiles;
        profiles.heapBefore = read(picture.before);
        profiles.heapAfter = read(picture.after);
        page.showCheck(profiles, picture.uploads);
    } else if (!picture.after.isEmpty()) {
        page.actions().fetch->trigger();
        page.takeFetched({QStringLiteral("heap"),
                          QUrl(QStringLiteral("http://localhost:8080/debug/pprof/heap?gc=1")),
                          1'795'523'465'000,
                          read(picture.after),
                          {}});
    }
    // Not a test, and nothing else happens in this program: wait for the worker.
    QElapsedTimer timer;
    timer.start();
    bool isDone = picture.after.isEmpty();
    QObject::connect(&page, &ui::ProfilePage::shown, &page, [&isDone] { isDone = true; });
    while (!isDone && timer.elapsed() < 1'500)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
}

void save(const Picture &picture, Gallery &gallery)
{
    ui::ProfilePage page;
    page.resize(picture.size);
    page.setServer(QStringLiteral("http://localhost:8080/"), picture.hasServer);
    page.setOffered({QStringLiteral("allocs"), QStringLiteral("goroutine"), QStringLiteral("heap")});
    page.show();
    fill(page, picture);
    page.actions().showFlame->setChecked(picture.isFlame);
    page.actions().showTable->setChecked(picture.isTable);
    if (!picture.search.isEmpty())
        page.findChild<QLineEdit *>()->setText(picture.search);
    ui::FlameView &flame = page.pane().flame();
    if (picture.isZoomed) {
        flame.setFocus();
        for (const int key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Right, Qt::Key_Return}) {
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
            QCoreApplication::sendEvent(&flame, &press);
        }
    }
    QCoreApplication::processEvents();
    gallery.save(page, picture.name);
}

} // namespace

int main(int argc, char **argv)
{
    Gallery gallery(argc, argv, QStringLiteral("profile"));
    return gallery.draw([&gallery] {
        for (const Picture &picture : pictures())
            save(picture, gallery);
    });
}
