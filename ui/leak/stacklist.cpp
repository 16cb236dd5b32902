// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/stacklist.h"

#include "core/report/checkwording.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"

#include <QFontDatabase>
#include <QVBoxLayout>

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

} // namespace

StackList::StackList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(2);
    auto *title = new QLabel(tr("Allocated in"), this);
    title->setFont(strongFont(title->font()));
    m_column->addWidget(title);
    hide();
}

void StackList::setSuspect(const pprof::Suspect *suspect)
{
    qDeleteAll(m_lines);
    m_lines.clear();
    setVisible(suspect);
    if (!suspect)
        return;
    const pprof::Site &guilty = suspect->guilty();
    qsizetype last = suspect->stack.indexOf(guilty);
    last = std::min(last < 0 ? most - 1 : last + 1, suspect->stack.size() - 1);
    const qsizetype first = std::max<qsizetype>(0, last - most + 1); // What matters is at its end.
    for (qsizetype i = first; i <= last; ++i) {
        const bool isGuilty = suspect->stack[i] == guilty;
        auto *line = new ElidedLabel(report::siteText(suspect->stack[i]), this);
        line->setElideMode(Qt::ElideMiddle);
        line->setFont(codeFont(font(), isGuilty));
        line->setForegroundRole(isGuilty ? QPalette::WindowText : QPalette::PlaceholderText);
        m_column->addWidget(line);
        m_lines.append(line);
    }
}

} // namespace ui
