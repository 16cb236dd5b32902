// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the timeline for a person to judge: timeline_gallery FOLDER. Run it with QT_SCALE_FACTOR=2 as
// well.
#include "tests/ui/gallery.h"
#include "tests/ui/timeline/scenario.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/chartview.h"

#include <QMouseEvent>

namespace {

struct Picture
{
    QString name;
    QSize size;
    scenario::Options options;
    bool isTold = true;
    double cursorShare = -1;
    qint64 spanMs = 300'000;
};

void hover(ui::TimelinePanel &panel, double share)
{
    auto *view = panel.findChild<ui::ChartView *>();
    const ui::TimeScale &time = view->frame().time;
    const QPointF at(time.left + share * time.width, 60);
    QMouseEvent move(QEvent::MouseMove, at, view->viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(view->viewport(), &move);
}

QList<Picture> pictures()
{
    using session::MarkKind;
    QList<Picture> list;
    list.append({QStringLiteral("leak"), {1168, 380}, {}});
    list.append({QStringLiteral("cursor"), {1168, 380}, {}, true, 0.62});
    scenario::Options eventful;
    eventful.gaps = {{112, 122}};
    eventful.marks = {{scenario::start, MarkKind::Connected, QString()},
                      {scenario::start + 112'000, MarkKind::Lost, QStringLiteral("connection refused")},
                      {scenario::start + 122'000, MarkKind::Recovered, QString()},
                      {scenario::start + 225'000, MarkKind::Note, QStringLiteral("before the fix")}};
    list.append({QStringLiteral("events"), {1168, 480}, eventful});
    scenario::Options alerts;
    alerts.marks = {
        {scenario::start + 60'000, MarkKind::AlertRaised,
         QStringLiteral("P2 Growth of the heap left after collections: 1.02 MiB/s > 16.0 KiB/s")},
        {scenario::start + 150'000, MarkKind::AlertRaised, QStringLiteral("P3 Goroutines: 12,000 > 10,000")},
        {scenario::start + 190'000, MarkKind::AlertRaised,
         QStringLiteral("P1 Time until memory reaches its limit: 6:12 min < 30:00 min")},
        {scenario::start + 220'000, MarkKind::AlertCleared,
         QStringLiteral("P3 Goroutines: 12,000 > 10,000")}};
    list.append({QStringLiteral("alerts"), {1168, 380}, alerts});
    list.append({QStringLiteral("wide"), {1680, 640}, eventful});
    list.append({QStringLiteral("narrow"), {820, 340}, {}});
    list.append({QStringLiteral("low"), {1168, 240}, {}});
    scenario::Options other;
    other.isGo = false;
    other.leakPerUpload = 0;
    list.append({QStringLiteral("other-runtime"), {1168, 380}, other});
    scenario::Options day;
    day.seconds = 6 * 3600;
    day.leakPerUpload = 40 * 1024;
    day.bursts.clear();
    for (int i = 0; i < 30; ++i)
        day.bursts.emplace_back(i * 700 + 60, i * 700 + 60 + (i * 97) % 500);
    list.append({QStringLiteral("hours"), {1168, 380}, day, true, -1, 6 * 3600'000LL});
    list.append({QStringLiteral("highlight"), {1168, 380}, {}, true, -1, 120'000});
    list.append({QStringLiteral("empty"), {1168, 380}, {}, false});
    return list;
}

void save(const Picture &picture, Gallery &gallery)
{
    ui::TimeWindow window;
    ui::TimelinePanel panel(window);
    panel.resize(picture.size);
    panel.show();
    if (picture.isTold) {
        scenario::tell(panel, picture.options);
        window.setSpan(picture.spanMs);
    }
    if (picture.name == QLatin1String("highlight"))
        panel.highlight(transfer::UploadId{100});
    panel.hide();
    panel.show(); // draws what is stale at once
    if (picture.cursorShare >= 0)
        hover(panel, picture.cursorShare);
    gallery.save(panel, picture.name);
}

} // namespace

int main(int argc, char **argv)
{
    Gallery gallery(argc, argv, QStringLiteral("timeline"));
    return gallery.draw([&gallery] {
        for (const Picture &picture : pictures())
            save(picture, gallery);
    });
}
