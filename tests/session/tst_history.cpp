// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/history.h"
#include "core/session/historyschema.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using base::ErrorKind;
using session::History;
using session::KeptRun;
using session::RunDocuments;
using session::RunFilter;
using Use = session::History::Use;

namespace {

const QString json = QStringLiteral("json");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

/// Statements on the file as any program could make them; the first value of the last one.
QVariant sql(const QString &path, const QStringList &statements)
{
    QVariant value;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        db.setDatabaseName(path);
        if (!db.open())
            qFatal("cannot open");
        for (const QString &statement : statements) {
            QSqlQuery query(db);
            if (!query.exec(statement))
                qFatal("%s", qPrintable(statement));
            value = query.next() ? query.value(0) : QVariant();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return value;
}

/// Cannot be made smaller, and is the same for the same seed.
QByteArray noise(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random.generate());
    return bytes;
}

KeptRun runOf(const QString &command, const QString &server = QStringLiteral("http://h:1/up"))
{
    KeptRun run;
    run.command = command;
    run.server = server;
    run.startedAtMs = 1'700'000'000'123;
    run.seconds = 4.9;
    run.verdict = QStringLiteral("stable");
    run.sentence = QStringLiteral("Stable: nothing above 512 B per upload");
    return run;
}

const RunDocuments smallDocuments{{json, "{}"}};

/// Runs `work` in a process of its own, which ends without a word: its exit code, or -1.
template <typename Work>
pid_t inChild(Work work)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    return child;
}

int exitCodeOf(pid_t child)
{
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Several programs that begin at the same moment; the exit code of each.
template <typename Work>
QList<int> atOnce(int programs, Work work)
{
    int gate[2];
    if (::pipe(gate) != 0)
        qFatal("no pipe");
    QList<pid_t> children;
    for (int i = 0; i < programs; ++i) {
        children << inChild([&] {
            char none = 0;
            ::close(gate[1]);
            return ::read(gate[0], &none, 1) == 0 ? work() : 99; // until it is closed everywhere
        });
    }
    ::close(gate[0]);
    ::close(gate[1]);
    QList<int> codes;
    for (const pid_t child : std::as_const(children))
        codes << exitCodeOf(child);
    return codes;
}

/// While it lives no file of this process may grow beyond that: the nearest to a full disk that needs no other one.
class FullDisk final
{
    Q_DISABLE_COPY_MOVE(FullDisk)

public:
    FullDisk()
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = 1'000;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
};

} // namespace

/// The file: what it keeps, what goes, and what becomes of one that is damaged, newer, foreign, cut off or full.
class TestHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("deep/er/history.sqlite"));
    }

    void newFileIsSound();
    void othersHaveNoRights();
    void keepsEveryField();
    void listsNewestFirst_data();
    void listsNewestFirst();
    void numbersAreNotUsedAgain();
    void deletesAllOrNothing();
    void tagsAndNotes();
    void oldestGoWhenThereIsNoRoom();
    void largestStaysAlone();
    void roomIsGivenBack();
    void noFileIsMadeByLooking();
    void damagedIsSetAside_data();
    void damagedIsSetAside();
    void cutOffFileGivesWhatItHas_data();
    void cutOffFileGivesWhatItHas();
    void cutOffFileIsLookedAt();
    void isReadWhereNothingCanBeWritten_data();
    void isReadWhereNothingCanBeWritten();
    void whatWasDeletedStaysSo();
    void whateverIsInAFileIsSurvived();
    void damagedDocumentIsNoticed_data();
    void damagedDocumentIsNoticed();
    void foreignIsRefused_data();
    void foreignIsRefused();
    void newerIsLeftAlone();
    void cutOffWalOpens_data();
    void cutOffWalOpens();
    void killedWhileAdding();
    void programsAtOnce();
    void setAsideOnce();
    void fullDisk();
    void fullWalBeginsAnew();
    void folderThatCannotBe();

