// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nginxserver.h"

#include "tests/support/rawhttp.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>

namespace support {

namespace {
// A second server behind a local socket, because nginx itself answers before it has read a body unless it
// passes the request on.
constexpr char configuration[] = R"(daemon off;
master_process off;
pid %FOLDER%/pid;
error_log stderr;
events {
    worker_connections 512;
}
http {
    access_log off;
    client_body_temp_path %FOLDER%/body;
    proxy_temp_path %FOLDER%/proxy;
    fastcgi_temp_path %FOLDER%/fastcgi;
    uwsgi_temp_path %FOLDER%/uwsgi;
    scgi_temp_path %FOLDER%/scgi;
    %READY%
    server {
        listen 127.0.0.1:%PORT%%SSL%;
        %TLS%
        client_max_body_size %LIMIT%;
        location = /ready { return 200 "%FOLDER%"; }
        location /dav/ {
            root %FOLDER%;
            dav_methods PUT;
            create_full_put_path on;
        }
        location /static/ { root %FOLDER%; }
        location / { %SERVICE% }
    }
    server {
        listen unix:%FOLDER%/behind;
        client_max_body_size 0;
        default_type text/plain;
        location / { return 201 "stored\n"; }
    }
}
)";

QString nginx()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("nginx"));
    return found.isEmpty() ? QStringLiteral("/usr/sbin/nginx") : found; // not in everybody's PATH
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}
} // namespace

bool NginxServer::start(const QString &bodyLimit)
{
    // Between finding a free port and using it somebody else may take it.
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (startOn(freePort(), bodyLimit))
            return true;
    }
    return false;
}

bool NginxServer::startBefore(const QUrl &service, Bodies bodies)
{
    m_service = "proxy_pass http://127.0.0.1:" + QByteArray::number(service.port())
        + "; proxy_request_buffering " + (bodies == Bodies::Kept ? "on" : "off")
        + "; proxy_http_version 1.1;";
    return start(QStringLiteral("0")); // no limit
}

bool NginxServer::startTls(const Tls &tls)
{
    // Old versions of TLS need what Debian's OpenSSL otherwise forbids.
    m_tls = "ssl_certificate " + tls.certificate.toUtf8() + "; ssl_certificate_key " + tls.key.toUtf8()
        + "; ssl_protocols " + tls.versions.toUtf8() + "; ssl_ciphers DEFAULT@SECLEVEL=0;";
    if (!tls.clientAuthority.isEmpty())
        m_tls += "ssl_verify_client on; ssl_client_certificate " + tls.clientAuthority.toUtf8() + ';';
    return start();
}

bool NginxServer::startOn(quint16 port, const QString &bodyLimit)
{
    QByteArray text(configuration);
    m_readyPort = m_tls.isEmpty() ? port : freePort();
    const QByteArray ready = "server { listen 127.0.0.1:" + QByteArray::number(m_readyPort)
        + "; location = /ready { return 200 \"%FOLDER%\"; } }";
    text.replace("%READY%", m_tls.isEmpty() ? QByteArray() : ready);
    text.replace("%SSL%", m_tls.isEmpty() ? "" : " ssl");
    text.replace("%TLS%", m_tls);
    text.replace("%SERVICE%", m_service.isEmpty() ? "proxy_pass http://unix:%FOLDER%/behind:;" : m_service);
    text.replace("%FOLDER%", m_folder.path().toUtf8());
    text.replace("%PORT%", QByteArray::number(port));
    text.replace("%LIMIT%", bodyLimit.toUtf8());
    QFile file(m_folder.filePath(QStringLiteral("nginx.conf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush()) {
        m_failure = file.errorString();
        return false;
    }
    m_port = port;
    m_process.kill();
    QFile::remove(m_folder.filePath(QStringLiteral("behind"))); // left by a previous attempt
    QDir(m_folder.path()).mkdir(QStringLiteral("dav"));
    if (!m_process.start(nginx(),
                         {QStringLiteral("-e"), QStringLiteral("stderr"), QStringLiteral("-p"),
                          m_folder.path(), QStringLiteral("-c"), file.fileName()})) {
        m_failure = m_process.failure();
        return false;
    }
    // It does not say when it is ready. Only ours knows the folder.
    const QDeadlineTimer deadline(20'000);
    while (!m_process.hasEndedWithin(20) && !deadline.hasExpired()) {
        const QUrl page(QStringLiteral("http://127.0.0.1:%1/ready").arg(m_readyPort), QUrl::StrictMode);
        if (get(page).body == m_folder.path().toUtf8())
            return true;
    }
    m_failure = QString::fromUtf8(m_process.complaints());
    return false;
}

QString NginxServer::stored(const QString &name) const
{
    return m_folder.filePath(QStringLiteral("dav/") + name);
}

QUrl NginxServer::url(const QString &path) const
{
    const QString scheme = m_tls.isEmpty() ? QStringLiteral("http") : QStringLiteral("https");
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3").arg(scheme).arg(m_port).arg(path), QUrl::StrictMode);
}

} // namespace support
