// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/leftoutnotice.h"

#include "ui/common/banner.h"
#include "ui/uploads/queuesummary.h"

#include <QAction>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

LeftOutNotice::LeftOutNotice(QAction &folderOptions, QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
    , m_options(&m_banner->addButton(folderOptions.text()))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_banner);
    m_banner->setClosable(true);
    m_options->setToolTip(folderOptions.toolTip());
    connect(m_banner, &Banner::closed, this, &QWidget::hide);
    connect(m_options, &QPushButton::clicked, &folderOptions, &QAction::trigger);
    hide();
}

void LeftOutNotice::tell(const session::PassedOver &what, bool isFollowing)
{
    m_banner->setMessage(Tone::Accent, tr("Not all of what was added is uploaded."),
                         leftOutTexts(what, isFollowing));
    m_banner->show(); // which hides by itself when it is closed
    m_options->setVisible(what.links > 0 && !isFollowing);
    setVisible(!what.isEmpty());
}

} // namespace ui
