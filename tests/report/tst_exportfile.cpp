// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exportfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using report::ExportFile;
using report::Format;

/// What becomes of a chosen format and a typed name.
class TestExportFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAsItIs();
    void chosenAndTyped_data();
    void chosenAndTyped();
    void onlyWhatItCanBeHadIn();
    void nothingIsWrittenOverUnasked();
    void lists_data();
    void lists();

private:
    void touch(const QString &name)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    QTemporaryDir m_folder;
};

void TestExportFile::endsAsItIs()
{
    for (const Format format : report::allFormats) {
        const QString name = QStringLiteral("/tmp/a.") + report::endingOf(format);
        QVERIFY(report::formatForFile(name).ok());
        QCOMPARE(report::fileToWrite(name, format), (ExportFile{name, format}));
    }
}

void TestExportFile::chosenAndTyped_data()
{
    QTest::addColumn<Format>("chosen");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<Format>("format");
    const auto row = [](Format chosen, const char *typed, const char *name, Format format) {
        QTest::newRow(typed) << chosen << QString::fromLatin1(typed) << QString::fromLatin1(name) << format;
    };
    row(Format::Paper, "a.html", "a.html", Format::Html);
    row(Format::Html, "a.PDF", "a.PDF", Format::Paper);
    row(Format::Html, "a.htm", "a.htm", Format::Html);
    row(Format::Csv, "a.xml", "a.xml", Format::JUnit);
    row(Format::Paper, "a.txt", "a.txt.pdf", Format::Paper);
    row(Format::Json, "a", "a.json", Format::Json);
    row(Format::Json, "a.", "a.json", Format::Json);
    row(Format::Markdown, "sent to 10.0.0.5", "sent to 10.0.0.5.md", Format::Markdown);
    row(Format::Csv, "v1.html.old", "v1.html.old.csv", Format::Csv);
    row(Format::JUnit, "folder.html/a", "folder.html/a.xml", Format::JUnit);
}

void TestExportFile::chosenAndTyped()
{
    QFETCH(const Format, chosen);
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    QFETCH(const Format, format);
    const ExportFile file = report::fileToWrite(m_folder.filePath(typed), chosen);
    QCOMPARE(file.name, m_folder.filePath(name));
    QCOMPARE(file.format, format);
}

void TestExportFile::onlyWhatItCanBeHadIn()
{
    const std::array possible{Format::Html, Format::Json};
    const QString typed = m_folder.filePath(QStringLiteral("a.xml"));
    QCOMPARE(report::fileToWrite(typed, Format::Json, possible),
             (ExportFile{typed + QStringLiteral(".json"), Format::Json}));
    const QString page = m_folder.filePath(QStringLiteral("a.html"));
    QCOMPARE(report::fileToWrite(page, Format::Json, possible), (ExportFile{page, Format::Html}));
}

void TestExportFile::nothingIsWrittenOverUnasked()
{
    const QString typed = m_folder.filePath(QStringLiteral("kept.txt"));
    touch(QStringLiteral("kept.txt.pdf"));
    QCOMPARE(report::fileToWrite(typed, Format::Paper).name, typed + QStringLiteral(" (2).pdf"));
    touch(QStringLiteral("kept.txt (2).pdf"));
    QCOMPARE(report::fileToWrite(typed, Format::Paper).name, typed + QStringLiteral(" (3).pdf"));
    // The dialog asked about this one.
    const QString whole = typed + QStringLiteral(".pdf");
    QCOMPARE(report::fileToWrite(whole, Format::Paper).name, whole);
}

void TestExportFile::lists_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *chosen, const char *typed, const char *name) {
        QTest::newRow(typed) << QString::fromLatin1(chosen) << QString::fromLatin1(typed)
                             << QString::fromLatin1(name);
    };
    row("csv", "failed.TXT", "failed.TXT");
    row("txt", "failed.csv", "failed.csv");
    row("txt", "failed.html", "failed.html.txt");
    row("csv", "failed", "failed.csv");
}

void TestExportFile::lists()
{
    QFETCH(const QString, chosen);
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    const QStringList possible{QStringLiteral("csv"), QStringLiteral("txt")};
    QCOMPARE(report::fileToWrite(m_folder.filePath(typed), chosen, possible), m_folder.filePath(name));
}

QTEST_GUILESS_MAIN(TestExportFile)
#include "tst_exportfile.moc"
