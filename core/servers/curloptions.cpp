// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/curloptions.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace servers {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(servers::CurlImport)
};

struct Known
{
    const char *name;
    char letter; ///< 0: none.
    bool takesValue;
};

// Of curl 7.88 and 8: what an upload may have, and what people leave in commands.
constexpr std::array options{
    Known{"anyauth", 0, false},
    Known{"basic", 0, false},
    Known{"cacert", 0, true},
    Known{"capath", 0, true},
    Known{"cert", 'E', true},
    Known{"cert-type", 0, true},
    Known{"ciphers", 0, true},
    Known{"compressed", 0, false},
    Known{"config", 'K', true},
    Known{"connect-timeout", 0, true},
    Known{"connect-to", 0, true},
    Known{"cookie", 'b', true},
    Known{"cookie-jar", 'c', true},
    Known{"create-dirs", 0, false},
    Known{"crlfile", 0, true},
    Known{"data", 'd', true},
    Known{"data-ascii", 0, true},
    Known{"data-binary", 0, true},
    Known{"data-raw", 0, true},
    Known{"data-urlencode", 0, true},
    Known{"digest", 0, false},
    Known{"dump-header", 'D', true},
    Known{"expect100-timeout", 0, true},
    Known{"fail", 'f', false},
    Known{"fail-with-body", 0, false},
    Known{"form", 'F', true},
    Known{"form-string", 0, true},
    Known{"get", 'G', false},
    Known{"globoff", 'g', false},
    Known{"head", 'I', false},
    Known{"header", 'H', true},
    Known{"http1.0", '0', false},
    Known{"http1.1", 0, false},
    Known{"http2", 0, false},
    Known{"include", 'i', false},
    Known{"insecure", 'k', false},
    Known{"interface", 0, true},
    Known{"ipv4", '4', false},
    Known{"ipv6", '6', false},
    Known{"json", 0, true},
    Known{"key", 0, true},
    Known{"key-type", 0, true},
    Known{"limit-rate", 0, true},
    Known{"location", 'L', false},
    Known{"location-trusted", 0, false},
    Known{"max-redirs", 0, true},
    Known{"max-time", 'm', true},
    Known{"negotiate", 0, false},
    Known{"netrc", 'n', false},
    Known{"no-buffer", 'N', false},
    Known{"noproxy", 0, true},
    Known{"ntlm", 0, false},
    Known{"oauth2-bearer", 0, true},
    Known{"output", 'o', true},
    Known{"parallel", 'Z', false},
    Known{"parallel-max", 0, true},
    Known{"pass", 0, true},
    Known{"pinnedpubkey", 0, true},
    Known{"progress-bar", '#', false},
    Known{"proto-default", 0, true},
    Known{"proxy", 'x', true},
    Known{"proxy-header", 0, true},
    Known{"proxy-user", 'U', true},
    Known{"referer", 'e', true},
    Known{"remote-name", 'O', false},
    Known{"request", 'X', true},
    Known{"request-target", 0, true},
    Known{"resolve", 0, true},
    Known{"retry", 0, true},
    Known{"retry-all-errors", 0, false},
    Known{"retry-connrefused", 0, false},
    Known{"retry-delay", 0, true},
    Known{"retry-max-time", 0, true},
    Known{"show-error", 'S', false},
    Known{"silent", 's', false},
    Known{"speed-limit", 'Y', true},
    Known{"speed-time", 'y', true},
    Known{"stderr", 0, true},
    Known{"tlsv1.2", 0, false},
    Known{"tlsv1.3", 0, false},
    Known{"trace", 0, true},
    Known{"trace-ascii", 0, true},
    Known{"unix-socket", 0, true},
    Known{"upload-file", 'T', true},
    Known{"url", 0, true},
    Known{"url-query", 0, true},
    Known{"user", 'u', true},
    Known{"user-agent", 'A', true},
    Known{"verbose", 'v', false},
    Known{"write-out", 'w', true},
};

Error malformed(const QString &why)
{
    return {ErrorKind::Malformed, why, 0, {}};
}

/// Quotes nothing that may be a secret.
QString noCurl(const QString &word)
{
    static constexpr std::array programs{"wget", "http", "https", "xh", "sudo", "env", "time"};
    if (std::ranges::any_of(programs, [&](const char *known) { return word == QLatin1String(known); }))
        return Text::tr("it begins with “%1”, not with curl").arg(word);
    const qsizetype equals = word.indexOf(u'=');
    return equals > 0
        ? Text::tr("it begins with a variable, “%1=”; give the curl command alone").arg(word.left(equals))
        : Text::tr("it does not begin with curl");
}

const Known *byName(const QString &name)
{
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const Known &known) { return name == QLatin1String(known.name); });
    return found == options.end() ? nullptr : &*found;
}

