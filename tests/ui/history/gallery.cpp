// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the History page and of comparisons, as they are in a window of the usual size and in a small one:
// history_gallery [folder]
#include "tests/ui/gallery.h"
#include "tests/ui/history/runexamples.h"
#include "tests/ui/leak/checkexamples.h"
#include "ui/compare/comparepage.h"
#include "ui/history/historypage.h"
#include "ui/history/runfilterbar.h"
#include "ui/history/runtable.h"
#include "ui/leak/leakpage.h"

namespace {

constexpr QSize usual(1136, 440);
constexpr QSize small(880, 380);

void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

void save(QWidget &page, const QSize &size, const QString &name, Gallery &gallery)
{
    page.resize(size);
    page.show();
    settle();
    gallery.save(page, QStringLiteral("%1-%2").arg(name).arg(size.width()));
}

void connectTo(ui::HistoryPage &page, const QList<session::KeptRun> &runs)
{
    QObject::connect(&page, &ui::HistoryPage::runsWanted, &page,
                     [&page, runs](int question, const session::RunFilter &filter) {
                         page.takeRuns(question, examples::listOf(runs, filter));
                     });
    QObject::connect(&page, &ui::HistoryPage::formatsWanted, &page, [&page](const session::KeptRun &run) {
        page.takeFormats(run.id, {report::Format::Html});
    });
    page.setRoom(512LL * 1024 * 1024);
}

void saveLists(Gallery &gallery)
{
    ui::HistoryPage empty;
    connectTo(empty, {});
    save(empty, usual, QStringLiteral("empty"), gallery);
    ui::HistoryPage off;
    off.setOff();
    save(off, small, QStringLiteral("off"), gallery);
    for (const QSize size : {usual, small}) {
        ui::HistoryPage page;
        connectTo(page, examples::keptRuns());
        save(page, size, QStringLiteral("list"), gallery);
        auto *table = page.findChild<ui::RunTable *>();
        table->selectRow(0);
        table->setFocus();
        page.showRemoved(2);
        save(page, size, QStringLiteral("deleted"), gallery);
        page.chooseOther(QStringLiteral("the check of 2026-11-29 17:59"), QStringLiteral("localhost:8080"),
                         examples::keptRuns().constFirst().startedAtMs);
        save(page, size, QStringLiteral("choosing"), gallery);
        page.findChild<ui::RunFilterBar *>()->setFilter(
            {QStringLiteral("example"), QStringLiteral("check"), QStringLiteral("fix-214")});
        save(page, size, QStringLiteral("filtered"), gallery);
        page.findChild<ui::RunFilterBar *>()->setFilter({QStringLiteral("nowhere"), {}, {}});
        save(page, size, QStringLiteral("none-like-it"), gallery);
    }
    ui::HistoryPage text;
    connectTo(text, examples::keptRuns());
    text.showText(examples::keptRuns().constFirst(),
                  QStringLiteral("Leaks 1.06 MiB per upload\n  heap  leaks  1.06 MiB"));
    save(text, usual, QStringLiteral("text"), gallery);
}

report::CheckRecord recordOf(experiment::CheckResult result, qint64 startedMs)
{
    result.startedMs = startedMs;
    result.took = std::chrono::seconds(96);
    result.answerTimes
        = experiment::AnswerTimes{220, std::chrono::microseconds(8'300), std::chrono::microseconds(14'100),
                                  std::chrono::microseconds(22'700), std::chrono::microseconds(31'000)};
    return report::checkRecordOf(result);
}

void saveComparisons(Gallery &gallery)
{
    struct Pair
    {
        QString name;
        experiment::CheckResult before;
        experiment::CheckResult after;
    };
    const QList<Pair> pairs{{QStringLiteral("fixed"), examples::leaking(), examples::stable()},
                            {QStringLiteral("new"), examples::stable(), examples::leakingBeside()},
                            {QStringLiteral("same"), examples::stable(), examples::stable()},
                            {QStringLiteral("unknown"), examples::leaking(), examples::noisy()}};
    for (const Pair &pair : pairs) {
        for (const QSize size : {usual, small, QSize(1136, 700)}) {
            ui::ComparePage page;
            page.showComparison(report::compareChecks(recordOf(pair.before, 1'795'975'140'000),
                                                      recordOf(pair.after, 1'795'978'860'000)),
                                pair.name == QLatin1StringView("fixed"));
            save(page, size, QStringLiteral("compare-%1-%2").arg(pair.name).arg(size.height()), gallery);
        }
    }
}

void saveKeptCheck(Gallery &gallery)
{
    ui::LeakPage page;
    page.setComparable(true);
    page.setServer(QUrl(QStringLiteral("http://localhost:8080/upload/read-all")));
    experiment::CheckResult result = examples::leaking();
    result.startedMs = 1'795'975'140'000;
    page.showKept(result);
    save(page, usual, QStringLiteral("kept-check"), gallery);
}

} // namespace

int main(int argc, char **argv)
{
    Gallery gallery(argc, argv, QStringLiteral("history"));
    return gallery.draw([&gallery] {
        saveLists(gallery);
        saveComparisons(gallery);
        saveKeptCheck(gallery);
    });
}
