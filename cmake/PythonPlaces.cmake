# Where a wheel's files come to lie, seen from the module (first) and from the program: in an environment, on Debian's system
# Python, and under `pip install --target`.

find_package(Python 3.11 REQUIRED COMPONENTS Interpreter Development.Module)
set(quoth_python_folder python${Python_VERSION_MAJOR}.${Python_VERSION_MINOR})

set(quoth_package_places
  ../lib/${quoth_python_folder}/site-packages/quoth
  ../lib/${quoth_python_folder}/dist-packages/quoth
  ../quoth)

set(quoth_relative_models models)
set(quoth_program_rpath "")
foreach(place IN LISTS quoth_package_places)
  string(APPEND quoth_relative_models ":${place}/models")
  list(APPEND quoth_program_rpath "$ORIGIN/${place}/lib")
endforeach()
