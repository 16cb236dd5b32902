// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/findingdetails.h"

#include "core/experiment/auditcheck.h"
#include "core/report/auditreference.h"
#include "ui/audit/audittext.h"
#include "ui/common/breakable.h"
#include "ui/common/buttonkind.h"
#include "ui/common/copyabletext.h"
#include "ui/common/fonts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int linkPadding = 5; // theme.qss's, with the border: texts stand below each other.

QLabel *titleLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(smallStrongFont(label->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(0, 8, 0, 0);
    return label;
}

} // namespace

FindingDetails::FindingDetails(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_title(copyableText(this))
    , m_evidence(addPart(tr("Evidence")))
    , m_why(addPart(tr("Why it matters")))
    , m_fix(addPart(tr("What to do")))
    , m_more(titleLabel(tr("Read more"), this))
    , m_references(new QVBoxLayout)
{
    m_title->setFont(strongFont(m_title->font()));
    m_column->setContentsMargins({});
    m_column->setSpacing(2);
    m_column->insertWidget(0, m_title);
    m_column->addWidget(m_more);
    m_column->addLayout(m_references);
    m_references->setSpacing(0);
    addCopyKey(*this, {m_title, m_evidence.text, m_why.text, m_fix.text}, [this] { return text(); });
}

FindingDetails::Part FindingDetails::addPart(const QString &title)
{
    const Part part{titleLabel(title, this), copyableText(this)};
    m_column->addWidget(part.title);
    m_column->addWidget(part.text);
    return part;
}

void FindingDetails::fill(const Part &part, const QString &text)
{
    part.text->setText(breakable(text));
    part.text->setAccessibleName(text);
    part.title->setVisible(!text.isEmpty());
    part.text->setVisible(!text.isEmpty());
}

void FindingDetails::showCheck(const experiment::AuditCheck &check)
{
    fill(m_evidence, {});
    fill(m_fix, {});
    show(check);
}

void FindingDetails::showFinding(const report::AuditRow &row)
{
    fill(m_evidence, row.evidence);
    fill(m_fix, experiment::auditCheckText(row.check->fix));
    show(*row.check);
}

void FindingDetails::show(const experiment::AuditCheck &check)
{
    m_title->setText(experiment::auditCheckText(check.title));
    fill(m_why, experiment::auditCheckText(check.why));
    showReferences(check);
}

void FindingDetails::showReferences(const experiment::AuditCheck &check)
{
    while (QLayoutItem *item = m_references->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const report::AuditReference &reference : report::auditReferences(check)) {
        if (reference.url.isEmpty()) {
            auto *text = new QLabel(reference.text, this);
            text->setIndent(linkPadding);
            m_references->addWidget(text);
            continue;
        }
        auto *link = new QPushButton(reference.text, this);
        setKind(*link, ButtonKind::Link);
        link->setToolTip(reference.url.toString());
        connect(link, &QPushButton::clicked, this,
                [this, url = reference.url] { Q_EMIT referenceRequested(url); });
        m_references->addWidget(link, 0, Qt::AlignLeft);
    }
}

QString FindingDetails::text() const
{
    QStringList paragraphs{m_title->text()};
    for (const Part &part : {m_evidence, m_why, m_fix}) {
        if (!part.text->accessibleName().isEmpty())
            paragraphs += part.title->text() + QStringLiteral(": ") + part.text->accessibleName();
    }
    return paragraphs.join(QStringLiteral("\n\n"));
}

} // namespace ui
