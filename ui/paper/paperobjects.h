// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/paper.h"

#include <QObject>
#include <QTextObjectInterface>

class QTextCursor;

namespace ui::paper {

/// What stands among the words of a page and is drawn: charts, with their captions, as wide as the page, and badges. Each is
/// one character of the document, so that nothing of it is torn apart at the end of a page.
///
/// Thread: that of the document. The document must not outlive it.
class PaperObjects final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
    Q_DISABLE_COPY_MOVE(PaperObjects)

public:
    explicit PaperObjects(const report::Paper &paper);
    ~PaperObjects() override;

    /// Draws these from now on wherever they are in `document`.
    void serve(QTextDocument &document);
    [[nodiscard]] bool hasCharts() const { return !m_paper.charts.isEmpty(); }
    /// How wide charts are from the next layout on, as a share of the page: 1 at first.
    void setChartSize(qreal share) { m_chartSize = share; }
    static void insertChart(QTextCursor &cursor, qsizetype index);
    static void insertBadge(QTextCursor &cursor, qsizetype index);

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

private:
    void drawChart(QPainter &painter, const QRectF &rect, const report::Paper::Chart &chart) const;
    void drawBadge(QPainter &painter, const QRectF &rect, const report::Badge &badge) const;

    const report::Paper &m_paper;
    qreal m_chartSize = 1;
};

} // namespace ui::paper
