// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/about/aboutdialog.h"

#include "ui/about/libraries.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QTreeWidget>

#include <algorithm>

namespace ui {

namespace {
constexpr int signSize = 64;
constexpr int rowsSeen = 12;
constexpr int dialogWidth = 480;

QString nameAndVersion()
{
    return QStringLiteral("Tidemark ") + QCoreApplication::applicationVersion();
}
} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_libraries(new QTreeWidget)
{
    setWindowTitle(tr("About Tidemark"));
    auto *sign = new QLabel;
    sign->setPixmap(programIcon().pixmap(QSize(signSize, signSize), devicePixelRatioF()));
    auto *name = new QLabel(nameAndVersion());
    name->setFont(headlineFont(font()));
    auto *purpose = new QLabel(tr("Drop files on your upload service and see what they leave behind."));
    purpose->setWordWrap(true);
    auto *licence
        = new QLabel(tr("Free software under the GNU General Public License, version 3 or any later version "
                        "(GPL-3.0-or-later). It comes without any warranty."));
    licence->setWordWrap(true);
    licence->setForegroundRole(QPalette::PlaceholderText);

    m_libraries->setHeaderLabels({tr("Made with"), tr("Version"), tr("Licence")});
    m_libraries->setAccessibleName(tr("Libraries, their versions and licences"));
    m_libraries->setToolTip(tr("Libraries, their versions and licences"));
    m_libraries->setRootIsDecorated(false);
    m_libraries->setUniformRowHeights(true);
    m_libraries->header()->setSectionsMovable(false);
    const QList<Library> all = libraries();
    for (const Library &library : all)
        new QTreeWidgetItem(m_libraries, {library.name, library.version, library.licence});
    m_libraries->setCurrentItem(m_libraries->topLevelItem(0));
    for (int column = 0; column < m_libraries->columnCount(); ++column)
        m_libraries->header()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_libraries->setMinimumHeight(m_libraries->header()->sizeHint().height()
                                  + rowsSeen * m_libraries->sizeHintForRow(0));

    auto *copyAll = new QPushButton(tr("&Copy"));
    copyAll->setToolTip(tr("Copy all of this as text, for the report of a fault"));
    auto *close = new QPushButton(tr("Clos&e"));
    close->setToolTip(tr("Close (Esc)"));
    close->setDefault(true);

    auto *words = new QVBoxLayout;
    words->addWidget(name);
    words->addWidget(purpose);
    words->addWidget(licence);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(sign, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(copyAll);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(head);
    column->addWidget(m_libraries, 1);
    column->addLayout(buttons);
    // What is wrapped at this width needs more height than the hint of one that is not says.
    resize(dialogWidth, std::max(sizeHint().height(), heightForWidth(dialogWidth)));
    close->setFocus();
    connect(copyAll, &QPushButton::clicked, this, &AboutDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
}

void AboutDialog::copy() const
{
    QStringList lines{nameAndVersion(),
                      QSysInfo::prettyProductName() + u' ' + QSysInfo::currentCpuArchitecture()
                          + QStringLiteral(", ") + QGuiApplication::platformName()};
    const QList<Library> all = libraries();
    for (const Library &library : all)
        lines.append(library.name + u' ' + library.version);
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

} // namespace ui
