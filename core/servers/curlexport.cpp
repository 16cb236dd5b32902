// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/curlexport.h"

#include "core/base/shellquote.h"
#include "core/net/endpoint.h"
#include "core/servers/formargument.h"
#include "core/servers/shellwords.h"
#include "core/transfer/nativepath.h"

#include <QCoreApplication>

#include <algorithm>

namespace servers {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(servers::CurlExport)
};

constexpr qsizetype longestLine = 100;

/// "X-Api-Key" as TIDEMARK_X_API_KEY.
QString variableFor(const QString &name)
{
    QString variable = QStringLiteral("TIDEMARK_");
    for (const QChar c : name)
        variable += c.unicode() < 0x80 && c.isLetterOrNumber() ? c.toUpper() : QChar(u'_');
    return variable;
}

class Exporter final
{
public:
    Exporter(const ServerProfile &profile, SecretsIn secrets, const CurlLikeness &likeness)
        : m_profile(profile)
        , m_likeness(likeness)
        , m_secrets(secrets)
    {
    }

    CurlExport run(const QString &file)
    {
        addCredentials();
        addTls();
        addProxy();
        addLimits();
        addHeaders();
        addContent(file.isEmpty() ? QStringLiteral("FILE") : file);
        addAddress(file);
        noteWhatDiffersByFile();
        m_export.command = joined();
        return m_export;
    }

private:
    void add(const QString &option, const QString &value)
    {
        m_parts.append(option + u' ' + quoteForShell(value));
    }
    /// A word of bytes: the name of a file need not be text.
    void addBytes(const QString &option, const QByteArray &value)
    {
        m_parts.append(option + u' ' + QString::fromUtf8(base::shellQuoted(value)));
    }
    /// `before` and a secret as one word.
    void addSecret(const QString &option, const QString &before, const QString &variable,
                   const QString &secret)
    {
        if (m_secrets == SecretsIn::Plain) {
            add(option, before + secret);
            return;
        }
        const QString quoted = before.isEmpty() ? QString() : quoteForShell(before);
        m_parts.append(option + u' ' + quoted + QLatin1String("\"$") + variable + u'"');
    }

    void addCredentials()
    {
        switch (m_profile.auth) {
        case Auth::None:
            return;
        case Auth::Bearer:
            addSecret(QStringLiteral("-H"), QStringLiteral("Authorization: Bearer "),
                      QStringLiteral("TIDEMARK_TOKEN"), m_profile.token);
            return;
        case Auth::Digest:
            m_parts.append(QStringLiteral("--digest"));
            break;
        case Auth::Basic:
            break;
        }
        addSecret(QStringLiteral("-u"), m_profile.user + u':', QStringLiteral("TIDEMARK_PASSWORD"),
                  m_profile.password);
    }

    void addTls()
    {
        if (!m_profile.caFile.isEmpty())
            add(QStringLiteral("--cacert"), m_profile.caFile);
        if (!m_profile.crlFile.isEmpty())
            add(QStringLiteral("--crlfile"), m_profile.crlFile);
        if (!m_profile.certFile.isEmpty()) {
            QString file = m_profile.certFile; // a colon would begin the password
            add(QStringLiteral("--cert"),
                file.replace(u'\\', QLatin1String("\\\\")).replace(u':', QLatin1String("\\:")));
        }
        if (net::isPkcs12(m_profile.certFile))
            m_parts.append(QStringLiteral("--cert-type P12"));
        if (!m_profile.keyFile.isEmpty())
            add(QStringLiteral("--key"), m_profile.keyFile);
        if (!m_profile.keyPassword.isEmpty())
            addSecret(QStringLiteral("--pass"), {}, QStringLiteral("TIDEMARK_KEY_PASSWORD"),
                      m_profile.keyPassword);
        if (!m_likeness.verifiesTls)
            m_parts.append(QStringLiteral("--insecure"));
        if (!m_profile.trustedCertificate.isEmpty())
            m_export.notes.append(
                Text::tr("curl knows no exception for one certificate: save it and name it with "
                         "--cacert"));
    }

    void addProxy()
    {
        if (m_profile.proxy.isEmpty())
            return;
        add(QStringLiteral("-x"), QString::fromLatin1(m_profile.proxy.toEncoded()));
        if (!m_profile.proxyUser.isEmpty())
            addSecret(QStringLiteral("-U"), m_profile.proxyUser + u':',
                      QStringLiteral("TIDEMARK_PROXY_PASSWORD"), m_profile.proxyPassword);
    }

    /// Of one upload that was made they are known, and so part of the command.
    void noteWhatDiffersByFile()
    {
        const transfer::UploadTarget target = targetOf(m_profile);
        if (isAlike())
            return;
        if (!target.digestField.isEmpty() || target.sendsReprDigest)
            m_export.notes.append(Text::tr("curl computes no SHA-256 of the file: none is sent"));
        if (target.sendsIdempotencyKey)
            m_export.notes.append(
                Text::tr("curl makes no Idempotency-Key: add one with -H, another one for every file"));
    }

