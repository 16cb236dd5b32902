// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/resumepoint.h"

#include <QTest>

using transfer::FileStamp;
using transfer::ResumePoint;

namespace {

const FileStamp file{1000, 1'700'000'000'123'456'789, 5, 6};
const QUrl target(QStringLiteral("http://h/files?a=b%20c"));
constexpr qint64 createdAtMs = 1'700'000'100'000;
const ResumePoint point{QUrl(QStringLiteral("https://other:81/files/x%2520y")), target, file, createdAtMs};

} // namespace

class TestResumePoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsTheSameFileAndPlace()
    {
        constexpr qint64 before = (createdAtMs - 1) * 1'000'000, since = createdAtMs * 1'000'000;
        const FileStamp renumbered{file.bytes, file.modifiedNs, 7, 8};
        QVERIFY(point.fits(target, file, since)); // it got another name or mode
        QVERIFY(point.fits(target, renumbered, before)); // after a reboot
        QVERIFY2(!point.fits(target, renumbered, since), "another one with the same time was put there");
        QVERIFY(!point.fits(target, renumbered, {}));
        QVERIFY(!point.fits(target, {file.bytes + 1, file.modifiedNs, 5, 6}, before));
        QVERIFY(!point.fits(target, {file.bytes, file.modifiedNs + 1, 5, 6}, before));
        QVERIFY(!point.fits(QUrl(QStringLiteral("http://h/files")), file, before));
        QVERIFY(!ResumePoint().fits({}, {}, before));
    }

    void earlierVersionsTextIsUnderstood()
    {
        const ResumePoint old
            = ResumePoint::fromText(QStringLiteral("1000 1700000000123456789 http://h/files http://h/1"));
        QCOMPARE(old.url, QUrl(QStringLiteral("http://h/1")));
        QCOMPARE(old.createdAtMs, 0);
        QVERIFY(old.fits(QUrl(QStringLiteral("http://h/files")), file, createdAtMs * 1'000'000));
    }

    void textGoesBothWays()
    {
        ResumePoint same = point;
        same.file.device = 0;
        QCOMPARE(ResumePoint::fromText(point.toText()), same);
        QVERIFY(point.toText().contains(QStringLiteral("1700000000123456789"))); // every nanosecond
        QCOMPARE(ResumePoint().toText(), QString());
    }

    void textHoldsNoSecret()
    {
        ResumePoint secret = point;
        secret.target = QUrl(QStringLiteral("http://h/files?api_token=s3cret%20x&n=1"));
        secret.url = QUrl(QStringLiteral("http://h/files/1?api_token=s3cret%20x&v=2"));
        QVERIFY2(!secret.toText().contains(QStringLiteral("s3cret")), qPrintable(secret.toText()));
        const ResumePoint kept = ResumePoint::fromText(secret.toText());
        QVERIFY(!kept.fits(secret.target, file, 0));
        const ResumePoint completed = kept.completedFor(secret.target);
        QCOMPARE(completed.url, secret.url);
        QVERIFY(completed.fits(secret.target, file, 0));
        const QUrl renewed(QStringLiteral("http://h/files?api_token=new&n=1"));
        QCOMPARE(kept.completedFor(renewed).url, QUrl(QStringLiteral("http://h/files/1?api_token=new&v=2")));
        const QUrl other(QStringLiteral("http://h/files?api_token=new&n=2"));
        QCOMPARE(kept.completedFor(other), kept);
    }

    void secretOfTheServerAloneIsNotKept()
    {
        ResumePoint secret = point;
        secret.url = QUrl(QStringLiteral("http://h/files/1?token=its0wn"));
        QCOMPARE(secret.toText(), QString());
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
