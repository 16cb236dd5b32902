// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace support {

/// Writes profiles as their producers do, and in ways that none does. Functions are written
/// "name@file:line"; file and line may be left out.
class ProfileWriter final
{
public:
    struct Sample
    {
        std::vector<std::vector<std::string>>
            stack; ///< Leaf first; each location with its inlined callees first.
        std::vector<qint64> values;
        qint64 blockBytes = 0;
    };

    /// "inuse_objects/count", "inuse_space/bytes".
    explicit ProfileWriter(std::vector<std::string> types = {"inuse_objects/count", "inuse_space/bytes"});

    bool packed = true; ///< Repeated integers.
    quint64 idStep = 1; ///< Distance of ids.
    qint64 period = 512 * 1024;
    std::string periodType = "space/bytes";
    std::string dropFrames;
    std::string keepFrames;
    std::string defaultType;

    /// "leaf <- caller <- root": one function per location, "a + b" for b with a inlined into it.
    void add(const std::string &stack, std::vector<qint64> values, qint64 blockBytes = 0);
    [[nodiscard]] QByteArray plain() const;
    [[nodiscard]] QByteArray gzipped() const;

private:
    std::vector<std::string> m_types;
    std::vector<Sample> m_samples;
};

[[nodiscard]] QByteArray gzip(const QByteArray &content);
/// A file of tests/data/pprof.
[[nodiscard]] QByteArray recordedProfile(const QString &name);

} // namespace support
