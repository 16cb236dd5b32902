// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/prometheustext.h"

#include <QTest>

using metrics::PrometheusReader;
using metrics::PrometheusSample;

class TestPrometheusText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void labels_data();
    void labels();
    void pages_data();
    void pages();
    void cutPageNeverYieldsCutNumber_data();
    void cutPageNeverYieldsCutNumber();
    void onlyLongLinesAreTooLong();
};

static QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// "name{labels} value" of each sample, then the count of broken lines.
static QStringList read(const QByteArray &page)
{
    PrometheusReader reader(page);
    QStringList found;
    for (PrometheusSample sample; reader.next(sample);)
        found << QStringLiteral("%1{%2} %3")
                     .arg(text(sample.name), text(sample.labels))
                     .arg(sample.value, 0, 'g', 17);
    if (found.size() != reader.samples())
        found << QStringLiteral("counted wrongly");
    if (reader.brokenLines() > 0)
        found << QStringLiteral("broken %1").arg(reader.brokenLines());
    if (reader.endsWithEof())
        found << QStringLiteral("eof");
    return found;
}

void TestPrometheusText::lines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    const QString broken = QStringLiteral("broken 1");

    QTest::newRow("bare") << QByteArray("up 1") << QStringLiteral("up{} 1");
    QTest::newRow("exponent") << QByteArray("a 1.0805824e+07") << QStringLiteral("a{} 10805824");
    QTest::newRow("upper exponent") << QByteArray("a 1.25E10") << QStringLiteral("a{} 12500000000");
    QTest::newRow("negative") << QByteArray("a -0.5") << QStringLiteral("a{} -0.5");
    QTest::newRow("plus") << QByteArray("a +0.5") << QStringLiteral("a{} 0.5");
    QTest::newRow("no leading zero") << QByteArray("a .5") << QStringLiteral("a{} 0.5");
    QTest::newRow("NaN") << QByteArray("a NaN") << QStringLiteral("a{} nan");
    QTest::newRow("Inf") << QByteArray("a Inf") << QStringLiteral("a{} inf");
    QTest::newRow("+Inf") << QByteArray("a +Inf") << QStringLiteral("a{} inf");
    QTest::newRow("-Inf") << QByteArray("a -Inf") << QStringLiteral("a{} -inf");
    QTest::newRow("colon") << QByteArray(":job:rate_5m 2") << QStringLiteral(":job:rate_5m{} 2");
    QTest::newRow("blanks") << QByteArray(" \ta \t 1 \t") << QStringLiteral("a{} 1");
    QTest::newRow("timestamp") << QByteArray("a 1 1395066363000") << QStringLiteral("a{} 1");
    QTest::newRow("negative timestamp") << QByteArray("a 1 -1") << QStringLiteral("a{} 1");
    QTest::newRow("seconds as timestamp") << QByteArray("a 1 1520879607.789") << QStringLiteral("a{} 1");
    QTest::newRow("one label") << QByteArray("a{b=\"c\"} 1") << QStringLiteral("a{b=\"c\"} 1");
    QTest::newRow("no blank behind labels") << QByteArray("a{b=\"c\"}1") << QStringLiteral("a{b=\"c\"} 1");
    QTest::newRow("empty braces") << QByteArray("a{} 1") << QStringLiteral("a{} 1");
    QTest::newRow("comma at the end") << QByteArray("a{b=\"c\",} 1") << QStringLiteral("a{b=\"c\",} 1");
    QTest::newRow("blanks around labels")
        << QByteArray("a { b = \"c\" , d = \"e\" } 1") << QStringLiteral("a{ b = \"c\" , d = \"e\" } 1");
    QTest::newRow("brace in a value") << QByteArray("a{b=\"}\"} 1") << QStringLiteral("a{b=\"}\"} 1");
    QTest::newRow("quote in a value") << QByteArray("a{b=\"\\\"\"} 1") << QStringLiteral("a{b=\"\\\"\"} 1");
    QTest::newRow("empty value") << QByteArray("a{b=\"\"} 1") << QStringLiteral("a{b=\"\"} 1");
    QTest::newRow("exemplar") << QByteArray("a_bucket{le=\"1\"} 3 # {id=\"x} 9\"} 0.5 1520879607.7")
                              << QStringLiteral("a_bucket{le=\"1\"} 3");
    QTest::newRow("exemplar behind a timestamp")
        << QByteArray("a_total 3 1520879607 # {} 0.5") << QStringLiteral("a_total{} 3");
    QTest::newRow("carriage return") << QByteArray("a 1\r") << QStringLiteral("a{} 1");
    QTest::newRow("comment") << QByteArray("# a 1") << QString();
    QTest::newRow("comment without blank") << QByteArray("#a 1") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("only blanks") << QByteArray(" \t ") << QString();

    QTest::newRow("name alone") << QByteArray("a") << broken;
    QTest::newRow("name and blank") << QByteArray("a ") << broken;
    QTest::newRow("number alone") << QByteArray("1") << broken;
    QTest::newRow("name begins with a digit") << QByteArray("1a 1") << broken;
    QTest::newRow("name with a dash") << QByteArray("a-b 1") << broken;
    QTest::newRow("value is a word") << QByteArray("a b") << broken;
    QTest::newRow("value with a tail") << QByteArray("a 1x") << broken;
    QTest::newRow("hexadecimal") << QByteArray("a 0x10") << broken;
    QTest::newRow("two signs") << QByteArray("a +-1") << broken;
    QTest::newRow("out of range") << QByteArray("a 1e999") << broken;
    QTest::newRow("timestamp is a word") << QByteArray("a 1 now") << broken;
    QTest::newRow("third number") << QByteArray("a 1 2 3") << broken;
    QTest::newRow("brace not closed") << QByteArray("a{b=\"c\" 1") << broken;
    QTest::newRow("quote not closed") << QByteArray("a{b=\"c} 1") << broken;
    QTest::newRow("escape at the end") << QByteArray("a{b=\"c\\") << broken;
    QTest::newRow("label without quotes") << QByteArray("a{b=c} 1") << broken;
    QTest::newRow("label without value") << QByteArray("a{b} 1") << broken;
    QTest::newRow("only a comma") << QByteArray("a{,} 1") << broken;
    QTest::newRow("two commas") << QByteArray("a{b=\"c\",,d=\"e\"} 1") << broken;
    QTest::newRow("no comma") << QByteArray("a{b=\"c\"d=\"e\"} 1") << broken;
    QTest::newRow("exemplar without labels") << QByteArray("a 1 # 0.5") << broken;
    QTest::newRow("exemplar without value") << QByteArray("a 1 # {b=\"c\"}") << broken;
    QTest::newRow("not ASCII") << QByteArray("gr\xC3\xB6\xC3\x9F"
                                             "e 1")
                               << broken;
}

