// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/auditwording.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ui {

/// One check at length: what it found, why that matters, what to do, and where more is said. Ctrl+C copies what is selected,
/// else all of it. Thread: GUI.
class FindingDetails final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingDetails)

public:
    explicit FindingDetails(QWidget *parent = nullptr);

    void showCheck(const experiment::AuditCheck &check);
    void showFinding(const report::AuditRow &row);
    /// As text, a paragraph for each part.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void referenceRequested(const QUrl &url);

private:
    struct Part
    {
        QLabel *title;
        QLabel *text;
    };
    [[nodiscard]] Part addPart(const QString &title);
    static void fill(const Part &part, const QString &text);
    void show(const experiment::AuditCheck &check);
    void showReferences(const experiment::AuditCheck &check);

    QVBoxLayout *m_column;
    QLabel *m_title;
    Part m_evidence;
    Part m_why;
    Part m_fix;
    QLabel *m_more;
    QVBoxLayout *m_references;
};

} // namespace ui
