// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/functiontable.h"

#include "ui/common/rowtable.h"
#include "ui/profile/functiondelegate.h"
#include "ui/profile/functionmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>

namespace ui {

/// Shows what the search found.
class FunctionTable::Filter final : public QSortFilterProxyModel
{
    Q_DISABLE_COPY_MOVE(Filter)

public:
    explicit Filter(QObject *parent)
        : QSortFilterProxyModel(parent)
    {
        setSortRole(FunctionModel::SortRole);
        setSortCaseSensitivity(Qt::CaseInsensitive);
    }

    void setSearch(const pprof::ProfileSearch &search)
    {
        m_search = search;
        invalidateFilter();
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        const QVariant title = QSortFilterProxyModel::headerData(section, orientation, role);
        if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section != sortColumn())
            return title;
        return FunctionTable::tr("%1 %2", "a column's title, an arrow")
            .arg(title.toString(), QChar(sortOrder() == Qt::AscendingOrder ? 0x2191 : 0x2193));
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const auto index = static_cast<size_t>(row);
        return !m_search.isActive() || (index < m_search.rows.size() && m_search.rows[index]);
    }

private:
    pprof::ProfileSearch m_search;
};

FunctionTable::FunctionTable(QWidget *parent)
    : WholeRowsTable(parent)
    , m_model(new FunctionModel(this))
    , m_filter(new Filter(this))
{
    m_filter->setSourceModel(m_model);
    setModel(m_filter);
    setItemDelegate(new FunctionDelegate(this));
    setAccessibleName(tr("Functions"));
    makeRowTable(*this);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSortingEnabled(true);
    sortByColumn(static_cast<int>(FunctionColumn::Cum), Qt::DescendingOrder);
    verticalHeader()->setDefaultSectionSize(FunctionDelegate::rowHeight(font()));
    horizontalHeader()->setMinimumSectionSize(48);

    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!m_isSelecting && current.isValid())
                    Q_EMIT rowSelected(sourceRow(current));
            });
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT rowActivated(sourceRow(index)); });
}

FunctionTable::~FunctionTable() = default;

int FunctionTable::sourceRow(const QModelIndex &index) const
{
    return m_filter->mapToSource(index).row();
}

void FunctionTable::setContent(const pprof::SharedContent &content)
{
    {
        const QScopedValueRollback isSelecting(m_isSelecting, true);
        m_filter->setSearch({});
        m_model->setContent(content);
    }
    setColumnHidden(static_cast<int>(FunctionColumn::PerUpload), content->uploads <= 0);
    updateColumns();
    selectRow(content->guiltyRow);
}

void FunctionTable::setSearch(const pprof::ProfileSearch &search)
{
    const QScopedValueRollback isSelecting(m_isSelecting, true);
    m_filter->setSearch(search);
}

int FunctionTable::selectedRow() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : sourceRow(rows.constFirst());
}

void FunctionTable::selectRow(int row)
{
    if (row == selectedRow())
        return;
    const QScopedValueRollback isSelecting(m_isSelecting, true);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filter->mapFromSource(m_model->index(row, 0));
    if (!index.isValid()) {
        selectionModel()->clear();
        return;
    }
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

QString FunctionTable::selectionAsText() const
{
    const int row = selectedRow();
    if (row < 0)
        return {};
    QStringList cells;
    for (int column = 0; column < FunctionModel::columnCountInAll; ++column) {
        if (!isColumnHidden(column))
            cells << m_model->index(row, column).data().toString();
    }
    return cells.join(QLatin1Char('\t'));
}

void FunctionTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (const QString text = selectionAsText(); !text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
        return;
    }
    WholeRowsTable::keyPressEvent(event);
}

void FunctionTable::changeEvent(QEvent *event)
{
    WholeRowsTable::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_model) {
        verticalHeader()->setDefaultSectionSize(FunctionDelegate::rowHeight(font()));
        updateColumns();
    }
}

void FunctionTable::resizeEvent(QResizeEvent *event)
{
    WholeRowsTable::resizeEvent(event);
    updateColumns();
}

/// Figures are as wide as they need; names and places share the rest. Where there is too little, tool tips tell the place.
void FunctionTable::updateColumns()
{
    constexpr int sides = 24;
    int rest = viewport()->width();
    for (int column = static_cast<int>(FunctionColumn::Flat); column < FunctionModel::columnCountInAll;
         ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int width = std::max(fontMetrics().horizontalAdvance(title + QStringLiteral(" ↓")),
                                   fontMetrics().horizontalAdvance(QStringLiteral("−1,023 MiB")))
            + sides;
        setColumnWidth(column, width);
        rest -= isColumnHidden(column) ? 0 : width;
    }
    constexpr int leastForBoth = 300;
    constexpr int leastForName = 120;
    const bool isNarrow = rest < leastForBoth;
    setColumnHidden(static_cast<int>(FunctionColumn::Where), isNarrow);
    const int name = std::max(leastForName, isNarrow ? rest : rest * 62 / 100);
    setColumnWidth(static_cast<int>(FunctionColumn::Function), name);
    setColumnWidth(static_cast<int>(FunctionColumn::Where), rest - name);
}

} // namespace ui
