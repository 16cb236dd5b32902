// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pprof/profilekit.h"
#include "ui/profile/flameview.h"
#include "ui/profile/functionmodel.h"
#include "ui/profile/functiontable.h"
#include "ui/profile/profilepane.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSignalSpy>

using namespace ui;

class TestFunctionTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsTheRules();
    void plainColumns();
    void differenceColumns();
    void sortsByMagnitudeAndName();
    void searchNarrows();
    void selectionFollowsBothWays();
    void searchKeepsTheGraphWhereItIs();
    void enterZooms();
    void copiesTheRow();
    void firstMatch();
    void endsWithAWholeRow();

private:
    static QStringList column(const QAbstractItemModel &model, FunctionColumn column)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, static_cast<int>(column)).data().toString();
        return texts;
    }
    static QStringList titles(const QAbstractItemModel &model)
    {
        QStringList texts;
        for (int i = 0; i < model.columnCount(); ++i)
            texts << model.headerData(i, Qt::Horizontal).toString();
        return texts;
    }
};

void TestFunctionTable::modelKeepsTheRules()
{
    FunctionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setContent(kit::server());
    QCOMPARE(model.rowCount(), 7);
    QVERIFY(!model.data(model.index(0, 0), Qt::DecorationRole).isValid());
    QVERIFY(!model.headerData(99, Qt::Horizontal, Qt::DisplayRole).isValid());
    model.setContent(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestFunctionTable::plainColumns()
{
    FunctionModel model;
    model.setContent(kit::server());
    QCOMPARE(
        titles(model),
        (QStringList{QStringLiteral("Function"), QStringLiteral("Where"), QStringLiteral("Itself"),
                     QStringLiteral("With callees"), QStringLiteral("Per upload"), QStringLiteral("Share")}));
    const int row = kit::rowOf(*model.content(), "main.readAll");
    QStringList cells;
    for (int i = 0; i < model.columnCount(); ++i)
        cells << model.index(row, i).data().toString();
    QCOMPARE(
        cells,
        (QStringList{QStringLiteral("main.readAll"), QStringLiteral("app/read.go:31"), QStringLiteral("0 B"),
                     QStringLiteral("600 B"), QString(), QStringLiteral("60 %")}));
    const QModelIndex where = model.index(row, static_cast<int>(FunctionColumn::Where));
    QCOMPARE(where.data(Qt::ToolTipRole).toString(), QStringLiteral("/src/app/read.go:31"));
}

void TestFunctionTable::differenceColumns()
{
    support::ProfileWriter before = kit::spaceWriter();
    before.add("main.a", {100});
    support::ProfileWriter after = kit::spaceWriter();
    after.add("main.a", {90});
    after.add("main.b", {1034});
    FunctionModel model;
    model.setContent(kit::change(before, after, 4));
    QCOMPARE(titles(model)[2], QStringLiteral("Kept, itself"));
    QCOMPARE(titles(model)[3], QStringLiteral("Kept, with callees"));
    QCOMPARE(titles(model)[5], QStringLiteral("Share of growth"));
    QCOMPARE(column(model, FunctionColumn::Cum),
             (QStringList{QStringLiteral("+1.01 KiB"), QStringLiteral("−10 B")}));
    QCOMPARE(column(model, FunctionColumn::PerUpload)[0], QStringLiteral("+259 B"));
    QCOMPARE(column(model, FunctionColumn::Share),
             (QStringList{QStringLiteral("101 %"), QStringLiteral("−1 %")}));
}

void TestFunctionTable::sortsByMagnitudeAndName()
{
    FunctionTable table;
    table.setContent(kit::server());
    QVERIFY(table.isColumnHidden(static_cast<int>(FunctionColumn::PerUpload)));
    QCOMPARE(column(*table.model(), FunctionColumn::Function).constFirst(), QStringLiteral("root"));
    QVERIFY(table.model()->headerData(3, Qt::Horizontal).toString().endsWith(QChar(0x2193)));
    table.sortByColumn(static_cast<int>(FunctionColumn::Flat), Qt::DescendingOrder);
    QCOMPARE(column(*table.model(), FunctionColumn::Flat).first(3),
             (QStringList{QStringLiteral("600 B"), QStringLiteral("250 B"), QStringLiteral("100 B")}));
    table.sortByColumn(static_cast<int>(FunctionColumn::Function), Qt::AscendingOrder);
    QCOMPARE(column(*table.model(), FunctionColumn::Function).constFirst(), QStringLiteral("http.accept"));
}

void TestFunctionTable::searchNarrows()
{
    FunctionTable table;
    const pprof::SharedContent content = kit::server();
    table.setContent(content);
    table.setSearch(pprof::searchIn(*content, QStringLiteral("main.")));
    QCOMPARE(table.model()->rowCount(), 3);
    table.setSearch(pprof::searchIn(*content, QStringLiteral("no such thing")));
    QCOMPARE(table.model()->rowCount(), 0);
    table.setSearch({});
    QCOMPARE(table.model()->rowCount(), 7);
}

void TestFunctionTable::selectionFollowsBothWays()
{
    ProfilePane pane;
    pane.resize(900, 500);
    const pprof::SharedContent content = kit::server();
    pane.setContent(content);
    pane.flame().setCurrentNode(kit::nodeOf(*content, "main.cache"));
    QCOMPARE(pane.table().selectedRow(), kit::rowOf(*content, "main.cache"));
    // As a click or an arrow key does.
    QSignalSpy selected(&pane.table(), &FunctionTable::rowSelected);
    for (int row = 0; row < pane.table().model()->rowCount(); ++row) {
        const QModelIndex index = pane.table().model()->index(row, 0);
        pane.table().setCurrentIndex(index);
        const qint32 node = pane.flame().currentNode();
        QCOMPARE(content->rowOf(content->flame.nodes[static_cast<size_t>(node)])->function,
                 index.data().toString());
    }
    QVERIFY(selected.count() >= 6);
    pane.flame().setCurrentNode(0); // the root is no function
    QCOMPARE(pane.table().selectedRow(), -1);
}

void TestFunctionTable::searchKeepsTheGraphWhereItIs()
{
    ProfilePane pane;
    const pprof::SharedContent content = kit::server();
    pane.setContent(content);
    const qint32 cache = kit::nodeOf(*content, "main.cache");
    pane.flame().setCurrentNode(cache);
    QSignalSpy searched(&pane, &ProfilePane::searched);
    pane.setSearch(QStringLiteral("http"));
    QCOMPARE(searched.count(), 1);
    QCOMPARE(pane.flame().currentNode(), cache);
    QCOMPARE(pane.search().count, 2);
    pane.setContent(content); // the search goes on in what comes next
    QCOMPARE(pane.search().count, 2);
    QCOMPARE(pane.table().model()->rowCount(), 2);
}

void TestFunctionTable::enterZooms()
{
    ProfilePane pane;
    pane.resize(900, 500);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    const pprof::SharedContent content = kit::server();
    pane.setContent(content);
    pane.table().setFocus();
    pane.table().selectRow(kit::rowOf(*content, "main.cache"));
    QTest::keyClick(&pane.table(), Qt::Key_Return);
    QCOMPARE(pane.flame().zoomedNode(), kit::nodeOf(*content, "main.cache"));
}

void TestFunctionTable::copiesTheRow()
{
    FunctionTable table;
    const pprof::SharedContent content = kit::server();
    table.setContent(content);
    table.selectRow(kit::rowOf(*content, "main.cache"));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("main.cache\tapp/cache.go:9\t250 B\t250 B\t25 %"));
    table.selectRow(-1);
    QCOMPARE(table.selectionAsText(), QString());
}

void TestFunctionTable::firstMatch()
{
    ProfilePane pane;
    const pprof::SharedContent content = kit::server();
    pane.setContent(content);
    pane.setSearch(QStringLiteral("cache"));
    pane.goToFirstMatch();
    QCOMPARE(pane.flame().currentNode(), kit::nodeOf(*content, "main.cache"));
    pane.setSearch(QStringLiteral("nothing of that kind"));
    pane.goToFirstMatch();
    QCOMPARE(pane.flame().currentNode(), kit::nodeOf(*content, "main.cache"));
}

void TestFunctionTable::endsWithAWholeRow()
{
    FunctionTable table;
    table.setContent(kit::server());
    table.show();
    const int row = table.rowHeight(0);
    for (int height = 100; height < 330; height += 13) {
        table.resize(700, height);
        const auto room = [&] { return table.viewport()->height(); };
        QTRY_VERIFY2(
            room() % row == 0 || room() > 7 * row,
            qPrintable(QStringLiteral("%1 high, %2 for rows of %3").arg(height).arg(room()).arg(row)));
    }
    table.resize(700, 160);
    QTRY_COMPARE(table.viewport()->height() % row, 0);
    table.selectRow(6);
    const auto chosen = [&] { return table.visualRect(table.selectionModel()->selectedRows().constFirst()); };
    QTRY_VERIFY2(chosen().top() >= 0 && chosen().bottom() < table.viewport()->height(),
                 qPrintable(QStringLiteral("%1 of %2").arg(chosen().top()).arg(table.viewport()->height())));
}

QTEST_MAIN(TestFunctionTable)
#include "tst_functiontable.moc"
