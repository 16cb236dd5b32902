// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/payloadbox.h"

#include "core/base/format.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr qint64 kib = 1024;
constexpr std::array sizes{4 * kib, 64 * kib, 256 * kib, 1024 * kib, 4096 * kib, 16384 * kib};

/// Round sizes without the decimals of measured ones: the box is as narrow as its card.
QString sizeText(qint64 bytes)
{
    const bool isInMib = bytes >= kib * kib;
    return QStringLiteral("%1 %2").arg(QString::number(bytes / (isInMib ? kib * kib : kib)),
                                       isInMib ? QStringLiteral("MiB") : QStringLiteral("KiB"));
}

} // namespace

PayloadBox::PayloadBox(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setToolTip(tr("What is uploaded: generated files, each different, or files of yours"));
    fill();
    connect(this, &QComboBox::activated, this, &PayloadBox::choose);
}

void PayloadBox::fill()
{
    clear();
    for (const qint64 bytes : sizes)
        addItem(tr("%1, generated").arg(sizeText(bytes)), bytes);
    if (!m_files.isEmpty())
        addItem(tr("%n file(s), %1", nullptr, static_cast<int>(m_files.size()))
                    .arg(base::formatBytes(static_cast<double>(m_fileBytes))),
                m_files);
    addItem(tr("Files…"));
}

void PayloadBox::choose(int index)
{
    if (itemData(index).isValid()) {
        select(index);
        return;
    }
    setCurrentIndex(m_chosen); // Until files are chosen.
    askForFiles();
}

void PayloadBox::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Files to measure with"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &PayloadBox::setFiles);
    dialog->open();
}

void PayloadBox::setFiles(const QStringList &files)
{
    m_files = files;
    m_fileBytes = 0;
    for (const QString &file : files)
        m_fileBytes += QFileInfo(file).size();
    fill();
    select(files.isEmpty() ? 0 : static_cast<int>(sizes.size()));
}

void PayloadBox::setBytes(qint64 bytes)
{
    const auto at = std::lower_bound(sizes.begin(), sizes.end(), bytes);
    select(std::min(static_cast<int>(at - sizes.begin()), static_cast<int>(sizes.size()) - 1));
}

void PayloadBox::select(int index)
{
    m_chosen = index;
    setCurrentIndex(index);
    Q_EMIT payloadChanged();
}

QStringList PayloadBox::files() const
{
    const QVariant payload = itemData(m_chosen);
    return payload.typeId() == QMetaType::QStringList ? payload.toStringList() : QStringList();
}

qint64 PayloadBox::bytes() const
{
    return files().isEmpty() ? itemData(m_chosen).toLongLong() : 0;
}

double PayloadBox::averageBytes() const
{
    return files().isEmpty() ? static_cast<double>(bytes())
                             : static_cast<double>(m_fileBytes) / static_cast<double>(m_files.size());
}

} // namespace ui
