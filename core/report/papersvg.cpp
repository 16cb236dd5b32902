// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/papersvg.h"

#include "core/report/htmlstyle.h"

#include <QRectF>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

namespace report {
namespace {

using Attributes = std::initializer_list<std::pair<const char *, QString>>;

/// Resolves as it copies.
class PaperSvg
{
public:
    explicit PaperSvg(const QByteArray &inlineSvg)
        : m_in(inlineSvg)
        , m_out(&m_svg)
    {
    }

    QByteArray copied()
    {
        while (!m_in.atEnd()) {
            m_in.readNext();
            if (m_in.isStartElement())
                begin();
            else if (m_in.isEndElement())
                end();
            else if (m_in.isCharacters())
                m_out.writeCharacters(m_in.text().toString());
        }
        return m_in.hasError() ? QByteArray() : m_svg;
    }

private:
    struct Group
    {
        QStringList classes;
        bool isClipped = false;
    };

    void begin()
    {
        const QString name = m_in.name().toString();
        const QStringList classes = attribute("class").split(u' ', Qt::SkipEmptyParts);
        const bool waits
            = classes.contains(QStringLiteral("column")) || classes.contains(QStringLiteral("hint"));
        if (waits || name == QLatin1StringView("title") || name == QLatin1StringView("desc")) {
            m_in.skipCurrentElement();
        } else if (name == QLatin1StringView("clipPath")) {
            readClips();
        } else if (name == QLatin1StringView("rect") && isClipped()) {
            writeClipped(classes);
            m_in.skipCurrentElement();
        } else {
            m_open.append({classes, m_in.attributes().hasAttribute(QStringLiteral("clip-path"))});
            m_out.writeStartElement(name);
            copyAttributes();
            writeLook(name, classes);
        }
    }

    void end()
    {
        m_open.removeLast();
        m_out.writeEndElement();
    }

    [[nodiscard]] QString attribute(const char *name) const
    {
        return m_in.attributes().value(QLatin1StringView(name)).toString();
    }

    [[nodiscard]] bool isClipped() const
    {
        return std::ranges::any_of(m_open, [](const Group &group) { return group.isClipped; });
    }

    [[nodiscard]] QRectF rect() const
    {
        return {attribute("x").toDouble(), attribute("y").toDouble(), attribute("width").toDouble(),
                attribute("height").toDouble()};
    }

    void readClips()
    {
        while (m_in.readNextStartElement()) {
            m_clips.append(rect());
            m_in.skipCurrentElement();
        }
    }

    void writeClipped(const QStringList &classes)
    {
        for (const QRectF &clip : std::as_const(m_clips)) {
            const QRectF part = rect().intersected(clip);
            if (part.isEmpty())
                continue;
            m_out.writeEmptyElement(QStringLiteral("rect"));
            for (const auto &[name, value] :
                 {std::pair("x", part.x()), std::pair("y", part.y()), std::pair("width", part.width()),
                  std::pair("height", part.height())})
                m_out.writeAttribute(QLatin1StringView(name), QString::number(value, 'f', 1));
            writeLook(QStringLiteral("rect"), classes);
        }
    }

    void copyAttributes()
    {
        for (const QXmlStreamAttribute &one : m_in.attributes()) {
            const QStringView name = one.name();
            const bool isForPage = name == QLatin1StringView("class") || name == QLatin1StringView("role")
                || name == QLatin1StringView("clip-path") || name.startsWith(QLatin1StringView("aria-"));
            if (!isForPage)
                m_out.writeAttribute(one);
        }
        if (m_open.size() == 1)
            m_out.writeAttribute(QStringLiteral("xmlns"), QStringLiteral("http://www.w3.org/2000/svg"));
    }

    void set(Attributes attributes)
    {
        for (const auto &[name, value] : attributes)
            m_out.writeAttribute(QLatin1StringView(name), value);
    }

    // The twin of the style sheet's rules for charts.
    void writeLook(const QString &name, const QStringList &classes)
    {
        const auto is = [&classes](const char *one) { return classes.contains(QLatin1StringView(one)); };
        const QString series = seriesColour(classes);
        if (name == QLatin1StringView("text"))
            writeTextLook(classes);
        else if (is("grid") || is("base"))
            set({{"stroke", paperColour(is("base") ? "base" : "grid")},
                 {"stroke-width", QStringLiteral("0.8")}});
        else if (is("torn"))
            set({{"fill", QStringLiteral("none")}, {"stroke", paperColour("dim")}});
        else if (is("collapse"))
            set({{"fill", paperColour("badbg")}});
        else if (is("band") || is("earlier"))
            set({{"fill", paperColour(is("band") ? "band" : "base")}});
        else if (is("range"))
            set({{"fill", series}, {"fill-opacity", QStringLiteral("0.25")}});
        else if (is("line"))
            writeLineLook(series, is("heapGoal"));
        else if (is("pole"))
            set({{"fill", QStringLiteral("none")},
                 {"stroke", paperColour("dim")},
                 {"stroke-dasharray", QStringLiteral("1,2")}});
        else if (is("flag"))
            set({{"fill", paperColour(isAlarming() ? "bad" : "dim")}});
        else if (!series.isEmpty())
            set({{"fill", series}});
    }

    void writeTextLook(const QStringList &classes)
    {
        const bool isTitle = classes.contains(QStringLiteral("title"));
        const bool isLabel = classes.contains(QStringLiteral("label"));
        const QString anchor = classes.contains(QStringLiteral("end")) ? QStringLiteral("end")
            : classes.contains(QStringLiteral("middle"))               ? QStringLiteral("middle")
                                                                       : QStringLiteral("start");
        set({{"font-size", QStringLiteral("13")}, // 11 on a screen: paper is half as wide
             {"font-weight", isTitle || isLabel ? QStringLiteral("600") : QStringLiteral("400")},
             {"text-anchor", anchor},
             {"fill",
              isTitle                                            ? paperColour("text")
                  : isLabel                                      ? seriesColour(classes, "-text")
                  : classes.contains(QStringLiteral("collapse")) ? paperColour("bad")
                                                                 : paperColour("dim")}});
    }

    void writeLineLook(const QString &colour, bool isGoal)
    {
        set({{"fill", QStringLiteral("none")},
             {"stroke", colour},
             {"stroke-width", isGoal ? QStringLiteral("1.1") : QStringLiteral("1.4")},
             {"stroke-linejoin", QStringLiteral("round")},
             {"stroke-linecap", QStringLiteral("round")}});
        if (isGoal)
            set({{"stroke-dasharray", QStringLiteral("5,3")}});
    }

    /// Of a flag in the group of a mark.
    [[nodiscard]] bool isAlarming() const
    {
        return std::ranges::any_of(m_open, [](const Group &group) {
            return std::ranges::any_of(group.classes, [](const QString &name) {
                return name == QLatin1StringView("lost") || name == QLatin1StringView("restarted")
                    || name == QLatin1StringView("alertRaised");
            });
        });
    }

    QXmlStreamReader m_in;
    QByteArray m_svg;
    QXmlStreamWriter m_out;
    QList<Group> m_open;
    QList<QRectF> m_clips;
};

} // namespace

QByteArray paperSvg(const QByteArray &inlineSvg)
{
    return PaperSvg(inlineSvg).copied();
}

} // namespace report
