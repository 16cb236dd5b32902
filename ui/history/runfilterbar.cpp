// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/runfilterbar.h"

#include "ui/common/icons.h"
#include "ui/models/runtext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>

namespace ui {

namespace {

constexpr auto typingPause = std::chrono::milliseconds(150);

bool isSame(const session::RunFilter &one, const session::RunFilter &other)
{
    return one.server == other.server && one.command == other.command && one.tag == other.tag;
}

} // namespace

RunFilterBar::RunFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_server(new QLineEdit(this))
    , m_command(new QComboBox(this))
    , m_tag(new QComboBox(this))
    , m_pause(new QTimer(this))
{
    build();
    setTags({});
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(m_server, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, &RunFilterBar::tell);
    connect(m_command, &QComboBox::currentIndexChanged, this, &RunFilterBar::tell);
    connect(m_tag, &QComboBox::currentIndexChanged, this, &RunFilterBar::tell);
}

void RunFilterBar::build()
{
    m_server->setPlaceholderText(tr("Part of an address"));
    m_server->setAccessibleName(tr("Part of the server’s address"));
    m_server->setToolTip(tr("Show only runs whose server’s address contains this (Ctrl+Shift+K)"));
    m_server->setClearButtonEnabled(true);
    m_server->addAction(icon(QLatin1StringView("search"), Tone::Dim), QLineEdit::LeadingPosition);
    m_command->setAccessibleName(tr("Kind of run"));
    m_command->setToolTip(tr("Show only runs of this kind"));
    m_command->addItem(tr("All kinds"), QString());
    for (const char *command : {"check", "sweep", "audit", "session", "upload", "watch"})
        m_command->addItem(commandTitle(QLatin1StringView(command)), QLatin1StringView(command));
    m_tag->setAccessibleName(tr("Tag"));
    m_tag->setToolTip(tr("Show only runs with this tag"));
    m_tag->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_server, 1);
    row->addWidget(m_command);
    row->addWidget(m_tag);
}

session::RunFilter RunFilterBar::filter() const
{
    return {m_server->text().trimmed(), m_command->currentData().toString(), m_tag->currentData().toString()};
}

void RunFilterBar::setFilter(const session::RunFilter &filter)
{
    const QSignalBlocker commands(m_command);
    const QSignalBlocker tags(m_tag);
    m_server->setText(filter.server);
    m_command->setCurrentIndex(std::max(0, m_command->findData(filter.command)));
    m_tag->setCurrentIndex(std::max(0, m_tag->findData(filter.tag)));
    tell();
}

void RunFilterBar::setTags(const QStringList &tags)
{
    QStringList all = tags;
    const QString chosen = m_tag->currentData().toString();
    if (!chosen.isEmpty() && !all.contains(chosen))
        all += chosen;
    const QSignalBlocker blocker(m_tag);
    m_tag->clear();
    m_tag->addItem(tr("All tags"), QString());
    for (const QString &tag : std::as_const(all))
        m_tag->addItem(tag, tag);
    m_tag->setCurrentIndex(std::max(0, m_tag->findData(chosen)));
    m_tag->setVisible(!all.isEmpty());
}

void RunFilterBar::focusText()
{
    m_server->setFocus(Qt::ShortcutFocusReason);
    m_server->selectAll();
}

void RunFilterBar::tell()
{
    m_pause->stop();
    const session::RunFilter now = filter();
    if (isSame(now, m_told))
        return;
    m_told = now;
    Q_EMIT changed();
}

} // namespace ui
