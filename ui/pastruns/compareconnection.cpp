// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pastruns/compareconnection.h"

#include "core/base/background.h"
#include "core/base/localtime.h"
#include "core/report/comparisonreport.h"
#include "core/report/heldfunctions.h"
#include "ui/compare/comparepage.h"
#include "ui/export/exportconnection.h"
#include "ui/history/historypage.h"
#include "ui/leak/leakpage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QUrl>

namespace ui {

using base::Result;
using experiment::CheckProfiles;
using report::CheckComparison;
using report::ComparedCheck;
using session::KeptRun;
using session::OpenedRun;

namespace {

/// Of its end: the one from its beginning knows nothing of what the check did.
bool hasHeap(const CheckProfiles &profiles)
{
    return !profiles.heapAfter.isEmpty();
}

QString checkName(qint64 startedMs)
{
    return CompareConnection::tr("check of %1", "time").arg(base::localMinute(startedMs));
}

} // namespace

CompareConnection::CompareConnection(ComparePage &page, HistoryPage &history, LeakPage &leak,
                                     session::RunKeeper &keeper, ExportConnection &exports, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_history(history)
    , m_keeper(keeper)
    , m_exports(exports)
{
    leak.setComparable(keeper.isKeeping());
    connectPages(leak);
    connectComparison();
}

void CompareConnection::connectPages(LeakPage &leak)
{
    connect(&m_history, &HistoryPage::compareRequested, this,
            [this](const KeptRun &before, const KeptRun &after) {
                read(before, [this, after](const ComparedCheck &one) {
                    read(after, [this, one](const ComparedCheck &other) { compare(one, other); });
                });
            });
    connect(&m_history, &HistoryPage::compareWithRequested, this, [this](const KeptRun &run) {
        read(run, [this](const ComparedCheck &side) { chooseOther(side); });
    });
    connect(&leak, &LeakPage::compareRequested, this, [this, &leak] {
        if (!leak.result())
            return;
        chooseOther({report::checkRecordOf(*leak.result()), leak.result()->profiles});
    });
    connect(&m_history, &HistoryPage::otherChosen, this, [this](const KeptRun &run) {
        if (m_waiting)
            read(run, [this, one = *std::exchange(m_waiting, std::nullopt)](const ComparedCheck &other) {
                compare(one, other);
            });
    });
}

void CompareConnection::connectComparison()
{
    connect(&m_page, &ComparePage::exportRequested, this, &CompareConnection::exportComparison);
    connect(&m_page, &ComparePage::flameGraphRequested, this, &CompareConnection::requestFlameGraph);
    connect(&m_page, &ComparePage::copyRequested, this, [this] {
        if (m_page.comparison())
            QGuiApplication::clipboard()->setText(
                QString::fromUtf8(report::renderComparison(*m_page.comparison(), report::Format::Markdown)));
    });
}

void CompareConnection::chooseOther(const ComparedCheck &side)
{
    m_waiting = side;
    Q_EMIT choiceNeeded();
    // Host and port: a server's cure may be at another path.
    m_history.chooseOther(tr("the %1", "check of a time").arg(checkName(side.record.startedMs)),
                          QUrl(side.record.server).authority(), side.record.startedMs);
}

void CompareConnection::read(const KeptRun &run, const Take &take)
{
    m_keeper.open(run.id, report::comparedDocuments(), this, [this, take](const Result<OpenedRun> &opened) {
        const Result<ComparedCheck> check = opened ? report::comparedCheck(*opened) : opened.error();
        if (check)
            take(*check);
        else
            m_history.showFailure(tr("The checks cannot be compared."), check.error().message);
    });
}

/// On the worker pool: profiles take their time.
void CompareConnection::compare(ComparedCheck one, ComparedCheck other)
{
    if (other.record.startedMs < one.record.startedMs)
        std::swap(one, other);
    base::inBackground(
        *this,
        [one, other] {
            CheckComparison comparison = report::compareChecks(one.record, other.record);
            comparison.held = report::heldFunctions(one, other);
            return comparison;
        },
        [this, before = one.profiles, after = other.profiles](const CheckComparison &comparison) {
            m_before = before;
            m_after = after;
            Q_EMIT compared();
            m_page.showComparison(comparison, hasHeap(before) && hasHeap(after));
        });
}

void CompareConnection::exportComparison(report::Format format)
{
    if (!m_page.comparison())
        return;
    m_exports.ask(format, [this, comparison = *m_page.comparison()](const report::ExportFile &file) {
        m_exports.exportDocument(
            [comparison, format = file.format]() -> Result<QByteArray> {
                return report::renderComparison(comparison, format);
            },
            file);
    });
}

void CompareConnection::requestFlameGraph()
{
    if (m_page.comparison())
        Q_EMIT flameGraphRequested(m_before, checkName(m_page.comparison()->before.startedMs), m_after,
                                   checkName(m_page.comparison()->after.startedMs));
}

} // namespace ui
