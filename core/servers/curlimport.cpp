// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/curlimport.h"

#include "core/base/units.h"
#include "core/net/endpoint.h"
#include "core/servers/curloptions.h"
#include "core/servers/formargument.h"
#include "core/transfer/uploadqueue.h"
#include "core/transfer/uploadtemplate.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace servers {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(servers::CurlImport)
};

/// Only the shell knows the value: it has to be typed in.
bool isUnknown(const ShellWord &word)
{
    return !word.unknown.isEmpty();
}

bool changesAddress(const QString &name)
{
    static constexpr std::array names{"url-query",  "request-target", "proto-default",
                                      "connect-to", "resolve",        "unix-socket"};
    return std::ranges::any_of(names, [&](const char *known) { return name == QLatin1String(known); });
}

/// As curl sees it: the brackets around a host are an IPv6 address.
bool isGlob(const QString &address)
{
    static const QRegularExpression host(
        QStringLiteral("^([A-Za-z]+://)?([^/?#]*@)?\\[[0-9A-Fa-f:.]*:[^\\]]*\\]"));
    static const QRegularExpression marks(QStringLiteral("[][{}]"));
    return QString(address).remove(host).contains(marks);
}

class Importer final
{
public:
    Result<CurlImport> run(const QList<CurlOption> &options)
    {
        m_import.profile = newProfile();
        m_isGlobbing = std::ranges::none_of(
            options, [](const CurlOption &option) { return option.name == QLatin1String("globoff"); });
        for (const CurlOption &option : options) {
            if (isUnknown(option.value))
                refuse(Text::tr("%1 uses the variable %2 of the shell, which is not set here: export it, "
                                "or write its value")
                           .arg(option.typed.isEmpty() ? Text::tr("the address") : option.typed,
                                option.value.unknown));
            if (option.name == QLatin1String("url"))
                takeUrl(option.value.text);
            else
                take(option);
        }
        if (m_error.kind != ErrorKind::None)
            return m_error;
        conclude();
        if (m_error.kind != ErrorKind::None)
            return m_error;
        if (const auto done = check(m_import.profile); !done)
            return done.error();
        return m_import;
    }

private:
    void take(const CurlOption &option);
    bool takeContent(const CurlOption &option);
    bool takeCredentials(const CurlOption &option);
    bool takeTls(const CurlOption &option);
    bool takeLimit(const CurlOption &option);
    void takeUrl(const QString &given);
    void noteTemplates(const QString &where, const QStringList &marks);
    void takeForm(const CurlOption &option);
    void takeFormFiles(const CurlOption &option, const FormArgument &form);
    void takeData(const CurlOption &option);
    void takeHeader(const ShellWord &header);
    bool takeAuthorization(const QString &value, bool isKnown);
    void takeUser(const ShellWord &word, QString &user, QString &password, const QString &withoutPassword);
    void takeProxy(const QString &given);
    void takeCertificate(const ShellWord &word);
    void takeSeconds(const CurlOption &option, std::chrono::milliseconds &limit);
    void conclude();
    void concludeMethod();

    void note(const QString &text)
    {
        if (!m_import.notes.contains(text))
            m_import.notes.append(text);
    }
    /// For whoever sends without asking; who is asked reads it as a note.
    void refuse(const QString &text)
    {
        if (!m_import.obstacles.contains(text))
            m_import.obstacles.append(text);
    }
    void fail(const QString &why, ErrorKind kind = ErrorKind::Malformed)
    {
        if (m_error.kind == ErrorKind::None)
            m_error = {kind, why, 0, {}};
    }

    ServerProfile &profile() { return m_import.profile; }

    CurlImport m_import;
    Error m_error;
    QString m_verb; ///< Of -X.
    QString m_rawBy; ///< The option that sends a bare content.
    QString m_certType;
    bool m_hasForm = false;
    bool m_isDigest = false;
    bool m_isGlobbing = true; ///< curl makes several addresses of "[1-3]" and "{a,b}".
    bool m_hasUser = false;
    bool m_isForeignAuth = false; ///< Of a kind that shows no password, and is not known here.
};

void Importer::take(const CurlOption &option)
{
    if (takeContent(option) || takeCredentials(option) || takeTls(option) || takeLimit(option)
        || isWithoutMeaning(option.name))
        return;
    if (option.name.isEmpty())
        note(Text::tr("“%1” is not known here and not taken over").arg(option.typed));
    else
        note(Text::tr("%1 is not taken over: it has no counterpart here").arg(option.typed));
}

