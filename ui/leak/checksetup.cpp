// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/checksetup.h"

#include "core/base/format.h"
#include "ui/common/buttonkind.h"
#include "ui/common/card.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using Speed = CheckSettings::Speed;

namespace {

constexpr qint64 kib = 1024;
constexpr std::array sizes{4 * kib, 64 * kib, 256 * kib, 1024 * kib, 4096 * kib, 16384 * kib};
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

qint64 sizeOf(const QStringList &files)
{
    qint64 sum = 0;
    for (const QString &file : files)
        sum += QFileInfo(file).size();
    return sum;
}

} // namespace

CheckSetup::CheckSetup(QWidget *parent)
    : QWidget(parent)
    , m_payload(new QComboBox)
    , m_perRound(spinBox(mostPerRound, tr("What is left is measured after so many uploads")))
    , m_connections(spinBox(mostAtOnce, tr("How many uploads are sent at the same time")))
    , m_speed(new QComboBox)
    , m_aborts(new QCheckBox(tr("&Abort uploads, too")))
    , m_hint(new QLabel)
    , m_button(new QPushButton)
    , m_obstacle(new QLabel)
{
    build();
    fillPayload();
    setSettings({});
    connect(m_payload, &QComboBox::activated, this, &CheckSetup::choosePayload);
    connect(m_speed, &QComboBox::currentIndexChanged, this, &CheckSetup::updateHint);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_state == State::Running)
            Q_EMIT cancelRequested();
        else if (m_state != State::Stopping)
            Q_EMIT startRequested();
    });
    setState(State::Unavailable);
}

void CheckSetup::build()
{
    auto *card = new Card(tr("Leak check"), this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    QVBoxLayout &column = card->content();
    column.setSpacing(4);
    const auto add = [&](QBoxLayout &layout, const QString &title, QWidget *field) {
        auto *label = new QLabel(title);
        label->setFont(smallFont(label->font()));
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setBuddy(field);
        field->setAccessibleName(QString(title).remove(u'&'));
        layout.addWidget(label);
        layout.addWidget(field);
        m_fields.append(field);
    };
    column.addSpacing(4);
    add(column, tr("&Payload"), m_payload);
    column.addSpacing(4);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(8);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    left->setSpacing(4);
    right->setSpacing(4);
    add(*left, tr("Per roun&d"), m_perRound);
    add(*right, tr("At &once"), m_connections);
    pair->addLayout(left, 1);
    pair->addLayout(right, 1);
    column.addLayout(pair);
    column.addSpacing(4);
    add(column, tr("&Thoroughness"), m_speed);
    column.addWidget(m_hint);
    column.addSpacing(4);
    column.addWidget(m_aborts);
    column.addSpacing(12);
    column.addWidget(m_button, 0, Qt::AlignLeft);
    column.addWidget(m_obstacle);
    column.addStretch();

    m_fields.append(m_aborts);
    m_payload->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_speed->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_speed->addItems({tr("Quick"), tr("Default"), tr("Thorough")});
    m_speed->setToolTip(tr("How long is looked, and how sure the verdict is"));
    m_payload->setToolTip(tr("What is uploaded: generated files, each different, or files of yours"));
    m_aborts->setToolTip(tr("Breaks uploads off on purpose, and looks what those leave"));
    for (QLabel *label : {m_hint, m_obstacle}) {
        label->setFont(smallFont(label->font()));
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setWordWrap(true);
    }
    m_obstacle->hide();
    setKind(*m_button, ButtonKind::Primary);
}

void CheckSetup::fillPayload()
{
    m_payload->clear();
    for (const qint64 bytes : sizes)
        m_payload->addItem(tr("%1, generated").arg(base::formatBytes(static_cast<double>(bytes))), bytes);
    if (!m_files.isEmpty())
        m_payload->addItem(tr("%n file(s), %1", nullptr, static_cast<int>(m_files.size()))
                               .arg(base::formatBytes(static_cast<double>(sizeOf(m_files)))),
                           m_files);
    m_payload->addItem(tr("Files…"));
}

void CheckSetup::choosePayload(int index)
{
    if (m_payload->itemData(index).isValid()) {
        m_chosen = index;
        return;
    }
    m_payload->setCurrentIndex(m_chosen); // Until files are chosen.
    askForFiles();
}

void CheckSetup::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Files to check with"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &CheckSetup::setFiles);
    dialog->open();
}

void CheckSetup::setFiles(const QStringList &files)
{
    m_files = files;
    fillPayload();
    m_chosen = files.isEmpty() ? 0 : static_cast<int>(sizes.size());
    m_payload->setCurrentIndex(m_chosen);
}

void CheckSetup::setPayload(qint64 bytes)
{
    // The nearest of those that are offered, upwards.
    const auto at = std::lower_bound(sizes.begin(), sizes.end(), bytes);
    m_chosen = std::min(static_cast<int>(at - sizes.begin()), static_cast<int>(sizes.size()) - 1);
    m_payload->setCurrentIndex(m_chosen);
}

CheckSettings CheckSetup::settings() const
{
    CheckSettings settings;
    const QVariant payload = m_payload->itemData(m_chosen);
    if (payload.typeId() == QMetaType::QStringList)
        settings.files = payload.toStringList();
    else
        settings.bytes = payload.toLongLong();
    settings.perRound = m_perRound->value();
    settings.connections = m_connections->value();
    settings.speed = static_cast<Speed>(m_speed->currentIndex());
    settings.aborts = m_aborts->isChecked();
    return settings;
}

void CheckSetup::setSettings(const CheckSettings &settings)
{
    setFiles(settings.files);
    if (settings.files.isEmpty())
        setPayload(settings.bytes);
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
    switch (static_cast<Speed>(m_speed->currentIndex())) {
    case Speed::Quick:
        m_hint->setText(tr("10 to 14 rounds, about 15 s. A leak stays unconfirmed."));
        return;
    case Speed::Standard:
        m_hint->setText(tr("10 to 20 rounds, about 30 s; a leak is watched for 75 s more."));
        return;
    case Speed::Thorough:
        m_hint->setText(tr("20 to 40 rounds; a leak is watched for 310 s more."));
        return;
    }
}

void CheckSetup::setState(State state)
{
    m_state = state;
    updateButton();
}

void CheckSetup::setObstacle(const QString &why)
{
    m_obstacle->setText(why);
    m_obstacle->setVisible(!why.isEmpty());
    updateButton();
}

void CheckSetup::updateButton()
{
    const bool isBusy = m_state == State::Running || m_state == State::Stopping;
    switch (m_state) {
    case State::Unavailable:
    case State::Ready:
        m_button->setText(tr("&Start"));
        break;
    case State::Again:
        m_button->setText(tr("&Run again"));
        break;
    case State::Running:
        m_button->setText(tr("&Stop"));
        break;
    case State::Stopping:
        m_button->setText(tr("Stopping…"));
        break;
    }
    m_button->setToolTip(isBusy ? tr("Ends the check with what is known so far (Esc)")
                                : tr("Uploads, and looks what is left (Ctrl+Return)"));
    const bool canStart = m_state != State::Unavailable && m_obstacle->text().isEmpty();
    m_button->setEnabled(m_state == State::Running || (!isBusy && canStart));
    setKind(*m_button, isBusy ? ButtonKind::Normal : ButtonKind::Primary);
    for (QWidget *field : std::as_const(m_fields))
        field->setEnabled(!isBusy);
}

} // namespace ui
