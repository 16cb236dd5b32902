// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/verdictcard.h"

#include "ui/leak/resourcerows.h"
#include "ui/leak/stacklist.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

ResultCard::Texts texts()
{
    return {
        .name = VerdictCard::tr("What the check found"),
        .elsewhere = VerdictCard::tr("Another address was checked"),
        .noServer = VerdictCard::tr("Type the address of an upload service above, or try it on the sample "
                                    "server: it leaks on purpose."),
        .sample = VerdictCard::tr("Start a server that leaks on purpose, and connect to it"),
        .idle
        = {Tone::Dim,
           QLatin1StringView("leak"),
           VerdictCard::tr("Not checked yet"),
           {VerdictCard::tr("Uploads are made in rounds. After each one the server collects its garbage, and "
                            "what is left then is measured: memory, goroutines, descriptors, files. What "
                            "grows with every upload is a leak.")},
           {}},
        .waiting = VerdictCard::tr("They would be taken for the check's own."),
        .exports = VerdictCard::tr("Write what was found, so that somebody else can repeat it"),
    };
}

} // namespace

VerdictCard::VerdictCard(QWidget *parent)
    : QWidget(parent)
    , m_rows(new ResourceRows)
    , m_stack(new StackList)
    , m_flame(new QPushButton(tr("&Flame graph")))
    , m_compare(new QPushButton(tr("Compare &with…")))
    , m_card(new ResultCard(texts(), {.findings = {m_stack, m_rows}, .left = m_flame, .right = m_compare}))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    m_flame->setToolTip(tr("Show the profiles from before and after the uploads"));
    m_compare->setToolTip(tr("Choose an earlier or later check of this server, and see what has changed"));
    connect(m_flame, &QPushButton::clicked, this, &VerdictCard::flameGraphRequested);
    connect(m_compare, &QPushButton::clicked, this, &VerdictCard::compareRequested);
}

void VerdictCard::showProgress(const experiment::CheckProgress &progress)
{
    m_card->showVerdict(provisionalText(progress));
    m_rows->setRows(provisionalRows(progress.provisional));
    m_rows->setVisible(!progress.provisional.empty());
}

void VerdictCard::showResult(const experiment::CheckResult &result)
{
    m_card->showResult(verdictText(result));
    m_rows->setRows(resourceRows(result));
    m_rows->setVisible(!m_rows->rows().empty());
    m_stack->setResult(result);
    const experiment::CheckProfiles &profiles = result.profiles;
    m_flame->setVisible(!profiles.heapAfter.isEmpty() || !profiles.goroutinesAfter.isEmpty());
    m_compare->setVisible(m_isComparable);
}

void VerdictCard::setComparable(bool on)
{
    m_isComparable = on;
}

} // namespace ui
