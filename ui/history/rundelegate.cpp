// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/rundelegate.h"

#include "core/report/runbadge.h"
#include "ui/common/colors.h"
#include "ui/common/icons.h"
#include "ui/common/pill.h"
#include "ui/common/rowground.h"
#include "ui/common/verdicttone.h"
#include "ui/models/runmodel.h"

#include <QLineEdit>
#include <QPainter>

namespace ui {
namespace {

constexpr int sidePadding = 8;
constexpr int signSize = 14;
constexpr int signGap = 4;

QLatin1StringView signOf(report::Tone tone)
{
    switch (tone) {
    case report::Tone::Good:
        return QLatin1StringView("check");
    case report::Tone::Bad:
        return QLatin1StringView("alert");
    case report::Tone::Same:
    case report::Tone::Unknown:
        break;
    }
    return QLatin1StringView("info");
}

void paintVerdict(QPainter &painter, QRect rect, const report::Badge &verdict, const Colors &colors)
{
    const Tone tone = toneOf(verdict.tone);
    const QRect sign(rect.left(), rect.center().y() - signSize / 2, signSize, signSize);
    icon(signOf(verdict.tone), tone).paint(&painter, sign);
    rect.setLeft(sign.right() + 1 + signGap);
    Pill::paint(painter, rect, verdict.word, tone, colors);
}

/// What is least needed stands back.
bool isDim(RunColumn column)
{
    return column == RunColumn::When || column == RunColumn::Note || column == RunColumn::Size
        || column == RunColumn::Server;
}

} // namespace

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto column = static_cast<RunColumn>(index.column());
    const Colors &colors = colorsFor(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, option, index);

    const QRect rect = option.rect.adjusted(sidePadding, 0, -sidePadding, -1);
    painter->setFont(option.font);
    if (column == RunColumn::Verdict) {
        const auto *model = static_cast<const RunModel *>(index.model());
        paintVerdict(*painter, rect, report::badgeOf(model->run(index.row())), colors);
    } else {
        // Of an address both ends tell it from others.
        const auto elide = column == RunColumn::Server ? Qt::ElideMiddle : Qt::ElideRight;
        const auto side = column == RunColumn::Size ? Qt::AlignRight : Qt::AlignLeft;
        painter->setPen(isDim(column) ? colors.dim : colors.text);
        painter->drawText(rect, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), elide, rect.width()));
    }
    painter->restore();
}

QWidget *RunDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                   const QModelIndex &index) const
{
    const bool isTags = static_cast<RunColumn>(index.column()) == RunColumn::Tags;
    auto *edit = new QLineEdit(parent);
    edit->setAccessibleName(isTags ? tr("Tags of this run") : tr("Note on this run"));
    edit->setPlaceholderText(isTags ? tr("words, with spaces between") : tr("a note"));
    return edit;
}

/// Where nothing was written yet, a column has room for its title alone.
void RunDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                       const QModelIndex &) const
{
    constexpr int least = 180;
    QRect place = option.rect;
    place.setLeft(std::min(place.left(), place.right() + 1 - least));
    editor->setGeometry(place);
}

int RunDelegate::rowHeight(const QFont &font)
{
    return std::max(32, QFontMetrics(font).height() + 16);
}

int RunDelegate::widthFor(const QFont &font, const QString &widest)
{
    return QFontMetrics(font).horizontalAdvance(widest) + 2 * sidePadding + 2;
}

int RunDelegate::verdictWidth(const QFont &font)
{
    int widest = 0;
    for (const report::Badge &badge : report::runBadges())
        widest = std::max(widest, Pill::sizeFor(font, badge.word).width());
    return widest + signSize + signGap + 2 * sidePadding;
}

} // namespace ui
