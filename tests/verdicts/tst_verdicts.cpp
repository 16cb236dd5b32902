// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of every specimen through tidemark-cli, quick ones where those find it. By default each is checked once, and a
// cured one may also end as inconclusive: the machine that runs all tests at once is a noisy one. With
// TIDEMARK_VERDICTS=N in the environment each is checked N times, on a quiet machine, and only the right verdict will do.
#include "tests/cli/cli.h"
#include "tests/support/specimenserver.h"

#include <QJsonArray>
#include <QTest>

using namespace support;

class TestVerdicts : public QObject
{
    Q_OBJECT

public:
    /// One function is many checks, which take more than the five minutes that Qt allows it. CTest has a limit, too.
    static void initMain()
    {
        if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
            qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");
    }

private Q_SLOTS:
    void leaks_data()
    {
        QTest::addColumn<QString>("leading");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("function"); // empty: a profile knows nothing of it
        QTest::addColumn<bool>("mayBeTooSmall"); // for the profile to name it; then it has to say so
        const auto row = [](const char *name, const char *leading, const char *cause, const char *function,
                            bool mayBeTooSmall = false) {
            QTest::newRow(name) << QString::fromLatin1(leading) << QString::fromLatin1(cause)
                                << QString::fromLatin1(function) << mayBeTooSmall;
        };
        row("read-all", "heap", "heap", "main.readAll");
        row("global-cache", "heap", "heap", "main.globalCache");
        row("listener", "heap", "heap", "main.listener");
        row("closure", "heap", "heap", "main.closure");
        row("ttl-cache", "heap", "heap", "main.ttlCache");
        row("lru-1000", "heap", "heap", "main.lru1000");
        row("request-context", "heap", "heap", "main.requestContext", true);
        row("buffer", "rss", "off-heap", "");
        row("file-handle", "descriptors", "descriptors", "");
        row("file-handle-gc", "descriptors", "descriptors-closed-by-gc", "");
        row("defer-in-loop", "descriptors", "descriptors", "");
        row("temp-files", "disk", "files", "");
        row("pipe-goroutine", "goroutines", "goroutines", "main.pipeGoroutine.func1");
        row("abort-only", "heap", "heap", "main.abortOnly");
        row("noisy", "heap", "heap", "main.noisy", true);
    }

    void leaks()
    {
        QFETCH(QString, leading);
        QFETCH(QString, cause);
        QFETCH(QString, function);
        QFETCH(bool, mayBeTooSmall);
        for (int i = 0; i < runs(); ++i) {
            const QJsonObject found = check(QStringLiteral("leaking"), 1);
            QCOMPARE(found[QStringLiteral("verdict")].toString(), QStringLiteral("leaks"));
            QCOMPARE(found[QStringLiteral("leading")].toString(), leading);
            QCOMPARE(found[QStringLiteral("class")][QStringLiteral("cause")].toString(), cause);
            const QJsonArray guilty = found[QStringLiteral("guilty")].toArray();
            const QString named = guilty.first()[QStringLiteral("function")].toString();
            if (named.isEmpty() && mayBeTooSmall)
                QVERIFY(found[QStringLiteral("tooCoarse")].toBool()
                        || found[QStringLiteral("spread")].toBool());
            else if (mayBeTooSmall) // or what it calls
                QVERIFY2(isOf(function, guilty.first()[QStringLiteral("stack")].toArray()),
                         qPrintable(named));
            else
                QCOMPARE(named, function);
        }
    }

    void doesNotLeak_data()
    {
        QTest::addColumn<QString>("form");
        for (const char *name :
             {"read-all", "global-cache", "listener", "closure", "request-context", "buffer", "file-handle",
              "file-handle-gc", "defer-in-loop", "temp-files", "pipe-goroutine", "abort-only", "late-release",
              "noisy", "body-limit", "path-traversal"})
            QTest::newRow(name) << QStringLiteral("cured");
        // What is wrong with them is no leak. (lru-1000, cured, grows for longer than a check of 400 uploads can tell.)
        QTest::newRow("body-limit, leaking") << QStringLiteral("leaking");
        QTest::newRow("path-traversal, leaking") << QStringLiteral("leaking");
    }