private:
    /// Opens the file to add these, and closes it; their numbers.
    QList<qint64> keep(const QList<KeptRun> &runs, const RunDocuments &documents = smallDocuments);
    [[nodiscard]] QList<KeptRun> kept(const RunFilter &filter = {});
    [[nodiscard]] QStringList filesBeside() const
    {
        return QDir(QFileInfo(m_path).path()).entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QList<qint64> TestHistory::keep(const QList<KeptRun> &runs, const RunDocuments &documents)
{
    History history;
    QList<qint64> ids;
    const auto opened = history.open(m_path, Use::Making);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    for (const KeptRun &run : runs) {
        const auto id = history.add(run, documents);
        if (!id)
            qFatal("%s", qPrintable(id.error().message));
        ids << *id;
    }
    return ids;
}

QList<KeptRun> TestHistory::kept(const RunFilter &filter)
{
    History history;
    QList<KeptRun> runs;
    const auto opened = history.open(m_path, Use::Existing);
    const auto done = opened ? history.each(filter, [&runs](const KeptRun &run) { runs << run; })
                             : base::Result<base::Done>(opened.error());
    if (!done)
        qWarning("%s", qPrintable(done.error().message));
    return runs;
}

void TestHistory::newFileIsSound()
{
    {
        History history;
        const auto opened = history.open(m_path, Use::Making);
        QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
        QCOMPARE(*opened, QString()); // nothing was set aside
        QCOMPARE(history.last().value(), 0);
        QCOMPARE(history.count({}).value(), 0);
    }
    QCOMPARE(filesBeside(), QStringList(QStringLiteral("history.sqlite")));
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA integrity_check")}).toString(), QStringLiteral("ok"));
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA journal_mode")}).toString(), QStringLiteral("wal"));
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA user_version")}).toLongLong(),
             static_cast<qint64>(session::historyschema::migrations().size()));
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA application_id")}).toInt(),
             session::historyschema::applicationId);
}

void TestHistory::othersHaveNoRights()
{
    const mode_t mask = ::umask(0);
    {
        History history;
        QVERIFY(history.open(m_path, Use::Making).ok());
        QVERIFY(history.add(runOf(QStringLiteral("check")), smallDocuments).ok());
        for (const char *part : {"", "-wal", "-shm"}) {
            const QFile::Permissions all = QFile::permissions(m_path + QLatin1StringView(part));
            QVERIFY2((all & QFile::ReadOwner) != 0, part);
            QVERIFY2((all & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))
                         == 0,
                     part);
        }
    }
    ::umask(mask);
}

void TestHistory::keepsEveryField()
{
    KeptRun run = runOf(QStringLiteral("check"), QStringLiteral("https://höst:8443/in?token=***"));
    run.sentence = QStringLiteral("Leaks 1.06 MiB “per upload” \U0001F30A\nin main.readAll");
    run.verdict = QStringLiteral("leaks");
    run.seconds = 0.1;
    run.tags = {QStringLiteral("before"), QStringLiteral("v1.2")};
    run.note = QStringLiteral("the old pool");
    const RunDocuments documents{{json, R"({"schema": "tidemark.check/1"})"},
                                 {QStringLiteral("html"), QByteArray("<html>\0 ä", 9)},
                                 {QStringLiteral("large"), noise(3'000'000, 1) + QByteArray(3'000'000, 'x')},
                                 {QStringLiteral("empty"), ""}};
    run.id = keep({run}, documents).constFirst();
    QList<KeptRun> runs = kept();
    QCOMPARE(runs.size(), 1);
    QVERIFY(runs[0].bytes > 3'000'000 && runs[0].bytes < 3'100'000); // and not 6 MB
    run.bytes = runs[0].bytes;
    QCOMPARE(runs[0], run);
    History history;
    QVERIFY(history.open(m_path, Use::Existing).ok());
    QCOMPARE(history.last().value(), run.id);
    QCOMPARE(history.find(run.id).value(), run);
    for (const auto &[format, content] : documents)
        QCOMPARE(history.document(run.id, format).value(), content);
    for (const auto &[id, format] : {std::pair(run.id, QStringLiteral("csv")), std::pair(run.id + 1, json)}) {
        const auto none = history.document(id, format);
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::NotFound);
    }
    const auto none = history.find(run.id + 1);
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
}

void TestHistory::listsNewestFirst_data()
{
    QTest::addColumn<RunFilter>("filter");
    QTest::addColumn<QList<qint64>>("ids");
    QTest::addColumn<int>("all");
    QTest::newRow("all") << RunFilter{} << QList<qint64>{4, 3, 2, 1} << 4;
    QTest::newRow("part of an address")
        << RunFilter{QStringLiteral("h:2/u"), {}, {}, 0} << QList<qint64>{4, 2} << 2;
    QTest::newRow("no pattern") << RunFilter{QStringLiteral("%"), {}, {}, 0} << QList<qint64>{} << 0;
    QTest::newRow("command") << RunFilter{{}, QStringLiteral("check"), {}, 0} << QList<qint64>{2, 1} << 2;
    QTest::newRow("tag") << RunFilter{{}, {}, QStringLiteral("fix"), 0} << QList<qint64>{3} << 1;
    QTest::newRow("part of a tag") << RunFilter{{}, {}, QStringLiteral("fi"), 0} << QList<qint64>{} << 0;
    QTest::newRow("both") << RunFilter{QStringLiteral("h:2"), QStringLiteral("check"), {}, 0}
                          << QList<qint64>{2} << 1;
    QTest::newRow("the newest") << RunFilter{{}, {}, {}, 3} << QList<qint64>{4, 3, 2} << 4;
    QTest::newRow("the newest of some")
        << RunFilter{{}, QStringLiteral("check"), {}, 1} << QList<qint64>{2} << 2;
}

