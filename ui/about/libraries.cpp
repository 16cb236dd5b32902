// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/about/libraries.h"

#include <CLI/Version.hpp>

#include <boost/version.hpp>
#include <curl/curl.h>
#include <openssl/crypto.h>
#include <protozero/version.hpp>
#include <sqlite3.h>
#include <zlib.h>

#include <dlfcn.h>

namespace ui {
namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

/// Empty: the program is not linked with it, as with sanitizers, which bring an allocator of their own.
QString mimallocVersion()
{
    using Version = int (*)();
    const auto version = reinterpret_cast<Version>(dlsym(RTLD_DEFAULT, "mi_version"));
    if (!version)
        return {};
    const int number = version(); // 209 is 2.0.9
    return QStringLiteral("%1.%2.%3").arg(number / 100).arg(number / 10 % 10).arg(number % 10);
}

} // namespace

QList<Library> libraries()
{
    const QString boost = QStringLiteral("%1.%2.%3")
                              .arg(BOOST_VERSION / 100000)
                              .arg(BOOST_VERSION / 100 % 1000)
                              .arg(BOOST_VERSION % 100);
    const QString qt = text(qVersion());
    QList<Library> all{
        {QStringLiteral("Qt"), qt, QStringLiteral("LGPL-3.0-only")},
        {QStringLiteral("Qt Charts"), qt, QStringLiteral("GPL-3.0-only")}, // both come from one release
        {QStringLiteral("libcurl"), text(curl_version_info(CURLVERSION_NOW)->version),
         QStringLiteral("curl")},
        {QStringLiteral("OpenSSL"), text(OpenSSL_version(OPENSSL_VERSION_STRING)),
         QStringLiteral("Apache-2.0")},
        {QStringLiteral("SQLite"), text(sqlite3_libversion()), QStringLiteral("blessing")},
        {QStringLiteral("QtKeychain"), text(TIDEMARK_KEYCHAIN_VERSION), QStringLiteral("BSD-2-Clause")},
        {QStringLiteral("QCoro"), text(TIDEMARK_QCORO_VERSION), QStringLiteral("MIT")},
        {QStringLiteral("protozero"), text(PROTOZERO_VERSION_STRING), QStringLiteral("BSD-2-Clause")},
        {QStringLiteral("CLI11"), text(CLI11_VERSION), QStringLiteral("BSD-3-Clause")},
        {QStringLiteral("Boost.Math"), boost, QStringLiteral("BSL-1.0")},
        {QStringLiteral("zlib"), text(zlibVersion()), QStringLiteral("Zlib")},
    };
    if (const QString mimalloc = mimallocVersion(); !mimalloc.isEmpty())
        all.append({QStringLiteral("mimalloc"), mimalloc, QStringLiteral("MIT")});
    return all;
}

} // namespace ui
