// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace support;

/// `tidemark-cli compare`, and `check --baseline`: before a change to the server, and after it.
class TestCliCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
        m_leaking = m_files.path(QStringLiteral("leaking.json"));
        m_cured = m_files.path(QStringLiteral("cured.json"));
        QCOMPARE(check(QStringLiteral("read-all"), {QStringLiteral("--json"), m_leaking}).exitCode, 1);
        const CliResult cured = check(QStringLiteral("read-all/cured"), {QStringLiteral("--json"), m_cured});
        QVERIFY2(cured.exitCode == 0 || cured.exitCode == 4, cured.told()); // 4: on a busy machine
        m_isCuredClear = cured.exitCode == 0;
    }

    void aCureIsSeen()
    {
        if (!m_isCuredClear)
            QVERIFY2(compare(m_leaking, m_cured).exitCode == 4, "cannot be told");
        else {
            const CliResult result = compare(m_leaking, m_cured);
            QVERIFY2(result.exitCode == 0, result.told());
            const QJsonObject json = result.json();
            QCOMPARE(json[QStringLiteral("change")].toString(), QStringLiteral("fixed"));
            QVERIFY2(json[QStringLiteral("sentence")].toString().startsWith(QStringLiteral("Fixed: heap +")),
                     result.told());
            QJsonObject heap;
            for (const QJsonValue row : json[QStringLiteral("resources")].toArray()) {
                if (row[QStringLiteral("role")].toString() == QLatin1StringView("heap")
                    && row[QStringLiteral("uploads")].toString() == QLatin1StringView("normal"))
                    heap = row.toObject();
            }
            QCOMPARE(heap[QStringLiteral("change")].toString(), QStringLiteral("fixed"));
            QVERIFY(heap[QStringLiteral("high")].toDouble() < 0);
            const CliResult back = compare(m_cured, m_leaking);
            QVERIFY2(back.exitCode == 1, back.told());
            QCOMPARE(back.json()[QStringLiteral("change")].toString(), QStringLiteral("new"));
        }
    }

    void theSameRunHasNoDifference()
    {
        const CliResult result = compare(m_leaking, m_leaking);
        QVERIFY2(result.exitCode == 0, result.told());
        QCOMPARE(result.json()[QStringLiteral("change")].toString(), QStringLiteral("none"));
    }

    void baselineAcceptsWhatIsKnown()
    {
        const QString junit = m_files.path(QStringLiteral("j.xml"));
        const CliResult known
            = check(QStringLiteral("read-all"),
                    {QStringLiteral("--baseline"), m_leaking, QStringLiteral("--junit"), junit});
        QVERIFY2(known.exitCode == 0, known.told());
        QVERIFY2(known.out.contains("No difference: heap grows by"), known.told());
        QFile file(junit);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray xml = file.readAll();
        QVERIFY2(xml.contains("failures=\"0\"") && !xml.contains("<failure"), xml.constData());
        QVERIFY2(known.out.contains("Known from the baseline, and accepted: heap +"), known.told());

        const CliResult more = check(
            QStringLiteral("read-all"),
            {QStringLiteral("--baseline"), m_leaking, QStringLiteral("--size"), QStringLiteral("256K")});
        QVERIFY2(more.exitCode == 1, more.told());
        QVERIFY2(more.out.contains("Worse: heap"), more.told());
    }

    // It leaks of aborted uploads alone, and whoever makes none cannot tell whether it still does.
    void whatTheBaselineKnowsHasToBeTold()
    {
        const QString specimen = QStringLiteral("listener"), base = m_files.path(QStringLiteral("li.json"));
        const QString junit = m_files.path(QStringLiteral("li.xml")),
                      report = m_files.path(QStringLiteral("li.html")),
                      json = m_files.path(QStringLiteral("now.json"));
        const CliResult before
            = check(specimen, {QStringLiteral("--json"), base}, {QStringLiteral("--quick")});
        QVERIFY2(before.exitCode == 1, before.told());
        const CliResult now = check(specimen,
                                    {QStringLiteral("--baseline"), base, QStringLiteral("--junit"), junit,
                                     QStringLiteral("--report"), report, QStringLiteral("--json"), json});
        QVERIFY2(now.exitCode == 4, now.told());
        QVERIFY2(TestFiles::content(junit).contains("<error type=\"inconclusive\""), now.told());
        QVERIFY2(TestFiles::content(report).contains("Held against the baseline"), now.told());
        const QJsonObject held = jsonFile(json)[QStringLiteral("baseline")].toObject();
        QCOMPARE(held[QStringLiteral("name")].toString(), base);
        QCOMPARE(held[QStringLiteral("acceptance")].toString(), QStringLiteral("unknown"));
        QVERIFY(!held[QStringLiteral("unknown")].toArray().isEmpty());
    }

    void badBaselineEndsBeforeAnyUpload()
    {
        const QString none = m_files.path(QStringLiteral("none.json"));
        const qint64 before = m_server.uploads(QStringLiteral("read-all"), QStringLiteral("leaking"));
        const CliResult result = check(QStringLiteral("read-all"), {QStringLiteral("--baseline"), none});
        QVERIFY2(result.exitCode == 3, result.told());
        QVERIFY2(result.err.contains("does not exist"), result.told());
        QCOMPARE(m_server.uploads(QStringLiteral("read-all"), QStringLiteral("leaking")), before);
    }

    void whatMeasuredNothingIsNotCompared()
    {
        QFile whole(m_leaking);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QJsonObject json = QJsonDocument::fromJson(whole.readAll()).object();
        json.remove(QStringLiteral("resources"));
        const QString half = m_files.path(QStringLiteral("half.json"));
        QFile file(half);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(json).toJson());
        file.close();
        for (const auto &[before, after] : {std::pair(m_leaking, half), std::pair(half, m_leaking)}) {
            const CliResult result = compare(before, after);
            QVERIFY2(result.exitCode == 3, result.told());
            QVERIFY2(result.err.contains("half.json") && result.err.contains("has no \"resources\""),
                     result.told());
        }
        const CliResult baseline = check(QStringLiteral("read-all"), {QStringLiteral("--baseline"), half});
        QVERIFY2(baseline.exitCode == 3, baseline.told());
    }

    void keptChecksTellWhoseMemoryItIs()
    {
        const QString history = m_files.path(QStringLiteral("h.sqlite"));
        const QStringList kept{QStringLiteral("--history"), history};
        QCOMPARE(check(QStringLiteral("read-all"), kept).exitCode, 1);
        (void)check(QStringLiteral("global-cache"), kept);
        Cli cli;
        const CliResult result
            = cli.run(QStringList{QStringLiteral("compare"), QStringLiteral("1"), QStringLiteral("2"),
                                  QStringLiteral("--json"), QStringLiteral("-")}
                      + kept);
        const QJsonObject json = result.json();
        QVERIFY2(!json[QStringLiteral("held")].toArray().isEmpty(), result.told());
        for (const QJsonValue held : json[QStringLiteral("held")].toArray()) // of each upload of 64 KiB
            QVERIFY2(std::abs(held[QStringLiteral("after")].toDouble()) < 1024.0 * 1024, result.told());
        const QJsonObject before = json[QStringLiteral("before")].toObject();
        QVERIFY2(before[QStringLiteral("latencyMs")][QStringLiteral("p50")].toDouble() > 0, result.told());
        QVERIFY2(before[QStringLiteral("highest")][QStringLiteral("heap")].toDouble() > 0, result.told());
    }

    // The same process, which still holds what it has leaked: that is nothing of what the cured form does.
    void afterACureNothingIsHeld()
    {
        const QStringList kept{QStringLiteral("--history"), m_files.path(QStringLiteral("cure.sqlite"))};
        QCOMPARE(check(QStringLiteral("read-all"), kept).exitCode, 1);
        const int cured = check(QStringLiteral("read-all/cured"), kept).exitCode;
        QVERIFY(cured == 0 || cured == 4); // a busy machine cannot tell
        Cli cli;
        const CliResult result
            = cli.run(QStringList{QStringLiteral("compare"), QStringLiteral("1"), QStringLiteral("2"),
                                  QStringLiteral("--json"), QStringLiteral("-")}
                      + kept);
        const QJsonObject json = result.json();
        if (cured == 4) { // then nobody may say that it is fixed, nor what has become of a function
            QVERIFY2(result.exitCode == 4, result.told());
            return;
        }
        QCOMPARE(json[QStringLiteral("held")].toArray(), QJsonArray());
        const QJsonValue function = json[QStringLiteral("functions")].toArray().first();
        QCOMPARE(function[QStringLiteral("namingAfter")].toString(), QStringLiteral("resting"));
        const CliResult text = cli.run(
            QStringList{QStringLiteral("compare"), QStringLiteral("1"), QStringLiteral("2")} + kept);
        QVERIFY2(text.out.contains(" per upload → no more") && !text.out.contains("heap of "), text.told());
    }

    void whatNeverRanClaimsNothing()
    {
        const QString dead = m_files.path(QStringLiteral("dead.json"));
        Cli cli;
        QCOMPARE(cli.run({QStringLiteral("check"), QStringLiteral("--to"),
                          QStringLiteral("http://127.0.0.1:%1/upload").arg(freePort()),
                          QStringLiteral("--json"), dead})
                     .exitCode,
                 3);
        const CliResult result = cli.run({QStringLiteral("compare"), m_leaking, dead});
        QVERIFY2(result.exitCode == 4, result.told());
        QVERIFY2(!result.out.contains("no more") && result.out.contains("not measured after"), result.told());
        QVERIFY2(!result.out.contains("−"), result.told());
    }

    void reportsAreWritten()
    {
        const QString report = m_files.path(QStringLiteral("c.md"));
        Cli cli;
        QCOMPARE(
            cli.run({QStringLiteral("compare"), m_leaking, m_leaking, QStringLiteral("--report"), report})
                .exitCode,
            0);
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("### No difference: heap grows by"));
        const CliResult wrong = cli.run({QStringLiteral("compare"), m_leaking, m_leaking,
                                         QStringLiteral("--report"), QStringLiteral("c.doc")});
        QVERIFY2(wrong.exitCode == 2, wrong.told());
    }

private:
    CliResult check(const QString &specimen, const QStringList &more,
                    const QStringList &how = {QStringLiteral("--quick"), QStringLiteral("--no-aborts")})
    {
        Cli cli;
        QStringList arguments{QStringLiteral("check"), QStringLiteral("--to"),
                              m_server.url(QStringLiteral("/upload/") + specimen).toString()};
        arguments += how;
        if (!more.contains(QStringLiteral("--size")))
            arguments << QStringLiteral("--size") << QStringLiteral("64K");
        return cli.run(arguments + more);
    }

    CliResult compare(const QString &before, const QString &after)
    {
        Cli cli;
        return cli.run(
            {QStringLiteral("compare"), before, after, QStringLiteral("--json"), QStringLiteral("-")});
    }

    SpecimenServer m_server;
    TestFiles m_files;
    QString m_leaking, m_cured;
    bool m_isCuredClear = false;
};

QTEST_GUILESS_MAIN(TestCliCompare)
#include "tst_cli_compare.moc"
