// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/bodysize.h"

#include <QFileInfo>

namespace experiment {

double averageBodyBytes(const transfer::LoadPlan &uploads)
{
    if (uploads.files.isEmpty())
        return static_cast<double>(uploads.bytes);
    qint64 all = 0;
    for (const QString &path : uploads.files)
        all += QFileInfo(path).size();
    return static_cast<double>(all) / static_cast<double>(uploads.files.size());
}

} // namespace experiment
