// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dropfilter.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace ui {

DropFilter::DropFilter(QWidget &target)
    : QObject(&target)
{
    target.setAcceptDrops(true);
    target.installEventFilter(this);
}

bool DropFilter::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: {
        auto *drag = static_cast<QDropEvent *>(event);
        if (!drag->mimeData()->hasUrls())
            break;
        drag->setDropAction(Qt::CopyAction); // Files stay where they are, whatever the file manager proposes.
        drag->accept();
        if (event->type() == QEvent::DragEnter)
            Q_EMIT hovering(true);
        return true;
    }
    case QEvent::DragLeave:
        Q_EMIT hovering(false);
        break;
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        Q_EMIT hovering(false);
        if (!drop->mimeData()->hasUrls())
            break;
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        take(*drop->mimeData());
        return true;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void DropFilter::take(const QMimeData &data)
{
    QStringList paths;
    QStringList addresses;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile()
            && !url.toLocalFile().startsWith(QLatin1String("//"))) // "//host/…": a share's name
            paths.append(url.toLocalFile());
        else
            addresses.append(url.toDisplayString());
    }
    if (!paths.isEmpty())
        Q_EMIT dropped(paths);
    if (!addresses.isEmpty())
        Q_EMIT refused(addresses);
}

} // namespace ui
