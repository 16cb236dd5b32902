// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QStringList>

namespace ui {

/// What a measurement uploads: generated contents of one of the offered sizes, or files that a person chooses. Thread: GUI.
class PayloadBox final : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PayloadBox)

public:
    explicit PayloadBox(QWidget *parent = nullptr);

    /// Of a generated upload; 0: files are chosen.
    [[nodiscard]] qint64 bytes() const;
    /// Empty: generated ones are chosen.
    [[nodiscard]] QStringList files() const;
    /// The nearest size that is offered, upwards.
    void setBytes(qint64 bytes);
    /// Empty: the smallest generated one.
    void setFiles(const QStringList &files);
    /// Of one upload, on average; files are as large as they were when they were chosen.
    [[nodiscard]] double averageBytes() const;

Q_SIGNALS:
    void payloadChanged();

private:
    void fill();
    void choose(int index);
    void askForFiles();
    void select(int index);

    QStringList m_files;
    qint64 m_fileBytes = 0; ///< Of all of them: asked for once, as a disk may be far away.
    int m_chosen = 0; ///< Before "Files…" was.
};

} // namespace ui