void TestPrometheusText::lines()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, expected);
    QCOMPARE(read(line + '\n').join(QLatin1Char('\n')), expected);
}

void TestPrometheusText::labels_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("first") << QByteArray("a{b=\"1\",c=\"2\"} 1") << QByteArray("b") << true
                           << QByteArray("1");
    QTest::newRow("last") << QByteArray("a{b=\"1\",c=\"2\",} 1") << QByteArray("c") << true
                          << QByteArray("2");
    QTest::newRow("blanks") << QByteArray("a{ b = \"1\" , c = \"2\" } 1") << QByteArray("c") << true
                            << QByteArray("2");
    QTest::newRow("missing") << QByteArray("a{b=\"1\"} 1") << QByteArray("c") << false << QByteArray();
    QTest::newRow("no labels") << QByteArray("a 1") << QByteArray("c") << false << QByteArray();
    QTest::newRow("only inside a value")
        << QByteArray("a{b=\",c=\\\"3\\\"\"} 1") << QByteArray("c") << false << QByteArray();
    QTest::newRow("escapes") << QByteArray(R"(a{b="C:\\dir\n\"x\""} 1)") << QByteArray("b") << true
                             << QByteArray("C:\\dir\n\"x\"");
    QTest::newRow("unknown escape stands for itself")
        << QByteArray(R"(a{b="\t"} 1)") << QByteArray("b") << true << QByteArray("\\t");
    QTest::newRow("prefix of another key") << QByteArray("a{version_x=\"1\",version=\"2\"} 1")
                                           << QByteArray("version") << true << QByteArray("2");
}

