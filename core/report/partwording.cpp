// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/partwording.h"

#include "core/base/format.h"

#include <QCoreApplication>

namespace report {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::PartWording)
};

} // namespace

QString partText(const session::SessionSnapshot &snapshot)
{
    if (!snapshot.partOf)
        return {};
    return Text::
        tr("Only a part of the session, which lasted from %1 to %2. Uploads that ran within the part are "
           "listed "
           "whole, also those that began before it or ended later; readings missed in a row count as one.")
            .arg(base::formatUtc(snapshot.partOf->fromMs), base::formatUtc(snapshot.partOf->toMs));
}

QString beforeText(const session::SessionSnapshot &snapshot)
{
    return snapshot.partOf ? Text::tr("“Before” is the first reading of the part.")
                           : Text::tr("“Before” is the last reading before the first upload began.");
}

} // namespace report
