# The server: everything in server/ as a library, so that the program, tests and fuzz targets can link to it. The only part that
# needs Boost (its headers): Beast's parser in request_parser.cc, Asio in session.cc and listener.cc.

find_package(Boost 1.81 REQUIRED)

file(GLOB quoth_server_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/server/*.cc)
list(FILTER quoth_server_sources EXCLUDE REGEX "_test\\.cc$")
file(GLOB_RECURSE quoth_page_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/web/dist/*")
set(quoth_api_description "${PROJECT_SOURCE_DIR}/docs/api/openapi.yaml")
quoth_embed(quoth_api_description_source EmbedApiDescription "${quoth_api_description}" "${quoth_api_description}")
quoth_embed(quoth_page_source EmbedPage "${PROJECT_SOURCE_DIR}/web/dist" ${quoth_page_files})

add_library(quoth_server STATIC ${quoth_server_sources} ${quoth_api_description_source} ${quoth_page_source})
target_include_directories(quoth_server PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(quoth_server PRIVATE QUOTH_VERSION="${PROJECT_VERSION}")
target_link_libraries(quoth_server
  PUBLIC quoth
  PRIVATE Boost::headers fmt::fmt simdjson::simdjson Libdeflate::Libdeflate OpenSSL::Crypto SQLite::SQLite3 Threads::Threads
          quoth_compile_options)
# Boost's headers are no place for our warnings; Boost::headers are system headers already.
target_compile_definitions(quoth_server PRIVATE BOOST_ASIO_NO_DEPRECATED BOOST_ERROR_CODE_HEADER_ONLY)