    void doesNotLeak()
    {
        QFETCH(QString, form);
        for (int i = 0; i < runs(); ++i) {
            const QJsonObject found = check(form, 0);
            const QString verdict = found[QStringLiteral("verdict")].toString();
            const bool isRight = verdict == QStringLiteral("stable");
            const bool isHonest = verdict == QStringLiteral("inconclusive") && !isStrict();
            QVERIFY2(isRight || isHonest, qPrintable(found[QStringLiteral("sentence")].toString()));
        }
    }

    // What shows only when a check goes on after its quick part.
    void leaksElsewhere_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("leading");
        QTest::addColumn<QString>("when");
        QTest::newRow("retry-storm") << QStringList() << QStringLiteral("goroutines")
                                     << QStringLiteral("onlyWhenCrowded");
        // So small that no file is made of them, unlike of a large one.
        QTest::newRow("temp-files") << QStringList{QStringLiteral("--size"), QStringLiteral("16K")}
                                    << QStringLiteral("disk") << QStringLiteral("onlyWhenLarge");
    }

    void leaksElsewhere()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, leading);
        QFETCH(QString, when);
        const QStringList briefly{QStringLiteral("--idle"), QStringLiteral("1s")};
        for (int i = 0; i < runs(); ++i) {
            const QJsonObject found = check(QStringLiteral("leaking"), 1, options + briefly);
            QCOMPARE(found[QStringLiteral("verdict")].toString(), QStringLiteral("leaks"));
            QCOMPARE(found[QStringLiteral("leading")].toString(), leading);
            if (leading == QStringLiteral("goroutines") && isStrict())
                QCOMPARE(found[QStringLiteral("guilty")][0][QStringLiteral("function")].toString(),
                         QStringLiteral("main.retryStorm.func1"));
            QVERIFY2(found[when].toBool() || !isStrict(), // four at once are many for a slow machine
                     qPrintable(found[QStringLiteral("sentence")].toString()));
        }
    }

    // What a server keeps for a while only. Their times are shorter here than the specimens' own, so that the wait is.
    void releasedLate_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("uploads"); // where it shows
        QTest::addColumn<QString>("resource");
        QTest::newRow("late-release")
            << QStringLiteral("leaking") << QStringLiteral("abortedUploads") << QStringLiteral("descriptors");
        QTest::newRow("ttl-cache") << QStringLiteral("cured") << QString() << QStringLiteral("heap");
    }

    void releasedLate()
    {
        QFETCH(QString, form);
        QFETCH(QString, uploads);
        QFETCH(QString, resource);
        for (int i = 0; i < runs(); ++i) {
            const QJsonObject found = check(form, 0,
                                            {QStringLiteral("--size"), QStringLiteral("64K"),
                                             QStringLiteral("--idle"), QStringLiteral("24s")},
                                            QStringLiteral("milliseconds=20000"));
            const QString verdict = found[QStringLiteral("verdict")].toString();
            if (verdict == QStringLiteral("inconclusive") && !isStrict())
                continue;
            QCOMPARE(verdict, QStringLiteral("stable"));
            const QJsonObject where = uploads.isEmpty() ? found : found[uploads].toObject();
            const QString outcome = verdictOn(resource, where[QStringLiteral("resources")].toArray());
            if (isStrict())
                QCOMPARE(outcome, QStringLiteral("released-late"));
        }
    }

    void aCacheThatIsFilledMeanwhileIsNoLeak_data()
    {
        QTest::addColumn<QString>("size");
        QTest::newRow("lru-1000") << QStringLiteral("3K");
    }

    /// Its thousand files are reached only by the uploads that are made to name a function.
    void aCacheThatIsFilledMeanwhileIsNoLeak()
    {
        QFETCH(QString, size);
        for (int i = 0; i < runs(); ++i) {
            const QJsonObject found = check(
                QStringLiteral("cured"), anyExitCode,
                {QStringLiteral("--quick"), QStringLiteral("--size"), size, QStringLiteral("--no-aborts")});
            if (found[QStringLiteral("uploads")].toInt() > 1000) {
                QCOMPARE(found[QStringLiteral("verdict")].toString(), QStringLiteral("inconclusive"));
                continue;
            }
            // A busy machine does not make as many in the time that a quick check has: that is said, then.
            QVERIFY(!isStrict());
            const QString notes = found[QStringLiteral("notes")].toVariant().toStringList().join(u'\n');
            QVERIFY2(notes.contains(QStringLiteral("a cache larger than that cannot be excluded")),
                     qPrintable(notes));
        }
    }

    void doesNotLeakElsewhere_data() { leaksElsewhere_data(); }

    void doesNotLeakElsewhere()
    {
        QFETCH(QStringList, options);
        for (int i = 0; i < runs(); ++i) {
            const QJsonObject found = check(QStringLiteral("cured"), 0, options);
            const QString verdict = found[QStringLiteral("verdict")].toString();
            const bool isHonest = verdict == QStringLiteral("inconclusive") && !isStrict();
            QVERIFY2(verdict == QStringLiteral("stable") || isHonest,
                     qPrintable(found[QStringLiteral("sentence")].toString()));
        }
    }

