// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/formlines.h"

#include "core/transfer/nativepath.h"

namespace transfer {

QByteArray escapedName(const QString &name)
{
    QByteArray bytes = printable(name).toUtf8();
    bytes.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22");
    return bytes;
}

QByteArray fieldHead(const QString &name)
{
    return "\r\nContent-Disposition: form-data; name=\"" + escapedName(name) + "\"\r\n\r\n";
}

QByteArray fileHeadBegin(const QString &field)
{
    return "\r\nContent-Disposition: form-data; name=\"" + escapedName(field) + "\"; filename=\"";
}

} // namespace transfer
