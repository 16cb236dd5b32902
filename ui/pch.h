// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for every ui module: the widgets and events that many of them use. All of QtWidgets would be quicker to
// write, but loading it costs each file more than it saves.
#pragma once

#include "core/pch.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QFrame>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>
