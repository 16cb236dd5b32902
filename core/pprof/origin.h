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
/// and the folders of other packages have in common. Module caches and vendor folders hold dependencies. A heap profile
/// mostly lacks package main, whose frames hardly allocate: a goroutine profile of the same process is the witness that
/// always has main.main. Without one, of the modules that may be it, the program is the one that calls and is called by
/// most others, as routers call it and it calls libraries; where none calls another, the one that most stacks begin with.
/// Where even that does not tell, all of them are Main: the frame nearest to the allocation tells more than a router.
/// Other languages: the C++ and Rust libraries by name and folder; everything else is Main, unless its file
/// lies where systems and package managers keep libraries.
class Origins final
{
public:
    /// `witness` tells nothing but what package main and GOROOT are; null: there is none.
    explicit Origins(const Profile &profile, const Profile *witness = nullptr);

    /// `function` is an index of that profile's functions.
    [[nodiscard]] Origin of(quint32 function) const { return m_origins[function]; }
    /// Import path of the main module, "github.com/distribution/distribution"; empty when it is not known for sure.
    [[nodiscard]] const std::string &mainModule() const { return m_module; }

private:
    std::vector<Origin> m_origins;
    std::string m_module;
};

} // namespace pprof
