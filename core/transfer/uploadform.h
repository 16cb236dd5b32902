// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/sentsecrets.h"
#include "core/transfer/uploadtarget.h"
#include "core/transfer/uploadtemplate.h"

#include <QNetworkRequest>

#include <memory>

namespace transfer {

class FormBody;
class StableFile;
class TusServer;
struct FileStamp;

/// An UploadTarget with all that does not depend on the file already built: make one, send many files with it.
/// Immutable, but for what was learned of a tus server; any thread.
///
/// Not a QHttpMultiPart: that makes several objects for each message and formats each part's head anew, which is a
/// tenth of what a small upload costs.
class UploadForm final
{
public:
    /// Implicit: wherever a form is wanted a target will do.
    UploadForm(const UploadTarget &target);

    [[nodiscard]] UploadMethod method() const { return m_method; }
    /// The target's address with its templates, without credentials.
    [[nodiscard]] const QUrl &target() const { return m_target; }
    /// What it was made from.
    [[nodiscard]] const UploadTarget &madeFrom() const { return m_madeFrom; }
    /// See UploadRecord::server.
    [[nodiscard]] const QString &server() const { return m_server; }

    /// What every request and form made of it holds that is secret; not what differs from upload to upload.
    [[nodiscard]] const net::SentSecrets &secrets() const { return m_secrets; }

    /// What one file needs to travel by a single request.
    struct Message
    {
        QByteArray verb; ///< POST or PUT.
        QNetworkRequest request;
        std::unique_ptr<FormBody> body; ///< Must live as long as the reply; owns the file.
        qint64 trailerBytes = 0; ///< How many bytes of the body follow the file's last one.
    };
    /// Of Post: the form fields in order, their values as given but for templates, then the file's path, if the target has
    /// a field for it, then the file, then its SHA-256, if the target wants it. Of Put: the file alone. Either as application/octet-stream, unless a header of the target names
    /// another type for a Put. `file` is open at its start.
    [[nodiscard]] Message message(std::unique_ptr<StableFile> file, const UploadLabel &label) const;

    /// Of Put: where that file goes, which lies at `nativePath`.
    [[nodiscard]] QUrl addressOf(const UploadLabel &label, const QByteArray &nativePath) const;

    /// UploadTarget::sendsReprDigest.
    [[nodiscard]] bool wantsReprDigest() const { return m_wantsReprDigest; }
    /// Gives the request its Idempotency-Key, which is made from the label's key and the file as it is now, if the target
    /// sends one. Messages have theirs.
    void identify(QNetworkRequest &request, const UploadLabel &label, const FileStamp &stamp) const;

    /// Of Tus: where one upload is created, with all that goes with each of its requests.
    [[nodiscard]] QNetworkRequest request(const UploadLabel &label) const;
    /// Of Tus: the value of Upload-Metadata: "filename", the form's fields and the file's path, if the target has a field for
    /// it. What a name may not hold becomes '_'.
    [[nodiscard]] QByteArray metadata(const UploadLabel &label) const;
    /// Of Tus: what is known of the server, shared by all attempts.
    [[nodiscard]] const std::shared_ptr<TusServer> &tusServer() const { return m_tusServer; }

private:
    struct Field
    {
        QString name;
        QByteArray head; ///< Of its part, from behind the boundary.
        QString value;
    };

    [[nodiscard]] Message put(std::unique_ptr<StableFile> file, const UploadLabel &label) const;

    UploadTarget m_madeFrom;
    UploadMethod m_method;
    QUrl m_target;
    QString m_server;
    UrlTemplate m_address;
    QNetworkRequest m_request;
    net::SentSecrets m_secrets;
    QList<Field> m_fields;
    QString m_pathField; ///< Empty: there is none.
    QByteArray m_pathHead; ///< Of its part, from behind the boundary.
    QByteArray m_fileHead; ///< From behind its boundary up to the file name.
    QByteArray m_digestHead; ///< From behind its boundary up to the digest; empty: no digest.
    bool m_wantsReprDigest;
    bool m_sendsKey;
    std::shared_ptr<TusServer> m_tusServer;
};

} // namespace transfer
