# Interface targets for whatever this project compiles; nothing here reaches those who link to quoth::quoth.

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Release, Debug, RelWithDebInfo or MinSizeRel" FORCE)
endif()

find_program(QUOTH_CCACHE ccache)
mark_as_advanced(QUOTH_CCACHE)
if(QUOTH_DEVELOPER AND QUOTH_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${QUOTH_CCACHE})
endif()

add_library(quoth_warnings INTERFACE)
target_compile_options(quoth_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow -pedantic)
# Vectors wider than the baseline's registers are passed inside one source file only, where no ABI is at stake.
target_compile_options(quoth_warnings INTERFACE -Wno-psabi)
if(QUOTH_DEVELOPER)
  target_compile_options(quoth_warnings INTERFACE -Werror)
endif()

add_library(quoth_sanitizers INTERFACE)
if(QUOTH_SANITIZE)
  target_compile_options(quoth_sanitizers INTERFACE
    -fsanitize=${QUOTH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(quoth_sanitizers INTERFACE -fsanitize=${QUOTH_SANITIZE})
  # The thread sanitizer's own code makes gcc 12 take empty optionals for values that were not set; the other builds do warn.
  if(QUOTH_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(quoth_sanitizers INTERFACE -Wno-error=maybe-uninitialized)
  endif()
endif()
if(QUOTH_FUZZ)
  target_compile_options(quoth_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Answers must not depend on the machine: no fused multiply-add that the source does not spell out.
add_library(quoth_compile_options INTERFACE)
target_compile_options(quoth_compile_options INTERFACE -ffp-contract=off)
target_link_libraries(quoth_compile_options INTERFACE quoth_warnings quoth_sanitizers)

# What the program says of its own build: "Release", "Debug", "Debug address,undefined".
string(STRIP "${CMAKE_BUILD_TYPE} ${QUOTH_SANITIZE}" quoth_build_type)
