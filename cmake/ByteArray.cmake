# quoth_byte_array(RESULT FILE): the bytes of a file as an initialiser of an array of char, with a zero behind them. By digits: CMake's lists
# know semicolons and brackets of a text as their own.
function(quoth_byte_array result file)
  file(READ ${file} digits HEX)
  string(REPEAT "[0-9a-f]" 32 line)
  string(REGEX REPLACE "(${line})" "\\1\n" bytes "${digits}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  set(${result} "{\n${bytes}'\\0'}" PARENT_SCOPE)
endfunction()
