// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/stacklist.h"

#include "core/report/checkwording.h"
#include "core/report/namedsuspects.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"

#include <QFontDatabase>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int most = 6;

QFont codeFont(const QFont &base, bool isStrong)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF() - 1);
    font.setWeight(isStrong ? QFont::Bold : QFont::Normal);
    return font;
}

QString stackText(const pprof::Suspect &suspect)
{
    QStringList lines;
    for (const pprof::Site &site : suspect.stack)
        lines << report::siteText(site);
    return lines.join(u'\n');
}

} // namespace

StackList::StackList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_title(new QLabel(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(2);
    m_title->setFont(strongFont(m_title->font()));
    m_column->addWidget(m_title);
    hide();
}

void StackList::setResult(const experiment::CheckResult &result)
{
    qDeleteAll(m_lines);
    m_lines.clear();
    const std::vector<report::NamedSuspect> all = report::namedSuspects(result);
    setVisible(!all.empty());
    const report::NamedSuspect *first = nullptr; // of its resource
    for (const report::NamedSuspect &named : all) {
        if (!first || named.guilt != first->guilt) {
            first = &named;
            addTitle(named.guilt->unit);
        }
        if (all.size() > 1)
            addShare(named);
        // Of one function the stacks are what tells its parts from each other.
        const bool isOfFirst = named.suspect->guilty().function == first->suspect->guilty().function;
        if (isOfFirst)
            addStack(*named.suspect);
        else
            addSite(named.suspect->guilty(), true, stackText(*named.suspect));
    }
}

void StackList::addTitle(const QString &unit)
{
    const QString text = unit == QLatin1StringView("bytes") ? tr("Allocated in") : tr("Blocked in");
    if (m_lines.isEmpty()) {
        m_title->setText(text);
        return;
    }
    auto *title = new QLabel(text, this);
    title->setFont(m_title->font());
    title->setContentsMargins(0, 8, 0, 0);
    addLine(title);
}

void StackList::addShare(const report::NamedSuspect &named)
{
    auto *line = new QLabel(named.amount(), this);
    line->setFont(smallFont(font()));
    line->setContentsMargins(0, 4, 0, 0);
    line->setForegroundRole(QPalette::PlaceholderText);
    addLine(line);
}

void StackList::addStack(const pprof::Suspect &suspect)
{
    const pprof::Site &guilty = suspect.guilty();
    qsizetype last = suspect.stack.indexOf(guilty);
    last = std::min(last < 0 ? most - 1 : last + 1, suspect.stack.size() - 1);
    const qsizetype first = std::max<qsizetype>(0, last - most + 1); // What matters is at its end.
    for (qsizetype i = first; i <= last; ++i)
        addSite(suspect.stack[i], suspect.stack[i] == guilty);
}

void StackList::addSite(const pprof::Site &site, bool isGuilty, const QString &toolTip)
{
    auto *line = new ElidedLabel(report::siteText(site), this);
    line->setElideMode(Qt::ElideMiddle);
    line->setFont(codeFont(font(), isGuilty));
    line->setForegroundRole(isGuilty ? QPalette::WindowText : QPalette::PlaceholderText);
    line->setToolTip(toolTip);
    addLine(line);
}

void StackList::addLine(QLabel *line)
{
    m_column->addWidget(line);
    m_lines.append(line);
}

} // namespace ui
