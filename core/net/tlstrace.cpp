// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tlstrace.h"

#include <QHostAddress>

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>

namespace net {
namespace {

constexpr int fatalAlert = 2; // RFC 8446 section 6

/// Where the connection keeps its share of the trace.
int traceIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(
        0, nullptr, nullptr, nullptr, [](void *, void *share, CRYPTO_EX_DATA *, int, long, void *) {
            delete static_cast<std::shared_ptr<TlsTrace> *>(share);
        });
    return index;
}

QByteArray derOf(X509 *certificate)
{
    QByteArray der(i2d_X509(certificate, nullptr), Qt::Uninitialized);
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509(certificate, &at);
    return der;
}

QList<QByteArray> chainOf(X509_STORE_CTX *store)
{
    QList<QByteArray> chain;
    const STACK_OF(X509) *built = X509_STORE_CTX_get0_chain(store);
    for (int i = 0; i < sk_X509_num(built); ++i)
        chain.append(derOf(sk_X509_value(built, i)));
    if (chain.isEmpty() && X509_STORE_CTX_get0_cert(store))
        chain.append(derOf(X509_STORE_CTX_get0_cert(store)));
    return chain;
}

bool isAboutCertificates(int alert)
{
    switch (alert) {
    case SSL_AD_BAD_CERTIFICATE:
    case SSL_AD_UNSUPPORTED_CERTIFICATE:
    case SSL_AD_CERTIFICATE_REVOKED:
    case SSL_AD_CERTIFICATE_EXPIRED:
    case SSL_AD_CERTIFICATE_UNKNOWN:
    case SSL_AD_UNKNOWN_CA:
    case SSL_AD_ACCESS_DENIED:
    case SSL_AD_HANDSHAKE_FAILURE: // before TLS 1.3 for a missing one, too
        return true;
    default:
        return false;
    }
}

bool mayBeForTls(CURLcode code)
{
    switch (code) {
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_RECV_ERROR: // a server may say no after the handshake (TLS 1.3)
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
        return true;
    default:
        return false;
    }
}

} // namespace

TlsTrace::TlsTrace(Rules rules)
    : m_rules(std::move(rules))
{
}

void TlsTrace::attach(CURL *handle)
{
    curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, &TlsTrace::onContext);
    curl_easy_setopt(handle, CURLOPT_SSL_CTX_DATA, this);
}

CURLcode TlsTrace::onContext(CURL *, void *context, void *trace)
{
    auto *self = static_cast<TlsTrace *>(trace);
    auto *ssl = static_cast<SSL_CTX *>(context);
    auto share = std::make_unique<std::shared_ptr<TlsTrace>>(self->shared_from_this());
    if (SSL_CTX_set_ex_data(ssl, traceIndex(), share.get()) != 1)
        return CURLE_OUT_OF_MEMORY;
    static_cast<void>(share.release()); // goes with the context
    if (self->m_rules.verifies)
        SSL_CTX_set_cert_verify_callback(ssl, &TlsTrace::onVerify, self);
    SSL_CTX_set_cert_cb(ssl, &TlsTrace::onCertificateWanted, self);
    SSL_CTX_set_info_callback(ssl, &TlsTrace::onInfo);
    return CURLE_OK;
}

int TlsTrace::onVerify(X509_STORE_CTX *store, void *trace)
{
    auto *self = static_cast<TlsTrace *>(trace);
    self->m_isVerified = true;
    if (self->isException(store)) {
        X509_STORE_CTX_set_error(store, X509_V_OK);
        return 1;
    }
    if (!self->m_rules.trustedCertificate.isEmpty())
        self->bindHost(store);
    const int isGood = X509_verify_cert(store);
    self->m_verifyError = X509_STORE_CTX_get_error(store);
    self->m_depth = X509_STORE_CTX_get_error_depth(store);
    self->m_chain = chainOf(store);
    return isGood > 0 ? 1 : 0;
}

