// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profile.h"

namespace pprof {

/// Whose code a function is.
enum class Origin {
    Standard, ///< The language's runtime and standard library.
    Dependency, ///< A library that the program uses.
    Main, ///< The program's own.
};

/// Tells whose code the functions of a profile are.
///
/// Go: the standard library is what lies below GOROOT, which the runtime's own files give away; with -trimpath it is
/// the packages whose first path element is one of the library's, and `vendor/golang.org/x`. The main module is package
/// main and what lies in the same module: the import path of main's folder with -trimpath, else what its folder
/// and the folders of other packages have in common; a profile without package main is taken by the package that most
/// stacks begin with. Module caches and vendor folders hold dependencies.
/// Other languages: the C++ and Rust libraries by name and folder; everything else is Main, unless its file
/// lies where systems and package managers keep libraries.
class Origins final
{
public:
    explicit Origins(const Profile &profile);

    /// `function` is an index of that profile's functions.
    [[nodiscard]] Origin of(quint32 function) const { return m_origins[function]; }
    /// Import path of the main module, "github.com/distribution/distribution"; empty when it is not known.
    [[nodiscard]] const std::string &mainModule() const { return m_module; }

private:
    [[nodiscard]] std::string moduleOfMain(const Profile &profile) const;
    [[nodiscard]] std::string moduleOfRoots(const Profile &profile) const;

    std::vector<Origin> m_origins;
    std::string m_goRoot;
    std::string m_module;
};

} // namespace pprof
