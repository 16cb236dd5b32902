// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

namespace support {

/// A request and what came back, over a plain blocking socket: independent of everything that is tested.
struct RawAnswer
{
    int status = 0; ///< Of the final answer; 0 if none came.
    QByteArray head; ///< Its first line and headers.
    QByteArray body;
    QByteArray everything; ///< Interim answers included.

    /// The first value of a header, empty if there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// Sends `request` as it is and reads until the server ends the connection, at most `patienceMs`.
/// https URLs are spoken TLS to, without looking at the certificate.
QByteArray exchange(const QUrl &url, const QByteArray &request, int patienceMs = 30'000);

/// Splits what came back.
[[nodiscard]] RawAnswer parseAnswer(const QByteArray &everything);

/// HTTP/1.0, so that the answer is not chunked and the connection ends after it.
[[nodiscard]] RawAnswer get(const QUrl &url);
/// A multipart/form-data POST with one file in the field "file".
RawAnswer postFile(const QUrl &url, const QByteArray &fileName, const QByteArray &content);

/// "POST target HTTP/1.1", Host, Content-Length and the headers, each with its CRLF, then the body.
[[nodiscard]] QByteArray postRequest(const QUrl &url, const QByteArray &body,
                                     const QByteArrayList &headers = {});

} // namespace support
