// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pprof/profile.h"

#include <QByteArray>

#include <memory>
#include <mutex>

namespace ui {

/// A profile as it came, and decoded when first asked for: from a server, from a check, or from a file that is read
/// then. Shared; any thread.
class ProfileFile final
{
    Q_DISABLE_COPY_MOVE(ProfileFile)

public:
    using Decoded = std::shared_ptr<const pprof::Profile>;

    /// `name` is for people: "heap", "heap.pb.gz". `source` says from where and when; may be empty.
    /// `server` is the address of the one it was fetched from; empty: none that could be asked once more.
    ProfileFile(QString name, QString source, QByteArray bytes, QString server = {});
    /// Of a file on disk, which is not touched yet.
    explicit ProfileFile(const QString &path);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &source() const { return m_source; }
    [[nodiscard]] const QString &server() const { return m_server; }
    /// The source if there is one, else the name.
    [[nodiscard]] const QString &title() const { return m_source.isEmpty() ? m_name : m_source; }

    /// Reads and decodes at the first call, which may take seconds: not in the GUI thread.
    /// Errors: FileMissing, NotAFile, FileUnreadable, TooLarge, Malformed.
    [[nodiscard]] const base::Result<Decoded> &decoded();
    /// As it came. Of a file: empty before decoded() was called.
    [[nodiscard]] QByteArray bytes() const;

private:
    [[nodiscard]] base::Result<Decoded> decode();

    QString m_name;
    QString m_source;
    QString m_server;
    QString m_path; ///< Empty: there is no file.
    mutable std::mutex m_mutex; ///< For the two below.
    QByteArray m_bytes;
    std::unique_ptr<base::Result<Decoded>> m_decoded;
};

using SharedFile = std::shared_ptr<ProfileFile>;

} // namespace ui
