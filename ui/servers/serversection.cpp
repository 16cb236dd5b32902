// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/serversection.h"

#include "core/servers/address.h"
#include "ui/common/card.h"
#include "ui/common/labelled.h"
#include "ui/servers/valuelist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace ui {

using servers::Method;
using servers::ServerProfile;

namespace {

void showStart(QLineEdit &edit, const QString &text)
{
    edit.setText(text);
    edit.setCursorPosition(0);
}

} // namespace

ServerSection::ServerSection(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_url(new QLineEdit)
    , m_watch(new QLineEdit)
    , m_method(new QComboBox)
    , m_field(new QLineEdit)
    , m_redirects(new QCheckBox(tr("Send again where the server &redirects to (307, 308)")))
    , m_form(new ValueList(tr("form field")))
    , m_headers(new ValueList(tr("header")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(12);
    buildServer();
    buildUpload();
    for (QLineEdit *edit : {m_name, m_url, m_watch, m_field})
        connect(edit, &QLineEdit::textEdited, this, &ServerSection::edited);
    connect(m_method, &QComboBox::activated, this, &ServerSection::edited);
    connect(m_method, &QComboBox::currentIndexChanged, this, &ServerSection::updateMethod);
    connect(m_redirects, &QCheckBox::clicked, this, &ServerSection::edited);
    connect(m_form, &ValueList::edited, this, &ServerSection::edited);
    connect(m_headers, &ValueList::edited, this, &ServerSection::edited);
    updateMethod();
}

void ServerSection::buildServer()
{
    auto *card = new Card(tr("Server"), this);
    layout()->addWidget(card);
    auto *row = fieldRow();
    row->addWidget(labelled(tr("N&ame"), *m_name, tr("What you call this server")), 1);
    row->addWidget(labelled(tr("Metri&cs at"), *m_watch, tr("Only if they are not on the same server")), 1);
    m_watch->setPlaceholderText(tr("the same server"));
    m_url->setPlaceholderText(QStringLiteral("https://files.example.org/upload"));
    card->content().addWidget(
        labelled(tr("Upload a&ddress"), *m_url,
                 tr("Where files are sent; user and password have fields of their own")));
    card->content().addLayout(row);
}

void ServerSection::buildUpload()
{
    auto *card = new Card(tr("How files are sent"), this);
    layout()->addWidget(card);
    m_method->addItem(tr("Form (POST)"));
    m_method->addItem(tr("Bare content (PUT)"));
    m_method->addItem(tr("Resumable (tus)"));
    auto *row = fieldRow();
    row->addWidget(
        labelled(tr("Met&hod"), *m_method, tr("A form as browsers send it, the file alone, or tus 1.0")), 1);
    m_fieldPart = labelled(tr("F&orm field of the file"), *m_field,
                           tr("The name the server looks for; often “file”"));
    row->addWidget(m_fieldPart, 1);
    card->content().addLayout(row);
    m_formPart = new QWidget;
    auto *form = new QVBoxLayout(m_formPart);
    form->setContentsMargins({});
    form->setSpacing(4);
    form->addWidget(caption(tr("Further form fields")));
    form->addWidget(m_form);
    card->content().addWidget(m_formPart);
    card->content().addWidget(caption(tr("Headers")));
    card->content().addWidget(m_headers);
    card->content().addWidget(m_redirects);
    m_redirects->setToolTip(tr("Otherwise an upload that is redirected fails, and says where to"));
}

void ServerSection::updateMethod()
{
    const auto method = static_cast<Method>(m_method->currentIndex());
    const bool isForm = method == Method::Post;
    m_formPart->setVisible(isForm);
    m_fieldPart->setEnabled(isForm);
    Q_EMIT methodChanged(method);
}

void ServerSection::setProfile(const ServerProfile &profile)
{
    m_name->setText(profile.name);
    showStart(*m_url, profile.url.toDisplayString());
    showStart(*m_watch, profile.watch.toDisplayString());
    m_method->setCurrentIndex(static_cast<int>(profile.method));
    m_field->setText(profile.field);
    m_redirects->setChecked(profile.followsRedirects);
    m_form->setValues(profile.form);
    m_headers->setValues(profile.headers);
    updateMethod();
}

void ServerSection::fill(ServerProfile &profile) const
{
    profile.url = servers::addressAsTyped(m_url->text());
    profile.name = m_name->text().trimmed();
    if (profile.name.isEmpty())
        profile.name = profile.url.host();
    profile.watch = servers::addressAsTyped(m_watch->text());
    profile.method = static_cast<Method>(m_method->currentIndex());
    profile.field = m_field->text().trimmed();
    profile.followsRedirects = m_redirects->isChecked();
    profile.form = m_form->values();
    profile.headers = m_headers->values();
}

void ServerSection::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

} // namespace ui
