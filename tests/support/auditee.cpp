// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/auditee.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {

bool Auditee::start()
{
    const QString parent = QString::number(QCoreApplication::applicationPid());
    if (!m_process.start(QStringLiteral(AUDITEE),
                         {QStringLiteral("--parent"), parent, QStringLiteral("--folder"), m_folder.path()}))
        return false;
    const QJsonObject line = QJsonDocument::fromJson(m_process.firstLine()).object();
    m_base = line.value(QLatin1StringView("base")).toString();
    m_patient = line.value(QLatin1StringView("patient")).toString();
    m_raw = line.value(QLatin1StringView("raw")).toString();
    return !m_base.isEmpty();
}

QUrl Auditee::at(const QString &base, const QString &fault)
{
    const QString query = fault.isEmpty() ? QString() : QStringLiteral("?fault=") + fault;
    return QUrl(base + QStringLiteral("/upload") + query, QUrl::StrictMode);
}

} // namespace support
