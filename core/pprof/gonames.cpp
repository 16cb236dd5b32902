// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/gonames.h"

#include <algorithm>

namespace pprof::go {

namespace {
// The first path elements of all packages of Go 1.0 to 1.25 (ls $GOROOT/src), sorted.
constexpr std::string_view standardNames[]{
    "archive", "arena",    "bufio",   "builtin", "bytes",    "cmp",      "compress", "container", "context",
    "crypto",  "database", "debug",   "embed",   "encoding", "errors",   "expvar",   "flag",      "fmt",
    "go",      "hash",     "html",    "image",   "index",    "internal", "io",       "iter",      "log",
    "maps",    "math",     "mime",    "net",     "os",       "path",     "plugin",   "reflect",   "regexp",
    "runtime", "slices",   "sort",    "strconv", "strings",  "structs",  "sync",     "syscall",   "testing",
    "text",    "time",     "unicode", "unique",  "unsafe",   "weak"};
static_assert(std::is_sorted(std::begin(standardNames), std::end(standardNames)));

constexpr std::string_view hostsOfRepositories[]{"github.com",   "gitlab.com", "bitbucket.org",
                                                 "codeberg.org", "golang.org", "git.sr.ht"};

std::string_view firstElement(std::string_view path)
{
    return path.substr(0, path.find('/'));
}
} // namespace

bool isGoFile(std::string_view file)
{
    return file.ends_with(".go");
}

std::string packageOf(std::string_view function)
{
    const std::string_view plain = function.substr(0, function.find('['));
    const size_t slash = plain.rfind('/');
    const size_t dot = plain.find('.', slash == std::string_view::npos ? 0 : slash);
    std::string_view rest = plain.substr(0, dot);
    std::string package;
    for (size_t at = rest.find("%2e"); at != std::string_view::npos; at = rest.find("%2e")) {
        package.append(rest.substr(0, at)).push_back('.');
        rest.remove_prefix(at + 3);
    }
    package.append(rest);
    return package;
}

std::string_view folderOf(std::string_view file)
{
    const size_t slash = file.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : file.substr(0, slash);
}

bool hasStandardName(std::string_view package)
{
    if (package.starts_with("vendor/golang.org/x/"))
        return true;
    return std::binary_search(std::begin(standardNames), std::end(standardNames), firstElement(package));
}

bool isDependencyFile(std::string_view file)
{
    return file.find("@v") != std::string_view::npos || file.find("/pkg/mod/") != std::string_view::npos
        || file.find("/vendor/") != std::string_view::npos;
}

std::string_view moduleOf(std::string_view package)
{
    const std::string_view host = firstElement(package);
    int elements = 1;
    if (std::find(std::begin(hostsOfRepositories), std::end(hostsOfRepositories), host)
        != std::end(hostsOfRepositories))
        elements = 3;
    else if (host.find('.') != std::string_view::npos)
        elements = 2;
    size_t end = 0;
    for (int i = 0; i < elements; ++i) {
        if (i > 0 && end == package.size())
            return {};
        end = package.find('/', i == 0 ? 0 : end + 1);
        if (end == std::string_view::npos)
            end = package.size();
    }
    return package.substr(0, end);
}

bool isWithin(std::string_view package, std::string_view module)
{
    return !module.empty() && package.starts_with(module)
        && (package.size() == module.size() || package[module.size()] == '/');
}

std::string_view commonModule(std::string_view package, std::string_view folder, std::string_view mainFolder)
{
    // The common folder, ending at a slash in both.
    const auto [a, b] = std::mismatch(folder.begin(), folder.end(), mainFolder.begin(), mainFolder.end());
    auto common = static_cast<size_t>(a - folder.begin());
    const bool atEnds = (a == folder.end() || *a == '/') && (b == mainFolder.end() || *b == '/');
    if (!atEnds) {
        const size_t slash = folder.substr(0, common).rfind('/');
        if (slash == std::string_view::npos)
            return {};
        common = slash;
    }
    const std::string_view below = folder.substr(common); // "" or "/internal/store"
    if (!package.ends_with(below.substr(below.empty() ? 0 : 1)))
        return {};
    std::string_view import = package.substr(0, package.size() - std::min(below.size(), package.size()));
    return moduleOf(import).empty() ? std::string_view() : import;
}

} // namespace pprof::go
