// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the servers' dialog and of the notice about a certificate: servers_gallery [folder]
#include "tests/ui/gallery.h"
#include "core/servers/serverbook.h"
#include "tests/serverprofiles/memorykeychain.h"
#include "tests/ui/servers/serverexamples.h"
#include "ui/servers/curlpanel.h"
#include "ui/servers/serverdialog.h"
#include "ui/servers/servereditor.h"
#include "ui/servers/trustnotice.h"

#include <QAbstractButton>
#include <QScrollBar>
#include <QTemporaryDir>

namespace {

void settle()
{
    for (int i = 0; i < 8; ++i)
        QCoreApplication::processEvents();
}

QAbstractButton *button(const QWidget &window, const QString &text)
{
    for (QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

void drawDialog(Gallery &gallery)
{
    const QTemporaryDir folder;
    servers::MemoryKeychain keychain;
    servers::ServerBook book(folder.filePath(QStringLiteral("servers.json")), keychain);
    ui::ServerDialog dialog(book);
    dialog.show();
    settle();
    gallery.save(dialog, QStringLiteral("empty"));
    const servers::ServerProfile photos = examples::photoServer();
    static_cast<void>(book.put(photos));
    static_cast<void>(book.put(examples::plainServer()));
    dialog.open(photos.id);
    settle();
    gallery.save(dialog, QStringLiteral("editor"));
    auto *editor = dialog.findChild<ui::ServerEditor *>();
    editor->verticalScrollBar()->setValue(editor->verticalScrollBar()->maximum());
    settle();
    gallery.save(dialog, QStringLiteral("editor-below"));
    button(dialog, QStringLiteral("From curl…"))->click();
    dialog.findChild<ui::CurlPanel *>()->setCommand(QStringLiteral(
        "curl -k --compressed -H 'X-Api-Key: 123' \\\n  -F 'file=@photo.jpg;type=image/jpeg' \\\n  "
        "https://photos.example.org/api/v2/upload"));
    settle();
    gallery.save(dialog, QStringLiteral("curl"));
    button(dialog, QStringLiteral("Take over"))->click();
    settle();
    gallery.save(dialog, QStringLiteral("taken-over"));
    button(dialog, QStringLiteral("Remove"))->click();
    settle();
    gallery.save(dialog, QStringLiteral("removed"));
}

void drawNotice(const net::TlsFailure &failure, const QString &name, int width, Gallery &gallery)
{
    ui::TrustNotice notice;
    notice.showFailure(failure);
    notice.setFixedWidth(width);
    notice.show();
    settle();
    notice.adjustSize();
    gallery.save(notice, QStringLiteral("notice-%1-%2").arg(name).arg(width));
}

} // namespace

int main(int argc, char **argv)
{
    Gallery gallery(argc, argv, QStringLiteral("servers"));
    return gallery.draw([&gallery] {
        drawDialog(gallery);
        for (const int width : {1248, 760}) {
            drawNotice(examples::selfSigned(), QStringLiteral("self-signed"), width, gallery);
            drawNotice(examples::unknownIssuer(), QStringLiteral("unknown-issuer"), width, gallery);
            drawNotice(examples::revoked(), QStringLiteral("revoked"), width, gallery);
        }
    });
}
