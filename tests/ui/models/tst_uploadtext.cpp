// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/errortext.h"
#include "ui/models/uploadmodel.h"
#include "ui/models/uploadtext.h"

#include <QMetaEnum>
#include <QTest>

using namespace ui;
using base::ErrorKind;
using transfer::UploadRecord;
using transfer::UploadState;

class TestUploadText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<UploadState>("state");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("words");
        QTest::addColumn<AnswerMood>("mood");

        const QString none;
        QTest::newRow("waiting") << UploadState::Waiting << 0 << none << ErrorKind::None << none
                                 << QStringLiteral("queued") << AnswerMood::Dim;
        QTest::newRow("all sent is not done")
            << UploadState::Answering << 0 << none << ErrorKind::None << none
            << QStringLiteral("waiting for the server’s answer") << AnswerMood::Plain;
        QTest::newRow("created") << UploadState::Done << 201 << QStringLiteral("Created") << ErrorKind::None
                                 << QStringLiteral("201 Created") << none << AnswerMood::Good;
        QTest::newRow("created, with an id")
            << UploadState::Done << 201 << QStringLiteral("{\"id\":7}\n") << ErrorKind::None
            << QStringLiteral("201 Created") << QStringLiteral("{\"id\":7}") << AnswerMood::Good;
        QTest::newRow("too large") << UploadState::Failed << 413 << QStringLiteral("limit  4 GiB\n")
                                   << ErrorKind::HttpStatus << QStringLiteral("413 Content Too Large")
                                   << QStringLiteral("limit 4 GiB") << AnswerMood::Bad;
        QTest::newRow("nginx's page")
            << UploadState::Failed << 413
            << QStringLiteral("<html>\r\n<head><title>413 Request Entity Too "
                              "Large</title></head>\r\n<body>…")
            << ErrorKind::HttpStatus << QStringLiteral("413 Content Too Large") << none << AnswerMood::Bad;
        QTest::newRow("a page with more to say")
            << UploadState::Failed << 502 << QStringLiteral("<h1>Oops</h1> upstream <b>gone</b>")
            << ErrorKind::HttpStatus << QStringLiteral("502 Bad Gateway")
            << QStringLiteral("Oops upstream gone") << AnswerMood::Bad;
        QTest::newRow("unregistered status") << UploadState::Failed << 599 << none << ErrorKind::HttpStatus
                                             << QStringLiteral("599") << none << AnswerMood::Bad;
        QTest::newRow("refused") << UploadState::Failed << 0 << none << ErrorKind::ConnectionRefused
                                 << QStringLiteral("Connection refused") << none << AnswerMood::Bad;
        QTest::newRow("201, but the file changed")
            << UploadState::Failed << 201 << QStringLiteral("Created") << ErrorKind::FileChanged
            << QStringLiteral("File changed") << none << AnswerMood::Bad;
        QTest::newRow("cancelled") << UploadState::Cancelled << 0 << none << ErrorKind::Cancelled
                                   << QStringLiteral("Cancelled") << none << AnswerMood::Dim;
    }

    void answers()
    {
        QFETCH(UploadState, state);
        QFETCH(int, status);
        QFETCH(QString, message);
        QFETCH(ErrorKind, kind);
        UploadRecord record;
        record.state = state;
        record.httpStatus = status;
        record.serverMessage = message;
        record.error.kind = kind;
        const AnswerText answer = answerText(record);
        QTEST(answer.verdict, "verdict");
        QTEST(answer.words, "words");
        QTEST(answer.mood, "mood");
    }

    void spokenTextIsNeverOnlyADash()
    {
        for (int state = 0; state < transfer::uploadStateCount; ++state) {
            UploadRecord record;
            record.name = QStringLiteral("a.bin");
            record.state = static_cast<UploadState>(state);
            record.httpStatus = record.state == UploadState::Done ? 200 : 0;
            record.error.kind = record.state == UploadState::Failed ? ErrorKind::Stalled : ErrorKind::None;
            for (int column = 0; column < uploadColumnCount; ++column) {
                const QString spoken = uploadSpokenText(record, static_cast<UploadColumn>(column));
                QVERIFY2(spoken.size() > 1,
                         qPrintable(QStringLiteral("state %1, column %2").arg(state).arg(column)));
            }
        }
    }

    void everyErrorHasItsOwnWords()
    {
        const QMetaEnum kinds = QMetaEnum::fromType<ErrorKind>();
        for (int i = 0; i < kinds.keyCount(); ++i) {
            const auto kind = static_cast<ErrorKind>(kinds.value(i));
            if (kind == ErrorKind::None)
                continue;
            const base::Error error{kind, QStringLiteral("said core"), 0, {}};
            const ErrorText text = errorText(error, Task::Upload, QStringLiteral("a.bin"));
            const bool isOpen = kind == ErrorKind::Interrupted; // nobody knows whether it was
            QCOMPARE(text.what,
                     isOpen ? QStringLiteral("It is not known whether “a.bin” was uploaded.")
                            : QStringLiteral("“a.bin” was not uploaded."));
            QVERIFY2(!text.why.isEmpty() && !text.advice.isEmpty(), kinds.key(i));
            if (kind != ErrorKind::Cancelled && !isOpen)
                QVERIFY2(text.why.endsWith(QLatin1String("(said core)")), kinds.key(i));
        }
    }

    void taskDecidesTheFirstSentence()
    {
        const base::Error error{ErrorKind::NotFound, {}, 0, {}};
        QCOMPARE(errorText(error, Task::Connect, QStringLiteral("http://a/")).what,
                 QStringLiteral("http://a/ cannot be watched."));
        QCOMPARE(errorText(error, Task::Export, QStringLiteral("r.html")).what,
                 QStringLiteral("The report “r.html” was not written."));
        QVERIFY(errorText(error, Task::Sample).advice.contains(QLatin1String("TIDEMARK_SPECIMENS")));
        const base::Error gone{ErrorKind::ProcessFailed, QStringLiteral("killed"), 0, {}};
        QVERIFY(errorText(gone, Task::SampleRunning).what != errorText(gone, Task::Sample).what);
        QVERIFY(!errorText(gone, Task::SampleRunning).why.contains(QLatin1String("could not be started")));
        base::Error secret{ErrorKind::BadUrl, QStringLiteral("*** stands for a secret"), 0, {}};
        QVERIFY(errorText(secret, Task::Connect).advice.contains(QLatin1String("http://host:port/path")));
        secret.detail = QStringLiteral("Write the secret in its place.");
        QCOMPARE(errorText(secret, Task::Connect).advice, secret.detail);
    }
};

QTEST_GUILESS_MAIN(TestUploadText)
#include "tst_uploadtext.moc"
