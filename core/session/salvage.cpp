// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/salvage.h"

#include <algorithm>
#include <array>

namespace session {
namespace {

using base::Done;
using base::Result;

constexpr qint64 mostNumber = 1'000'000'000; // beyond it stands what nobody wrote

// As historyschema.cpp has the tables; of `runs` the number is the row's own.
enum RunColumn { Id, Command, Server, StartedAt, Seconds, Verdict, Sentence, Tags, Note, Bytes, runColumns };
enum DocumentColumn { Run, Format, Size, Content, documentColumns };
enum SequenceColumn { Table, Number, sequenceColumns }; // sqlite_sequence

bool isText(const QVariant &value)
{
    return value.typeId() == QMetaType::QString && !value.toString().contains(QChar::ReplacementCharacter);
}

bool isWhole(const QVariant &value)
{
    return value.typeId() == QMetaType::LongLong;
}

/// What a run may look like: a page that was written over may hold anything.
bool isRun(qint64 id, const QVariantList &row)
{
    static constexpr std::array texts{Command, Server, Verdict, Sentence, Tags, Note};
    const QString command = row[Command].toString();
    return id > 0 && id < mostNumber && !row[Id].isValid() && isWhole(row[StartedAt]) && isWhole(row[Bytes])
        && (isWhole(row[Seconds]) || row[Seconds].typeId() == QMetaType::Double)
        && std::ranges::all_of(texts, [&row](RunColumn text) { return isText(row[text]); })
        && !command.isEmpty() && std::ranges::all_of(command, [](QChar c) { return c >= u'a' && c <= u'z'; });
}

bool isDocument(const QVariantList &row)
{
    return isWhole(row[Run]) && isText(row[Format]) && isWhole(row[Size]) && row[Size].toLongLong() >= 0
        && row[Content].typeId() == QMetaType::QByteArray;
}

} // namespace

Salvage::Salvage(const QString &damaged, Database &into)
    : m_rows(damaged)
    , m_into(into)
{
}

Result<qint64> Salvage::run()
{
    const Result<Done> done = m_into.transact([this] { return copyAll(); });
    if (!done)
        return done.error();
    return qint64{m_runs.size()};
}

Result<Done> Salvage::copyAll()
{
    Result<Done> done = copyRuns();
    if (done)
        done = copyDocuments();
    return done ? count() : done;
}

Result<Done> Salvage::copyRuns()
{
    Statement insertion(m_into,
                        "INSERT OR IGNORE INTO runs (id, command, server, startedAtMs, seconds, verdict, "
                        "sentence, tags, note, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
    Result<Done> done = Done();
    m_rows.each(runColumns, [&](qint64 id, const QVariantList &row) {
        if (!done || !isRun(id, row))
            return;
        insertion.add(id).add(row[Command].toString()).add(row[Server].toString());
        insertion.add(row[StartedAt].toLongLong()).add(row[Seconds].toDouble());
        for (const RunColumn text : {Verdict, Sentence, Tags, Note})
            insertion.add(row[text].toString());
        done = insertion.execute();
        m_runs.insert(id);
        m_last = std::max(m_last, id);
    });
    return done;
}

Result<Done> Salvage::copyDocuments()
{
    Statement insertion(m_into,
                        "INSERT OR IGNORE INTO documents (run, format, size, content) VALUES (?, ?, ?, ?)");
    Result<Done> done = Done();
    m_rows.each(documentColumns, [&](qint64, const QVariantList &row) {
        if (!done || !isDocument(row) || !m_runs.contains(row[Run].toLongLong()))
            return;
        insertion.add(row[Run].toLongLong()).add(row[Format].toString()).add(row[Size].toLongLong());
        done = insertion.add(row[Content].toByteArray()).execute();
    });
    return done;
}

void Salvage::readNumber(const QVariantList &values)
{
    const qint64 number = values[Number].toLongLong();
    if (isWhole(values[Number]) && number < mostNumber
        && values[Table].toString() == QLatin1StringView("runs"))
        m_last = std::max(m_last, number);
}

/// What takes up how much room; and the numbers of runs that are lost are given to no other ones.
Result<Done> Salvage::count()
{
    m_rows.each(sequenceColumns, [this](qint64, const QVariantList &values) { readNumber(values); });
    const auto summed = m_into.run("UPDATE runs SET bytes = (SELECT coalesce(sum(length(content)), 0) FROM "
                                   "documents WHERE run = runs.id)");
    if (!summed || m_last == 0)
        return summed;
    if (const auto gone = m_into.run("DELETE FROM sqlite_sequence WHERE name = 'runs'"); !gone)
        return gone;
    return m_into.run("INSERT INTO sqlite_sequence (name, seq) VALUES ('runs', " + QByteArray::number(m_last)
                      + ")");
}

} // namespace session
