// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttp.h"

#include <QDeadlineTimer>
#include <QSslSocket>

namespace support {

namespace {
QByteArray target(const QUrl &url)
{
    return url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
}

QByteArray host(const QUrl &url)
{
    return url.host().toUtf8() + ':' + QByteArray::number(url.port());
}

bool open(QSslSocket &socket, const QUrl &url, int patienceMs)
{
    const auto port = static_cast<quint16>(url.port());
    if (url.scheme() != QLatin1StringView("https")) {
        socket.connectToHost(url.host(), port);
        return socket.waitForConnected(patienceMs);
    }
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(url.host(), port);
    return socket.waitForEncrypted(patienceMs);
}
} // namespace

QByteArray RawAnswer::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QByteArray exchange(const QUrl &url, const QByteArray &request, int patienceMs)
{
    const QDeadlineTimer deadline(patienceMs);
    QSslSocket socket;
    if (!open(socket, url, patienceMs))
        return {};
    socket.write(request);
    QByteArray everything;
    // Reading is what makes a blocking QAbstractSocket write, too.
    while (!deadline.hasExpired() && socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
        everything += socket.readAll();
    return everything + socket.readAll();
}

RawAnswer parseAnswer(const QByteArray &everything)
{
    RawAnswer answer;
    answer.everything = everything;
    QByteArray rest = everything;
    while (rest.startsWith("HTTP/1.")) {
        const qsizetype end = rest.indexOf("\r\n\r\n");
        if (end < 0)
            break;
        answer.head = rest.left(end);
        answer.status = answer.head.mid(9, 3).toInt();
        rest = rest.mid(end + 4);
        if (answer.status >= 200)
            break;
        answer.status = 0; // an interim answer
    }
    answer.body = rest;
    return answer;
}

RawAnswer get(const QUrl &url)
{
    return parseAnswer(exchange(url, "GET " + target(url) + " HTTP/1.0\r\nHost: " + host(url) + "\r\n\r\n"));
}

RawAnswer postFile(const QUrl &url, const QByteArray &fileName, const QByteArray &content)
{
    const QByteArray boundary = "boundary-of-the-test";
    const QByteArray body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary
        + "--\r\n";
    return parseAnswer(exchange(
        url,
        postRequest(url, body,
                    {"Connection: close", "Content-Type: multipart/form-data; boundary=" + boundary})));
}

QByteArray postRequest(const QUrl &url, const QByteArray &body, const QByteArrayList &headers)
{
    QByteArray request = "POST " + target(url) + " HTTP/1.1\r\nHost: " + host(url) + "\r\n";
    for (const QByteArray &line : headers)
        request += line + "\r\n";
    return request + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace support
