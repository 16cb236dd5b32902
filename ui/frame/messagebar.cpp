// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/messagebar.h"

#include "ui/common/banner.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
    , m_offer(&m_banner->addButton({}))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 4);
    layout->addWidget(m_banner);
    m_banner->setClosable(true);
    connect(m_banner, &Banner::closed, this, &QWidget::hide);
    connect(m_offer, &QPushButton::clicked, this, [this] {
        closeMessage();
        const auto offered = m_offered; // which may offer something else, while it runs
        if (offered)
            offered();
    });
    hide();
}

void MessageBar::showMessage(Tone tone, const QString &headline, const QStringList &details)
{
    m_banner->setMessage(tone, headline, details);
    m_banner->show();
    m_offer->hide();
    show();
}

void MessageBar::showError(const ErrorText &text)
{
    showMessage(Tone::Bad, text.what, {tr("%1 %2", "why it failed, what to do").arg(text.why, text.advice)});
}

void MessageBar::offer(const QString &text, std::function<void()> action)
{
    m_offer->setText(text);
    m_offer->setAccessibleDescription(m_banner->headline());
    m_offer->show();
    m_offered = std::move(action);
}

bool MessageBar::closeMessage()
{
    const bool wasThere = isVisible();
    hide();
    return wasThere;
}

QString MessageBar::headline() const
{
    return isHidden() ? QString() : m_banner->headline();
}

} // namespace ui
