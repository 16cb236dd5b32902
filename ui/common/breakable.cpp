// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/breakable.h"

#include <QList>

namespace ui {

namespace {

constexpr qsizetype longestPiece = 20; // What fits a line of the narrowest card.
constexpr QChar zeroWidthSpace(0x200B);
constexpr QChar wordJoiner(0x2060);

bool isHump(QStringView text, qsizetype at)
{
    return text[at - 1].isLower() && text[at].isUpper();
}

bool isAfterFolder(QStringView text, qsizetype at)
{
    return text[at - 1] == u'/' && text[at].isLetter();
}

bool isAfterSign(QStringView text, qsizetype at)
{
    return QStringView(u".)_").contains(text[at - 1]) && (text[at].isLetter() || text[at] == u'(');
}

bool isAnywhere(QStringView text, qsizetype at)
{
    return at % longestPiece == 0 && !text[at].isLowSurrogate();
}

// Names of functions and files are long and have no spaces. What is too long for the narrowest card may end a line behind
// a sign; what then still is, within a name, and at last anywhere.
QString brokenWord(QStringView word)
{
    QList<QStringView> pieces{word};
    for (const auto mayBreak : {isAfterFolder, isAfterSign, isHump, isAnywhere}) {
        QList<QStringView> smaller;
        for (QStringView piece : std::as_const(pieces)) {
            const bool isTooLong = piece.size() > longestPiece;
            for (qsizetype at = 1; isTooLong && at < piece.size(); ++at) {
                if (!mayBreak(piece, at))
                    continue;
                smaller.append(piece.first(at));
                piece = piece.sliced(at);
                at = 0;
            }
            smaller.append(piece);
        }
        pieces = smaller;
    }
    QString broken;
    for (const QStringView piece : std::as_const(pieces)) {
        if (!broken.isEmpty())
            broken += zeroWidthSpace;
        broken += piece;
    }
    // Qt would end a line between a file and its line.
    for (qsizetype at = broken.size() - 1; at > 0; --at) {
        if (broken[at].isDigit() && broken[at - 1] == u':')
            broken.insert(at, wordJoiner);
    }
    return broken;
}

} // namespace

QString breakable(const QString &text)
{
    QString broken;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !text[i].isSpace())
            continue;
        broken += brokenWord(QStringView(text).sliced(begin, i - begin));
        begin = i + 1;
        if (i == text.size())
            break;
        // A number and its unit stay together.
        const bool isBeforeUnit = text[i] == u' ' && i > 0 && text[i - 1].isDigit() && i + 1 < text.size()
            && QStringView(u"BKMG%").contains(text[i + 1]);
        broken += isBeforeUnit ? QChar(QChar::Nbsp) : text[i];
    }
    return broken;
}

QString unbroken(QString text)
{
    return text.remove(zeroWidthSpace)
        .remove(wordJoiner)
        .replace(QChar::Nbsp, u' ')
        .replace(QChar::ParagraphSeparator, u'\n');
}

} // namespace ui
