# Each eval/NAME.cc is a program of its own, quoth_NAME, in the build folder; the script eval/NAME runs it.

file(GLOB quoth_eval_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/eval/*.cc)
foreach(source IN LISTS quoth_eval_sources)
  get_filename_component(name ${source} NAME_WE)
  add_executable(quoth_${name} ${source})
  target_include_directories(quoth_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(quoth_${name} PRIVATE quoth fmt::fmt quoth_compile_options)
  set_target_properties(quoth_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
endforeach()