void TestPrometheusText::labels()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, key);
    QFETCH(bool, isThere);
    QFETCH(QByteArray, value);
    line += '\n';
    PrometheusReader reader(line);
    PrometheusSample sample;
    QVERIFY(reader.next(sample));
    const auto found = sample.label(key.toStdString());
    QCOMPARE(found.has_value(), isThere);
    QCOMPARE(sample.hasLabel(key.toStdString(), value.toStdString()), isThere);
    QVERIFY(!sample.hasLabel(key.toStdString(), "something else"));
    if (isThere)
        QCOMPARE(*found, value);
}

void TestPrometheusText::pages_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QStringList>("expected");
    const auto list = [](std::initializer_list<const char *> words) {
        QStringList texts;
        for (const char *word : words)
            texts << QString::fromUtf8(word);
        return texts;
    };

    QTest::newRow("empty") << QByteArray() << QStringList();
    QTest::newRow("broken lines do not disturb the others")
        << QByteArray("a 1\n??\nb 2\n\n<html>\nc 3\n") << list({"a{} 1", "b{} 2", "c{} 3", "broken 2"});
    QTest::newRow("Windows line ends")
        << QByteArray("# TYPE a gauge\r\na 1\r\nb 2\r\n") << list({"a{} 1", "b{} 2"});
    QTest::newRow("last line without line feed may be cut")
        << QByteArray("a 1\nb 12") << list({"a{} 1", "broken 1"});
    QTest::newRow("last comment without line feed") << QByteArray("a 1\n# b") << list({"a{} 1"});
    QTest::newRow("EOF") << QByteArray("a 1\n# EOF\n") << list({"a{} 1", "eof"});
    QTest::newRow("EOF without line feed") << QByteArray("a 1\n# EOF") << list({"a{} 1", "eof"});
    QTest::newRow("EOF is not the end") << QByteArray("a 1\n# EOF\nb 2\n") << list({"a{} 1", "b{} 2"});
    QTest::newRow("NUL in a line") << QByteArray("a 1\nb\0c 2\nd 3\n", 14)
                                   << list({"a{} 1", "d{} 3", "broken 1"});
}

void TestPrometheusText::pages()
{
    QFETCH(QByteArray, page);
    QFETCH(QStringList, expected);
    QCOMPARE(read(page), expected);
}

void TestPrometheusText::cutPageNeverYieldsCutNumber_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"go.prom", "go.openmetrics", "node.prom", "python.openmetrics", "spring.prom"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestPrometheusText::cutPageNeverYieldsCutNumber()
{
    QFETCH(QString, file);
    QFile data(QStringLiteral(TIDEMARK_TEST_DATA "/metrics/") + file);
    QVERIFY(data.open(QIODevice::ReadOnly));
    const QByteArray page = data.readAll();
    QStringList whole = read(page);
    whole.removeAll(QStringLiteral("eof"));
    QVERIFY(whole.size() > 10);
    QVERIFY2(!whole.last().startsWith(QLatin1String("broken")), qPrintable(whole.last()));

    for (qsizetype size = 0; size < page.size(); size += 3) {
        // A copy of its own, so that a sanitizer sees every byte read beyond the cut.
        const QByteArray cut(page.constData(), size);
        QStringList found = read(cut);
        found.removeAll(QStringLiteral("eof")); // may go without its line feed
        if (!found.isEmpty() && found.last() == QLatin1String("broken 1"))
            found.removeLast();
        QCOMPARE(found, whole.first(found.size()));
    }
}

void TestPrometheusText::onlyLongLinesAreTooLong()
{
    const auto lineOf = [](qsizetype bytes) -> QByteArray {
        const QByteArray frame("a{b=\"\"} 1");
        return "a{b=\"" + QByteArray(bytes - frame.size(), 'x') + "\"} 1\n";
    };
    QCOMPARE(read(lineOf(PrometheusReader::maxLineBytes)).size(), 1);
    QVERIFY(read(lineOf(PrometheusReader::maxLineBytes)).first().startsWith(QLatin1String("a{b=")));
    QCOMPARE(read(lineOf(PrometheusReader::maxLineBytes + 1) + "c 1\n"),
             QStringList({QStringLiteral("c{} 1"), QStringLiteral("broken 1")}));
}

QTEST_GUILESS_MAIN(TestPrometheusText)
#include "tst_prometheustext.moc"
