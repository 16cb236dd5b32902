// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for every ui module.
#pragma once

#include "core/pch.h"

#include <QtWidgets>
