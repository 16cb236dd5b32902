// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profilecontent.h"

#include <QAbstractTableModel>

namespace ui {

enum class FunctionColumn { Function, Where, Flat, Cum, PerUpload, Share };

/// The functions of a profile, largest with callees first. `PerUpload` is what they kept with callees, divided by the
/// uploads. Thread: GUI.
class FunctionModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FunctionModel)

public:
    static constexpr int columnCountInAll = 6;
    static constexpr int SortRole = Qt::UserRole; ///< Figures as qint64, texts as they are.
    static constexpr int OriginRole = Qt::UserRole + 1; ///< pprof::Origin as int.

    explicit FunctionModel(QObject *parent = nullptr);

    /// Null: no rows.
    void setContent(const pprof::SharedContent &content);
    [[nodiscard]] const pprof::SharedContent &content() const { return m_content; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const pprof::FunctionRow &row, FunctionColumn column) const;
    [[nodiscard]] QVariant sortValue(const pprof::FunctionRow &row, FunctionColumn column) const;

    pprof::SharedContent m_content;
};

} // namespace ui
