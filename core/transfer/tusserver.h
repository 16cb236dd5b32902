// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transfer/exchange.h"

#include <QCryptographicHash>
#include <QUrl>

#include <mutex>
#include <optional>

/// What tus 1.0.0 (https://tus.io/protocols/resumable-upload) says in headers, apart from the order of its requests.
namespace transfer {

inline constexpr char tusVersion[] = "1.0.0";

/// What a server offers beside the core protocol.
struct TusFeatures
{
    struct Checksum
    {
        QByteArray name; ///< As Upload-Checksum says it.
        QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha1;
    };

    bool terminates = false; ///< An upload can be deleted.
    std::optional<Checksum> checksum; ///< The best algorithm that both know; none: it proves nothing.
    std::optional<qint64> mostBytes; ///< Of an upload.

    /// From the answer to OPTIONS; nothing in it is no error: then it offers nothing. Malformed: only other versions.
    [[nodiscard]] static base::Result<TusFeatures> from(const Exchange::Answer &answer);
};

/// What the attempts at one server know of it together. Thread-safe.
class TusServer final
{
public:
    [[nodiscard]] std::optional<TusFeatures> features() const;
    void learn(const TusFeatures &features);

private:
    mutable std::mutex m_mutex;
    std::optional<TusFeatures> m_features;
};

/// The number of bytes in Upload-Offset or Upload-Length; nothing if that is absent or no number.
[[nodiscard]] std::optional<qint64> tusBytes(const Exchange::Answer &answer, QByteArrayView header);

/// Where the created upload is: Location, which may be relative to the address at which it was created. Without user and
/// password. Malformed: none, or none of http. RedirectRefused: from https to http.
[[nodiscard]] base::Result<QUrl> tusUploadUrl(const Exchange::Answer &answer, const QUrl &createdAt);

/// The error of a refusal, with what the server says of the reason: 412 and its versions, 413 and its Tus-Max-Size.
[[nodiscard]] base::Error tusRefusal(const Exchange::Answer &answer, const TusFeatures &features);

} // namespace transfer
