# The wheel: the module quoth._engine (python/src), the program, the shared libraries of both, the weights. What is pure Python
# is taken from python/quoth by pyproject.toml.

find_package(nanobind CONFIG REQUIRED)

file(GLOB quoth_python_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/python/src/*.cc)
nanobind_add_module(quoth_python NB_STATIC NB_SUPPRESS_WARNINGS NOMINSIZE ${quoth_python_sources})
target_compile_definitions(quoth_python PRIVATE QUOTH_VERSION="${PROJECT_VERSION}")
target_link_libraries(quoth_python PRIVATE quoth quoth_tables Threads::Threads quoth_compile_options)
set_target_properties(quoth_python PROPERTIES
  OUTPUT_NAME _engine INSTALL_RPATH "$ORIGIN/lib" CXX_VISIBILITY_PRESET hidden)
set_target_properties(quoth_cli PROPERTIES INSTALL_RPATH "${quoth_program_rpath}")

# Old tags: the libraries that a library needs are sought beside it too, though it says nothing of that itself.
target_link_options(quoth_python PRIVATE LINKER:--disable-new-dtags)
target_link_options(quoth_cli PRIVATE LINKER:--disable-new-dtags)

install(TARGETS quoth_python COMPONENT python DESTINATION quoth)
install(TARGETS quoth_cli COMPONENT python DESTINATION ${SKBUILD_SCRIPTS_DIR})

# Of ICU's data a sixth is enough: converters. Without icu-devtools all of it is taken, and the wheel is 10 MB larger.
find_program(QUOTH_ICUPKG icupkg PATHS /usr/sbin)
install(CODE "set(icupkg \"${QUOTH_ICUPKG}\")\nset(make_icu_data \"${PROJECT_SOURCE_DIR}/tools/make-icu-data\")" COMPONENT python)

# Under the one name that the loader asks for: a wheel has no links. The C and C++ runtimes are the system's.
install(CODE [[
  file(GET_RUNTIME_DEPENDENCIES
    EXECUTABLES "$<TARGET_FILE:quoth_cli>" MODULES "$<TARGET_FILE:quoth_python>" RESOLVED_DEPENDENCIES_VAR libraries
    PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|m|dl|rt|pthread|gcc_s|stdc\\+\\+)\\.so")
  set(folder "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/quoth/lib")
  file(MAKE_DIRECTORY "${folder}")
  foreach(library IN LISTS libraries)
    get_filename_component(name "${library}" NAME)
    file(REAL_PATH "${library}" file)
    if(name MATCHES "^libicudata" AND icupkg)
      execute_process(COMMAND "${make_icu_data}" "${file}" "${folder}/${name}" COMMAND_ERROR_IS_FATAL ANY)
    else()
      file(COPY_FILE "${file}" "${folder}/${name}")
    endif()
  endforeach()
]] COMPONENT python)

# Research weights learnt from data without a stated licence: they are in no package.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/models/ COMPONENT python DESTINATION quoth/models
        FILES_MATCHING PATTERN "*research*" EXCLUDE PATTERN "*.qmodel" PATTERN "*.md")
