// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the timeline for a person to judge: timeline_gallery FOLDER. Run it with QT_SCALE_FACTOR=2 as
// well.
#include "tests/ui/gallery.h"
#include "tests/ui/timeline/scenario.h"
#include "ui/common/timeselection.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/chartview.h"
#include "ui/timeline/timelineactions.h"

#include <QAction>
#include <QClipboard>
#include <QMouseEvent>
#include <QTableView>

namespace {

struct Picture
{
    QString name;
    QSize size;
    scenario::Options options;
    bool isTold = true;
    double cursorShare = -1;
    qint64 spanMs = 300'000;
    std::pair<int, int> selected = {}; ///< Seconds.
    bool isTable = false;
    bool isCopied = false; ///< What pasting gives.
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
         QStringLiteral("P2 Growth of the heap after collections: 1.02 MiB/s > 16.0 KiB/s")},
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
    list.append({QStringLiteral("range"), {1168, 380}, eventful, true, -1, 300'000, {130, 220}});
    list.append({QStringLiteral("range-cursor"), {1168, 380}, {}, true, 0.62, 300'000, {10, 24}});
    list.append({QStringLiteral("range-narrow"), {820, 400}, {}, true, -1, 300'000, {40, 290}});
    list.append({QStringLiteral("range-zoomed"), {1168, 380}, {}, true, -1, 60'000, {200, 270}});
    list.append({QStringLiteral("table"), {1168, 380}, eventful, true, -1, 240'000, {}, true});
    list.append(
        {QStringLiteral("table-range-narrow"), {820, 400}, eventful, true, -1, 300'000, {130, 220}, true});
    list.append({QStringLiteral("table-empty"), {1168, 380}, {}, false, -1, 300'000, {}, true});
    list.append(
        {QStringLiteral("copied"), {1168, 380}, eventful, true, 0.4, 300'000, {130, 220}, false, true});
    return list;
}

void save(const Picture &picture, Gallery &gallery)
{
    ui::TimeWindow window;
    ui::TimeSelection selection;
    ui::TimelinePanel panel(window, selection);
    panel.resize(picture.size);
    panel.show();
    if (picture.isTold) {
        scenario::tell(panel, picture.options);
        window.setSpan(picture.spanMs);
    }
    if (picture.name == QLatin1String("highlight"))
        panel.highlight(transfer::UploadId{100});
    if (picture.selected.second > 0)
        selection.select(scenario::start + picture.selected.first * 1000LL,
                         scenario::start + picture.selected.second * 1000LL);
    panel.actions().asTable->setChecked(picture.isTable);
    panel.hide();
    panel.show(); // draws what is stale at once
    if (picture.cursorShare >= 0)
        hover(panel, picture.cursorShare);
    if (picture.isTable)
        panel.findChild<QTableView *>()->selectRow(3);
    if (picture.isCopied) {
        panel.actions().copy->trigger();
        gallery.save(QGuiApplication::clipboard()->image(), picture.name);
        return;
    }
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
