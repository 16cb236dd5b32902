// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/resumepoint.h"

#include <QTest>

using transfer::FileStamp;
using transfer::ResumePoint;

namespace {

const FileStamp file{1000, 1'700'000'000'123'456'789, 5, 6};
const QUrl target(QStringLiteral("http://h/files?a=b%20c"));
const ResumePoint point{QUrl(QStringLiteral("https://other:81/files/x%2520y")), target, file};

} // namespace

class TestResumePoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsTheSameFileAndPlace()
    {
        QVERIFY(point.fits(target, file));
        QVERIFY(point.fits(target, {file.bytes, file.modifiedNs, 7, 8})); // after a reboot
        QVERIFY(!point.fits(target, {file.bytes + 1, file.modifiedNs, 5, 6}));
        QVERIFY(!point.fits(target, {file.bytes, file.modifiedNs + 1, 5, 6}));
        QVERIFY(!point.fits(QUrl(QStringLiteral("http://h/files")), file));
        QVERIFY(!ResumePoint().fits({}, {}));
    }

    void textGoesBothWays()
    {
        ResumePoint same = point;
        same.file.inode = same.file.device = 0;
        QCOMPARE(ResumePoint::fromText(point.toText()), same);
        QVERIFY(point.toText().contains(QStringLiteral("1700000000123456789"))); // every nanosecond
        QCOMPARE(ResumePoint().toText(), QString());
    }

    void otherTextIsNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("words") << QStringLiteral("a b c d");
        QTest::newRow("cut off") << point.toText().left(40);
        QTest::newRow("too much") << point.toText() + QStringLiteral(" more");
        QTest::newRow("no address") << QStringLiteral("1 2 http://h/ ");
    }

    void otherTextIsNone()
    {
        QFETCH(QString, text);
        QCOMPARE(ResumePoint::fromText(text), ResumePoint());
    }
};

QTEST_GUILESS_MAIN(TestResumePoint)
#include "tst_resumepoint.moc"
