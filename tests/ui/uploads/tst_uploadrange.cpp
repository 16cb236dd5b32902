// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"
#include "ui/models/uploadmodel.h"
#include "ui/uploads/rangeline.h"
#include "ui/uploads/uploadspage.h"
#include "ui/uploads/uploadtable.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

/// The queue while a range of time is set.
class TestUploadRange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }

    void init()
    {
        m_model = std::make_unique<UploadModel>();
        m_page = std::make_unique<UploadsPage>(*m_model);
        m_page->resize(1200, 400);
        m_page->show();
        QList<UploadRecord> records;
        for (quint64 id = 1; id <= 1'204; ++id)
            records << record(id);
        m_model->apply({records, {}});
    }

    void cleanup()
    {
        m_page.reset();
        m_model.reset();
    }

    void lineSaysWhy()
    {
        QVERIFY(!line().isVisible());
        m_page->setRange(base::TimeRange{10'000, 46'500});
        QVERIFY(line().isVisible());
        QCOMPARE(table().shownRows(), 37);
        QVERIFY2(line().text().endsWith(QStringLiteral(" – 37 of 1,204")), qPrintable(line().text()));
        m_model->apply({{record(1'205)}, {}});
        QVERIFY2(line().text().endsWith(QStringLiteral(" – 37 of 1,205")), qPrintable(line().text()));
        m_page->setRange({});
        QVERIFY(!line().isVisible());
        QCOMPARE(table().shownRows(), 1'205);
    }

    void showAllIsAskedFor()
    {
        m_page->setRange(base::TimeRange{10'000, 46'500});
        const QSignalSpy asked(m_page.get(), &UploadsPage::showAllRequested);
        auto *button = line().findChild<QPushButton *>();
        QVERIFY(!button->toolTip().isEmpty());
        button->click();
        QCOMPARE(asked.size(), 1);
        QVERIFY(line().isVisible()); // whose range it is decides
    }

    void keysMeanTheRowsThatAreShown()
    {
        m_page->setRange(base::TimeRange{10'000, 12'500});
        table().selectAll();
        const auto ids = table().selectedIds([](const UploadRecord &) { return true; });
        QCOMPARE(ids, (QList<UploadId>{UploadId{10}, UploadId{11}, UploadId{12}}));
        QVERIFY(table().selectionAsText().contains(QStringLiteral("/data/f11")));
    }

    void selectionSurvives()
    {
        table().select({UploadId{11}, UploadId{500}});
        m_page->setRange(base::TimeRange{10'000, 12'500});
        const auto any = [](const UploadRecord &) { return true; };
        QCOMPARE(table().selectedIds(any), QList<UploadId>{UploadId{11}});
        table().select({UploadId{12}, UploadId{500}});
        QCOMPARE(table().selectedIds(any), QList<UploadId>{UploadId{12}});
        QCOMPARE(table().current()->id, UploadId{12});
        m_page->setRange({});
        QCOMPARE(table().selectedIds(any), QList<UploadId>{UploadId{12}});
    }

    void columnsAreLeftAlone()
    {
        table().setColumnWidth(0, 333);
        m_page->setRange(base::TimeRange{10'000, 12'500});
        m_page->setRange({});
        QCOMPARE(table().columnWidth(0), 333);
    }

    void nothingRanThen()
    {
        m_page->setRange(base::TimeRange{5'000'000, 5'001'000});
        QCOMPARE(table().shownRows(), 0);
        QVERIFY(table().isVisible()); // not the page that invites files
        QVERIFY2(line().text().endsWith(QStringLiteral(" – 0 of 1,204")), qPrintable(line().text()));
        QVERIFY(!table().current());
    }

private:
    /// One a second.
    static UploadRecord record(quint64 id)
    {
        UploadRecord record;
        record.id = UploadId{id};
        record.name = QStringLiteral("f%1").arg(id);
        record.path = QStringLiteral("/data/f%1").arg(id);
        record.bytes = 2048;
        record.state = UploadState::Done;
        record.httpStatus = 201;
        record.startedAtMs = static_cast<qint64>(id) * 1000;
        record.finishedAtMs = record.startedAtMs + 900;
        return record;
    }
    [[nodiscard]] UploadTable &table() const { return *m_page->findChild<UploadTable *>(); }
    [[nodiscard]] RangeLine &line() const { return *m_page->findChild<RangeLine *>(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<UploadModel> m_model;
    std::unique_ptr<UploadsPage> m_page;
};

QTEST_MAIN(TestUploadRange)
#include "tst_uploadrange.moc"
