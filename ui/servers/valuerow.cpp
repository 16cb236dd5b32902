// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/valuerow.h"

#include "ui/common/icons.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

ValueRow::ValueRow(const QString &what, const servers::NamedValue &value, QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(value.name, this))
    , m_value(new QLineEdit(value.value, this))
    , m_secret(new QCheckBox(tr("secret"), this))
    , m_remove(new QToolButton(this))
    , m_isDecided(!value.name.isEmpty())
{
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the %1").arg(what));
    m_value->setPlaceholderText(tr("Value"));
    m_value->setAccessibleName(tr("Value of the %1").arg(what));
    m_secret->setChecked(value.isSecret);
    m_secret->setToolTip(
        tr("Do not show the value, and keep it in the keychain instead of the servers' file"));
    m_secret->setAccessibleName(tr("The value of the %1 is secret").arg(what));
    m_remove->setIcon(icon(QLatin1StringView("minus")));
    m_remove->setToolTip(tr("Remove this %1").arg(what));
    m_remove->setAccessibleName(tr("Remove this %1").arg(what));
    m_remove->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_name, 2);
    row->addWidget(m_value, 3);
    row->addWidget(m_secret);
    row->addWidget(m_remove);
    showSecret(value.isSecret);

    connect(m_name, &QLineEdit::textEdited, this, &ValueRow::guessSecret);
    connect(m_value, &QLineEdit::textEdited, this, &ValueRow::edited);
    connect(m_secret, &QCheckBox::toggled, this, &ValueRow::showSecret);
    connect(m_secret, &QCheckBox::clicked, this, [this] {
        m_isDecided = true;
        Q_EMIT edited();
    });
    connect(m_remove, &QToolButton::clicked, this, &ValueRow::removeRequested);
}

servers::NamedValue ValueRow::value() const
{
    return {m_name->text().trimmed(), m_value->text(), m_secret->isChecked()};
}

void ValueRow::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> ValueRow::fields() const
{
    return {m_name, m_value, m_secret, m_remove};
}

void ValueRow::guessSecret()
{
    if (!m_isDecided)
        m_secret->setChecked(servers::isSecretName(m_name->text()));
    Q_EMIT edited();
}

void ValueRow::showSecret(bool isSecret)
{
    m_value->setEchoMode(isSecret ? QLineEdit::Password : QLineEdit::Normal);
}

} // namespace ui
