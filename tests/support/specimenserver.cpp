// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/specimenserver.h"

#include "tests/support/rawhttp.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {

namespace {
QByteArray series(const QByteArray &name, const QString &specimen, const QString &form)
{
    return name + "{form=\"" + form.toUtf8() + "\",specimen=\"" + specimen.toUtf8() + "\"}";
}
} // namespace

QString SpecimenServer::program()
{
    return QStringLiteral(SPECIMENS);
}

bool SpecimenServer::start(const QStringList &options)
{
    const QStringList parent{QStringLiteral("--parent"), QString::number(QCoreApplication::applicationPid())};
    if (!m_process.start(program(), parent + options))
        return false;
    m_line = m_process.firstLine();
    m_base = QJsonDocument::fromJson(m_line).object().value(QLatin1StringView("base")).toString();
    return !m_base.isEmpty();
}

QUrl SpecimenServer::url(const QString &path) const
{
    return QUrl(m_base + path, QUrl::StrictMode);
}

QUrl SpecimenServer::uploadUrl(const QString &specimen, const QString &form) const
{
    const QJsonObject line = QJsonDocument::fromJson(m_line).object();
    const QJsonObject forms = line.value(QLatin1StringView("uploads")).toObject().value(specimen).toObject();
    return QUrl(forms.value(form).toString(), QUrl::StrictMode);
}

qint64 SpecimenServer::retainedBytes(const QString &specimen, const QString &form) const
{
    return qRound64(metric(series("specimen_retained_bytes", specimen, form)).value_or(-1));
}

qint64 SpecimenServer::uploads(const QString &specimen, const QString &form) const
{
    return qRound64(metric(series("specimen_uploads_total", specimen, form)).value_or(-1));
}

std::optional<double> SpecimenServer::metric(const QByteArray &nameAndLabels) const
{
    const QByteArray start = nameAndLabels + ' ';
    for (const QByteArray &line : get(url(QStringLiteral("/metrics"))).body.split('\n')) {
        if (line.startsWith(start))
            return line.mid(start.size()).toDouble();
    }
    return std::nullopt;
}

} // namespace support
