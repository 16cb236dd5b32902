// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profilefile.h"

#include "core/pprof/decode.h"

#include <QFile>
#include <QFileInfo>

namespace ui {

using base::ErrorKind;

ProfileFile::ProfileFile(QString name, QString source, QByteArray bytes, QString server)
    : m_name(std::move(name))
    , m_source(std::move(source))
    , m_server(std::move(server))
    , m_bytes(std::move(bytes))
{
}

ProfileFile::ProfileFile(const QString &path)
    : m_name(QFileInfo(path).fileName())
    , m_path(path)
{
}

const base::Result<ProfileFile::Decoded> &ProfileFile::decoded()
{
    const std::lock_guard lock(m_mutex);
    if (!m_decoded)
        m_decoded = std::make_unique<base::Result<Decoded>>(decode());
    return *m_decoded;
}

QByteArray ProfileFile::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

base::Result<QByteArray> ProfileFile::read() const
{
    const QFileInfo info(m_path);
    if (!info.exists())
        return base::Error{ErrorKind::FileMissing, QStringLiteral("no such file"), 0, {}};
    if (!info.isFile())
        return base::Error{ErrorKind::NotAFile, QStringLiteral("not a regular file"), 0, {}};
    if (info.size() > pprof::Limits().inflatedBytes)
        return base::Error{ErrorKind::TooLarge, QStringLiteral("the file is too large"), 0, {}};
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return base::Error{ErrorKind::FileUnreadable, file.errorString(), 0, {}};
    return file.readAll();
}

base::Result<ProfileFile::Decoded> ProfileFile::decode()
{
    if (!m_path.isEmpty()) {
        base::Result<QByteArray> content = read();
        if (!content)
            return content.error();
        m_bytes = std::move(content).value();
    }
    if (m_bytes.isEmpty())
        return base::Error{ErrorKind::Malformed, QStringLiteral("it is empty"), 0, {}};
    base::Result<pprof::Profile> profile = pprof::decode(m_bytes);
    if (!profile)
        return profile.error();
    return Decoded(std::make_shared<const pprof::Profile>(std::move(profile).value()));
}

} // namespace ui
