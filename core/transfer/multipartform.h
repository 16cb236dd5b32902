// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadtarget.h"

#include <QHttpPart>
#include <QNetworkRequest>

#include <memory>

class QHttpMultiPart;

namespace transfer {

class StableFile;

/// A field or file name for use between the quotes of a Content-Disposition header: UTF-8 with `"`, CR and LF
/// as %22, %0D and %0A (WHATWG HTML, "multipart/form-data encoding algorithm"; RFC 7578 section 4.2 forbids
/// filename*). What is not Unicode, and NUL, becomes U+FFFD.
[[nodiscard]] QByteArray escapedName(const QString &name);

/// An UploadTarget with all that does not depend on the file already built: make one, send many files with it.
/// The form fields come first, in order, their values as given; then the file, as application/octet-stream.
class MultipartForm final
{
public:
    /// Implicit: wherever a form is wanted a target will do.
    MultipartForm(const UploadTarget &target);

    /// What one file needs for QNetworkAccessManager::post().
    struct Message
    {
        QNetworkRequest request;
        std::unique_ptr<QHttpMultiPart> body; ///< Must live as long as the reply; does not own the file.
        qint64 trailerBytes = 0; ///< How many bytes of the body follow the file's last one.
    };
    /// `file` is open at its start and stays so until the reply is gone. `name` is what the server is told.
    [[nodiscard]] Message message(StableFile &file, const QString &name) const;

private:
    QNetworkRequest m_request;
    QList<QHttpPart> m_fields;
    QByteArray m_disposition; ///< Of the file part, up to its file name.
};

} // namespace transfer
