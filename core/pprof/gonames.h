// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// What the names in Go profiles say: "github.com/a/b/pkg.(*Type).Method.func1" in "/src/b/pkg/file.go".
namespace pprof::go {

[[nodiscard]] bool isGoFile(std::string_view file);
/// Import path of a function's package: "github.com/a/b/pkg". Generic arguments and %2e are understood.
[[nodiscard]] std::string packageOf(std::string_view function);
[[nodiscard]] std::string_view folderOf(std::string_view file);
/// Whether a package of that import path may be one of the standard library.
[[nodiscard]] bool hasStandardName(std::string_view package);
/// Whether a file lies in the module cache or in a vendor folder.
[[nodiscard]] bool isDependencyFile(std::string_view file);
/// The module that a package of that import path most likely belongs to: three elements on hosts where people own
/// repositories ("github.com/a/b"), two elsewhere ("example.com/b"), one without a host. Empty when it is too short.
[[nodiscard]] std::string_view moduleOf(std::string_view package);
/// Whether `package` is `module` or lies in it.
[[nodiscard]] bool isWithin(std::string_view package, std::string_view module);
/// With a package's folder and that of main, both absolute: the import path of the folder that holds both. Empty
/// when the two are not in one module.
[[nodiscard]] std::string_view commonModule(std::string_view package, std::string_view folder,
                                            std::string_view mainFolder);

} // namespace pprof::go