const Known *byLetter(QChar letter)
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const Known &known) {
        return known.letter && letter == QLatin1Char(known.letter);
    });
    return found == options.end() ? nullptr : &*found;
}

class Parser final
{
public:
    explicit Parser(const QList<ShellWord> &words)
        : m_words(words)
    {
    }

    Result<QList<CurlOption>> parse()
    {
        bool areOptionsOver = false;
        while (m_at < m_words.size() && m_mistake.isEmpty()) {
            const ShellWord &word = m_words[m_at++];
            if (areOptionsOver || !word.text.startsWith(u'-') || word.text == QLatin1String("-"))
                m_found.append({QStringLiteral("url"), {}, word});
            else if (word.text == QLatin1String("--"))
                areOptionsOver = true;
            else if (word.text.startsWith(QLatin1String("--")))
                takeLong(word);
            else
                takeShort(word);
        }
        if (!m_mistake.isEmpty())
            return malformed(m_mistake);
        return m_found;
    }

private:
    void takeLong(const ShellWord &word)
    {
        const Known *known = byName(word.text.sliced(2));
        if (!known)
            appendUnknown(word.text.section(u'=', 0, 0)); // curl knows no such way to say a value; people do
        else
            append(*known, word.text, {});
    }

    void takeShort(const ShellWord &word)
    {
        for (qsizetype i = 1; i < word.text.size() && m_mistake.isEmpty(); ++i) {
            const QString typed = u'-' + QString(word.text[i]);
            const Known *known = byLetter(word.text[i]);
            if (!known) {
                appendUnknown(typed);
                return;
            }
            const QString rest = word.text.sliced(i + 1);
            append(*known, typed, known->takesValue ? ShellWord{rest, word.unknown} : ShellWord());
            if (known->takesValue)
                return;
        }
    }

    void append(const Known &known, const QString &typed, ShellWord value)
    {
        if (known.takesValue && value.text.isEmpty()) {
            if (m_at >= m_words.size()) {
                m_mistake = Text::tr("%1 lacks its value").arg(typed);
                return;
            }
            value = m_words[m_at++];
        }
        m_found.append({QLatin1String(known.name), typed, value});
    }

    /// Whether the next word belongs to it is a guess: it does, unless it is an option or an address.
    void appendUnknown(const QString &typed)
    {
        CurlOption option{{}, typed, {}};
        const bool isLast = m_at >= m_words.size();
        if (!isLast && !m_words[m_at].text.startsWith(u'-')
            && !m_words[m_at].text.contains(QLatin1String("://")))
            option.value = m_words[m_at++];
        m_found.append(option);
    }

    const QList<ShellWord> &m_words;
    qsizetype m_at = 0;
    QList<CurlOption> m_found;
    QString m_mistake;
};

} // namespace

CertificateArgument parseCertificate(const QString &value)
{
    CertificateArgument certificate;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u':') {
            certificate.passphrase = value.mid(i + 1);
            break;
        }
        if (value[i] == u'\\' && i + 1 < value.size() && (value[i + 1] == u':' || value[i + 1] == u'\\'))
            ++i;
        certificate.file += value[i];
    }
    return certificate;
}

QUrl parseAddress(const QString &value)
{
    const QString text = value.contains(QLatin1String("://")) ? value : QLatin1String("http://") + value;
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() ? url : QUrl(text, QUrl::TolerantMode);
}

bool isWithoutMeaning(const QString &name)
{
    static constexpr std::array names{
        "silent", "show-error",     "verbose",   "include", "fail",     "progress-bar", "no-buffer",
        "output", "fail-with-body", "write-out", "globoff", "parallel", "basic",        "expect100-timeout"};
    return std::any_of(names.begin(), names.end(),
                       [&](const char *known) { return name == QLatin1String(known); });
}

bool readsFile(const CurlOption &data)
{
    if (data.name == QLatin1String("data-raw"))
        return false;
    const QString &text = data.value.text;
    const qsizetype at = text.indexOf(u'@'); // name@file is for --data-urlencode, unless there is name=value
    return at == 0
        || (at > 0 && data.name == QLatin1String("data-urlencode") && !text.left(at).contains(u'='));
}

Result<QList<CurlOption>> parseCurlOptions(const QList<ShellWord> &words)
{
    QList<ShellWord> rest = words;
    if (!rest.isEmpty() && rest.constFirst().text == QLatin1String("$")) // the prompt came along
        rest.removeFirst();
    if (rest.isEmpty())
        return malformed(Text::tr("there is nothing; it has to be a command that begins with curl"));
    const QString program = rest.takeFirst().text.section(u'/', -1);
    if (program != QLatin1String("curl") && program != QLatin1String("curl.exe"))
        return malformed(noCurl(program));
    return Parser(rest).parse();
}

} // namespace servers
