// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/phasetext.h"

#include <QCoreApplication>

namespace ui {

using transfer::UploadPhase;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::UploadPhase)
};

} // namespace

QString phaseName(UploadPhase phase)
{
    switch (phase) {
    case UploadPhase::Wait:
        return Text::tr("Waiting");
    case UploadPhase::Dns:
        return Text::tr("DNS");
    case UploadPhase::Connect:
        return Text::tr("Connect");
    case UploadPhase::Tls:
        return Text::tr("TLS");
    case UploadPhase::Send:
        return Text::tr("Send");
    case UploadPhase::Server:
        return Text::tr("Server");
    case UploadPhase::Answer:
        return Text::tr("Answer");
    }
    return {};
}

QString phaseMeaning(UploadPhase phase)
{
    switch (phase) {
    case UploadPhase::Wait:
        return Text::tr("In the queue, until its turn came");
    case UploadPhase::Dns:
        return Text::tr("Looking up the server’s address");
    case UploadPhase::Connect:
        return Text::tr("Making the TCP connection");
    case UploadPhase::Tls:
        return Text::tr("Agreeing on the encryption");
    case UploadPhase::Send:
        return Text::tr("Sending the request, until its last byte was given to the system");
    case UploadPhase::Server:
        return Text::tr("What was still on its way, and the server at work, until its answer began");
    case UploadPhase::Answer:
        return Text::tr("Receiving the answer");
    }
    return {};
}

} // namespace ui
