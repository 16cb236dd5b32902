// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/curlcommand.h"

#include "core/net/secretheader.h"
#include "core/net/shellquote.h"
#include "core/transfer/nativepath.h"

#include <QUrlQuery>

namespace transfer {
namespace {

constexpr char secret[] = "<secret>";

/// Lines of "--option value", each a word or two of the shell's.
class Command final
{
public:
    void add(const char *option) { m_text += QByteArray(" \\\n  ") + option; }
    void add(const char *option, const QByteArray &value)
    {
        add(option);
        m_text += ' ' + net::shellQuoted(value);
    }
    void add(const char *option, const QString &value)
    {
        if (!value.isEmpty())
            add(option, toNativePath(value));
    }
    void word(const QByteArray &value) { m_text += ' ' + net::shellQuoted(value); }

    [[nodiscard]] QString text() const { return QString::fromUtf8(m_text); }

private:
    QByteArray m_text = "curl";
};

/// Within a value of --form, where ";" and "," mean something.
QByteArray inForm(QByteArray value)
{
    return '"' + value.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

QByteArray maskedUrl(const QUrl &url)
{
    QUrl shown = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    QUrlQuery query(shown);
    QList<std::pair<QString, QString>> items = query.queryItems(QUrl::FullyEncoded);
    bool isChanged = false;
    for (auto &[name, value] : items) {
        if (value.isEmpty() || !net::isSecretName(name.toUtf8()))
            continue;
        value = QString::fromLatin1(secret);
        isChanged = true;
    }
    if (isChanged) { // Else it stays to the letter: signatures may be over it.
        query.setQueryItems(items);
        shown.setQuery(query);
    }
    return shown.toEncoded();
}

void addForm(Command &command, const UploadTarget &target, const UploadRecord &record)
{
    for (const auto &[name, value] : target.form) {
        const bool isSecret = !value.isEmpty() && net::isSecretName(name.toUtf8());
        command.add("--form-string", name.toUtf8() + '=' + (isSecret ? QByteArray(secret) : value.toUtf8()));
    }
    if (!target.pathField.isEmpty()) {
        const QString path = record.relativePath.isEmpty() ? record.name : record.relativePath;
        command.add("--form-string", target.pathField.toUtf8() + '=' + printable(path).toUtf8());
    }
    command.add("--form",
                target.field.toUtf8() + "=@" + inForm(toNativePath(record.path)) + ";filename="
                    + inForm(printable(record.name).toUtf8()) + ";type=application/octet-stream");
}

void addHeaders(Command &command, const net::Endpoint &endpoint)
{
    command.add("--header", QByteArray("Expect:"));
    for (const net::Header &header : endpoint.headers) {
        const QByteArray value = net::maskedValue(header, secret);
        command.add("--header", header.first + (value.isEmpty() ? QByteArray(";") : ": " + value));
    }
    const QString user = endpoint.transport.user.isEmpty() ? endpoint.url.userName(QUrl::FullyDecoded)
                                                           : endpoint.transport.user;
    if (!user.isEmpty())
        command.add("--user", user.toUtf8());
}

QByteArray seconds(std::chrono::milliseconds time)
{
    return QByteArray::number(static_cast<double>(time.count()) / 1000);
}

void addTransport(Command &command, const net::TransportOptions &transport)
{
    const net::TransportOptions usual;
    command.add("--cacert", transport.caFile);
    command.add("--cert", transport.certFile);
    command.add("--key", transport.keyFile);
    if (!transport.keyPassword.isEmpty())
        command.add("--pass", QByteArray(secret));
    if (!transport.verifyTls)
        command.add("--insecure");
    if (!transport.proxy.isEmpty()) {
        QUrl proxy = transport.proxy;
        if (!proxy.password().isEmpty())
            proxy.setPassword(QString::fromLatin1(secret));
        command.add("--proxy", proxy.toEncoded());
    }
    if (transport.connectTimeout != usual.connectTimeout && transport.connectTimeout.count() > 0)
        command.add("--connect-timeout", seconds(transport.connectTimeout));
    if (transport.totalTimeout.count() > 0)
        command.add("--max-time", seconds(transport.totalTimeout));
    if (transport.resendBodyOnRedirect)
        command.add("--location");
}

} // namespace

QString curlCommand(const UploadTarget &target, const UploadRecord &record)
{
    const QByteArray url = maskedUrl(target.endpoint.url);
    Command command;
    command.word(url);
    if (url.contains('{') || url.contains('[')) // curl would take them for patterns
        command.add("--globoff");
    addForm(command, target, record);
    addHeaders(command, target.endpoint);
    addTransport(command, target.endpoint.transport);
    return command.text();
}

} // namespace transfer
