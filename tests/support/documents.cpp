// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/documents.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QXmlStreamReader>

namespace support {
namespace {

constexpr int patienceMs = 180'000;

struct Answer
{
    bool isFine = false;
    QByteArray out;
    QByteArray err;
};

Answer ask(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool ended = process.waitForFinished(patienceMs);
    Answer answer{ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                  process.readAllStandardOutput(), process.readAllStandardError()};
    if (!ended)
        answer.err += process.errorString().toUtf8();
    return answer;
}

void fail(const QString &program, const QByteArray &why)
{
    const QByteArray told = program.toUtf8() + ": " + why;
    QTest::qFail(told.constData(), __FILE__, __LINE__);
}

/// The test fails where the tool does.
QByteArray answerOf(const QString &program, const QStringList &arguments)
{
    const Answer answer = ask(program, arguments);
    if (!answer.isFine)
        fail(program, answer.err);
    return answer.out;
}

Answer askBrowser(const QStringList &arguments, const QString &html)
{
    const QTemporaryDir profile;
    QStringList all{QStringLiteral("--headless"),
                    QStringLiteral("--no-sandbox"),
                    QStringLiteral("--disable-gpu"),
                    QStringLiteral("--disable-dev-shm-usage"),
                    QStringLiteral("--enable-logging=stderr"),
                    QStringLiteral("--user-data-dir=") + profile.path()};
    return ask(QStringLiteral("chromium"),
               all + arguments + QStringList{QUrl::fromLocalFile(html).toString(QUrl::FullyEncoded)});
}

QByteArrayList linesAfterRule(const QByteArray &table)
{
    QByteArrayList lines = table.trimmed().split('\n');
    while (!lines.isEmpty() && !lines.takeFirst().startsWith("---")) { }
    return lines;
}

QJsonArray csvRead(const QString &csv, const char *reader)
{
    const QString program = QStringLiteral("import csv, json, sys\n"
                                           "with open(sys.argv[1], newline='', encoding='utf-8') as file:\n"
                                           "    print(json.dumps(list(%1)))\n")
                                .arg(QLatin1StringView(reader));
    return QJsonDocument::fromJson(answerOf(QStringLiteral("python3"), {QStringLiteral("-c"), program, csv}))
        .array();
}

} // namespace

PrintedPage printedByBrowser(const QString &html, const QString &pdf)
{
    const Answer answer = askBrowser(
        {QStringLiteral("--no-pdf-header-footer"), QStringLiteral("--print-to-pdf=") + pdf}, html);
    if (!QFile::exists(pdf))
        fail(QStringLiteral("chromium"), answer.err);
    PrintedPage page{pdf, {}};
    for (const QByteArray &line : answer.err.split('\n')) {
        if (line.contains("CONSOLE"))
            page.complaints += line + '\n';
    }
    return page;
}

QString textOfPdf(const QString &pdf)
{
    return QString::fromUtf8(
               answerOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")}))
        .simplified();
}

std::vector<PrintedWord> wordsOfPdf(const QString &pdf)
{
    std::vector<PrintedWord> words;
    QXmlStreamReader xml(
        answerOf(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), pdf, QStringLiteral("-")}));
    PrintedWord word;
    word.page = -1;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes at = xml.attributes();
        const auto number = [&at](const char *name) { return at.value(QLatin1StringView(name)).toDouble(); };
        if (xml.name() == QLatin1StringView("page")) {
            ++word.page;
            word.paper = {number("width"), number("height")};
        } else if (xml.name() == QLatin1StringView("word")) {
            word.box
                = QRectF(QPointF(number("xMin"), number("yMin")), QPointF(number("xMax"), number("yMax")));
            word.text = xml.readElementText();
            words.push_back(word);
        }
    }
    return words;
}

QStringList fontsOutside(const QString &pdf)
{
    const QByteArray table = answerOf(QStringLiteral("pdffonts"), {pdf});
    const qsizetype column = table.indexOf("emb"); // of the head: names have blanks, too
    QStringList names;
    for (const QByteArray &line : linesAfterRule(table)) {
        if (!line.mid(column, 3).startsWith("yes"))
            names += QString::fromUtf8(line.left(36).trimmed());
    }
    return names;
}

int picturesIn(const QString &pdf)
{
    return static_cast<int>(
        linesAfterRule(answerOf(QStringLiteral("pdfimages"), {QStringLiteral("-list"), pdf})).size());
}

QByteArray schemaComplaints(const QString &xml, const QString &xsd)
{
    const Answer answer
        = ask(QStringLiteral("xmllint"),
              {QStringLiteral("--noout"), QStringLiteral("--nonet"), QStringLiteral("--schema"), xsd, xml});
    return answer.isFine ? QByteArray() : QByteArray(answer.err + "(xmllint)");
}

std::vector<QStringList> csvRows(const QString &csv)
{
    std::vector<QStringList> rows;
    for (const QJsonValue row : csvRead(csv, "csv.reader(file, strict=True)"))
        rows.push_back(row.toVariant().toStringList());
    return rows;
}

std::vector<QVariantMap> csvRecords(const QString &csv)
{
    std::vector<QVariantMap> records;
    for (const QJsonValue row : csvRead(csv, "csv.DictReader(file, restkey='more', strict=True)"))
        records.push_back(row.toObject().toVariantMap());
    return records;
}

} // namespace support
