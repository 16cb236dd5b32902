// SPDX-License-Identifier: GPL-3.0-or-later
// JUnit XML, read back by a parser that refuses what is not well-formed.
#include "core/report/junit.h"
#include "core/report/report.h"
#include "tests/report/samplesnapshot.h"
#include "tests/support/documents.h"

#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using transfer::UploadState;

namespace {

struct Case
{
    QMap<QString, QString> attributes;
    QString outcome; ///< The element within; empty: it passed.
    QString type;
    QString message;
    QString text;
};

struct Suite
{
    QString error; ///< Of the parser.
    QMap<QString, QString> attributes;
    QList<Case> cases;

    [[nodiscard]] QString at(const char *name) const { return attributes.value(QLatin1StringView(name)); }
};

QMap<QString, QString> attributesOf(const QXmlStreamReader &xml)
{
    QMap<QString, QString> map;
    for (const QXmlStreamAttribute &attribute : xml.attributes())
        map.insert(attribute.name().toString(), attribute.value().toString());
    return map;
}

Suite suiteOf(const QByteArray &document)
{
    Suite suite;
    QXmlStreamReader xml(document);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QMap<QString, QString> attributes = attributesOf(xml);
        const QString name = xml.name().toString();
        if (name == QLatin1StringView("testsuite")) {
            suite.attributes = attributes;
        } else if (name == QLatin1StringView("testcase")) {
            suite.cases.append({attributes, {}, {}, {}, {}});
        } else if (!suite.cases.isEmpty() && !name.startsWith(QLatin1StringView("system-"))) {
            Case &last = suite.cases.last();
            last.outcome = name;
            last.type = attributes.value(QStringLiteral("type"));
            last.message = attributes.value(QStringLiteral("message"));
            last.text = xml.readElementText();
        }
    }
    suite.error = xml.hasError() ? xml.errorString() : QString();
    return suite;
}

} // namespace

