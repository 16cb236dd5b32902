// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

struct evp_md_ctx_st;

namespace transfer {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece. OpenSSL's, which uses the processor's instructions for it:
/// Qt 6.4's QCryptographicHash does not, and would be slower than the uploads.
class Sha256 final
{
public:
    static constexpr qsizetype bytes = 32;
    static constexpr qsizetype hexDigits = 2 * bytes;

    Sha256();

    void add(QByteArrayView data);
    /// Of all that was added since construction or reset(). Call reset() before adding more.
    [[nodiscard]] QByteArray result();
    void reset();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace transfer
