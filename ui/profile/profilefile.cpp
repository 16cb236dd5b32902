// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profilefile.h"

#include "core/pprof/decode.h"
#include "core/pprof/readprofile.h"

#include <QFileInfo>

namespace ui {

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

base::Result<ProfileFile::Decoded> ProfileFile::decode()
{
    if (!m_path.isEmpty()) {
        base::Result<QByteArray> content = pprof::readProfile(m_path);
        if (!content)
            return content.error();
        m_bytes = std::move(content).value();
    }
    base::Result<pprof::Profile> profile = pprof::decode(m_bytes);
    if (!profile)
        return profile.error();
    return Decoded(std::make_shared<const pprof::Profile>(std::move(profile).value()));
}

} // namespace ui