void TestHistory::listsNewestFirst()
{
    QFETCH(const RunFilter, filter);
    QFETCH(const QList<qint64>, ids);
    QFETCH(const int, all);
    QList<KeptRun> runs{
        runOf(QStringLiteral("check")), runOf(QStringLiteral("check"), QStringLiteral("http://h:2/up")),
        runOf(QStringLiteral("upload")), runOf(QStringLiteral("watch"), QStringLiteral("http://h:2/up"))};
    runs[1].tags = {QStringLiteral("fixed")};
    runs[2].tags = {QStringLiteral("before"), QStringLiteral("fix"), QStringLiteral("v2")};
    QCOMPARE(keep(runs), (QList<qint64>{1, 2, 3, 4}));
    QList<qint64> found;
    for (const KeptRun &run : kept(filter))
        found << run.id;
    QCOMPARE(found, ids);
    History history;
    QVERIFY(history.open(m_path, Use::Existing).ok());
    QCOMPARE(history.count(filter).value(), all);
}

void TestHistory::numbersAreNotUsedAgain()
{
    const KeptRun run = runOf(QStringLiteral("check"));
    QCOMPARE(keep({run, run}), (QList<qint64>{1, 2}));
    {
        History history;
        QVERIFY(history.open(m_path, Use::Existing).ok());
        QVERIFY(history.remove({2}).ok());
        QCOMPARE(history.last().value(), 1);
    }
    QCOMPARE(keep({run}), QList<qint64>{3});
}

void TestHistory::deletesAllOrNothing()
{
    const KeptRun run = runOf(QStringLiteral("check"));
    keep({run, run, run});
    History history;
    QVERIFY(history.open(m_path, Use::Existing).ok());
    const auto wrong = history.remove({1, 7, 2});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().kind, ErrorKind::NotFound);
    QVERIFY2(wrong.error().message.contains(u'7'), qPrintable(wrong.error().message));
    QCOMPARE(history.count({}).value(), 3);
    QVERIFY(history.remove({3, 1}).ok());
    QCOMPARE(history.count({}).value(), 1);
    QCOMPARE(history.last().value(), 2);
    QVERIFY(!history.document(3, json));
    QVERIFY(history.document(2, json).ok());
}

void TestHistory::tagsAndNotes()
{
    keep({runOf(QStringLiteral("check"))});
    History history;
    QVERIFY(history.open(m_path, Use::Existing).ok());
    const QStringList tags{QStringLiteral("a"), QStringLiteral("b")};
    QVERIFY(history.setTags(1, tags).ok());
    QVERIFY(history.setNote(1, QStringLiteral("it's \"so\"")).ok());
    QCOMPARE(history.find(1)->tags, tags);
    QCOMPARE(history.find(1)->note, QStringLiteral("it's \"so\""));
    QVERIFY(history.setTags(1, {}).ok());
    QVERIFY(history.setNote(1, {}).ok());
    QCOMPARE(history.find(1)->tags, QStringList());
    QCOMPARE(history.find(1)->note, QString());
    for (const auto &done : {history.setTags(2, tags), history.setNote(2, QStringLiteral("x"))}) {
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::NotFound);
    }
}

