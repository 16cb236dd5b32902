// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QUrl>
#include <QUuid>

namespace transfer {

/// Which upload it is, for what differs from one to the next.
struct UploadLabel
{
    QString name; ///< The file's, as the server is told; relative folders before it are divided by '/'.
    quint64 number = 0;
    QUuid key = {}; ///< Its own, here and elsewhere.
    QString relativePath = {}; ///< For UploadTarget::pathField; empty: the name.
};

/// A key that is made from both: the same for the same two.
[[nodiscard]] QUuid keyFrom(quint64 seed, quint64 number);

/// `text` with every `{n}` replaced by the number and every `{uuid}` by the key.
[[nodiscard]] QString expanded(const QString &text, const UploadLabel &label);

/// Those marks that stand in it, in a value of a form …
[[nodiscard]] QStringList marksIn(const QString &text);
/// … and with `{name}` in an address, see UrlTemplate.
[[nodiscard]] QStringList marksIn(const QUrl &url);

/// An address that may differ from upload to upload: holds `{n}`, `{uuid}` and `{name}`, as they are or percent-encoded.
/// Immutable; any thread.
class UrlTemplate final
{
public:
    explicit UrlTemplate(const QUrl &url);

    [[nodiscard]] bool isTemplate() const { return !m_text.isEmpty(); }
    /// The address for one upload. Its name is percent-encoded (RFC 3986 section 2.1) but for the '/' between folders;
    /// parts that are empty, "." or "..", which would lead elsewhere, become "_".
    [[nodiscard]] QUrl urlFor(const UploadLabel &label) const;
    /// The same below this address, if it is a folder's, which ends with '/', and has no `{name}`.
    [[nodiscard]] QUrl fileUrlFor(const UploadLabel &label) const;
    /// The same; `name`: the bytes of the label's name, which need not be UTF-8.
    [[nodiscard]] QUrl fileUrlFor(const UploadLabel &label, const QByteArray &name) const;

private:
    [[nodiscard]] QUrl urlFor(const UploadLabel &label, const QByteArray &name) const;

    QUrl m_url;
    QString m_text; ///< Empty: the same for all.
};

} // namespace transfer