private:
    static int runs() { return std::max(1, qEnvironmentVariableIntValue("TIDEMARK_VERDICTS")); }
    static bool isStrict() { return qEnvironmentVariableIsSet("TIDEMARK_VERDICTS"); }

    static bool isOf(const QString &function, const QJsonArray &stack)
    {
        return std::ranges::any_of(stack, [&](const QJsonValue &site) {
            return site[QStringLiteral("function")].toString() == function;
        });
    }

    static QString verdictOn(const QString &resource, const QJsonArray &verdicts)
    {
        for (const QJsonValue &verdict : verdicts) {
            if (verdict[QStringLiteral("role")].toString() == resource)
                return verdict[QStringLiteral("verdict")].toString();
        }
        return {};
    }

    static constexpr int anyExitCode = -1;

    /// The current row's specimen on a server of its own.
    static QJsonObject check(const QString &form, int expected,
                             const QStringList &options = {QStringLiteral("--quick")},
                             const QString &query = {})
    {
        SpecimenServer server;
        if (!server.start())
            return {};
        const QString tmp = QJsonDocument::fromJson(server.line()).object()[QStringLiteral("tmp")].toString();
        QUrl url = server.uploadUrl(QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0), form);
        url.setQuery(query);
        Cli cli;
        const CliResult result = cli.run(QStringList{QStringLiteral("check"), QStringLiteral("--to"),
                                                     url.toString(), QStringLiteral("--pid"),
                                                     QString::number(server.pid()), QStringLiteral("--disk"),
                                                     tmp, QStringLiteral("--json"), QStringLiteral("-")}
                                         + options);
        const bool isExpected = expected == anyExitCode || result.exitCode == expected
            || (expected == 0 && result.exitCode == 4 && !isStrict());
        const QJsonObject found = result.json();
        if (!isExpected) { // the whole document would be cut off before it says why
            const QString sentence = found[QStringLiteral("sentence")].toString();
            QTest::qFail(
                sentence.isEmpty()
                    ? result.told()
                    : qPrintable(QStringLiteral("exit code %1: %2").arg(result.exitCode).arg(sentence)),
                __FILE__, __LINE__);
        }
        return found;
    }
};

QTEST_GUILESS_MAIN(TestVerdicts)
#include "tst_verdicts.moc"
