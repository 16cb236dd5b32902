// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tlsfailure.h"

#include <curl/curl.h>
#include <memory>

struct ssl_st;
struct x509_store_ctx_st;

namespace net {

/// Listens in on the TLS handshake of one transfer: which certificates came, why they were not accepted, which alert the
/// server sent, whether it asked for a client's certificate. libcurl tells none of this but as words.
///
/// It also is where an exception is made: a server's own certificate with exactly the given fingerprint is accepted,
/// whatever else is wrong with it; any other is verified as usual, the host's name included. For that libcurl's own
/// check of the name has to be off (it comes after ours), so whoever sets a fingerprint turns it off.
///
/// Thread: the engine's. The TLS connection shares in the ownership, because it may outlive the transfer that made it
/// and, with TLS 1.2, be asked to prove itself again.
class TlsTrace final : public std::enable_shared_from_this<TlsTrace>
{
    Q_DISABLE_COPY_MOVE(TlsTrace)

public:
    struct Rules
    {
        QString host; ///< As in the URL, in ASCII.
        QByteArray trustedCertificate; ///< SHA-256; empty: no exception.
        bool verifies = true;
    };

    explicit TlsTrace(Rules rules);

    /// Before the transfer begins.
    void attach(CURL *handle);
    /// What failed, if it was TLS; nothing if it was something else, or if the connection was made by another transfer.
    /// `hasAnswer`: the head of an answer arrived.
    [[nodiscard]] std::optional<TlsFailure> failure(CURLcode code, const QString &said, bool hasAnswer) const;

private:
    static CURLcode onContext(CURL *, void *context, void *trace);
    static int onVerify(x509_store_ctx_st *store, void *trace);
    static int onCertificateWanted(ssl_st *ssl, void *trace);
    static void onInfo(const ssl_st *ssl, int where, int value);

    [[nodiscard]] bool isException(x509_store_ctx_st *store) const;
    void bindHost(x509_store_ctx_st *store) const;
    [[nodiscard]] TlsProblem problemOfChain() const;
    [[nodiscard]] TlsProblem problemOfAlert(CURLcode code, const QString &said, bool hasAnswer) const;

    const Rules m_rules;
    QList<QByteArray> m_chain; ///< DER, the server's own first.
    int m_verifyError = 0; ///< X509_V_ERR_…
    int m_depth = 0;
    int m_alert = -1; ///< The last fatal one received.
    bool m_isVerified = false; ///< The chain was looked at.
    bool m_wasAsked = false; ///< For a client's certificate.
    bool m_hadCertificate = false;
};

} // namespace net
