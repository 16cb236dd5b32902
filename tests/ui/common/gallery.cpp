// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of the shared widgets for a person to judge: common_gallery FOLDER. Run it with QT_SCALE_FACTOR=2 as well.
#include "tests/ui/gallery.h"
#include "ui/common/buttonkind.h"
#include "ui/common/card.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/pill.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

QHBoxLayout *row(ui::Card &card)
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    card.content().addLayout(layout);
    return layout;
}

void addButtons(ui::Card &card)
{
    auto *layout = row(card);
    auto *primary = new QPushButton(QStringLiteral("Start the sample server"));
    ui::setKind(*primary, ui::ButtonKind::Primary);
    auto *link = new QPushButton(QStringLiteral("Browse…"));
    ui::setKind(*link, ui::ButtonKind::Link);
    auto *off = new QPushButton(QStringLiteral("Retry failed"));
    off->setEnabled(false);
    auto *withIcon = new QPushButton(ui::icon(QLatin1StringView("export")), QStringLiteral("Export…"));
    for (QWidget *widget :
         QList<QWidget *>{primary, new QPushButton(QStringLiteral("Pause")), off, link, withIcon})
        layout->addWidget(widget);
    for (const char *name : {"settings", "pause", "retry", "cancel"}) {
        auto *tool = new QToolButton;
        tool->setIcon(ui::icon(QLatin1StringView(name)));
        layout->addWidget(tool);
    }
    layout->addStretch();
}

void addFields(ui::Card &card)
{
    auto *layout = row(card);
    auto *method = new QComboBox;
    method->addItems({QStringLiteral("POST"), QStringLiteral("PUT")});
    auto *address = new QComboBox;
    address->setEditable(true);
    address->setEditText(QStringLiteral("http://localhost:8080/upload"));
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(QStringLiteral("Address of the upload service"));
    auto *checked = new QCheckBox(QStringLiteral("TLS"));
    checked->setChecked(true);
    auto *chosen = new QRadioButton(QStringLiteral("Light"));
    chosen->setChecked(true);
    for (QWidget *widget : QList<QWidget *>{method, address, empty, new QSpinBox, checked, chosen,
                                            new QCheckBox(QStringLiteral("Follow redirects")),
                                            new QRadioButton(QStringLiteral("Dark"))})
        layout->addWidget(widget);
    layout->setStretch(1, 1);
}

void addPills(ui::Card &card)
{
    auto *layout = row(card);
    auto *connected = new ui::Pill(QStringLiteral("connected"), ui::Tone::Good);
    connected->setDot(true);
    layout->addWidget(connected);
    layout->addWidget(new ui::Pill(QStringLiteral("201 Created"), ui::Tone::Good));
    layout->addWidget(new ui::Pill(QStringLiteral("413 Request body too large"), ui::Tone::Bad));
    layout->addWidget(new ui::Pill(QStringLiteral("late"), ui::Tone::Warn));
    layout->addWidget(new ui::Pill(QStringLiteral("selected"), ui::Tone::Accent));
    layout->addWidget(new ui::Pill(QStringLiteral("waiting"), ui::Tone::Dim));
    auto *path = new ui::ElidedLabel(QStringLiteral("/home/someone/very/long/folder/name/database.dump"));
    path->setElideMode(Qt::ElideMiddle);
    layout->addWidget(path, 1);
}

void addIcons(ui::Card &card)
{
    auto *layout = row(card);
    for (const QString &file : QDir(QStringLiteral(":/icons")).entryList()) {
        const QByteArray name = file.chopped(4).toLatin1();
        auto *label = new QLabel;
        label->setPixmap(ui::icon(QLatin1StringView(name)).pixmap(QSize(16, 16), label->devicePixelRatio()));
        label->setToolTip(file);
        layout->addWidget(label);
    }
    auto *sign = new QLabel;
    sign->setPixmap(ui::programIcon().pixmap(QSize(48, 48), sign->devicePixelRatio()));
    layout->addWidget(sign);
}

void addTable(ui::Card &card)
{
    auto *table = new QTableWidget(3, 3);
    table->setHorizontalHeaderLabels(
        {QStringLiteral("Name"), QStringLiteral("Size"), QStringLiteral("Server’s answer")});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (int i = 0; i < 3; ++i) {
        table->setItem(i, 0, new QTableWidgetItem(QStringLiteral("holiday-%1.mov").arg(i)));
        table->setItem(i, 1, new QTableWidgetItem(QStringLiteral("3.1 GiB")));
        table->setItem(i, 2, new QTableWidgetItem(QStringLiteral("waiting for the server’s answer")));
    }
    table->selectRow(1);
    table->horizontalHeader()->setStretchLastSection(true);
    card.content().addWidget(table);
    auto *progress = new QProgressBar;
    progress->setTextVisible(false);
    progress->setValue(71);
    card.content().addWidget(progress);
}

void drawWidgets(Gallery &gallery)
{
    QWidget page;
    page.resize(960, 520);
    auto *layout = new QVBoxLayout(&page);
    layout->setContentsMargins(16, 16, 16, 16);
    auto *headline = new QLabel(QStringLiteral("Drop files on your upload service. 文件上传"));
    headline->setFont(ui::headlineFont(headline->font()));
    layout->addWidget(headline);
    auto *card = new ui::Card(QStringLiteral("Shared widgets"));
    addButtons(*card);
    addFields(*card);
    addPills(*card);
    addIcons(*card);
    addTable(*card);
    layout->addWidget(card);
    page.show();
    gallery.save(page, {});
}

} // namespace

int main(int argc, char **argv)
{
    Gallery gallery(argc, argv, QStringLiteral("common"));
    return gallery.draw([&gallery] { drawWidgets(gallery); });
}
