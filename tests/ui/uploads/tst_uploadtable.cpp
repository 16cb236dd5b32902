// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/colors.h"
#include "ui/common/theme.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/uploadtable.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

UploadRecord row(quint64 id, UploadState state)
{
    UploadRecord record;
    record.id = UploadId{id};
    record.name = QStringLiteral("f%1").arg(id);
    record.path = QStringLiteral("/data/f%1").arg(id);
    record.bytes = 2048;
    record.bytesSent = state == UploadState::Sending ? 1024 : 0;
    record.state = state;
    if (state == UploadState::Failed) {
        record.httpStatus = 413;
        record.serverMessage = QStringLiteral("limit 1 KiB");
        record.error = {base::ErrorKind::HttpStatus, {}, 413, {}};
    }
    if (state == UploadState::Done)
        record.httpStatus = 201;
    return record;
}

QList<UploadId> ids(std::initializer_list<quint64> values)
{
    QList<UploadId> list;
    for (const quint64 value : values)
        list.append(UploadId{value});
    return list;
}

bool any(const UploadRecord &)
{
    return true;
}

bool contains(const QImage &image, const QRect &rect, const QColor &color)
{
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            if (image.rect().contains(x, y) && image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class TestUploadTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }

    void init()
    {
        m_model = std::make_unique<UploadModel>();
        m_table = std::make_unique<UploadTable>(*m_model);
        m_model->apply(
            {{row(1, UploadState::Sending), row(2, UploadState::Waiting), row(3, UploadState::Done),
              row(4, UploadState::Failed), row(5, UploadState::Cancelled)},
             {}});
        m_table->resize(1000, 300);
        m_table->show();
    }

    void cleanup()
    {
        m_table.reset();
        m_model.reset();
    }

    void cleanupTestCase() { m_theme.reset(); }

    void currentRowStaysInSight()
    {
        m_table->select(ids({5}));
        const auto isInSight = [this] {
            return m_table->viewport()->rect().contains(m_table->visualRect(m_table->currentIndex()));
        };
        QVERIFY(isInSight());
        const int above = m_table->visualRect(m_table->currentIndex()).top();
        m_table->resize(1000, m_table->height() - m_table->viewport()->height() + above + 5);
        QVERIFY(isInSight());
    }

    void selectsByIds()
    {
        QSignalSpy edited(m_table.get(), &UploadTable::selectionEdited);
        m_table->select(ids({4, 2, 77}));
        QCOMPARE(m_table->selectedIds(any), ids({2, 4}));
        QVERIFY(m_table->current());
        QCOMPARE(m_table->current()->id, UploadId{2});
        QVERIFY(edited.size() > 0);
        m_table->select({});
        QCOMPARE(m_table->selectedIds(any), ids({}));
        QVERIFY(!m_table->current());
    }

    void filtersTheSelection()
    {
        m_table->selectAll();
        const auto isOver = [](const UploadRecord &r) { return transfer::isFinished(r.state); };
        QCOMPARE(m_table->selectedIds(isOver), ids({3, 4, 5}));
        QVERIFY(m_table->isAnySelected(isOver));
        m_table->select(ids({1, 2}));
        QVERIFY(!m_table->isAnySelected(isOver));
    }

    void keepsSelectionWhileTheModelResets()
    {
        QList<UploadRecord> many;
        for (quint64 id = 6; id <= 206; ++id)
            many.append(row(id, id % 2 ? UploadState::Done : UploadState::Failed));
        m_model->apply({many, {}});
        m_table->select(ids({7, 100, 102}));
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QList<UploadId> done;
        for (quint64 id = 7; id <= 205; id += 2)
            done.append(UploadId{id});
        m_model->remove(done);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(m_table->selectedIds(any), ids({100, 102}));
        QCOMPARE(m_table->current()->id, UploadId{100});
    }

    void copiesWhatTheServerSaid()
    {
        m_table->select(ids({4}));
        QCOMPARE(m_table->selectionAsText(), QStringLiteral("limit 1 KiB"));
        m_table->select(ids({3, 4}));
        QCOMPARE(m_table->selectionAsText(),
                 QStringLiteral("/data/f3\t2.00 KiB\tdone\t201 Created\n"
                                "/data/f4\t2.00 KiB\tfailed\t413 Content Too Large · limit 1 KiB"));
        m_table->select({});
        QCOMPARE(m_table->selectionAsText(), QString());
    }

    void restoresColumns()
    {
        m_table->setColumnWidth(0, 333);
        m_table->horizontalHeader()->moveSection(1, 3);
        const QByteArray state = m_table->columns();
        UploadTable other(*m_model);
        other.restoreColumns(state);
        other.resize(1000, 300);
        other.show();
        QCOMPARE(other.columnWidth(0), 333);
        QCOMPARE(other.horizontalHeader()->visualIndex(1), 3);
        const int width = other.columnWidth(2);
        other.restoreColumns(QByteArrayLiteral("nonsense"));
        QCOMPARE(other.columnWidth(2), width);
    }

    void tabLeavesTheTable()
    {
        QWidget window;
        auto *table = new UploadTable(*m_model, &window);
        auto *next = new QLineEdit(&window);
        QWidget::setTabOrder(table, next);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Tab);
        QVERIFY(next->hasFocus());
    }

    void paintsBarsAndPills()
    {
        const Colors &colors = m_theme->colors();
        const QImage picture = m_table->viewport()->grab().toImage();
        const auto cell = [this](int r, UploadColumn column) {
            return m_table->visualRect(m_table->model()->index(r, static_cast<int>(column)));
        };
        QVERIFY(contains(picture, cell(0, UploadColumn::Progress), colors.accent));
        QVERIFY(!contains(picture, cell(1, UploadColumn::Progress), colors.accent));
        QVERIFY(contains(picture, cell(2, UploadColumn::Answer), colors.goodSoft));
        QVERIFY(contains(picture, cell(3, UploadColumn::Answer), colors.badSoft));
        QVERIFY(!contains(picture, cell(0, UploadColumn::Answer), colors.badSoft));
    }

    void marksSelectedRows()
    {
        m_table->select(ids({3}));
        const QImage picture = m_table->viewport()->grab().toImage();
        const auto corner = [this](int r) {
            return m_table->visualRect(m_table->model()->index(r, 1)).topLeft() + QPoint(2, 4);
        };
        QCOMPARE(picture.pixelColor(corner(2)), m_theme->colors().accentSoft);
        QVERIFY(picture.pixelColor(corner(3)) != m_theme->colors().accentSoft);
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<UploadModel> m_model;
    std::unique_ptr<UploadTable> m_table;
};

QTEST_MAIN(TestUploadTable)
#include "tst_uploadtable.moc"
