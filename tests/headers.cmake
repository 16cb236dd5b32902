# SPDX-License-Identifier: GPL-3.0-or-later
# Fails where a header of FOLDER cannot be read alone. The precompiled header hides it from a build: whatever that holds
# is there without being included.
cmake_minimum_required(VERSION 3.25)
# -DROOT=source folder -DFOLDER=below it -DCOMPILER=c++ -DINCLUDES=a|b|c
string(REPLACE "|" ";-I" options "-I${ROOT}|${INCLUDES}")
file(GLOB headers ${ROOT}/${FOLDER}/*.h)
list(LENGTH headers count)
if(count EQUAL 0)
    message(FATAL_ERROR "no header was found below ${FOLDER}")
endif()
foreach(header IN LISTS headers)
    execute_process(COMMAND ${COMPILER} -std=c++20 -fsyntax-only -x c++ ${options} ${header} RESULT_VARIABLE failed
                    ERROR_VARIABLE said)
    if(failed)
        message(SEND_ERROR "${header} does not include what it uses:\n${said}")
    endif()
endforeach()
message(STATUS "${count} headers of ${FOLDER} stand alone")
