# quoth_embed(RESULT GENERATOR INPUT FILES…): a build rule that writes data into a source file, whose path it leaves in RESULT:
# cmake/GENERATOR.cmake is run for INPUT, a file or a folder, whenever one of FILES or the generator changes.
function(quoth_embed result generator input)
  set(script "${PROJECT_SOURCE_DIR}/cmake/${generator}.cmake")
  set(output "${PROJECT_BINARY_DIR}/generated/${generator}.cc")
  cmake_path(RELATIVE_PATH input BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE shown)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${input} -DOUTPUT=${output} -P ${script}
    DEPENDS ${ARGN} ${script} ${PROJECT_SOURCE_DIR}/cmake/ByteArray.cmake
    COMMENT "Embedding ${shown}")
  set(${result} ${output} PARENT_SCOPE)
endfunction()