bool Importer::takeContent(const CurlOption &option)
{
    const QString &name = option.name;
    if (name == QLatin1String("request")) {
        m_verb = option.value.text.toUpper();
    } else if (name == QLatin1String("form") || name == QLatin1String("form-string")) {
        takeForm(option);
    } else if (name == QLatin1String("upload-file")) {
        m_rawBy = option.typed;
        m_import.files.append(option.value.text);
    } else if (name.startsWith(QLatin1String("data")) || name == QLatin1String("json")) {
        takeData(option);
    } else if (name == QLatin1String("header")) {
        takeHeader(option.value);
    } else if (name == QLatin1String("user-agent")) {
        profile().headers.append({QStringLiteral("User-Agent"), option.value.text, false});
    } else if (name == QLatin1String("referer")) {
        profile().headers.append({QStringLiteral("Referer"), option.value.text, false});
    } else if (name == QLatin1String("cookie")) {
        if (option.value.text.contains(u'='))
            takeHeader({QStringLiteral("Cookie: ") + option.value.text, option.value.unknown});
        else
            refuse(Text::tr("%1 names a file of cookies, which is not read: write -b 'name=value'")
                       .arg(option.typed));
    } else if (name == QLatin1String("location") || name == QLatin1String("location-trusted")) {
        profile().followsRedirects = true;
    } else if (changesAddress(name)) {
        refuse(Text::tr("%1 makes curl ask for another address than the one that is written there, or "
                        "elsewhere; write the address as it is to be asked for")
                   .arg(option.typed));
    } else if (name == QLatin1String("config")) {
        refuse(Text::tr("%1 reads more options from a file, which is not read here: write them into "
                        "the command")
                   .arg(option.typed));
    } else {
        return false;
    }
    return true;
}

void Importer::takeUrl(const QString &given)
{
    if (!profile().url.isEmpty()) {
        note(Text::tr("only the first address is taken over; there is more than one"));
        return;
    }
    if (m_isGlobbing && isGlob(given))
        refuse(Text::tr("the address holds brackets or braces, of which curl makes other addresses: write it "
                        "out, or add -g if it is meant as it stands"));
    QUrl url = parseAddress(given);
    if (!url.isValid() || url.host().isEmpty()) {
        fail(Text::tr("the address in it is not one"), ErrorKind::BadUrl);
        return;
    }
    url.setFragment({}); // curl does not send it either
    if (!url.userName().isEmpty()) {
        m_hasUser = true;
        profile().user = url.userName(QUrl::FullyDecoded);
        profile().password = url.password(QUrl::FullyDecoded);
        url.setUserInfo({});
    }
    if (url.path().isEmpty())
        url.setPath(QStringLiteral("/"));
    profile().url = url;
    noteTemplates(Text::tr("the address"), transfer::marksIn(url));
}

/// There is no way to write them so that they stay what they are.
void Importer::noteTemplates(const QString &where, const QStringList &marks)
{
    for (const QString &mark : marks)
        note(Text::tr("“%1” in %2 becomes another text with each upload, which curl would not send")
                 .arg(mark, where));
}

void Importer::takeForm(const CurlOption &option)
{
    m_hasForm = true;
    const QString &text = option.value.text;
    if (option.name == QLatin1String("form-string")) {
        const QString name = text.section(u'=', 0, 0), value = text.section(u'=', 1);
        if (name.isEmpty() || name.size() == text.size())
            fail(Text::tr("what follows %1 is not of the form name=value").arg(option.typed));
        profile().form.append({name, value, isSecretName(name)});
        noteTemplates(Text::tr("the field %1").arg(name), transfer::marksIn(value));
        return;
    }
    const auto form = parseFormArgument(text);
    if (!form) {
        fail(Text::tr("what follows %1 is not of the form name=value or name=@file").arg(option.typed));
        return;
    }
    for (const QString &attribute : form->attributes) {
        if (attribute.startsWith(u'<'))
            refuse(Text::tr("the field %1 is read from a file by curl, and not here: write its value "
                            "as %2 '%1=…', or %2 '%1=@file' if that is the file to be uploaded")
                       .arg(form->name, option.typed));
        else if (form->files.isEmpty())
            note(Text::tr("“%1” of the field %2 is not taken over: it is sent as plain text")
                     .arg(shownAttribute(attribute), form->name));
        else
            note(Text::tr("“%1” of the field %2 is not taken over: files go under their own names, as "
                          "application/octet-stream")
                     .arg(shownAttribute(attribute), form->name));
    }
    noteTemplates(Text::tr("the field %1").arg(form->name), transfer::marksIn(form->value));
    if (!form->files.isEmpty())
        takeFormFiles(option, *form);
    else
        profile().form.append({form->name, isUnknown(option.value) ? QString() : form->value,
                               isUnknown(option.value) || isSecretName(form->name)});
}

