// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace transfer {

/// How a file travels to its server.
enum class UploadMethod {
    Post, ///< As one part of a multipart/form-data form.
    Put, ///< The bare content, as curl -T sends it.
    Tus, ///< By tus 1.0 (https://tus.io/protocols/resumable-upload): goes on where it was broken off.
};

/// The name for command lines and stored settings: "post", "put", "tus". A contract: add names, never change one.
[[nodiscard]] QString toKey(UploadMethod method);
/// Nothing for a name that is none of those.
[[nodiscard]] std::optional<UploadMethod> uploadMethodFrom(QStringView key);

} // namespace transfer

Q_DECLARE_METATYPE(transfer::UploadMethod)