class TestReportJUnit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsACase()
    {
        const session::SessionSnapshot snapshot = sample::upload();
        const Suite suite = suiteOf(report::toJUnit(snapshot));
        QVERIFY2(suite.error.isEmpty(), qPrintable(suite.error));
        QCOMPARE(suite.at("name"), QStringLiteral("tidemark upload"));
        QCOMPARE(suite.at("tests"), QStringLiteral("24"));
        QCOMPARE(suite.at("failures"), QStringLiteral("3"));
        QCOMPARE(suite.at("errors"), QStringLiteral("0"));
        QCOMPARE(suite.at("skipped"), QStringLiteral("0"));
        QCOMPARE(suite.at("timestamp"), QStringLiteral("2026-11-23T10:41:00"));
        QVERIFY(suite.at("time").toDouble() > 0);
        QCOMPARE(suite.cases.size(), snapshot.uploads.size());
        for (qsizetype i = 0; i < suite.cases.size(); ++i) {
            const transfer::UploadRecord &record = snapshot.uploads[i];
            const Case &tested = suite.cases[i];
            QCOMPARE(tested.attributes[QStringLiteral("name")], record.path);
            QCOMPARE(tested.attributes[QStringLiteral("time")],
                     QString::number(double(record.timings.total.count()) / 1e6, 'f', 3));
            QCOMPARE(tested.outcome.isEmpty(), record.state == UploadState::Done);
        }
    }

    void failureTellsKindAndWords()
    {
        session::SessionSnapshot snapshot = sample::upload();
        snapshot.uploads[3].serverMessage = QStringLiteral("too large:\nat most 1 MiB");
        const Case refused = suiteOf(report::toJUnit(snapshot)).cases[3];
        QCOMPARE(refused.outcome, QStringLiteral("failure"));
        QCOMPARE(refused.type, QStringLiteral("http-status"));
        QVERIFY2(refused.message.startsWith(QStringLiteral("413 ")), qPrintable(refused.message));
        QVERIFY2(refused.message.contains(QStringLiteral("at most 1 MiB")), qPrintable(refused.message));
        QVERIFY2(refused.text.contains(QStringLiteral("The server said: too large:\nat most 1 MiB\n")),
                 qPrintable(refused.text));
    }

    void whatDidNotEndIsSkipped_data()
    {
        QTest::addColumn<UploadState>("state");
        QTest::addColumn<QString>("why");
        QTest::newRow("cancelled") << UploadState::Cancelled << QStringLiteral("cancelled");
        QTest::newRow("waiting") << UploadState::Waiting << QStringLiteral("not finished: waiting");
        QTest::newRow("sending") << UploadState::Sending << QStringLiteral("not finished: sending");
        QTest::newRow("answering") << UploadState::Answering << QStringLiteral("not finished: answering");
        QTest::newRow("paused") << UploadState::Paused << QStringLiteral("not finished: paused");
    }

    void whatDidNotEndIsSkipped()
    {
        QFETCH(const UploadState, state);
        QFETCH(const QString, why);
        session::SessionSnapshot snapshot = sample::upload();
        snapshot.uploads = {snapshot.uploads[0]};
        snapshot.uploads[0].state = state;
        const Suite suite = suiteOf(report::toJUnit(snapshot));
        QCOMPARE(suite.at("tests"), QStringLiteral("1"));
        QCOMPARE(suite.at("failures"), QStringLiteral("0"));
        QCOMPARE(suite.at("skipped"), QStringLiteral("1"));
        QCOMPARE(suite.cases[0].outcome, QStringLiteral("skipped"));
        QCOMPARE(suite.cases[0].message, why);
    }

    /// What CI servers require, of runs that went well and of those that could not begin.
    void followsTheSchema_data()
    {
        QTest::addColumn<QByteArray>("document");
        session::SessionSnapshot cancelled = sample::upload();
        cancelled.uploads[0].state = UploadState::Cancelled;
        QTest::newRow("uploads") << report::toJUnit(cancelled);
        QTest::newRow("hostile names") << report::toJUnit(sample::hostile());
        QTest::newRow("could not begin")
            << report::failureToJUnit(QStringLiteral("upload"), 1'795'430'460'000,
                                      {base::ErrorKind::NotFound, QStringLiteral("no file"), 0, {}});
    }

    void followsTheSchema()
    {
        QFETCH(const QByteArray, document);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("run.xml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(document);
        file.close();
        const QByteArray complaints = support::schemaComplaints(
            file.fileName(), QStringLiteral(TIDEMARK_TEST_DATA "/junit/junit.xsd"));
        QVERIFY2(complaints.isEmpty(), complaints.constData());
        QVERIFY(document.contains("<property name=\"program\" value=\"Tidemark "));
    }

    void foreignTextStaysText()
    {
        const session::SessionSnapshot snapshot = sample::hostile();
        const QByteArray document = report::toJUnit(snapshot);
        for (const char *secret : {"hunter2", "s3cr3t"})
            QVERIFY2(!document.contains(secret), secret);
        const Suite suite = suiteOf(document);
        QVERIFY2(suite.error.isEmpty(), qPrintable(suite.error));
        QCOMPARE(suite.cases.size(), snapshot.uploads.size());
        QVERIFY(suite.cases[0].attributes[QStringLiteral("name")].endsWith(QStringLiteral("\"'`")));
        QVERIFY2(suite.cases[14].text.contains(QStringLiteral("\u241b]0;owned\u2407 </td>")),
                 qPrintable(suite.cases[14].text));
    }

    void isTheSameReadBack()
    {
        const session::SessionSnapshot snapshot = sample::upload();
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("run.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(report::toJson(snapshot));
        file.close();
        const auto kept = report::readJson(file.fileName());
        QVERIFY(kept.ok());
        QCOMPARE(report::render(**kept, report::Format::JUnit), report::toJUnit(snapshot));
    }

    void aRunThatCouldNotBegin()
    {
        const Suite suite = suiteOf(report::failureToJUnit(
            QStringLiteral("upload"), 1'795'430'460'000,
            {base::ErrorKind::NotFound, QStringLiteral("no archive at http://ada:hunter2@h/"), 0,
             QStringLiteral("line\x1b one\nline two")}));
        QVERIFY2(suite.error.isEmpty(), qPrintable(suite.error));
        QCOMPARE(suite.at("errors"), QStringLiteral("1"));
        QCOMPARE(suite.at("timestamp"), QStringLiteral("2026-11-23T10:41:00"));
        QCOMPARE(suite.cases.size(), 1);
        QCOMPARE(suite.cases[0].outcome, QStringLiteral("error"));
        QCOMPARE(suite.cases[0].type, QStringLiteral("not-found"));
        QVERIFY(suite.cases[0].message.startsWith(QStringLiteral("no archive at http://")));
        QVERIFY(!suite.cases[0].message.contains(QStringLiteral("hunter2")));
        QCOMPARE(suite.cases[0].text, QStringLiteral("line\u241b one\nline two"));
    }
};

QTEST_GUILESS_MAIN(TestReportJUnit)
#include "tst_reportjunit.moc"