void Importer::takeFormFiles(const CurlOption &option, const FormArgument &form)
{
    if (m_import.files.isEmpty())
        profile().field = form.name;
    else if (form.name != profile().field)
        note(Text::tr(
                 "the file of the second field %1 is sent in the field %2, too: there is one for all files")
                 .arg(form.name, profile().field));
    if (form.files.size() + m_import.files.size() > 1)
        note(Text::tr("each file is sent in a request of its own, where curl would send all in one"));
    for (const QString &file : form.files) {
        if (file == QLatin1String("-"))
            refuse(Text::tr("%1 sends what it reads from standard input, not a file").arg(option.typed));
        else
            m_import.files.append(file);
    }
}

void Importer::takeData(const CurlOption &option)
{
    const QString &text = option.value.text;
    const bool isBinary = option.name == QLatin1String("data-binary");
    if (!isBinary || !text.startsWith(u'@') || text == QLatin1String("@-")) {
        refuse(readsFile(option)
                   ? Text::tr("%1 sends what it reads from a file as the fields of a form, and not "
                              "the file; to upload the file itself write -F 'file=@…', or -T …")
                         .arg(option.typed)
                   : Text::tr("%1 sends a text that stands in the command; here files are sent")
                         .arg(option.typed));
        return;
    }
    m_rawBy = option.typed;
    m_import.files.append(text.mid(1));
    if (m_verb.isEmpty())
        m_verb = QStringLiteral("POST");
}

void Importer::takeHeader(const ShellWord &header)
{
    const QString &text = header.text;
    if (text.startsWith(u'@')) {
        refuse(Text::tr("the headers in the file %1 are not read; write them as -H 'Name: value'")
                   .arg(text.mid(1)));
        return;
    }
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0 && text.endsWith(u';')) { // curl's way to send one without a value
        profile().headers.append({text.chopped(1).trimmed(), {}, false});
        return;
    }
    const QString name = text.left(std::max<qsizetype>(colon, 0)).trimmed();
    const QString value = text.mid(colon + 1).trimmed();
    if (colon < 1) {
        fail(Text::tr("what follows -H is not of the form 'Name: value'"));
    } else if (name.compare(QLatin1String("Expect"), Qt::CaseInsensitive) == 0 && value.isEmpty()) {
        return; // none is sent here
    } else if (value.isEmpty()) {
        note(Text::tr("-H '%1:' takes a header away that curl would send; Tidemark may not send it")
                 .arg(name));
    } else if (name.compare(QLatin1String("Content-Type"), Qt::CaseInsensitive) == 0
               && value.startsWith(QLatin1String("multipart/"), Qt::CaseInsensitive)) {
        note(Text::tr("the header Content-Type is made anew for each form"));
    } else if (name.compare(QLatin1String("Content-Length"), Qt::CaseInsensitive) == 0
               || name.compare(QLatin1String("Transfer-Encoding"), Qt::CaseInsensitive) == 0) {
        note(Text::tr("the header %1 is made anew for each upload").arg(name));
    } else if (name.compare(QLatin1String("Authorization"), Qt::CaseInsensitive) != 0
               || !takeAuthorization(value, !isUnknown(header))) {
        profile().headers.append(
            {name, isUnknown(header) ? QString() : value, isUnknown(header) || isSecretName(name)});
    }
}

