// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profilepane.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/profile/flamelegend.h"
#include "ui/profile/flameview.h"
#include "ui/profile/functiontable.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profiletext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QSplitter>

namespace ui {

ProfilePane::ProfilePane(QWidget *parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_upper(new QWidget)
    , m_flame(new FlameView)
    , m_name(new ElidedLabel)
    , m_figures(new ElidedLabel)
    , m_legend(new FlameLegend)
    , m_table(new FunctionTable)
{
    m_name->setFont(smallStrongFont(m_name->font()));
    m_name->setMinimumWidth(24);
    m_figures->setFont(smallFont(m_figures->font()));
    m_figures->setForegroundRole(QPalette::PlaceholderText);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 2, 0, 2);
    line->setSpacing(8);
    line->addWidget(m_name);
    line->addWidget(m_figures, 1);
    line->addWidget(m_legend);
    auto *upper = new QVBoxLayout(m_upper);
    upper->setContentsMargins({});
    upper->setSpacing(4);
    upper->addWidget(m_flame, 1);
    upper->addLayout(line);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(5);
    m_splitter->addWidget(m_upper);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_flame->setMinimumHeight(80);
    m_table->setMinimumHeight(88);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_splitter);

    connect(m_flame, &FlameView::currentNodeChanged, this, [this](qint32 node) {
        const pprof::FunctionRow *row = m_content->rowOf(m_content->flame.nodes[static_cast<size_t>(node)]);
        m_table->selectRow(row ? static_cast<int>(row - m_content->rows.data()) : -1);
        showCurrent();
    });
    connect(m_table, &FunctionTable::rowSelected, m_flame, &FlameView::showRow);
    connect(m_table, &FunctionTable::rowActivated, this, [this](int row) {
        m_flame->showRow(row);
        m_flame->zoomTo(m_flame->currentNode());
    });
}

void ProfilePane::obey(const ProfileActions &actions)
{
    constexpr size_t rowsToCopy = 40;
    connect(actions.showFlame, &QAction::toggled, m_upper, &QWidget::setVisible);
    connect(actions.showTable, &QAction::toggled, m_table, &QWidget::setVisible);
    connect(actions.copyText, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(contentAsText(*m_content, m_search, m_source, rowsToCopy));
    });
    connect(actions.copyStack, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(stackAsText(*m_content, m_flame->currentNode()));
    });
    connect(actions.copyPicture, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setImage(m_flame->picture()); });
    m_copyStack = actions.copyStack;
    m_copyStack->setEnabled(false);
}

void ProfilePane::setContent(const pprof::SharedContent &content, const QString &source)
{
    m_content = content;
    m_source = source;
    m_flame->setContent(content);
    m_table->setContent(content);
    m_legend->setContent(*content);
    applySearch();
    showCurrent();
}

void ProfilePane::setSearch(const QString &text)
{
    m_search.text = text;
    applySearch();
}

void ProfilePane::applySearch()
{
    if (!m_content)
        return;
    m_search = pprof::searchIn(*m_content, m_search.text);
    m_flame->setSearch(m_search);
    m_table->setSearch(m_search);
    Q_EMIT searched(m_search);
}

void ProfilePane::goToFirstMatch()
{
    if (m_search.count == 0)
        return;
    for (size_t row = 0; row < m_search.rows.size(); ++row) {
        if (m_search.rows[row]) {
            m_flame->showRow(static_cast<int>(row));
            break;
        }
    }
    m_flame->setFocus(Qt::OtherFocusReason);
}

void ProfilePane::showCurrent()
{
    const qint32 node = m_flame->currentNode();
    const pprof::FunctionRow *row = m_content->rowOf(m_content->flame.nodes[static_cast<size_t>(node)]);
    const QString place = row ? placeText(*row) : QString();
    m_name->setText(shortName(frameName(*m_content, node)));
    m_name->setToolTip(frameName(*m_content, node));
    m_figures->setText(place.isEmpty()
                           ? frameFigures(*m_content, node)
                           : tr("%1 · %2", "place, figures").arg(place, frameFigures(*m_content, node)));
    if (m_copyStack)
        m_copyStack->setEnabled(node != 0); // The root has none.
}

} // namespace ui
