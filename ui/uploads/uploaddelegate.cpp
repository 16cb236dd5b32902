// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploaddelegate.h"

#include "core/transfer/uploadprogress.h"
#include "ui/common/colors.h"
#include "ui/common/icons.h"
#include "ui/common/pill.h"
#include "ui/common/rowground.h"
#include "ui/models/uploadmodel.h"
#include "ui/models/uploadtext.h"
#include "ui/uploads/answertone.h"

#include <QPainter>

namespace ui {

using transfer::UploadRecord;
using transfer::UploadState;

namespace {

constexpr int sidePadding = 8;
constexpr int gap = 8;
constexpr int barHeight = 6;
constexpr int widestBar = 150;
constexpr int narrowestBar = 24;
constexpr int chevronSize = 12;

void drawText(QPainter &painter, const QRect &rect, const QString &text, const QColor &color,
              Qt::Alignment alignment, Qt::TextElideMode mode = Qt::ElideRight)
{
    painter.setPen(color);
    painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, mode, rect.width()));
}

void paintProgress(QPainter &painter, const QRect &rect, const UploadRecord &record, const Colors &colors)
{
    const QString text = uploadText(record, UploadColumn::Progress);
    if (!transfer::isRunning(record.state)) {
        drawText(painter, rect, text, colors.dim, Qt::AlignLeft | Qt::AlignVCenter);
        return;
    }
    // Room for the widest text, so that the bar does not jump when 9 % becomes 10 %.
    const int textWidth = std::max(painter.fontMetrics().horizontalAdvance(text),
                                   painter.fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
    const int width = std::clamp(rect.width() - gap - textWidth, narrowestBar, widestBar);
    const QRectF track(rect.left(), rect.center().y() - barHeight / 2 + 1, width, barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.line);
    painter.drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
    const double share = percentSent(record) / 100.0;
    if (share > 0) {
        QRectF filled = track;
        filled.setWidth(std::max<qreal>(barHeight, track.width() * share));
        painter.setBrush(colors.accent);
        painter.drawRoundedRect(filled, barHeight / 2.0, barHeight / 2.0);
    }
    drawText(painter, rect.adjusted(width + gap, 0, 0, 0), text, colors.text,
             Qt::AlignLeft | Qt::AlignVCenter);
}

void paintAnswer(QPainter &painter, const QRect &rect, const UploadRecord &record, const Colors &colors)
{
    const AnswerText answer = answerText(record);
    QRect rest = rect;
    if (!answer.verdict.isEmpty()) {
        Pill::paint(painter, rect, answer.verdict, toneFor(answer.mood), colors);
        rest.setLeft(rect.left() + Pill::sizeFor(painter.font(), answer.verdict).width() + gap);
    }
    const bool isDim = !answer.verdict.isEmpty() || answer.mood == AnswerMood::Dim;
    if (rest.width() > 0)
        drawText(painter, rest, answer.words, isDim ? colors.dim : colors.text,
                 Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

void UploadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto record = index.data(UploadModel::RecordRole).value<UploadRecord>();
    const auto column = static_cast<UploadColumn>(index.column());
    const Colors &colors = colorsFor(option.palette);
    painter->save();
    painter->setFont(option.font);
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, option, index);

    const QRect rect = option.rect.adjusted(sidePadding, 0, -sidePadding, -1);
    const QString text = uploadText(record, column);
    switch (column) {
    case UploadColumn::Name:
        drawText(*painter, rect, text, colors.text, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
        break;
    case UploadColumn::Size:
    case UploadColumn::Left:
        drawText(*painter, rect, text, colors.text, Qt::AlignRight | Qt::AlignVCenter);
        break;
    case UploadColumn::Speed:
        drawText(*painter, rect, text, record.state == UploadState::Sending ? colors.text : colors.dim,
                 Qt::AlignRight | Qt::AlignVCenter);
        break;
    case UploadColumn::Progress:
        paintProgress(*painter, rect, record, colors);
        break;
    case UploadColumn::Answer: {
        const QRect chevron = chevronRect(option.rect);
        paintAnswer(*painter, rect.adjusted(0, 0, chevron.left() - rect.right() - gap, 0), record, colors);
        icon(QLatin1StringView("chevron-right"), Tone::Dim).paint(painter, chevron, Qt::AlignCenter);
        break;
    }
    }
    painter->restore();
}

QSize UploadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    return {metrics.horizontalAdvance(index.data().toString()) + 2 * sidePadding, rowHeight(option.font)};
}

QRect UploadDelegate::chevronRect(const QRect &cell)
{
    QRect rect(0, 0, chevronSize, chevronSize);
    rect.moveCenter({cell.right() - sidePadding - chevronSize / 2, cell.center().y()});
    return rect;
}

int UploadDelegate::rowHeight(const QFont &font)
{
    return std::max(32, QFontMetrics(font).height() + 14);
}

} // namespace ui
