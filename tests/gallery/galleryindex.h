// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Writes index.html into a folder of pictures called SCENE-LANGUAGE-COLOURS-SCALEx.png: a row for each scene, from which
/// each picture opens in its full size. Several programs may do so in the same folder. False: it could not be written.
[[nodiscard]] bool writeGalleryIndex(const QString &folder);
