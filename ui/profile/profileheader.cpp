// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profileheader.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/pill.h"
#include "ui/profile/profiletext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace ui {

ProfileHeader::ProfileHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_amount(new Pill({}, Tone::Dim, this))
    , m_details(new ElidedLabel({}, this))
    , m_found(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_types(new QComboBox(this))
{
    constexpr int narrowestSearch = 120;
    constexpr int widestSearch = 220;
    m_title->setFont(strongFont(m_title->font()));
    m_title->setTextFormat(Qt::PlainText);
    m_details->setForegroundRole(QPalette::PlaceholderText);
    m_found->setForegroundRole(QPalette::PlaceholderText);
    m_search->setPlaceholderText(tr("Search function…"));
    m_search->setAccessibleName(tr("Search function"));
    m_search->setToolTip(tr("Part of a function's name or file (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(narrowestSearch);
    m_search->setMaximumWidth(widestSearch);
    m_search->installEventFilter(this);
    m_types->setAccessibleName(tr("What is counted"));
    m_types->setToolTip(tr("What the profile counts"));
    m_types->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_search, &QLineEdit::textChanged, this, &ProfileHeader::searchEdited);
    connect(m_search, &QLineEdit::returnPressed, this, &ProfileHeader::searchEntered);
    connect(m_types, &QComboBox::activated, this, [this](int index) {
        Q_EMIT typeChosen(m_types->itemData(index).toString(), index >= m_ownTypes);
    });

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_amount);
    row->addWidget(m_details, 3);
    row->addWidget(m_found);
    row->addWidget(m_search, 1);
    row->addWidget(m_types);
}

void ProfileHeader::setContent(const pprof::ProfileContent &content, const QString &source,
                               const QStringList &otherTypes)
{
    m_title->setText(contentTitle(content));
    m_amount->setText(amountText(content, static_cast<double>(content.net)));
    m_amount->setTone(!content.isDifference || content.net == 0 ? Tone::Dim
                          : content.net > 0                     ? Tone::Bad
                                                                : Tone::Good);
    m_details->setText(contentDetails(content, source));
    const QSignalBlocker blocker(m_types);
    m_types->clear();
    const auto add = [this](const QString &type) {
        m_types->addItem(typeTitle(type), type);
        m_types->setItemData(m_types->count() - 1, type, Qt::ToolTipRole);
    };
    // Producers write the important ones last.
    std::for_each(content.profile->types.rbegin(), content.profile->types.rend(),
                  [&add](const auto &type) { add(type.type); });
    m_ownTypes = m_types->count();
    std::for_each(otherTypes.begin(), otherTypes.end(), add);
    m_types->setCurrentIndex(std::max(0, m_types->findData(content.valueType.type)));
    m_types->setEnabled(m_types->count() > 1);
}

void ProfileHeader::setSearchResult(const pprof::ProfileSearch &search)
{
    m_found->setText(searchText(search));
    m_search->setAccessibleDescription(m_found->text());
}

void ProfileHeader::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool ProfileHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
