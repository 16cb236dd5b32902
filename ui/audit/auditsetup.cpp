// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditsetup.h"

#include "core/base/format.h"
#include "core/report/auditwording.h"
#include "ui/common/pathfield.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using experiment::AuditBounds;
using std::chrono::minutes;

namespace {

constexpr qint64 mib = 1024 * 1024;
constexpr std::array bodies{mib, 4 * mib, 16 * mib, 64 * mib, 256 * mib, 1024 * mib, 4096 * mib};
constexpr int fewestRequests = 50;
constexpr int mostRequests = 10'000;
constexpr int mostMinutes = 60;

constexpr QLatin1StringView bodyKey("body");
constexpr QLatin1StringView requestsKey("requests");
constexpr QLatin1StringView minutesKey("minutes");

} // namespace

AuditSetup::AuditSetup(QWidget *parent)
    : QWidget(parent)
    , m_body(new QComboBox)
    , m_requests(new QSpinBox)
    , m_minutes(new QSpinBox)
    , m_folder(new PathField(tr("Server's folder")))
    , m_card(new SetupCard(tr("Audit"),
                           {tr("Sends requests that are wrong on purpose (Ctrl+Alt+Return)"),
                            tr("Ends the audit with what is known so far (Esc)")}))
{
    build();
    setBounds({});
    connect(m_body, &QComboBox::currentIndexChanged, this, &AuditSetup::updateHint);
    connect(m_requests, &QSpinBox::valueChanged, this, &AuditSetup::updateHint);
    connect(m_minutes, &QSpinBox::valueChanged, this, &AuditSetup::updateHint);
    updateHint();
}

void AuditSetup::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    for (const qint64 bytes : bodies)
        m_body->addItem(base::formatBytes(static_cast<double>(bytes)), bytes);
    m_body->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_body->setToolTip(tr("Up to where a limit of sizes is looked for"));
    m_requests->setRange(fewestRequests, mostRequests);
    m_requests->setSingleStep(fewestRequests);
    m_requests->setToolTip(tr("How many requests are made at most"));
    m_minutes->setRange(1, mostMinutes);
    m_minutes->setToolTip(tr("After which no further request is made"));
    m_folder->setPlaceholder(tr("optional"));
    m_folder->setToolTip(tr("Where the server stores files: then it is seen what becomes of them"));
    m_card->addField(tr("Largest &body"), m_body);
    m_card->addPair(tr("Re&quests"), m_requests, tr("Mi&nutes"), m_minutes);
    m_card->addField(tr("Server's &folder"), m_folder);
    m_hint = m_card->addHint();
}

AuditBounds AuditSetup::bounds() const
{
    AuditBounds bounds;
    bounds.reachFor(m_body->currentData().toLongLong());
    bounds.requests = m_requests->value();
    bounds.time = minutes(m_minutes->value());
    return bounds;
}

void AuditSetup::setBounds(const AuditBounds &bounds)
{
    // The nearest of the bodies that are offered, upwards.
    const auto at = std::ranges::lower_bound(bodies, bounds.body);
    m_body->setCurrentIndex(
        std::min(static_cast<int>(at - bodies.begin()), static_cast<int>(bodies.size()) - 1));
    m_requests->setValue(bounds.requests);
    m_minutes->setValue(static_cast<int>(std::chrono::ceil<minutes>(bounds.time).count()));
}

QString AuditSetup::folder() const
{
    return m_isFolderOffered ? m_folder->path() : QString();
}

void AuditSetup::setFolderOffered(bool on)
{
    m_isFolderOffered = on;
    m_card->setShown(*m_folder, on);
}

QVariantMap AuditSetup::saved() const
{
    return {{bodyKey, m_body->currentData()},
            {requestsKey, m_requests->value()},
            {minutesKey, m_minutes->value()}};
}

void AuditSetup::restore(const QVariantMap &saved)
{
    AuditBounds restored = bounds();
    if (const qint64 body = saved.value(bodyKey).toLongLong(); body > 0)
        restored.body = body;
    if (const int requests = saved.value(requestsKey).toInt(); requests > 0)
        restored.requests = requests;
    if (const int time = saved.value(minutesKey).toInt(); time > 0)
        restored.time = minutes(time);
    setBounds(restored);
}

void AuditSetup::updateHint()
{
    m_hint->setText(tr("At most %1.").arg(report::auditBoundsText(bounds())));
}

} // namespace ui
