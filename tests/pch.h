// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for every test: what most of them include, Qt Test's templates above all.
#pragma once

#include "core/pch.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
