// SPDX-License-Identifier: GPL-3.0-or-later
// What a window may rely on when it has runs kept: everything in the order in which it was asked for, nothing lost at the end,
// and no answer to who is gone. The file is a real one.
#include "core/session/history.h"
#include "core/session/runkeeper.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorKind;
using base::Result;
using session::History;
using session::KeptRun;
using session::OpenedRun;
using session::RunKeeper;
using session::RunList;
using session::RunToKeep;

namespace {

RunToKeep runOf(const QString &server, qint64 startedAtMs = 0)
{
    RunToKeep run;
    run.run.command = QStringLiteral("check");
    run.run.server = server;
    run.run.startedAtMs = startedAtMs;
    run.run.verdict = QStringLiteral("stable");
    run.documents = {{QStringLiteral("json"), "{}"}, {QStringLiteral("html"), "<p>"}};
    return run;
}

} // namespace

class TestRunKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("history.sqlite"));
        open(m_path);
    }
    void cleanup() { m_keeper.reset(); }

    void keepsInTheOrderAskedFor()
    {
        QSignalSpy kept(m_keeper.get(), &RunKeeper::kept);
        for (int i = 1; i <= 3; ++i)
            keep(QStringLiteral("http://h:%1/").arg(i));
        const RunList all = list();
        QCOMPARE(all.runs.size(), 3);
        QCOMPARE(all.runs.constFirst().server, QStringLiteral("http://h:3/"));
        QCOMPARE(all.matching, 3);
        QCOMPARE(all.all, 3);
        QVERIFY(all.bytes > 0);
        QCOMPARE(kept.size(), 3);
        QCOMPARE(kept.constLast().constFirst().value<KeptRun>().id, 3);
    }

    void listsInPortions()
    {
        for (int i = 1; i <= 5; ++i)
            keep(QStringLiteral("http://h:%1/").arg(i));
        session::RunFilter filter;
        filter.limit = 2;
        QCOMPARE(idsOf(list(filter)), (QList<qint64>{5, 4}));
        filter.before = 4;
        const RunList next = list(filter);
        QCOMPARE(idsOf(next), (QList<qint64>{3, 2}));
        QCOMPARE(next.matching, 5); // in all
    }

    void leavesOutTheOneThatBeganThen()
    {
        for (int i = 1; i <= 3; ++i)
            m_keeper->keep([i] { return runOf(QStringLiteral("http://h/"), 1000 * i); });
        session::RunFilter filter;
        filter.exceptStartedAtMs = 2000;
        const RunList others = list(filter);
        QCOMPARE(idsOf(others), (QList<qint64>{3, 1}));
        QCOMPARE(others.matching, 2);
        QCOMPARE(others.all, 3);
    }

    void documentsAreMadeElsewhere()
    {
        QThread *made = nullptr;
        m_keeper->keep([&made] {
            made = QThread::currentThread();
            return runOf({});
        });
        QCOMPARE(list().all, 1);
        QVERIFY(made && made != QThread::currentThread());
    }

    void nothingThereIsNoFailureAndNoFile()
    {
        QCOMPARE(list().all, 0);
        QVERIFY(!QFile::exists(m_path));
    }

    void opensWhatIsAskedFor()
    {
        keep({});
        const Result<OpenedRun> opened = openRun(1, {QStringLiteral("html"), QStringLiteral("csv")});
        QVERIFY(opened.ok());
        QCOMPARE(opened->run.id, 1);
        QCOMPARE(opened->formats, (QStringList{QStringLiteral("html"), QStringLiteral("json")}));
        QCOMPARE(opened->documents.size(), 1U);
        QCOMPARE(opened->documents.front().second, QByteArray("<p>"));
        QCOMPARE(openRun(2, {}).error().kind, ErrorKind::NotFound);
    }

    void bringsBackWhatWasRemovedLast()
    {
        for (int i = 1; i <= 3; ++i)
            keep(QStringLiteral("http://h:%1/").arg(i));
        const RunList before = list();
        QVERIFY(remove({1}).ok());
        QVERIFY(remove({2, 3}).ok());
        QCOMPARE(list().all, 0);
        QVERIFY(restore().ok());
        QCOMPARE(idsOf(list()), (QList<qint64>{3, 2})); // the first one is gone for good
        QCOMPARE(openRun(3, {QStringLiteral("html")})->documents.front().second, QByteArray("<p>"));
        QCOMPARE(restore().error().kind, ErrorKind::NotFound);
    }

    void removesAllOrNone()
    {
        keep({});
        QCOMPARE(remove({1, 7}).error().kind, ErrorKind::NotFound);
        QCOMPARE(list().all, 1);
        QCOMPARE(restore().error().kind, ErrorKind::NotFound);
    }

    void marks()
    {
        keep({});
        const Result<base::Done> tagged = answerOf<base::Done>([this](auto answer) {
            m_keeper->setTags(1, {QStringLiteral("fix"), QStringLiteral("v2")}, this, answer);
        });
        const Result<base::Done> noted = answerOf<base::Done>(
            [this](auto answer) { m_keeper->setNote(1, QStringLiteral("with the cure"), this, answer); });
        QVERIFY(tagged.ok() && noted.ok());
        const RunList all = list();
        QCOMPARE(all.runs.constFirst().note, QStringLiteral("with the cure"));
        QCOMPARE(all.tags, (QStringList{QStringLiteral("fix"), QStringLiteral("v2")}));
    }

    void makesRoom()
    {
        m_keeper->setRoom(1); // byte
        keep(QStringLiteral("http://h:1/"));
        keep(QStringLiteral("http://h:2/"));
        QCOMPARE(idsOf(list()), QList<qint64>{2});
    }

    void whatWasAskedForIsDoneBeforeTheEnd()
    {
        for (int i = 0; i < 20; ++i)
            keep(QStringLiteral("http://h:%1/").arg(i));
        m_keeper.reset();
        open(m_path);
        QCOMPARE(list().all, 20);
    }

    void whoIsGoneGetsNoAnswer()
    {
        bool isAnswered = false;
        auto gone = std::make_unique<QObject>();
        m_keeper->list({}, gone.get(), [&isAnswered](const Result<RunList> &) { isAnswered = true; });
        gone.reset();
        (void)list(); // asked for later, answered later
        QVERIFY(!isAnswered);
    }

    void saysWhatIsNotKept()
    {
        open(m_folder->path()); // a folder is no file
        QSignalSpy notKept(m_keeper.get(), &RunKeeper::notKept);
        keep({});
        QVERIFY(notKept.wait());
        QVERIFY(!notKept.constFirst().constFirst().value<base::Error>().message.isEmpty());
    }

    void movesADamagedOneAsideWhenThereIsARunToKeep()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("SQLite format 3");
        file.write(QByteArray(4096, 'x'));
        file.close();
        const auto looked = answerOf<RunList>([this](auto answer) { m_keeper->list({}, this, answer); });
        QVERIFY(!looked.ok());
        QVERIFY(QFile::exists(m_path)); // looking changes nothing
        QSignalSpy moved(m_keeper.get(), &RunKeeper::movedAside);
        keep({});
        QCOMPARE(list().all, 1);
        QCOMPARE(moved.size(), 1);
        QVERIFY(QFile::exists(moved.constFirst().constFirst().toString()));
        QCOMPARE(moved.constFirst().constLast().toLongLong(), 0); // nothing of it was a run
    }

    void saysHowManyRunsCameOver()
    {
        for (int i = 1; i <= 60; ++i)
            keep(QStringLiteral("http://h:%1/").arg(i));
        open(m_path); // closed meanwhile, which brings all into the file itself
        QFile file(m_path);
        QVERIFY(file.resize(file.size() - 4096));
        QSignalSpy moved(m_keeper.get(), &RunKeeper::movedAside);
        keep(QStringLiteral("http://new/"));
        const RunList all = list();
        QCOMPARE(moved.size(), 1);
        const qint64 salvaged = moved.constFirst().constLast().toLongLong();
        QVERIFY(salvaged > 0);
        QCOMPARE(all.all, salvaged + 1);
        QCOMPARE(all.runs.constFirst().server, QStringLiteral("http://new/"));
    }

    void withoutAFileNothingIsKept()
    {
        open({});
        QVERIFY(!m_keeper->isKeeping());
        QSignalSpy notKept(m_keeper.get(), &RunKeeper::notKept);
        keep({});
        QCOMPARE(list().all, 0);
        QVERIFY(notKept.isEmpty());
    }

