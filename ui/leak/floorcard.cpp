// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/floorcard.h"

#include "core/report/checkevidence.h"
#include "core/report/floorchart.h"
#include "core/report/safetext.h"
#include "ui/common/card.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/keyedaction.h"
#include "ui/common/labelled.h"
#include "ui/leak/floorpicture.h"
#include "ui/leak/floorplot.h"
#include "ui/leak/verdicttext.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace ui {

using analysis::Resource;

namespace {

constexpr int barSteps = 1000;

} // namespace

FloorCard::FloorCard(QWidget *parent)
    : QWidget(parent)
    , m_head(new QHBoxLayout)
    , m_title(new ElidedLabel)
    , m_resource(new QComboBox)
    , m_copy(new QAction(icon(QLatin1StringView("copy")), tr("Copy chart as pictur&e"), this))
    , m_plot(new FloorPlot)
    , m_legend(smallText())
    , m_bar(new QProgressBar)
    , m_phase(smallText())
    , m_notice(smallText())
    , m_origin(new ElidedLabel)
{
    build();
    buildCopy();
    connect(m_resource, &QComboBox::activated, this, [this] {
        m_isChosen = true;
        draw();
        fitHead();
    });
    clear({});
}

void FloorCard::build()
{
    auto *card = new Card({}, this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    m_title->setFont(strongFont(m_title->font()));
    m_resource->setAccessibleName(tr("Resource in the plot"));
    m_resource->setToolTip(tr("Which resource is drawn"));
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of this phase"));

    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_resource, 1);
    auto *copy = new QToolButton;
    copy->setDefaultAction(m_copy);
    tools->addWidget(copy);
    m_head->setSpacing(8);
    m_head->addWidget(m_title, 1);
    m_head->addLayout(tools);
    QVBoxLayout &column = card->content();
    column.addLayout(m_head);
    column.addWidget(m_plot, 1);
    column.addWidget(m_legend);
    column.addWidget(m_bar);
    column.addWidget(m_phase);
    column.addWidget(m_notice);
    m_notice->hide();
    m_origin->setElideMode(Qt::ElideMiddle); // An address has no place for a line's end.
    m_origin->setFont(smallFont(m_origin->font()));
    m_origin->setForegroundRole(QPalette::PlaceholderText);
    column.addWidget(m_origin);
    m_origin->hide();
}

/// The title stands above what is chosen where it has no room beside it.
void FloorCard::fitHead()
{
    const QLayoutItem &tools = *m_head->itemAt(1);
    const int beside = m_title->sizeHint().width() + m_head->spacing() + tools.sizeHint().width();
    const QMargins around = m_head->parentWidget()->layout()->contentsMargins();
    const bool hasRoom = beside <= width() - around.left() - around.right();
    m_head->setDirection(hasRoom ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void FloorCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHead();
}

void FloorCard::buildCopy()
{
    m_copy->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_I);
    setWords(*m_copy, m_copy->text(), tr("Copy the plot with its title as a picture"));
    connect(m_copy, &QAction::triggered, this, &FloorCard::copy);
    m_plot->addAction(m_copy);
    m_plot->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void FloorCard::copy() const
{
    QGuiApplication::clipboard()->setImage(
        floorPicture(*m_plot, {m_title->text(), m_legend->text(), m_material.origin}));
}

void FloorCard::clear(const QString &placeholder)
{
    m_isChosen = false;
    m_plot->setPlaceholder(placeholder);
    load({});
    m_bar->hide();
    m_phase->hide();
}

void FloorCard::setProgress(const experiment::CheckProgress &progress, const CheckSettings &settings)
{
    Material material{.rounds = progress.floors,
                      .warmUp = {},
                      .verdicts = progress.provisional,
                      .leading = {},
                      .uploads = {},
                      .origin = {}};
    if (const analysis::ResourceVerdict *growing = report::firstGrowing(progress.provisional))
        material.leading = growing->resource;
    if (progress.phase == experiment::CheckPhase::Rounds && progress.rounds > 0)
        material.expected = progress.rounds * static_cast<double>(settings.perRound);
    load(std::move(material));
    m_bar->setValue(static_cast<int>(std::lround(progress.shareOfPhase() * barSteps)));
    m_bar->show();
    m_phase->setText(phaseLine(progress));
    m_phase->show();
}

void FloorCard::setResult(const experiment::CheckResult &result)
{
    const report::CheckEvidence evidence = report::evidenceOf(result);
    Material material{
        .rounds = *evidence.rounds,
        .warmUp = {},
        .verdicts = *evidence.verdicts,
        .leading = {},
        .uploads = {},
        .origin = originText(report::displayUrl(result.plan.uploads.target.endpoint.url), result.startedMs)};
    if (evidence.suffix.isEmpty())
        material.warmUp = result.warmUp;
    else
        material.uploads = evidence.uploads;
    if (result.verdict.leading)
        material.leading = result.verdict.leading->resource;
    m_plot->setPlaceholder(tr("No floor was measured."));
    load(std::move(material));
    m_bar->hide();
    m_phase->hide();
}

void FloorCard::setNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void FloorCard::setOrigin(const QString &address)
{
    m_origin->setText(tr("Measured at %1").arg(address));
    m_origin->setVisible(!address.isEmpty());
}

void FloorCard::load(Material material)
{
    m_material = std::move(material);
    fillResources();
    draw();
    fitHead();
}

void FloorCard::fillResources()
{
    const std::vector<Resource> told
        = report::toldResources(m_material.rounds.empty() ? m_material.warmUp : m_material.rounds);
    const QVariant chosen = m_resource->currentData();
    QVariantList shown;
    for (int i = 0; i < m_resource->count(); ++i)
        shown.append(m_resource->itemData(i));
    QVariantList wanted;
    for (const Resource resource : told)
        wanted.append(static_cast<int>(resource));
    if (shown != wanted) { // Not with every progress: the list may be open.
        m_resource->clear();
        for (const Resource resource : told)
            m_resource->addItem(resourceTitle(resource), static_cast<int>(resource));
    }
    m_resource->setVisible(!told.empty());
    m_legend->setVisible(!told.empty());
    const QVariant now
        = m_isChosen || !m_material.leading ? chosen : QVariant(static_cast<int>(*m_material.leading));
    m_resource->setCurrentIndex(std::max(0, m_resource->findData(now)));
}

void FloorCard::draw()
{
    if (m_resource->count() == 0) {
        m_title->setText(tr("What is left after each round"));
        m_plot->setChart({});
        m_copy->setEnabled(false);
        return;
    }
    const auto resource = static_cast<Resource>(m_resource->currentData().toInt());
    report::FloorChart chart = report::floorChart(resource, m_material.rounds, m_material.warmUp,
                                                  report::find(m_material.verdicts, resource));
    chart.expected = m_material.expected;
    const QString name = resourceTitle(resource);
    m_title->setText(m_material.uploads.isEmpty() ? tr("%1 left after each round").arg(name)
                                                  : tr("%1 left after %2").arg(name, m_material.uploads));
    m_plot->setChart(chart);
    QString legend = tr("%1 so far · line: fit · shade: 98 % interval")
                         .arg(m_material.uploads.isEmpty() ? tr("uploads") : m_material.uploads);
    if (m_plot->axis().isCut()) {
        const QString note = tr("axis from %1").arg(m_plot->axis().start());
        legend = tr("%1 · %2").arg(legend, QString(note).replace(u' ', QChar::Nbsp));
    }
    m_legend->setText(legend);
    m_copy->setEnabled(!chart.isEmpty());
}

} // namespace ui
