# The package: headers, library, program, weights, and find_package(quoth).

include(CMakePackageConfigHelpers)

install(TARGETS quoth EXPORT quoth_targets FILE_SET HEADERS)
if(TARGET quoth_cli)
  install(TARGETS quoth_cli)
endif()

set(quoth_package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/quoth)
install(EXPORT quoth_targets NAMESPACE quoth:: FILE quothTargets.cmake DESTINATION ${quoth_package_folder})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/quothConfig.cmake.in quothConfig.cmake
  INSTALL_DESTINATION ${quoth_package_folder})
write_basic_package_version_file(quothConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/quothConfig.cmake ${PROJECT_BINARY_DIR}/quothConfigVersion.cmake
              ${PROJECT_SOURCE_DIR}/cmake/FindBrotli.cmake
              ${PROJECT_SOURCE_DIR}/cmake/FindLibdeflate.cmake ${PROJECT_SOURCE_DIR}/cmake/FindUchardet.cmake
              ${PROJECT_SOURCE_DIR}/cmake/FindZstd.cmake
        DESTINATION ${quoth_package_folder})

# Research weights learnt from data without a stated licence: they are in no package.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/models/ DESTINATION ${CMAKE_INSTALL_DATADIR}/quoth/models
        FILES_MATCHING PATTERN "*research*" EXCLUDE PATTERN "*.qmodel")
