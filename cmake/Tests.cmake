# One test binary for each stage of src/ (its *_test.cc), one for cli/, one for python/tables and one for tests/. A test is labelled with its
# folder: base; where its name says "thread", base-threads: those run under the thread sanitizer too.

enable_testing()
find_package(GTest REQUIRED)
find_package(Gumbo REQUIRED)
include(GoogleTest)

# What the thread sanitizer's run needs of all this.
add_custom_target(quoth_threaded_tests)

function(quoth_threaded_sources result)
  set(threaded "")
  foreach(source IN LISTS ARGN)
    file(STRINGS ${source} tests REGEX "^TEST.*hread")
    if(tests)
      list(APPEND threaded ${source})
    endif()
  endforeach()
  set(${result} "${threaded}" PARENT_SCOPE)
endfunction()

function(quoth_add_tests folder)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*_test.cc)
  if(NOT sources)
    return()
  endif()
  get_filename_component(name ${folder} NAME)
  set(target quoth_${name}_test)
  add_executable(${target} ${sources})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_compile_definitions(${target} PRIVATE
    QUOTH_SOURCE_DIR="${PROJECT_SOURCE_DIR}" QUOTH_BINARY="${PROJECT_BINARY_DIR}/quoth")
  target_link_libraries(${target} PRIVATE
    quoth GTest::gtest_main fmt::fmt simdjson::simdjson OpenSSL::Crypto ICU::uc Threads::Threads quoth_compile_options)
  if(folder MATCHES "^(src/page|tests)$")
    target_link_libraries(${target} PRIVATE Gumbo::Gumbo)
  endif()
  if(folder STREQUAL "server")
    target_link_libraries(${target} PRIVATE quoth_server)
  elseif(folder STREQUAL "cli")
    target_link_libraries(${target} PRIVATE quoth_cli_objects)
  elseif(folder STREQUAL "python/tables")
    target_link_libraries(${target} PRIVATE quoth_tables)
  endif()
  if(TARGET quoth_cli)
    add_dependencies(${target} quoth_cli)
  endif()
  gtest_discover_tests(${target} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 120 TEST_PREFIX "${name}." TEST_FILTER "-*hread*"
    TEST_LIST ${target}_list PROPERTIES LABELS ${name} TIMEOUT 300)
  quoth_threaded_sources(threaded ${sources})
  if(threaded)
    gtest_discover_tests(${target} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 120 TEST_PREFIX "${name}." TEST_FILTER "*hread*"
      TEST_LIST ${target}_threads_list PROPERTIES LABELS ${name}-threads TIMEOUT 300)
    add_dependencies(quoth_threaded_tests ${target})
  endif()
endfunction()

foreach(stage IN LISTS quoth_stages)
  quoth_add_tests(src/${stage})
endforeach()
if(TARGET quoth_cli_objects)
  quoth_add_tests(cli)
endif()
if(TARGET quoth_server)
  quoth_add_tests(server)
endif()
quoth_add_tests(python/tables)
quoth_add_tests(tests)

# Built by tools/check-parity alone.
add_executable(quoth_segment_dump EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/parity/segment_dump.cc)
target_include_directories(quoth_segment_dump PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(quoth_segment_dump PRIVATE quoth fmt::fmt simdjson::simdjson quoth_compile_options)
