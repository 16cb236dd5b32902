// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/startpage.h"

#include "ui/common/buttonkind.h"
#include "ui/common/card.h"
#include "ui/common/fonts.h"
#include "ui/common/labelled.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

namespace {

constexpr int cardWidth = 340;

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLineEdit *field(Card &card, const QString &title, const QString &example)
{
    auto *edit = new QLineEdit(&card);
    edit->setPlaceholderText(example);
    card.content().addWidget(captionFor(title, *edit));
    card.content().addWidget(edit);
    return edit;
}

void addButton(Card &card, QPushButton &button)
{
    setKind(button, ButtonKind::Primary);
    card.content().addSpacing(4);
    card.content().addWidget(&button, 0, Qt::AlignLeft);
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
{
    auto *headline = new QLabel(tr("Drop files on your upload service.\nSee what they leave behind."), this);
    headline->setFont(headlineFont(headline->font()));
    headline->setAlignment(Qt::AlignHCenter);

    auto *cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->addStretch();
    cards->addWidget(connectCard());
    cards->addWidget(sampleCard());
    cards->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(24);
    column->addStretch(2);
    column->addWidget(headline);
    column->addLayout(cards);
    column->addStretch(3);
}

QWidget *StartPage::connectCard()
{
    auto *card = new Card(tr("Connect to a server"), this);
    card->setFixedWidth(cardWidth);
    card->content().addWidget(
        paragraph(tr("Where uploads go and, if they are elsewhere, where the metrics are. "
                     "Tidemark looks for Prometheus, expvar, pprof and Actuator by itself."),
                  card));
    m_upload = field(*card, tr("&Upload address"), QStringLiteral("http://localhost:8080/upload"));
    m_watch = field(*card, tr("&Metrics address"), tr("same server"));
    m_connect = new QPushButton(tr("&Connect"), card);
    m_connect->setToolTip(tr("Connect to this address (Enter)"));
    m_connect->setEnabled(false);
    card->content().addStretch();
    addButton(*card, *m_connect);
    connect(m_upload, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_connect->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_upload, &QLineEdit::returnPressed, this, &StartPage::requestConnect);
    connect(m_watch, &QLineEdit::returnPressed, this, &StartPage::requestConnect);
    connect(m_connect, &QPushButton::clicked, this, &StartPage::requestConnect);
    return card;
}

QWidget *StartPage::sampleCard()
{
    auto *card = new Card(tr("Try it on the sample server"), this);
    card->setFixedWidth(cardWidth);
    card->content().addWidget(
        paragraph(tr("Starts a small Go service on this computer that leaks on purpose, and "
                     "connects to it. Its leak check shows how much every upload leaves behind, and "
                     "in which function."),
                  card));
    card->content().addWidget(paragraph(tr("Takes a few seconds; nothing leaves this computer."), card));
    card->content().addStretch();
    m_sample = new QPushButton(card);
    m_sample->setToolTip(tr("Start a server that leaks on purpose, and connect to it"));
    addButton(*card, *m_sample);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    setSampleStarting(false);
    return card;
}

void StartPage::setSampleStarting(bool on)
{
    m_sample->setText(on ? tr("Starting…") : tr("&Start the sample server"));
    if (on && m_sample->hasFocus())
        setFocus(Qt::OtherFocusReason); // it would go to whatever is next in the window
    m_sample->setEnabled(!on);
    if (!on && hasFocus())
        m_sample->setFocus(Qt::OtherFocusReason);
}

void StartPage::proposeAddress(const QString &upload, const QString &watch)
{
    m_upload->setText(upload);
    m_watch->setText(watch);
}

void StartPage::requestConnect()
{
    if (m_connect->isEnabled())
        Q_EMIT connectRequested(m_upload->text().trimmed(), m_watch->text().trimmed());
}

} // namespace ui
