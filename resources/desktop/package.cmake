# The Debian package: `./app/setup package && cmake --workflow --preset package` makes build/release/tidemark_….deb.
# Everything about CPack stands here; what is in the package say the install() rules beside what they install.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tidemark)
set(CPACK_PACKAGE_VENDOR "The Tidemark developers")
set(CPACK_PACKAGE_CONTACT "The Tidemark developers <developers@tidemark.invalid>") # there is no mailbox
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE) # whatever umask is

# Debian's own changelog knows the revision, which begins with 0 so that a package made in Debian comes after ours.
set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
             ${CMAKE_CURRENT_LIST_DIR}/changelog)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/changelog newest LIMIT_COUNT 1)
if(NOT newest MATCHES "^tidemark \\(([^)]+)-([^)-]+)\\)" OR NOT CMAKE_MATCH_1 STREQUAL PROJECT_VERSION)
    message(FATAL_ERROR "resources/desktop/changelog does not begin with an entry for ${PROJECT_VERSION}: ${newest}")
endif()
set(CPACK_DEBIAN_PACKAGE_RELEASE ${CMAKE_MATCH_2})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# What the programs link comes by itself. What they load, or run better with: certificates for https, a Wayland window, Inter,
# the window's font, the fonts of reports, and Qt's own texts in Chinese.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "ca-certificates, fonts-inter, fonts-dejavu-core, fonts-noto-cjk, fonts-symbola, qt6-wayland, qt6-translations-l10n")

set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "upload files to a service and see what they leave in its memory")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Tidemark uploads files to an HTTP service and watches that service's memory
while it does so: heap, resident set, goroutines or threads, and descriptors,
on one time axis with the uploads. It tells whether uploads leak, how much, in
which resource and in which function; where a service breaks down under many
uploads at once; and what it makes of uploads that are wrong.

This package contains the desktop program, tidemark; the headless one for
scripts and CI, tidemark-cli; and a sample server that leaks on purpose.")

include(CPack)