private:
    void open(const QString &path)
    {
        m_keeper.reset();
        m_keeper = std::make_unique<RunKeeper>(path);
    }
    void keep(const QString &server)
    {
        m_keeper->keep([server] { return runOf(server); });
    }

    template <typename T, typename Ask>
    Result<T> answerOf(const Ask &ask)
    {
        std::optional<Result<T>> result;
        ask([&result](const Result<T> &answer) { result = answer; });
        [&] { QTRY_VERIFY(result.has_value()); }();
        return result ? *result : base::Error{ErrorKind::Timeout, QStringLiteral("no answer"), 0, {}};
    }
    RunList list(const session::RunFilter &filter = {})
    {
        const auto list = answerOf<RunList>([&](auto answer) { m_keeper->list(filter, this, answer); });
        [&] { QVERIFY2(list.ok(), list.ok() ? "" : qPrintable(list.error().message)); }();
        return list ? *list : RunList();
    }
    Result<OpenedRun> openRun(qint64 id, const QStringList &formats)
    {
        return answerOf<OpenedRun>([&](auto answer) { m_keeper->open(id, formats, this, answer); });
    }
    Result<base::Done> remove(const QList<qint64> &ids)
    {
        return answerOf<base::Done>([&](auto answer) { m_keeper->remove(ids, this, answer); });
    }
    Result<base::Done> restore()
    {
        return answerOf<base::Done>([this](auto answer) { m_keeper->restore(this, answer); });
    }
    static QList<qint64> idsOf(const RunList &list)
    {
        QList<qint64> ids;
        for (const KeptRun &run : list.runs)
            ids += run.id;
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<RunKeeper> m_keeper;
};

QTEST_GUILESS_MAIN(TestRunKeeper)
#include "tst_runkeeper.moc"
