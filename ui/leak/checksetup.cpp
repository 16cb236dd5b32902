// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/checksetup.h"

#include "core/report/checkbounds.h"
#include "ui/common/payloadbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using Speed = CheckSettings::Speed;

namespace {

constexpr int mostPerRound = 1000;
constexpr int mostAtOnce = 64;

constexpr QLatin1StringView bytesKey("bytes");
constexpr QLatin1StringView perRoundKey("perRound");
constexpr QLatin1StringView connectionsKey("atOnce");
constexpr QLatin1StringView speedKey("speed");
constexpr QLatin1StringView abortsKey("aborts");

QSpinBox *spinBox(int most, const QString &toolTip)
{
    auto *box = new QSpinBox;
    box->setRange(1, most);
    box->setToolTip(toolTip);
    return box;
}

} // namespace

CheckSetup::CheckSetup(QWidget *parent)
    : QWidget(parent)
    , m_payload(new PayloadBox)
    , m_perRound(spinBox(mostPerRound, tr("What is left is measured after so many uploads")))
    , m_connections(spinBox(mostAtOnce, tr("How many uploads are sent at the same time")))
    , m_speed(new QComboBox)
    , m_aborts(new QCheckBox(tr("&Abort uploads, too")))
    , m_card(new SetupCard(tr("Leak check"),
                           {tr("Uploads, and looks what is left (Ctrl+Return)"),
                            tr("Ends the check with what is known so far (Esc)")}))
{
    build();
    setSettings({});
    connect(m_speed, &QComboBox::currentIndexChanged, this, &CheckSetup::updateHint);
}

void CheckSetup::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    m_card->addField(tr("&Payload"), m_payload);
    m_card->addPair(tr("Per roun&d"), m_perRound, tr("At &once"), m_connections);
    m_card->addField(tr("&Thoroughness"), m_speed);
    m_hint = m_card->addHint();
    m_card->addOption(m_aborts);

    m_speed->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_speed->addItems({tr("Quick"), tr("Default"), tr("Thorough")});
    m_speed->setToolTip(tr("How long is looked, and how sure the verdict is"));
    m_aborts->setToolTip(tr("Breaks uploads off on purpose, and looks what those leave"));
}

CheckSettings CheckSetup::settings() const
{
    CheckSettings settings;
    settings.files = m_payload->files();
    if (settings.files.isEmpty())
        settings.bytes = m_payload->bytes();
    settings.perRound = m_perRound->value();
    settings.connections = m_connections->value();
    settings.speed = static_cast<Speed>(m_speed->currentIndex());
    settings.aborts = m_aborts->isChecked();
    return settings;
}

void CheckSetup::setSettings(const CheckSettings &settings)
{
    m_payload->setFiles(settings.files);
    if (settings.files.isEmpty())
        m_payload->setBytes(settings.bytes);
    m_perRound->setValue(settings.perRound);
    m_connections->setValue(settings.connections);
    m_speed->setCurrentIndex(static_cast<int>(settings.speed));
    m_aborts->setChecked(settings.aborts);
    updateHint();
}

QVariantMap CheckSetup::saved() const
{
    const CheckSettings now = settings();
    return {{bytesKey, now.bytes},
            {perRoundKey, now.perRound},
            {connectionsKey, now.connections},
            {speedKey, toKey(now.speed)},
            {abortsKey, now.aborts}};
}

void CheckSetup::restore(const QVariantMap &saved)
{
    CheckSettings settings = this->settings();
    const auto number = [&](QLatin1StringView key, int now) {
        const int value = saved.value(key).toInt();
        return value > 0 ? value : now;
    };
    if (const qint64 bytes = saved.value(bytesKey).toLongLong(); bytes > 0)
        settings.bytes = bytes;
    settings.perRound = number(perRoundKey, settings.perRound);
    settings.connections = number(connectionsKey, settings.connections);
    settings.aborts = saved.value(abortsKey, settings.aborts).toBool();
    for (const Speed speed : {Speed::Quick, Speed::Standard, Speed::Thorough}) {
        if (toKey(speed) == saved.value(speedKey).toString())
            settings.speed = speed;
    }
    setSettings(settings);
}

void CheckSetup::updateHint()
{
    m_hint->setText(report::checkBoundsText(settings().plan()));
}

} // namespace ui