bool TlsTrace::isException(X509_STORE_CTX *store) const
{
    X509 *own = X509_STORE_CTX_get0_cert(store);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (m_rules.trustedCertificate.isEmpty() || !own
        || X509_digest(own, EVP_sha256(), digest.data(), &size) != 1)
        return false;
    return QByteArrayView(digest.data(), static_cast<qsizetype>(size)) == m_rules.trustedCertificate;
}

void TlsTrace::bindHost(X509_STORE_CTX *store) const
{
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(store);
    const QByteArray host = m_rules.host.toLatin1();
    X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    if (QHostAddress(m_rules.host).isNull())
        X509_VERIFY_PARAM_set1_host(parameters, host.constData(), 0);
    else
        X509_VERIFY_PARAM_set1_ip_asc(parameters, host.constData());
}

int TlsTrace::onCertificateWanted(SSL *ssl, void *trace)
{
    auto *self = static_cast<TlsTrace *>(trace);
    self->m_wasAsked = true;
    self->m_hadCertificate = SSL_get_certificate(ssl) != nullptr;
    return 1; // go on with what there is
}

void TlsTrace::onInfo(const SSL *ssl, int where, int value)
{
    if ((where & SSL_CB_READ_ALERT) != SSL_CB_READ_ALERT || (value >> 8) != fatalAlert)
        return;
    const auto *share
        = static_cast<std::shared_ptr<TlsTrace> *>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), traceIndex()));
    if (share)
        (*share)->m_alert = value & 0xff;
}

TlsProblem TlsTrace::problemOfChain() const
{
    switch (m_verifyError) {
    case X509_V_OK: // then libcurl compared the names
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return TlsProblem::WrongHost;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return TlsProblem::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return TlsProblem::NotYetValid;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return TlsProblem::SelfSigned;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
        return TlsProblem::UnknownIssuer;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return m_chain.size() > 1 ? TlsProblem::UnknownIssuer : TlsProblem::IncompleteChain;
    case X509_V_ERR_CERT_REVOKED:
        return TlsProblem::Revoked;
    case X509_V_ERR_UNABLE_TO_GET_CRL:
    case X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER:
    case X509_V_ERR_CRL_HAS_EXPIRED:
    case X509_V_ERR_CRL_NOT_YET_VALID:
        return TlsProblem::NoRevocationList;
    default:
        return TlsProblem::Other;
    }
}

TlsProblem TlsTrace::problemOfAlert(CURLcode code, const QString &said, bool hasAnswer) const
{
    if (m_alert == SSL_AD_PROTOCOL_VERSION
        || (code == CURLE_SSL_CONNECT_ERROR && said.contains(QLatin1String("unsupported protocol"))))
        return TlsProblem::VersionTooOld;
    const bool isMissing = m_wasAsked && !m_hadCertificate;
    if (m_alert == SSL_AD_CERTIFICATE_REQUIRED)
        return TlsProblem::ClientCertificateMissing;
    if (m_wasAsked && isAboutCertificates(m_alert))
        return isMissing ? TlsProblem::ClientCertificateMissing : TlsProblem::ClientCertificateRefused;
    // Whoever is still sending sees the connection broken before it comes to read the alert.
    if (isMissing && !hasAnswer && code != CURLE_SSL_CONNECT_ERROR)
        return TlsProblem::ClientCertificateMissing;
    return TlsProblem::None;
}

std::optional<TlsFailure> TlsTrace::failure(CURLcode code, const QString &said, bool hasAnswer) const
{
    if (!mayBeForTls(code))
        return {};
    TlsFailure failure;
    failure.host = m_rules.host;
    failure.reason = said;
    const bool isOfChain
        = m_isVerified && (m_verifyError != X509_V_OK || code == CURLE_PEER_FAILED_VERIFICATION);
    if (!isOfChain) {
        failure.problem = problemOfAlert(code, said, hasAnswer);
        return failure.problem == TlsProblem::None ? std::nullopt : std::optional(failure);
    }
    for (const QByteArray &der : m_chain)
        failure.chain.append(certificateInfo(der));
    failure.problem = problemOfChain();
    failure.at = m_depth;
    failure.isNotTheTrusted = !m_rules.trustedCertificate.isEmpty();
    return failure;
}

} // namespace net
