# Quotations as Arrow tables, for the Python module: python/tables, which itself knows nothing of Python.

file(GLOB quoth_tables_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/python/tables/*.cc)
list(FILTER quoth_tables_sources EXCLUDE REGEX "_test\\.cc$")
add_library(quoth_tables STATIC EXCLUDE_FROM_ALL ${quoth_tables_sources})
target_include_directories(quoth_tables PUBLIC ${PROJECT_SOURCE_DIR}/python)
target_compile_features(quoth_tables PUBLIC cxx_std_20)
target_link_libraries(quoth_tables PRIVATE simdjson::simdjson quoth_compile_options)
set_target_properties(quoth_tables PROPERTIES POSITION_INDEPENDENT_CODE ON)
