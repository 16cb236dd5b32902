// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/readingtable.h"

#include "core/base/format.h"
#include "ui/common/colors.h"
#include "ui/common/fonts.h"
#include "ui/common/keyhints.h"
#include "ui/common/rowtable.h"
#include "ui/common/timeselection.h"
#include "ui/timeline/readingmodel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

/// Rings the cell that has the focus; the style sheet leaves that away.
class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem plain = option;
        plain.state &= ~QStyle::State_HasFocus;
        QStyledItemDelegate::paint(painter, plain, index);
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        if (!view || !view->hasFocus() || view->currentIndex() != index)
            return;
        painter->setPen(colorsFor(option.palette).accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
};

} // namespace

ReadingTable::ReadingTable(QWidget *parent)
    : QWidget(parent)
    , m_model(new ReadingModel(this))
    , m_caption(new QLabel(this))
    , m_view(new QTableView(this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->setAccessibleName(tr("Timeline as a table"));
    makeRowTable(*m_view);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    setFocusProxy(m_view);
    fitToFont();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 0);
    column->setSpacing(4);
    column->addWidget(m_caption);
    column->addWidget(m_view, 1);

    auto *copyKey = new QShortcut(QKeySequence::Copy, m_view);
    copyKey->setContext(Qt::WidgetShortcut);
    connect(copyKey, &QShortcut::activated, this, &ReadingTable::copy);
    setKeyHints(*m_view, {{tr("Copy the rows"), copyKey->key().toString(QKeySequence::NativeText)}});
}

void ReadingTable::showRange(const TimelineData &timeline, const base::TimeRange &range)
{
    ReadingRows rows = readingRows(timeline, range, mostRows);
    const RangeText text = rangeText(range);
    const auto shown = static_cast<int>(rows.rows.size());
    QString caption = shown == 0
        ? tr("Nothing is known from %1 to %2.").arg(text.from, text.to)
        : tr("From %1 to %2, newest first: %n row(s).", nullptr, shown).arg(text.from, text.to);
    if (rows.leftOut > 0)
        caption += QLatin1Char(' ')
            + tr("%1 older ones are left out; show less time to see them.")
                  .arg(base::formatCount(static_cast<double>(rows.leftOut)));
    m_caption->setText(caption);
    m_view->setAccessibleDescription(caption);
    m_model->setRows(std::move(rows.rows));
}

QString ReadingTable::asText() const
{
    QList<int> rows;
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    for (int row = 0; selected.isEmpty() && row < m_model->rowCount(); ++row)
        rows << row;
    return m_model->asText(rows);
}

void ReadingTable::copy() const
{
    QGuiApplication::clipboard()->setText(asText());
}

void ReadingTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitToFont();
}

void ReadingTable::fitToFont()
{
    m_caption->setFont(smallFont(font()));
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    const QFontMetrics header(smallStrongFont(font()));
    constexpr int padding = 28;
    for (int column = 0; column < ReadingModel::Remark; ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        const int date = column == ReadingModel::Time
            ? fontMetrics().horizontalAdvance(QStringLiteral("2026-12-30 00:00:00"))
            : 0;
        m_view->setColumnWidth(column, std::max(header.horizontalAdvance(title), date) + padding);
    }
}

} // namespace ui
