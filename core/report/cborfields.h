// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCborArray>
#include <QCborMap>
#include <QString>
#include <QUrl>

#include <chrono>
#include <concepts>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

/// Values of the program as CBOR (RFC 8949) and back, by one list of fields that serves both ways. Any thread.
///
///     template <typename Fields> void describe(Fields &fields, Site &site)
///     {
///         fields("function", site.function)("line", site.line);
///     }
///
/// What `describe` does not know by name is left alone when it is read, and what is missing stays as it was made: a document
/// of another version gives what both know.
namespace report::cbor {

/// The last value of an enumeration, to be told for each that is read: a number beyond it is none.
template <typename Enum>
inline constexpr auto lastOf = [] { static_assert(sizeof(Enum) == 0, "tell its last value"); };

class Writer;
class Reader;

template <typename T>
concept Described = requires(T &value, Writer &writer)
{
    describe(writer, value);
};
template <typename T>
concept Listed
    = std::ranges::range<T> && !std::same_as<
          T, QString> && !std::same_as<T, QByteArray> && requires(T & list, typename T::value_type element)
{
    list.push_back(element);
};
template <typename T>
inline constexpr bool isDuration = false;
template <typename Rep, typename Period>
inline constexpr bool isDuration<std::chrono::duration<Rep, Period>> = true;
template <typename T>
inline constexpr bool isOptional = false;
template <typename T>
inline constexpr bool isOptional<std::optional<T>> = true;

class Writer final
{
public:
    template <typename T>
    Writer &operator()(const char *name, T &value)
    {
        m_map.insert(QLatin1StringView(name), valueOf(value));
        return *this;
    }
    [[nodiscard]] const QCborMap &map() const { return m_map; }

    template <typename T>
    [[nodiscard]] static QCborValue valueOf(T &value)
    {
        if constexpr (isOptional<T>) {
            return value ? valueOf(*value) : QCborValue(nullptr);
        } else if constexpr (std::is_enum_v<T>) {
            return static_cast<qint64>(value);
        } else if constexpr (std::same_as<T, bool>) {
            return value;
        } else if constexpr (std::integral<T>) {
            return static_cast<qint64>(value); // a seed of 64 bits comes back by the same way
        } else if constexpr (isDuration<T>) {
            return static_cast<qint64>(value.count());
        } else if constexpr (std::same_as<T, QUrl>) {
            return QString::fromUtf8(value.toEncoded());
        } else if constexpr (Listed<T>) {
            QCborArray array;
            for (auto &element : value)
                array.append(valueOf(element));
            return array;
        } else if constexpr (Described<T>) {
            Writer writer;
            describe(writer, value);
            return writer.map();
        } else {
            return QCborValue(value); // double, QString, QByteArray
        }
    }

private:
    QCborMap m_map;
};

class Reader final
{
public:
    explicit Reader(const QCborMap &map)
        : m_map(map)
    {
    }

    template <typename T>
    Reader &operator()(const char *name, T &value)
    {
        const QCborValue found = m_map.value(QLatin1StringView(name));
        if (!found.isUndefined() && !take(found, value) && m_wrong.isEmpty())
            m_wrong = QLatin1StringView(name);
        return *this;
    }
    /// The first field that is not what it has to be; empty: all are.
    [[nodiscard]] const QString &wrong() const { return m_wrong; }

private:
    template <typename T>
    bool take(const QCborValue &from, T &value)
    {
        if constexpr (isOptional<T>) {
            if (from.isNull()) {
                value.reset();
                return true;
            }
            return take(from, value.emplace());
        } else if constexpr (std::is_enum_v<T>) {
            const qint64 number = from.toInteger(-1);
            if (number < 0 || number > static_cast<qint64>(lastOf<T>))
                return false;
            value = static_cast<T>(number);
            return true;
        } else if constexpr (std::same_as<T, bool>) {
            value = from.toBool();
            return from.isBool();
        } else if constexpr (std::integral<T>) {
            const qint64 number = from.toInteger();
            value = static_cast<T>(number);
            return from.isInteger() && static_cast<qint64>(value) == number;
        } else if constexpr (isDuration<T>) {
            value = T(static_cast<typename T::rep>(from.toInteger()));
            return from.isInteger();
        } else if constexpr (std::same_as<T, QUrl>) {
            value = QUrl::fromEncoded(from.toString().toUtf8());
            return from.isString();
        } else if constexpr (std::same_as<T, QString>) {
            value = from.toString();
            return from.isString();
        } else if constexpr (std::same_as<T, QByteArray>) {
            value = from.toByteArray();
            return from.isByteArray();
        } else if constexpr (std::floating_point<T>) {
            value = from.toDouble();
            return from.isDouble() || from.isInteger();
        } else if constexpr (Listed<T>) {
            const QCborArray array = from.toArray();
            value.clear();
            for (const QCborValue &element : array) {
                typename T::value_type made{};
                if (!take(element, made))
                    return false;
                value.push_back(std::move(made));
            }
            return from.isArray();
        } else {
            Reader reader(from.toMap());
            describe(reader, value);
            if (m_wrong.isEmpty())
                m_wrong = reader.wrong();
            return from.isMap() && reader.wrong().isEmpty();
        }
    }

    QCborMap m_map;
    QString m_wrong;
};

} // namespace report::cbor
