// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/generalpage.h"

#include "ui/common/card.h"
#include "ui/common/labelled.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace ui {

GeneralPage::GeneralPage(QWidget *parent)
    : QWidget(parent)
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
    , m_hint(smallText(tr("The other language is there when Tidemark is started again.")))
{
    // Languages are called what their speakers call them, whatever language the rest is in.
    m_language->addItem(tr("Like the system"), QVariant::fromValue(Language::System));
    m_language->addItem(QStringLiteral("English"), QVariant::fromValue(Language::English));
    m_language->addItem(QStringLiteral("简体中文"), QVariant::fromValue(Language::Chinese));
    m_theme->addItem(tr("Like the system"), QVariant::fromValue(ThemeMode::System));
    m_theme->addItem(tr("Light"), QVariant::fromValue(ThemeMode::Light));
    m_theme->addItem(tr("Dark"), QVariant::fromValue(ThemeMode::Dark));
    auto *row = fieldRow();
    row->addWidget(labelled(tr("&Language"), *m_language, tr("Of the window and of the reports it writes")));
    row->addWidget(labelled(tr("&Colours"), *m_theme, tr("Of the window; reports follow who reads them")));
    row->addStretch();
    m_hint->hide();
    auto *card = new Card;
    card->content().addLayout(row);
    card->content().addWidget(m_hint);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    all->addStretch();
    setFocusProxy(m_language);
    connect(m_language, &QComboBox::activated, this, [this] {
        const auto chosen = m_language->currentData().value<Language>();
        m_hint->setVisible(chosen != m_present);
        Q_EMIT languageChosen(chosen);
    });
    connect(m_theme, &QComboBox::activated, this,
            [this] { Q_EMIT themeModeChosen(m_theme->currentData().value<ThemeMode>()); });
}

void GeneralPage::setLanguage(Language language)
{
    m_present = language;
    m_language->setCurrentIndex(m_language->findData(QVariant::fromValue(language)));
    m_hint->hide();
}

void GeneralPage::setThemeMode(ThemeMode mode)
{
    m_theme->setCurrentIndex(m_theme->findData(QVariant::fromValue(mode)));
}

} // namespace ui
