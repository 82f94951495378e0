# Debian's libbrotli-dev brings no package file for CMake. Defines Brotli::Decoder. Installed too, for quothConfig.cmake.

find_path(Brotli_INCLUDE_DIR brotli/decode.h)
find_library(Brotli_LIBRARY brotlidec)
mark_as_advanced(Brotli_INCLUDE_DIR Brotli_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Brotli REQUIRED_VARS Brotli_LIBRARY Brotli_INCLUDE_DIR)

if(Brotli_FOUND AND NOT TARGET Brotli::Decoder)
  add_library(Brotli::Decoder UNKNOWN IMPORTED)
  set_target_properties(Brotli::Decoder PROPERTIES
    IMPORTED_LOCATION "${Brotli_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${Brotli_INCLUDE_DIR}")
  if(Brotli_LIBRARY MATCHES "\\.a$")  # A static library does not say what it needs.
    find_library(Brotli_COMMON_LIBRARY brotlicommon REQUIRED)
    mark_as_advanced(Brotli_COMMON_LIBRARY)
    set_target_properties(Brotli::Decoder PROPERTIES INTERFACE_LINK_LIBRARIES "${Brotli_COMMON_LIBRARY}")
  endif()
endif()
