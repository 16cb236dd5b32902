// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadtarget.h"

#include <QNetworkRequest>
#include <QUuid>

#include <memory>

namespace transfer {

class FormBody;
class StableFile;

/// An UploadTarget with all that does not depend on the file already built: make one, send many files with it.
/// The form fields come first, in order, their values as given; then the file, as application/octet-stream; then its
/// SHA-256, if the target wants it.
///
/// Not a QHttpMultiPart: that makes several objects for each message and formats each part's head anew, which is a
/// tenth of what a small upload costs.
class MultipartForm final
{
public:
    /// Implicit: wherever a form is wanted a target will do.
    MultipartForm(const UploadTarget &target);

    /// What one file needs for QNetworkAccessManager::post().
    struct Message
    {
        QNetworkRequest request;
        std::unique_ptr<FormBody> body; ///< Must live as long as the reply; owns the file.
        qint64 trailerBytes = 0; ///< How many bytes of the body follow the file's last one.
    };
    /// `file` is open at its start. `name` is what the server is told; `relativePath` (empty: the name) goes into the
    /// target's pathField, if there is one. `key` tells this upload from others, for a target that sends an idempotency key:
    /// that is made from this one and the file as it is now.
    [[nodiscard]] Message message(std::unique_ptr<StableFile> file, const QString &name,
                                  const QUuid &key = {}, const QString &relativePath = {}) const;
    /// UploadTarget::sendsReprDigest.
    [[nodiscard]] bool wantsReprDigest() const { return m_wantsReprDigest; }
    /// What it was made from.
    [[nodiscard]] const UploadTarget &target() const { return m_target; }
    /// See UploadRecord::server.
    [[nodiscard]] const QString &server() const { return m_server; }

private:
    UploadTarget m_target;
    QString m_server;
    QNetworkRequest m_request;
    QByteArrayList m_fields; ///< Each from behind its boundary to the line break before the next one.
    QByteArray m_pathHead; ///< Of the field for the path; empty: there is none.
    QByteArray m_fileHead; ///< From behind its boundary up to the file name.
    QByteArray m_digestHead; ///< From behind its boundary up to the digest; empty: no digest.
    bool m_wantsReprDigest;
    bool m_sendsKey;
};

} // namespace transfer
