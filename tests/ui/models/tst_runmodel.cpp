// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using session::KeptRun;
using session::RunFilter;
using session::RunList;
using ui::RunColumn;
using ui::RunModel;

namespace {

KeptRun run(qint64 id)
{
    KeptRun run;
    run.id = id;
    run.command = QStringLiteral("check");
    run.server = QStringLiteral("http://h:%1/up").arg(id);
    run.startedAtMs = 1'700'000'000'000 + id * 60'000;
    run.verdict = QStringLiteral("leaks");
    run.sentence = QStringLiteral("Leaks 1.06 MiB per upload");
    run.bytes = 2'048;
    return run;
}

/// A history of runs 1 to `newest`, which answers the model's questions at once.
class Kept final
{
public:
    Kept(RunModel &model, qint64 newest)
        : m_model(model)
    {
        for (qint64 id = newest; id > 0; --id)
            m_runs += run(id);
        QObject::connect(&model, &RunModel::wanted, &model,
                         [this](int question, const RunFilter &filter) { answer(question, filter); });
    }
    void remove(qint64 id)
    {
        m_runs.removeIf([id](const KeptRun &run) { return run.id == id; });
    }
    void add(qint64 id) { m_runs.prepend(run(id)); }
    void answer(int question, const RunFilter &filter)
    {
        RunList list;
        for (const KeptRun &run : std::as_const(m_runs)) {
            if (!run.server.contains(filter.server))
                continue;
            ++list.matching;
            if ((filter.before == 0 || run.id < filter.before) && list.runs.size() < filter.limit)
                list.runs += run;
        }
        list.all = m_runs.size();
        m_model.take(question, list);
    }

private:
    RunModel &m_model;
    QList<KeptRun> m_runs;
};

QList<qint64> idsOf(const RunModel &model)
{
    QList<qint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.run(row).id;
    return ids;
}

} // namespace

class TestRunModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesInPortions()
    {
        RunModel model;
        QAbstractItemModelTester tester(&model);
        Kept kept(model, 450);
        QVERIFY(!model.canFetchMore({})); // nothing is known yet
        model.reload();
        QCOMPARE(model.rowCount(), RunModel::portion);
        QCOMPARE(model.run(0).id, 450);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 450);
        QCOMPARE(model.run(449).id, 1);
        QCOMPARE(model.rowOf(1), 449);
        QCOMPARE(model.rowOf(451), -1);
    }

    void asksOnceUntilAnswered()
    {
        RunModel model;
        QSignalSpy wanted(&model, &RunModel::wanted);
        model.reload();
        RunList list;
        list.runs = {run(2)};
        list.matching = 2;
        model.take(1, list);
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.constLast().at(1).value<RunFilter>().before, 2);
    }

    void ignoresAnswersToOlderQuestions()
    {
        RunModel model;
        model.setFilter({QStringLiteral("a"), {}, {}});
        model.setFilter({QStringLiteral("b"), {}, {}});
        RunList list;
        list.runs = {run(1)};
        list.matching = 1;
        model.take(1, list);
        QVERIFY(!model.isKnown());
        model.take(2, list);
        QCOMPARE(model.rowCount(), 1);
    }

    void filters()
    {
        RunModel model;
        QAbstractItemModelTester tester(&model);
        Kept kept(model, 20);
        model.setFilter({QStringLiteral("h:1"), {}, {}});
        QCOMPARE(idsOf(model), (QList<qint64>{19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 1}));
        QCOMPARE(model.totals().matching, 11);
        QCOMPARE(model.totals().all, 20);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 20);
    }

    void reloadingLeavesAloneWhatStays()
    {
        RunModel model;
        QAbstractItemModelTester tester(&model);
        Kept kept(model, 6);
        model.reload();
        const QPersistentModelIndex third(model.index(model.rowOf(3), 0));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        kept.remove(5);
        kept.remove(4);
        kept.remove(1);
        kept.add(7);
        kept.add(9);
        model.reload();
        QCOMPARE(idsOf(model), (QList<qint64>{9, 7, 6, 3, 2}));
        QCOMPARE(third.row(), 3);
        QVERIFY(reset.isEmpty());
        QVERIFY(changed.isEmpty()); // or what is being typed in a row would be gone
    }

    void marksAreEdited()
    {
        RunModel model;
        Kept kept(model, 1);
        model.reload();
        QSignalSpy tags(&model, &RunModel::tagsEdited);
        QSignalSpy notes(&model, &RunModel::noteEdited);
        const auto cell = [&model](RunColumn column) { return model.index(0, static_cast<int>(column)); };
        QVERIFY(cell(RunColumn::Tags).flags() & Qt::ItemIsEditable);
        QVERIFY(!(cell(RunColumn::Sentence).flags() & Qt::ItemIsEditable));
        QVERIFY(model.setData(cell(RunColumn::Tags), QStringLiteral(" fix,  v2 fix ")));
        QCOMPARE(tags.size(), 1);
        QCOMPARE(tags.constFirst(),
                 (QVariantList{qint64{1}, QStringList{QStringLiteral("fix"), QStringLiteral("v2")}}));
        QCOMPARE(cell(RunColumn::Tags).data().toString(), QStringLiteral("fix v2"));
        QVERIFY(model.setData(cell(RunColumn::Tags), QStringLiteral("fix v2")));
        QCOMPARE(tags.size(), 1); // nothing has changed
        QVERIFY(model.setData(cell(RunColumn::Note), QStringLiteral("  with\nthe cure ")));
        QCOMPARE(notes.constFirst().at(1).toString(), QStringLiteral("with the cure"));
        QVERIFY(!model.setData(cell(RunColumn::Server), QStringLiteral("x")));
    }

    void saysTheVerdictInWords()
    {
        KeptRun kept = run(1);
        kept.command = QStringLiteral("sweep");
        kept.verdict = QStringLiteral("breaks-down");
        QCOMPARE(ui::runText(kept, RunColumn::Verdict), QStringLiteral("breaks down"));
    }

    void speaksOfEmptyCells()
    {
        const KeptRun kept = run(1);
        QVERIFY(!ui::runSpokenText(kept, RunColumn::Tags).isEmpty());
        QVERIFY(!ui::runSpokenText(kept, RunColumn::Note).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunModel)
#include "tst_runmodel.moc"
