// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/endpoint.h"

#include <QByteArray>
#include <QNetworkRequest>

class QNetworkReply;

/// What the tests of replies ask of them again and again.
namespace replies {

/// False when it did not finish in half a minute.
[[nodiscard]] bool waitFor(QNetworkReply *reply);
/// What there is to read once it has finished.
QByteArray readWhole(QNetworkReply *reply);
/// 0: there was no answer.
[[nodiscard]] int statusOf(const QNetworkReply &reply);
[[nodiscard]] QNetworkRequest withTransport(const QUrl &url, const net::TransportOptions &options);

} // namespace replies