    void addSeconds(const char *option, std::chrono::milliseconds time)
    {
        m_parts.append(QLatin1String(option) + u' '
                       + QString::number(static_cast<double>(time.count()) / 1000.0, 'g', 12));
    }

    void addLimits()
    {
        const Limits &limits = m_profile.limits;
        const Limits usual;
        if (limits.bytesPerSecond > 0)
            m_parts.append(QStringLiteral("--limit-rate %1").arg(limits.bytesPerSecond));
        if (limits.connectTimeout != usual.connectTimeout)
            addSeconds("--connect-timeout", limits.connectTimeout);
        if (limits.totalTimeout.count() > 0)
            addSeconds("--max-time", limits.totalTimeout);
        if (limits.stallTimeout != usual.stallTimeout && limits.stallTimeout.count() > 0) {
            m_parts.append(QStringLiteral("--speed-limit 1"));
            // curl counts whole seconds
            m_parts.append(QStringLiteral("--speed-time %1")
                               .arg(std::chrono::ceil<std::chrono::seconds>(limits.stallTimeout).count()));
        }
        if (limits.retries != usual.retries)
            m_parts.append(QStringLiteral("--retry %1").arg(limits.retries));
        if (m_profile.followsRedirects)
            m_parts.append(QStringLiteral("-L"));
    }

    void addHeaders()
    {
        if (isAlike()) // curl would wait for a "100 Continue" before larger bodies
            add(QStringLiteral("-H"), QStringLiteral("Expect:"));
        for (const NamedValue &header : m_profile.headers)
            addHeader(header);
        const bool hasType = std::ranges::any_of(m_profile.headers, [](const NamedValue &header) {
            return header.name.compare(QLatin1String("Content-Type"), Qt::CaseInsensitive) == 0;
        });
        if (isAlike() && m_profile.method == Method::Put && !hasType)
            add(QStringLiteral("-H"), QStringLiteral("Content-Type: application/octet-stream"));
    }

    void addHeader(const NamedValue &header)
    {
        if (header.isSecret)
            addSecret(QStringLiteral("-H"), header.name + QLatin1String(": "), variableFor(header.name),
                      header.value);
        else // "Name;" is curl's way to send one without a value
            add(QStringLiteral("-H"),
                header.name
                    + (header.value.isEmpty() ? QStringLiteral(";")
                                              : QString(QLatin1String(": ") + header.value)));
    }

    void addContent(const QString &file)
    {
        if (m_profile.method == Method::Put) {
            addBytes(QStringLiteral("-T"), transfer::toNativePath(file));
            return;
        }
        // Literally, whatever is in it: -F would take "@" and ";" for its own.
        for (const NamedValue &field : m_profile.form) {
            if (field.isSecret)
                addSecret(QStringLiteral("--form-string"), field.name + u'=', variableFor(field.name),
                          field.value);
            else
                add(QStringLiteral("--form-string"), field.name + u'=' + field.value);
        }
        QByteArray part = m_profile.field.toUtf8() + "=@" + quoteFormFile(transfer::toNativePath(file));
        if (isAlike())
            part += ";filename=" + quoteFormFile(transfer::printable(m_likeness.name).toUtf8())
                + ";type=application/octet-stream";
        addBytes(QStringLiteral("-F"), part);
    }

    void addAddress(const QString &file)
    {
        const QString address = QString::fromLatin1(m_profile.url.toEncoded());
        const bool isNamePattern
            = m_profile.method == Method::Put && (file.contains(u'[') || file.contains(u'{'));
        if (address.contains(u'[') || address.contains(u'{') || isNamePattern) // curl would count
            m_parts.append(QStringLiteral("-g"));
        m_parts.append(quoteForShell(address));
    }

    [[nodiscard]] bool isAlike() const { return !m_likeness.name.isEmpty(); }

    [[nodiscard]] QString joined() const
    {
        const QString line = QLatin1String("curl ") + m_parts.join(u' ');
        return line.size() <= longestLine ? line
                                          : QLatin1String("curl ") + m_parts.join(QLatin1String(" \\\n  "));
    }

    const ServerProfile &m_profile;
    const CurlLikeness &m_likeness;
    const SecretsIn m_secrets;
    QStringList m_parts;
    CurlExport m_export;
};

} // namespace

base::Result<CurlExport> exportCurl(const ServerProfile &profile, const QString &file, SecretsIn secrets,
                                    const CurlLikeness &likeness)
{
    if (profile.method == Method::Tus)
        return base::Error{
            base::ErrorKind::NotFound,
            Text::tr("an upload by tus takes several requests, so it cannot be one curl command"),
            0,
            {}};
    return Exporter(profile, secrets, likeness).run(file);
}

} // namespace servers