void TestHistory::oldestGoWhenThereIsNoRoom()
{
    History history(350'000);
    QVERIFY(history.open(m_path, Use::Making).ok());
    const KeptRun run = runOf(QStringLiteral("check"));
    const auto add = [&](quint32 seed) { return history.add(run, {{json, noise(100'000, seed)}}).ok(); };
    QVERIFY(add(1) && add(2) && add(3));
    QCOMPARE(history.count({}).value(), 3);
    QVERIFY(history.setTags(1, {QStringLiteral("before")}).ok());
    QVERIFY(history.setNote(2, QStringLiteral("look at it")).ok());
    QVERIFY(add(4));
    QVERIFY(history.find(1) && history.find(2) && !history.find(3) && history.find(4));
    QVERIFY(add(5)); // it never goes itself
    QVERIFY(history.find(1) && history.find(2) && !history.find(4) && history.find(5));
    QVERIFY(!history.document(4, json));
    QCOMPARE(history.document(5, json).value(), noise(100'000, 5));
}

void TestHistory::largestStaysAlone()
{
    History history(1'000);
    QVERIFY(history.open(m_path, Use::Making).ok());
    QVERIFY(history.add(runOf(QStringLiteral("check")), smallDocuments).ok());
    QVERIFY(history.add(runOf(QStringLiteral("check")), {{json, noise(100'000, 1)}}).ok());
    QCOMPARE(history.count({}).value(), 1);
    QCOMPARE(history.last().value(), 2);
}

void TestHistory::roomIsGivenBack()
{
    keep({runOf(QStringLiteral("check"))});
    const qint64 before = QFileInfo(m_path).size();
    keep({runOf(QStringLiteral("check"))}, {{json, noise(2'000'000, 1)}});
    QVERIFY(QFileInfo(m_path).size() > 2'000'000);
    {
        History history;
        QVERIFY(history.open(m_path, Use::Existing).ok());
        QVERIFY(history.remove({2}).ok());
    }
    QVERIFY2(QFileInfo(m_path).size() <= before + 8'192,
             qPrintable(QString::number(QFileInfo(m_path).size())));
}

void TestHistory::noFileIsMadeByLooking()
{
    History history;
    const auto opened = history.open(m_path, Use::Existing);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::NotFound);
    QVERIFY(!QFile::exists(QFileInfo(m_path).path()));
}

void TestHistory::damagedIsSetAside_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("length");
    QTest::newRow("its first bytes") << 0 << 64;
    QTest::newRow("its schema") << 100 << 1'500;
    QTest::newRow("its list") << 8'192 << 4'096 * 4;
    QTest::newRow("all of it") << 0 << 1'000'000;
    QTest::newRow("cut off") << 10'000 << -1;
}

void TestHistory::damagedIsSetAside()
{
    QFETCH(const int, at);
    QFETCH(const int, length);
    keep(QList<KeptRun>(100, runOf(QStringLiteral("check"))), {{json, noise(1'000, 1)}});
    QByteArray content = contentOf(m_path);
    QVERIFY(content.size() > 30'000);
    if (length < 0)
        content.truncate(at);
    else
        content.replace(at, std::min<qsizetype>(length, content.size() - at),
                        noise(std::min<qsizetype>(length, content.size() - at), 2));
    put(m_path, content);
    {
        History history; // to look leaves it as it is, and what can be read of it can be looked at
        const auto opened = history.open(m_path, Use::Existing);
        if (opened) {
            QVERIFY(history.isFixed() && history.salvaged() > 0);
            QCOMPARE(history.count({}).value(), history.salvaged());
        } else {
            QCOMPARE(opened.error().kind, ErrorKind::Malformed);
            QCOMPARE(
                opened.error().message,
                QStringLiteral("the history is damaged: a part of its file is missing or was written over"));
            QVERIFY(!opened.error().detail.isEmpty()); // SQLite's words
        }
    }
    QCOMPARE(contentOf(m_path), content);
    {
        History history;
        const auto opened = history.open(m_path, Use::Making);
        QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
        QVERIFY2(opened->contains(QStringLiteral(".damaged-")), qPrintable(*opened));
        QCOMPARE(contentOf(*opened), content);
        QVERIFY(history.add(runOf(QStringLiteral("check")), smallDocuments).ok());
    }
    QVERIFY(kept().size() >= 1);
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA integrity_check")}).toString(), QStringLiteral("ok"));
}

void TestHistory::cutOffFileGivesWhatItHas_data()
{
    QTest::addColumn<int>("thousandths");
    QTest::addColumn<int>("least"); // runs of 200, each with a document that is whole
    QTest::newRow("without its last pages") << 996 << 195;
    QTest::newRow("a tenth is lost") << 900 << 170;
    QTest::newRow("half is lost") << 500 << 90;
    QTest::newRow("most is lost") << 200 << 30;
    QTest::newRow("hardly anything is left") << 10 << 0;
}

void TestHistory::cutOffFileGivesWhatItHas()
{
    QFETCH(const int, thousandths);
    QFETCH(const int, least);
    constexpr int all = 200;
    for (int i = 1; i <= all; ++i) { // closed each time, as by a command line's runs
        KeptRun run = runOf(QStringLiteral("check"), QStringLiteral("http://höst/%1").arg(i));
        run.tags = {QStringLiteral("nr-%1").arg(i)};
        run.note = QString(50, u'ß');
        keep({run}, {{json, noise(6'000, static_cast<quint32>(i))}, {QStringLiteral("html"), "<p>"}});
    }
    QFile file(m_path);
    QVERIFY(file.resize(file.size() * thousandths / 1000));
    const QByteArray cut = contentOf(m_path);
    QList<KeptRun> runs;
    int whole = 0;
    {
        History history;
        const auto opened = history.open(m_path, Use::Making);
        QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
        QCOMPARE(contentOf(*opened), cut); // for whoever can do better
        QVERIFY(history.each({}, [&runs](const KeptRun &run) { runs << run; }).ok());
        QCOMPARE(history.salvaged(), runs.size());
        for (const KeptRun &run : std::as_const(runs)) {
            QCOMPARE(run.server, QStringLiteral("http://höst/%1").arg(run.id));
            QCOMPARE(run.tags, QStringList(QStringLiteral("nr-%1").arg(run.id)));
            QCOMPARE(run.note, QString(50, u'ß'));
            QCOMPARE(run.seconds, 4.9);
            QCOMPARE(run.startedAtMs, 1'700'000'000'123);
            if (const auto document = history.document(run.id, json)) {
                QCOMPARE(*document, noise(6'000, static_cast<quint32>(run.id)));
                QVERIFY(run.bytes > 6'000);
                ++whole;
            }
        }
        const auto next = history.add(runOf(QStringLiteral("check")), smallDocuments);
        QVERIFY(next.ok());
        if (least > 0)
            QCOMPARE(*next, all + 1); // no number of a lost run is used again
    }
    QVERIFY2(whole >= least, qPrintable(QString::number(whole)));
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA integrity_check")}).toString(), QStringLiteral("ok"));
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA foreign_key_check")}), QVariant());
}

/// All of it that the next run would find again; and the file stays as it is.
void TestHistory::cutOffFileIsLookedAt()
{
    for (int i = 1; i <= 40; ++i)
        keep({runOf(QStringLiteral("check"), QStringLiteral("http://host/%1").arg(i))},
             {{json, noise(6'000, static_cast<quint32>(i))}});
    QFile file(m_path);
    QVERIFY(file.resize(file.size() / 2));
    const QByteArray cut = contentOf(m_path);
    qint64 shown = 0, last = 0;
    {
        History history;
        const auto opened = history.open(m_path, Use::Existing);
        QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
        QCOMPARE(*opened, QString());
        shown = history.salvaged();
        QVERIFY2(shown >= 10, qPrintable(QString::number(shown)));
        QCOMPARE(history.count({}).value(), shown);
        QCOMPARE(history.find(3).value().server, QStringLiteral("http://host/3"));
        QCOMPARE(history.document(3, json).value(), noise(6'000, 3));
        last = history.last().value();
        for (const auto &changed :
             {history.remove({3}), history.removeForNow({3}), history.restore(),
              history.setNote(3, QStringLiteral("x")), history.setTags(3, {QStringLiteral("x")})}) {
            QVERIFY(!changed);
            QCOMPARE(changed.error().kind, ErrorKind::Malformed);
            QVERIFY2(changed.error().message.contains(QStringLiteral("the next run that is kept")),
                     qPrintable(changed.error().message));
        }
        QVERIFY(!history.add(runOf(QStringLiteral("check")), smallDocuments));
    }
    QCOMPARE(contentOf(m_path), cut);
    QCOMPARE(QDir(QFileInfo(m_path).path()).entryList(QDir::Files),
             QStringList(QFileInfo(m_path).fileName()));
    keep({runOf(QStringLiteral("check"))});
    QCOMPARE(kept().size(), shown + 1);
    QVERIFY(kept().constFirst().id > last);
}

void TestHistory::isReadWhereNothingCanBeWritten_data()
{
    QTest::addColumn<bool>("hasLog");
    QTest::newRow("all is in the file") << false;
    QTest::newRow("the last runs are in its log") << true;
}

/// As on a full disk: what SQLite writes to read, the "-shm", has no room.
void TestHistory::isReadWhereNothingCanBeWritten()
{
    QFETCH(const bool, hasLog);
    keep({runOf(QStringLiteral("check"))}, {{json, noise(100, 1)}});
    const QString full = m_dir->filePath(QStringLiteral("full.sqlite"));
    {
        History history;
        QVERIFY(history.open(m_path, Use::Making).ok());
        if (hasLog)
            QVERIFY(history.add(runOf(QStringLiteral("sweep")), {{json, noise(5'000, 2)}}).ok());
        put(full, contentOf(m_path));
        if (hasLog)
            put(full + QStringLiteral("-wal"), contentOf(m_path + QStringLiteral("-wal")));
    }
    const FullDisk nothingGrows;
    const QByteArray before = contentOf(full), log = contentOf(full + QStringLiteral("-wal"));
    History history;
    const auto opened = history.open(full, Use::Existing);
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
    QVERIFY(history.isFixed());
    QCOMPARE(history.count({}).value(), hasLog ? 2 : 1);
    QCOMPARE(history.document(1, json).value(), noise(100, 1));
    if (hasLog)
        QCOMPARE(history.document(2, json).value(), noise(5'000, 2));
    const auto removed = history.remove({1});
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, ErrorKind::WriteFailed);
    QVERIFY2(removed.error().message.contains(QStringLiteral("cannot be written")),
             qPrintable(removed.error().message));
    QCOMPARE(contentOf(full), before);
    QCOMPARE(contentOf(full + QStringLiteral("-wal")), log);
    QVERIFY(!History().open(full, Use::Making)); // to add is another matter
}

void TestHistory::whatWasDeletedStaysSo()
{
    keep(QList<KeptRun>(100, runOf(QStringLiteral("check"))), {{json, noise(2'000, 1)}});
    QList<qint64> gone;
    for (qint64 id = 20; id < 60; ++id)
        gone << id;
    {
        History history;
        QVERIFY(history.open(m_path, Use::Existing).ok());
        QVERIFY(history.remove(gone).ok());
    }
    QFile file(m_path);
    QVERIFY(file.resize(file.size() - 4'096));
    keep({runOf(QStringLiteral("check"))});
    const QList<KeptRun> runs = kept();
    QVERIFY(runs.size() > 40);
    for (const KeptRun &run : runs)
        QVERIFY2(!gone.contains(run.id), qPrintable(QString::number(run.id)));
}

void TestHistory::whateverIsInAFileIsSurvived()
{
    keep(QList<KeptRun>(60, runOf(QStringLiteral("check"))), {{json, noise(9'000, 1)}});
    const QByteArray sound = contentOf(m_path);
    for (quint32 seed = 0; seed < 30; ++seed) {
        QRandomGenerator random(seed);
        QByteArray content = sound.left(random.bounded(4'096, static_cast<int>(sound.size())));
        for (int i = 0; i < 400; ++i)
            content[random.bounded(static_cast<int>(content.size()))] = static_cast<char>(random.generate());
        content.replace(0, 100, sound.left(100)); // or it would be no database
        put(m_path, content);
        {
            History history;
            const auto opened = history.open(m_path, Use::Making);
            if (!opened) // of a version, or a kind, that it had not before
                continue;
            QVERIFY(history.salvaged() <= 60 || opened->isEmpty());
        }
        QFile::remove(m_path);
    }
}

void TestHistory::damagedDocumentIsNoticed_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("content") << QStringLiteral(
        "UPDATE documents SET content = x'789c00112233' WHERE run = 1");
    QTest::newRow("a byte of it") << QStringLiteral(
        "UPDATE documents SET content = CAST(substr(content, 1, 20) || x'ff' || "
        "substr(content, 22) AS BLOB) WHERE run = 1");
    QTest::newRow("size") << QStringLiteral("UPDATE documents SET size = size + 1 WHERE run = 1");
    QTest::newRow("size beyond sense")
        << QStringLiteral("UPDATE documents SET size = 9000000000000000000 WHERE run = 1");
    QTest::newRow("size below 0") << QStringLiteral("UPDATE documents SET size = -1 WHERE run = 1");
}

void TestHistory::damagedDocumentIsNoticed()
{
    QFETCH(const QString, damage);
    keep({runOf(QStringLiteral("check")), runOf(QStringLiteral("check"))}, {{json, noise(100, 1)}});
    sql(m_path, {damage});
    History history;
    QVERIFY(history.open(m_path, Use::Existing).ok());
    const auto document = history.document(1, json);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::Malformed);
    QVERIFY2(document.error().message.contains(QStringLiteral("run 1")),
             qPrintable(document.error().message));
    QVERIFY(history.document(2, json).ok());
    QCOMPARE(history.count({}).value(), 2);
}

void TestHistory::foreignIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a picture") << QStringLiteral("holiday.jpg") << QByteArray("\xff\xd8\xff\xe0 JFIF");
    QTest::newRow("an archive") << QStringLiteral("a.sqlite") << QByteArray("1953064045"); // "tidm"
    QTest::newRow("another program's") << QStringLiteral("b.sqlite") << QByteArray("0");
    QTest::newRow("a folder") << QStringLiteral("folder") << QByteArray();
}

void TestHistory::foreignIsRefused()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    const QString path = m_dir->filePath(name);
    if (content.isEmpty())
        QVERIFY(QDir().mkpath(path));
    else if (!name.endsWith(QLatin1StringView(".sqlite")))
        put(path, content);
    else
        sql(path,
            {QStringLiteral("CREATE TABLE runs (id INTEGER)"),
             QStringLiteral("PRAGMA application_id = %1").arg(QString::fromLatin1(content))});
    const QByteArray before = contentOf(path);
    for (const Use use : {Use::Existing, Use::Making}) {
        History history;
        const auto opened = history.open(path, use);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NotAFile);
        QVERIFY2(opened.error().message.contains(name), qPrintable(opened.error().message));
    }
    QCOMPARE(contentOf(path), before);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList(name));
}

void TestHistory::newerIsLeftAlone()
{
    keep({runOf(QStringLiteral("check"))});
    sql(m_path, {QStringLiteral("PRAGMA user_version = 99"), QStringLiteral("PRAGMA journal_mode = DELETE")});
    const QByteArray before = contentOf(m_path);
    History history;
    const auto opened = history.open(m_path, Use::Making);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::NewerVersion);
    QVERIFY2(opened.error().message.contains(QStringLiteral("the history has version 99")),
             qPrintable(opened.error().message));
    QCOMPARE(contentOf(m_path), before);
}

void TestHistory::cutOffWalOpens_data()
{
    QTest::addColumn<int>("thousandths");
    for (const int thousandths : {0, 1, 100, 333, 500, 750, 900, 990, 999, 1000})
        QTest::addRow("%d", thousandths) << thousandths;
}

void TestHistory::cutOffWalOpens()
{
    QFETCH(const int, thousandths);
    constexpr int runs = 20;
    keep({runOf(QStringLiteral("check"))}); // in the file itself
    const QString cut = m_dir->filePath(QStringLiteral("cut.sqlite"));
    {
        History history;
        QVERIFY(history.open(m_path, Use::Making).ok());
        for (quint32 i = 0; i < runs; ++i)
            QVERIFY(history.add(runOf(QStringLiteral("sweep")), {{json, noise(5'000, i)}}).ok());
        put(cut, contentOf(m_path));
        const QByteArray wal = contentOf(m_path + QStringLiteral("-wal"));
        QVERIFY(wal.size() > runs * 5'000);
        put(cut + QStringLiteral("-wal"), wal.left(wal.size() * thousandths / 1'000));
    }
    m_path = cut;
    const QList<KeptRun> left = kept();
    QVERIFY(!left.isEmpty());
    QCOMPARE(left.constLast().command, QStringLiteral("check"));
    if (thousandths == 0)
        QCOMPARE(left.size(), 1);
    if (thousandths == 1'000)
        QCOMPARE(left.size(), runs + 1);
    for (const KeptRun &run : left) { // what is there is whole
        History history;
        QVERIFY(history.open(m_path, Use::Existing).ok());
        const QByteArray content
            = run.id == 1 ? QByteArray("{}") : noise(5'000, static_cast<quint32>(run.id - 2));
        QCOMPARE(history.document(run.id, json).value(), content);
    }
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA integrity_check")}).toString(), QStringLiteral("ok"));
    QCOMPARE(keep({runOf(QStringLiteral("watch"))}), QList<qint64>{left.constFirst().id + 1});
}

void TestHistory::killedWhileAdding()
{
    qint64 told = 0;
    for (int round = 0; round < 12; ++round) {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = inChild([&] {
            History history;
            if (!history.open(m_path, Use::Making))
                return 1;
            for (;;) {
                const auto id = history.add(runOf(QStringLiteral("check")), {{json, noise(20'000, 1)}});
                if (!id || ::write(ends[1], &*id, sizeof *id) != sizeof *id)
                    return 2;
            }
        });
        ::close(ends[1]);
        // Somewhere within the next ones.
        const qint64 goal = told + 1 + round % 4;
        while (told < goal && ::read(ends[0], &told, sizeof told) == sizeof told) { }
        ::usleep(static_cast<useconds_t>(round) * 300);
        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(exitCodeOf(child), -1);
        while (::read(ends[0], &told, sizeof told) == sizeof told) { }
        ::close(ends[0]);
        History history;
        const auto opened = history.open(m_path, Use::Making);
        QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
        QCOMPARE(*opened, QString());
        const qint64 last = history.last().value();
        QVERIFY2(last >= told, "a run that was kept is gone");
        QCOMPARE(history.count({}).value(), last);
        told = last;
        for (qint64 id = 1; id <= last; ++id)
            QCOMPARE(history.document(id, json).value(), noise(20'000, 1));
    }
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA integrity_check")}).toString(), QStringLiteral("ok"));
}

void TestHistory::programsAtOnce()
{
    constexpr int programs = 4, runs = 25;
    const QList<int> codes = atOnce(programs, [this] {
        for (int n = 0; n < runs; ++n) { // as the command line does: opens, adds, closes
            History history;
            if (const auto opened = history.open(m_path, Use::Making); !opened || !opened->isEmpty())
                return 1;
            if (!history.add(runOf(QStringLiteral("check")), {{json, noise(3'000, 1)}}))
                return 2;
        }
        return 0;
    });
    QCOMPARE(codes, QList<int>(programs, 0));
    QCOMPARE(kept().size(), programs * runs);
    QCOMPARE(filesBeside(), QStringList(QStringLiteral("history.sqlite")));
    QCOMPARE(sql(m_path, {QStringLiteral("PRAGMA integrity_check")}).toString(), QStringLiteral("ok"));
}

void TestHistory::setAsideOnce()
{
    constexpr int programs = 4, rounds = 10;
    for (int round = 1; round <= rounds; ++round) {
        keep({runOf(QStringLiteral("check"))});
        put(m_path, "no history any more");
        QList<int> codes = atOnce(programs, [this] {
            History history;
            const auto opened = history.open(m_path, Use::Making);
            if (!opened || !history.add(runOf(QStringLiteral("check")), smallDocuments))
                return 9;
            return opened->isEmpty() ? 0 : 1;
        });
        std::ranges::sort(codes);
        QCOMPARE(codes, (QList<int>{0, 0, 0, 1}));
        QCOMPARE(kept().size(), programs);
        QCOMPARE(filesBeside().size(), 1 + round);
    }
}

void TestHistory::fullDisk()
{
    History history;
    QVERIFY(history.open(m_path, Use::Making).ok());
    // No file of this process may grow beyond that: the nearest to a full disk that needs no other one.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit limit = before;
    limit.rlim_cur = 200'000;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    const auto added = history.add(runOf(QStringLiteral("check")), {{json, noise(1'000'000, 1)}});
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!added);
    QCOMPARE(added.error().kind, ErrorKind::WriteFailed);
    QVERIFY2(added.error().message.startsWith(QStringLiteral("the history cannot be written")),
             qPrintable(added.error().message));
    QCOMPARE(history.count({}).value(), 0);
    QVERIFY(history.add(runOf(QStringLiteral("check")), {{json, noise(1'000'000, 1)}}).ok()); // room again
    QCOMPARE(history.count({}).value(), 1);
}

void TestHistory::fullWalBeginsAnew()
{
    constexpr int room = 200'000, size = 20'000;
    History history;
    QVERIFY(history.open(m_path, Use::Making).ok());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit limit = before;
    limit.rlim_cur = room;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    qint64 added = 0;
    while (added < 100 && history.add(runOf(QStringLiteral("check")), {{json, noise(size, 1)}}))
        ++added;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY2(added > room / size, qPrintable(QString::number(added))); // more than fit into one file
    QVERIFY2(added < 2 * room / size, qPrintable(QString::number(added)));
    QCOMPARE(history.count({}).value(), added);
    for (qint64 id = 1; id <= added; ++id)
        QCOMPARE(history.document(id, json).value(), noise(size, 1));
}

void TestHistory::folderThatCannotBe()
{
    put(m_dir->filePath(QStringLiteral("file")), "x");
    History history;
    const auto opened = history.open(m_dir->filePath(QStringLiteral("file/history.sqlite")), Use::Making);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::WriteFailed);
    QVERIFY(opened.error().message.contains(m_dir->filePath(QStringLiteral("file"))));
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
