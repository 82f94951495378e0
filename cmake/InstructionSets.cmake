# Everything is built for baseline x86-64. A source file that needs more says so by the end of its name and holds
# nothing but kernels that are chosen at run time.

set(quoth_flags_avx2 -mavx2)
set(quoth_flags_avx512 -mavx512f -mavx512bw -mavx512vl)
set(quoth_flags_vnni ${quoth_flags_avx512} -mavx512vnni)
set(quoth_flags_amx ${quoth_flags_vnni} -mamx-tile -mamx-int8)

function(quoth_instruction_set_flags)
  foreach(source IN LISTS ARGN)
    if(source MATCHES "_(avx2|avx512|vnni|amx)\\.cc$")
      set_property(SOURCE ${source} APPEND PROPERTY COMPILE_OPTIONS ${quoth_flags_${CMAKE_MATCH_1}})
    endif()
  endforeach()
endfunction()
