# A wheel must run where none of our libraries is installed, and must not hand its copies to other modules of the process: a
# bundled libcrypto.so.3 would serve Python's ssl too. So what has a static library is linked from that; the rest (ICU with its
# data, which program and module share, and what Debian has shared only) is laid beside the module by
# PythonPackage.cmake.

find_library(ICU_UC_LIBRARY_RELEASE icuuc REQUIRED)
find_library(ICU_DATA_LIBRARY_RELEASE icudata REQUIRED)
set(CMAKE_FIND_LIBRARY_SUFFIXES .a .so)
set(OPENSSL_USE_STATIC_LIBS ON)
add_link_options(LINKER:--exclude-libs,ALL)
