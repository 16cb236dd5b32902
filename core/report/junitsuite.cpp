// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/junitsuite.h"

#include "core/report/safetext.h"

#include <QDateTime>
#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using Outcome = JUnitCase::Outcome;

QString linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : withoutSecrets(text).split(u'\n'))
        lines << printable(line);
    return lines.join(u'\n').trimmed();
}

QString lineOf(const QString &text)
{
    return printable(withoutSecrets(text));
}

QString inSeconds(double seconds)
{
    return QString::number(std::isfinite(seconds) ? std::max(0.0, seconds) : 0.0, 'f', 3);
}

void writeCounts(QXmlStreamWriter &xml, const std::vector<JUnitCase> &cases)
{
    const auto count = [&cases](Outcome outcome) {
        return QString::number(
            std::ranges::count(cases, outcome, [](const JUnitCase &one) { return one.outcome; }));
    };
    xml.writeAttribute(QStringLiteral("tests"), QString::number(cases.size()));
    xml.writeAttribute(QStringLiteral("failures"), count(Outcome::Failure));
    xml.writeAttribute(QStringLiteral("errors"), count(Outcome::Error));
    xml.writeAttribute(QStringLiteral("skipped"), count(Outcome::Skipped));
}

void writeProblem(QXmlStreamWriter &xml, const QString &element, const JUnitCase &one)
{
    xml.writeStartElement(element);
    xml.writeAttribute(QStringLiteral("type"), one.type);
    xml.writeAttribute(QStringLiteral("message"), lineOf(one.message));
    xml.writeCharacters(linesOf(one.text));
    xml.writeEndElement();
}

void writeCase(QXmlStreamWriter &xml, const JUnitCase &one)
{
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), lineOf(one.className));
    xml.writeAttribute(QStringLiteral("name"), lineOf(one.name));
    xml.writeAttribute(QStringLiteral("time"), inSeconds(one.seconds));
    switch (one.outcome) {
    case Outcome::Passed:
        break;
    case Outcome::Failure:
        writeProblem(xml, QStringLiteral("failure"), one);
        break;
    case Outcome::Error:
        writeProblem(xml, QStringLiteral("error"), one);
        break;
    case Outcome::Skipped:
        xml.writeEmptyElement(QStringLiteral("skipped"));
        xml.writeAttribute(QStringLiteral("message"), lineOf(one.message));
        break;
    }
    xml.writeEndElement();
}

/// Ant wants the element even where nothing is in it.
void writeProperties(QXmlStreamWriter &xml, const JUnitSuite &suite)
{
    xml.writeStartElement(QStringLiteral("properties"));
    if (!suite.program.isEmpty()) {
        xml.writeEmptyElement(QStringLiteral("property"));
        xml.writeAttribute(QStringLiteral("name"), QStringLiteral("program"));
        xml.writeAttribute(QStringLiteral("value"), lineOf(suite.program));
    }
    xml.writeEndElement();
}

} // namespace

QByteArray junitXml(const JUnitSuite &suite)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuite"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("tidemark ") + suite.command);
    xml.writeAttribute(QStringLiteral("hostname"), QStringLiteral("localhost"));
    if (suite.startedAtMs > 0)
        xml.writeAttribute(QStringLiteral("timestamp"),
                           QDateTime::fromMSecsSinceEpoch(suite.startedAtMs, Qt::UTC)
                               .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")));
    writeCounts(xml, suite.cases);
    xml.writeAttribute(QStringLiteral("time"), inSeconds(suite.seconds));
    writeProperties(xml, suite);
    for (const JUnitCase &one : suite.cases)
        writeCase(xml, one);
    xml.writeTextElement(QStringLiteral("system-out"), linesOf(suite.said));
    xml.writeTextElement(QStringLiteral("system-err"), QString());
    xml.writeEndDocument();
    return bytes;
}

} // namespace report