/// False: it stays a header.
bool Importer::takeAuthorization(const QString &value, bool isKnown)
{
    const QString scheme = value.section(u' ', 0, 0);
    const QString rest = value.section(u' ', 1).trimmed();
    if (scheme.compare(QLatin1String("Bearer"), Qt::CaseInsensitive) == 0) {
        profile().auth = Auth::Bearer;
        profile().token = isKnown ? rest : QString();
        return true;
    }
    const QString plain = QString::fromUtf8(QByteArray::fromBase64(rest.toLatin1()));
    if (!isKnown || scheme.compare(QLatin1String("Basic"), Qt::CaseInsensitive) != 0 || !plain.contains(u':'))
        return false;
    m_hasUser = true;
    profile().user = plain.section(u':', 0, 0);
    profile().password = plain.section(u':', 1);
    return true;
}

bool Importer::takeCredentials(const CurlOption &option)
{
    const QString &name = option.name;
    if (name == QLatin1String("user")) {
        m_hasUser = true;
        takeUser(option.value, profile().user, profile().password,
                 Text::tr("the password of the user does not stand in the command; it has to be typed"));
    } else if (name == QLatin1String("digest")) {
        m_isDigest = true;
    } else if (name == QLatin1String("anyauth")) {
        note(Text::tr("%1 is not taken over: Basic is used; choose Digest if the server asks for it")
                 .arg(option.typed));
    } else if (name == QLatin1String("ntlm") || name == QLatin1String("negotiate")
               || name == QLatin1String("aws-sigv4")) {
        m_isForeignAuth = true;
        note(Text::tr(
                 "%1 is not taken over, nor is the user: it has no counterpart here, and Basic would show "
                 "the password")
                 .arg(option.typed));
    } else if (name == QLatin1String("oauth2-bearer")) {
        profile().auth = Auth::Bearer;
        profile().token = isUnknown(option.value) ? QString() : option.value.text;
    } else if (name == QLatin1String("proxy")) {
        takeProxy(option.value.text);
    } else if (name == QLatin1String("proxy-user")) {
        takeUser(
            option.value, profile().proxyUser, profile().proxyPassword,
            Text::tr("the password of the proxy's user does not stand in the command; it has to be typed"));
    } else {
        return false;
    }
    return true;
}

void Importer::takeUser(const ShellWord &word, QString &user, QString &password,
                        const QString &withoutPassword)
{
    user = word.text.section(u':', 0, 0);
    const bool hasPassword = word.text.contains(u':') && !isUnknown(word);
    password = hasPassword ? word.text.section(u':', 1) : QString();
    if (!hasPassword)
        note(withoutPassword);
}

void Importer::takeProxy(const QString &given)
{
    QUrl proxy(given.contains(QLatin1String("://")) ? given : QStringLiteral("http://") + given,
               QUrl::StrictMode);
    if (!proxy.userName().isEmpty()) {
        profile().proxyUser = proxy.userName(QUrl::FullyDecoded);
        profile().proxyPassword = proxy.password(QUrl::FullyDecoded);
        proxy.setUserInfo({});
    }
    if (proxy.port() < 0) // curl's default, whatever the scheme
        proxy.setPort(proxy.scheme() == QLatin1String("https") ? 443 : 1080);
    profile().proxy = proxy;
}

bool Importer::takeTls(const CurlOption &option)
{
    const QString &name = option.name;
    if (name == QLatin1String("cacert"))
        profile().caFile = option.value.text;
    else if (name == QLatin1String("crlfile"))
        profile().crlFile = option.value.text;
    else if (name == QLatin1String("cert"))
        takeCertificate(option.value);
    else if (name == QLatin1String("cert-type"))
        m_certType = option.value.text.toUpper();
    else if (name == QLatin1String("key"))
        profile().keyFile = option.value.text;
    else if (name == QLatin1String("pass"))
        profile().keyPassword = isUnknown(option.value) ? QString() : option.value.text;
    else if (name == QLatin1String("insecure"))
        note(Text::tr("%1 is not taken over: certificates are always checked here; where the check "
                      "fails, an exception can be made for that one certificate")
                 .arg(option.typed));
    else
        return false;
    return true;
}

void Importer::takeCertificate(const ShellWord &word)
{
    const auto [file, passphrase] = parseCertificate(word.text);
    profile().certFile = file;
    if (!passphrase.isEmpty())
        profile().keyPassword = isUnknown(word) ? QString() : passphrase;
}

