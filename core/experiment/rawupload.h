// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditplan.h"
#include "core/net/secretheader.h"

#include <optional>

namespace net {
class RawConnection;
}

namespace experiment {

/// One request as it is sent, byte by byte: everything in it can be wrong on purpose.
struct RawUpload
{
    QByteArray line; ///< "POST /upload HTTP/1.1"
    net::HeaderList headers; ///< But for those that tell the body's length.
    QByteArray before; ///< The body is this,
    qint64 fill = 0; ///< then so many bytes that mean nothing,
    QByteArray after; ///< then this.
    QByteArrayList lengths; ///< Values of Content-Length; empty: the right one.
    bool isChunked = false; ///< Its length is not told (RFC 9112 section 7.1).

    [[nodiscard]] qint64 bodyBytes() const { return before.size() + fill + after.size(); }
    [[nodiscard]] QByteArray head() const;
    /// Gives the connection all of it but the last `held` bytes, which must be less than `after` has.
    void sendOn(net::RawConnection &connection, qsizetype held = 0) const;
};

/// Makes the requests of an audit: right ones, to be made wrong. Names and contents hold the plan's token, so that they
/// are found again and harm nobody.
class RawUploads final
{
public:
    explicit RawUploads(const AuditPlan &plan);

    [[nodiscard]] bool isForm() const { return m_isForm; }
    /// Whether the server is told a file name.
    [[nodiscard]] bool hasNames() const { return m_isForm || m_isFolder; }

    /// An upload of that content under that name, escaped as browsers do unless `isVerbatim`.
    [[nodiscard]] RawUpload file(const QByteArray &name, const QByteArray &content, bool isVerbatim = false);
    /// A file of a name and a content of its own.
    [[nodiscard]] RawUpload small();
    /// The same, with a whole body of exactly so many bytes; at least 2 KiB.
    [[nodiscard]] RawUpload large(qint64 bodyBytes);
    /// A form with these parts between its fields and its end. Of forms only.
    [[nodiscard]] RawUpload form(const QByteArray &parts);

    /// "tidemark-audit-<token>-<number>.txt", another one each time.
    [[nodiscard]] QByteArray nextName();
    /// A line of text that says what it is, another one each time.
    [[nodiscard]] QByteArray nextContent();

    // What a form is made of, its lines' ends included.
    [[nodiscard]] const QByteArray &boundary() const { return m_boundary; }
    [[nodiscard]] QByteArray filePart(const QByteArray &name, const QByteArray &content) const;
    [[nodiscard]] QByteArray part(const QByteArray &field, const QByteArray &content) const;
    [[nodiscard]] const QString &field() const { return m_plan.target.field; }

private:
    [[nodiscard]] RawUpload request(const QByteArray &name);
    [[nodiscard]] QByteArray fields() const;

    AuditPlan m_plan;
    QByteArray m_boundary;
    bool m_isForm;
    bool m_isFolder; ///< Of a bare upload: the URL is a folder's.
    quint64 m_number = 0; ///< Of the next upload.
};

} // namespace experiment
