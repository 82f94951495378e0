# Each fuzz/NAME.cc defines LLVMFuzzerTestOneInput and becomes fuzz_NAME in the build folder; tools/test runs them all.

if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  message(FATAL_ERROR "QUOTH_FUZZ needs clang: use the preset `fuzz`")
endif()

file(GLOB quoth_fuzz_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fuzz/*.cc)
foreach(source IN LISTS quoth_fuzz_sources)
  get_filename_component(name ${source} NAME_WE)
  add_executable(fuzz_${name} ${source})
  target_include_directories(fuzz_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_compile_definitions(fuzz_${name} PRIVATE QUOTH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(fuzz_${name} PRIVATE
    quoth quoth_tables fmt::fmt simdjson::simdjson OpenSSL::Crypto ICU::uc quoth_compile_options)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  if(TARGET quoth_server)
    target_link_libraries(fuzz_${name} PRIVATE quoth_server)
  endif()
  if(name STREQUAL "html_tree")
    find_package(Gumbo REQUIRED)
    target_link_libraries(fuzz_${name} PRIVATE Gumbo::Gumbo)
  endif()
  set_target_properties(fuzz_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
endforeach()