bool Importer::takeLimit(const CurlOption &option)
{
    const QString &name = option.name;
    Limits &limits = profile().limits;
    bool isNumber = true;
    if (name == QLatin1String("limit-rate")) {
        const auto rate = base::parseSize(option.value.text);
        isNumber = rate.has_value();
        limits.bytesPerSecond = rate.value_or(0);
    } else if (name == QLatin1String("max-time")) {
        takeSeconds(option, limits.totalTimeout);
    } else if (name == QLatin1String("connect-timeout")) {
        takeSeconds(option, limits.connectTimeout);
    } else if (name == QLatin1String("speed-time")) {
        takeSeconds(option, limits.stallTimeout);
    } else if (name == QLatin1String("speed-limit")) {
        if (option.value.text != QLatin1String("1"))
            note(Text::tr("%1 is taken over as 1: only a connection that stands still is given up")
                     .arg(option.typed));
    } else if (name == QLatin1String("retry")) {
        limits.retries = std::clamp(option.value.text.toInt(&isNumber), 0, 100);
    } else if (name == QLatin1String("parallel-max")) {
        limits.parallel
            = std::clamp(option.value.text.toInt(&isNumber), 1, transfer::UploadQueue::largestParallelLimit);
    } else {
        return false;
    }
    if (!isNumber)
        fail(Text::tr("%1 %2 is not a number").arg(option.typed, option.value.text));
    return true;
}

void Importer::takeSeconds(const CurlOption &option, std::chrono::milliseconds &limit)
{
    bool isNumber = false;
    const double seconds = option.value.text.toDouble(&isNumber);
    constexpr double longest = 1e8;
    if (!isNumber || !(seconds >= 0) || seconds > longest)
        fail(Text::tr("%1 %2 is not a number of seconds").arg(option.typed, option.value.text));
    else
        limit = std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
}

void Importer::conclude()
{
    if (profile().url.isEmpty()) {
        fail(Text::tr("there is no address in it"), ErrorKind::BadUrl);
        return;
    }
    profile().name = profile().url.host();
    if (m_isForeignAuth) {
        profile().user.clear();
        profile().password.clear();
    } else if (m_hasUser && profile().auth == Auth::None) {
        profile().auth = m_isDigest ? Auth::Digest : Auth::Basic;
    }
    if (m_certType == QLatin1String("P12") && !net::isPkcs12(profile().certFile))
        note(Text::tr("the certificate is PKCS#12; Tidemark tells that by the name, so let it end in .p12"));
    else if (!m_certType.isEmpty() && m_certType != QLatin1String("PEM")
             && m_certType != QLatin1String("P12"))
        note(Text::tr("the certificate's type %1 is not known here, only PEM and P12").arg(m_certType));
    concludeMethod();
}

void Importer::concludeMethod()
{
    if (m_hasForm) {
        if (!m_rawBy.isEmpty())
            note(Text::tr("%1 beside -F is not taken over").arg(m_rawBy));
        if (!m_verb.isEmpty() && m_verb != QLatin1String("POST"))
            refuse(Text::tr("-X %1 sends a form by %1; here forms are sent by POST only (and by PUT "
                            "files as they are: -T file)")
                       .arg(m_verb));
        return;
    }
    if (m_rawBy.isEmpty()) {
        if (m_import.obstacles.isEmpty())
            note(
                Text::tr(
                    "the command uploads no file; a form by POST is assumed, with the file in the field “%1”")
                    .arg(profile().field));
        return;
    }
    profile().method = Method::Put;
    if (!m_verb.isEmpty() && m_verb != QLatin1String("PUT"))
        refuse(Text::tr("%1 sends the file as it is, as a raw body, by %2; here raw bodies are sent by "
                        "PUT only: -T file, if the server takes that")
                   .arg(m_rawBy, m_verb));
    else if (m_rawBy != QLatin1String("-T") && m_rawBy != QLatin1String("--upload-file"))
        note(Text::tr("%1 sends the file as it is, as a raw body").arg(m_rawBy));
}

} // namespace

Result<CurlImport> importCurl(const QString &command, const Variables &variables)
{
    const auto refused = [](const Error &error) {
        return Error{
            error.kind, Text::tr("this curl command cannot be taken over: %1").arg(error.message), 0, {}};
    };
    const auto words = splitShell(command, variables);
    if (!words)
        return refused(words.error());
    const auto options = parseCurlOptions(*words);
    if (!options)
        return refused(options.error());
    const auto import = Importer().run(*options);
    if (!import)
        return refused(import.error());
    return *import;
}

} // namespace servers
