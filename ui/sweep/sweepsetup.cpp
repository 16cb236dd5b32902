// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweepsetup.h"

#include "core/base/format.h"
#include "core/report/sweepwording.h"
#include "core/report/wording.h"
#include "ui/common/colors.h"
#include "ui/common/payloadbox.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using experiment::SweepPlan;

namespace {

enum Unit { Uploads, Seconds };

} // namespace

SweepSetup::SweepSetup(QWidget *parent)
    : QWidget(parent)
    , m_payload(new PayloadBox)
    , m_levelsEdit(new QLineEdit)
    , m_amount(new QSpinBox)
    , m_unit(new QComboBox)
    , m_errorLimit(new QSpinBox)
    , m_card(new SetupCard(tr("Concurrency sweep"),
                           {tr("Uploads with more and more at once (Ctrl+Shift+Return)"),
                            tr("Ends the sweep with what is known so far (Esc)")}))
{
    build();
    setSettings({});
    connect(m_payload, &PayloadBox::payloadChanged, this, &SweepSetup::revise);
    connect(m_levelsEdit, &QLineEdit::textChanged, this, &SweepSetup::revise);
    connect(m_amount, &QSpinBox::valueChanged, this, [this](int amount) {
        (isTimed() ? m_seconds : m_perConnection) = amount;
        revise();
    });
    connect(m_unit, &QComboBox::activated, this, [this] {
        showAmount();
        revise();
    });
}

void SweepSetup::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    m_unit->addItem(tr("uploads"));
    m_unit->addItem(tr("seconds"));
    m_levelsEdit->setToolTip(
        tr("How many uploads at once, level by level: rising numbers with commas between"));
    m_amount->setToolTip(tr("How much is measured at each level"));
    m_unit->setToolTip(tr("Uploads of each connection, or seconds"));
    m_errorLimit->setRange(1, 100);
    m_errorLimit->setSuffix(tr(" % failed"));
    m_errorLimit->setToolTip(tr("No higher level is tried once more than this share of a level failed"));
    m_card->addField(tr("&Payload"), m_payload);
    m_card->addField(tr("At &once, level by level"), m_levelsEdit);
    m_card->addPair(tr("Each &level"), m_amount, tr("&Unit"), m_unit);
    m_card->addField(tr("Stop a&bove"), m_errorLimit);
    m_hint = m_card->addHint();
}

bool SweepSetup::isTimed() const
{
    return m_unit->currentIndex() == Seconds;
}

SweepSettings SweepSetup::settings() const
{
    SweepSettings settings;
    settings.files = m_payload->files();
    if (settings.files.isEmpty())
        settings.bytes = m_payload->bytes();
    settings.levels = m_levels;
    settings.perConnection = m_perConnection;
    settings.levelTime = std::chrono::seconds(isTimed() ? m_seconds : 0);
    settings.errorLimit = m_errorLimit->value();
    return settings;
}

void SweepSetup::setSettings(const SweepSettings &settings)
{
    const QSignalBlocker quietPayload(m_payload);
    const QSignalBlocker quietLevels(m_levelsEdit);
    m_payload->setFiles(settings.files);
    if (settings.files.isEmpty())
        m_payload->setBytes(settings.bytes);
    m_levelsEdit->setText(levelsText(settings.levels));
    m_perConnection = settings.perConnection;
    const bool isTimedNow = settings.levelTime.count() > 0;
    if (isTimedNow)
        m_seconds = static_cast<int>(settings.levelTime.count());
    m_unit->setCurrentIndex(isTimedNow ? Seconds : Uploads);
    showAmount();
    m_errorLimit->setValue(settings.errorLimit);
    revise();
}

// Each unit keeps its own.
void SweepSetup::showAmount()
{
    const auto longest = std::chrono::duration_cast<std::chrono::seconds>(SweepPlan().longestLevel).count();
    const QSignalBlocker quiet(m_amount);
    m_amount->setRange(1, isTimed() ? static_cast<int>(longest) : SweepPlan::mostPerConnection);
    m_amount->setValue(isTimed() ? m_seconds : m_perConnection);
}

void SweepSetup::revise()
{
    const auto levels = experiment::parseLevels(m_levelsEdit->text());
    if (!levels) {
        say(tr("Levels are numbers from 1 to %1 that rise, %2 of them at most, as in 1, 10, 50, 200.")
                .arg(base::formatCount(SweepPlan::mostConnections))
                .arg(SweepPlan::mostLevels),
            false);
        return;
    }
    m_levels = *levels;
    const SweepPlan plan = settings().plan();
    if (const qint64 most = plan.mostUploads(); most > SweepPlan::largestSweep)
        say(tr("That would be up to %1 uploads; a sweep makes at most %2: take fewer levels, or less in "
               "each.")
                .arg(base::formatCount(static_cast<double>(most)),
                     base::formatCount(static_cast<double>(SweepPlan::largestSweep))),
            false);
    else
        say(report::withStop(report::withCapital(report::sweepBoundsText(plan, m_payload->averageBytes()))),
            true);
}

void SweepSetup::say(const QString &text, bool isValid)
{
    m_hint->setText(text);
    QPalette ink = palette();
    if (!isValid)
        ink.setColor(QPalette::PlaceholderText, toneColor(colorsFor(palette()), Tone::Warn));
    m_hint->setPalette(ink);
    m_card->setValid(isValid);
}

} // namespace ui
