// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/rangeline.h"

#include "core/base/format.h"
#include "ui/common/buttonkind.h"
#include "ui/common/colors.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/messageground.h"
#include "ui/common/timeselection.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

RangeLine::RangeLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel({}, this))
{
    auto *all = new QPushButton(tr("Show all"), this);
    setKind(*all, ButtonKind::Link);
    all->setToolTip(tr("Show all uploads again: no range of time is selected any more (Ctrl+Shift+X)"));
    connect(all, &QPushButton::clicked, this, &RangeLine::showAllRequested);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 8, 2);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(all);
    hide();
}

void RangeLine::setRange(const std::optional<base::TimeRange> &range)
{
    m_range = range;
    refresh();
}

void RangeLine::setCounts(int shown, int all)
{
    m_shown = shown;
    m_all = all;
    refresh();
}

QString RangeLine::text() const
{
    return m_text->text();
}

void RangeLine::refresh()
{
    if (!m_range)
        return;
    const RangeText text = rangeText(*m_range);
    const QString line = tr("Uploads between %1 and %2 – %3 of %4")
                             .arg(text.from, text.to, base::formatCount(m_shown), base::formatCount(m_all));
    if (line != m_text->text())
        m_text->setText(line);
}

void RangeLine::paintEvent(QPaintEvent *)
{
    paintMessageGround(*this, toneSoftColor(colorsFor(palette()), Tone::Accent));
}

} // namespace ui
