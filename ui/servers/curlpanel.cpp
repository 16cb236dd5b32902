// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/curlpanel.h"

#include "ui/common/banner.h"
#include "ui/common/buttonkind.h"
#include "ui/common/card.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

CurlPanel::CurlPanel(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit)
    , m_said(new Banner)
    , m_takeOver(new QPushButton(tr("Ta&ke over")))
{
    auto *card = new Card(tr("From a curl command"), this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    all->addStretch();
    auto *hint = new QLabel(
        tr("Paste a command as it stands in documentation or a script, or as your browser copies it "
           "(“Copy as cURL (bash)”). Nothing in it is run."));
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setAccessibleName(tr("curl command"));
    m_edit->setToolTip(tr("The whole command, beginning with curl"));
    m_edit->setPlaceholderText(
        QStringLiteral("curl -u ann -F 'file=@photo.jpg' https://files.example.org/upload"));
    m_edit->setTabChangesFocus(true);
    m_edit->setMinimumHeight(120);
    m_takeOver->setToolTip(tr("Make a server of it"));
    setKind(*m_takeOver, ButtonKind::Primary);
    auto *back = new QPushButton(tr("&Back"));
    back->setToolTip(tr("Leave it"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_takeOver);
    buttons->addWidget(back);
    buttons->addStretch();
    card->content().addWidget(hint);
    card->content().addWidget(m_edit);
    card->content().addWidget(m_said);
    card->content().addLayout(buttons);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &CurlPanel::read);
    connect(back, &QPushButton::clicked, this, &CurlPanel::closed);
    connect(m_takeOver, &QPushButton::clicked, this, [this] {
        if (m_import)
            Q_EMIT imported(m_import->profile, m_import->notes);
    });
    read();
}

void CurlPanel::open()
{
    const QString copied = QGuiApplication::clipboard()->text().trimmed();
    m_edit->setPlainText(copied.startsWith(QLatin1String("curl ")) ? copied : QString());
    m_edit->selectAll();
    m_edit->setFocus(Qt::OtherFocusReason);
}

QString CurlPanel::command() const
{
    return m_edit->toPlainText();
}

void CurlPanel::setCommand(const QString &command)
{
    m_edit->setPlainText(command);
}

void CurlPanel::read()
{
    m_import.reset();
    const QString text = command().trimmed();
    if (!text.isEmpty()) {
        if (const auto import = servers::importCurl(text)) {
            m_import = *import;
            const QStringList differences = import->obstacles + import->notes;
            m_said->setMessage(differences.isEmpty() ? Tone::Good : Tone::Warn,
                               differences.isEmpty() ? tr("All of it can be taken over.")
                                                     : tr("It can be taken over, with differences:"),
                               differences);
        } else {
            m_said->setMessage(Tone::Bad, tr("This cannot be taken over."), {import.error().message});
        }
    }
    m_said->setVisible(!text.isEmpty());
    m_takeOver->setEnabled(m_import.has_value());
}

} // namespace ui
