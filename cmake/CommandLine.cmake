# The program `quoth`: everything in cli/. All but main.cc is an object library, so that tests can link to it.

find_package(CLI11 REQUIRED)

file(GLOB quoth_cli_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cli/*.cc)
list(FILTER quoth_cli_sources EXCLUDE REGEX "_test\\.cc$")
if(NOT quoth_cli_sources)
  message(STATUS "cli/ is empty: no program is built")
  return()
endif()
list(FILTER quoth_cli_sources EXCLUDE REGEX "/main\\.cc$")
if(NOT TARGET quoth_server)
  list(FILTER quoth_cli_sources EXCLUDE REGEX "/serve_command\\.cc$")
endif()

add_library(quoth_cli_objects OBJECT ${quoth_cli_sources})
target_include_directories(quoth_cli_objects PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(quoth_cli_objects PUBLIC
  QUOTH_VERSION="${PROJECT_VERSION}" QUOTH_BUILD_TYPE="${quoth_build_type}")
target_link_libraries(quoth_cli_objects PUBLIC
  quoth CLI11::CLI11 fmt::fmt simdjson::simdjson ICU::uc OpenSSL::Crypto Threads::Threads quoth_compile_options)
if(TARGET quoth_server)
  target_link_libraries(quoth_cli_objects PUBLIC quoth_server)
  target_compile_definitions(quoth_cli_objects PUBLIC QUOTH_HAS_SERVER)
endif()

add_executable(quoth_cli ${PROJECT_SOURCE_DIR}/cli/main.cc)
target_link_libraries(quoth_cli PRIVATE quoth_cli_objects)
set_target_properties(quoth_cli PROPERTIES
  OUTPUT_NAME quoth RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
