# SPDX-License-Identifier: GPL-3.0-or-later
# Runs tests/baretexts over the code, and first over an example, to see that it finds what it should.
cmake_minimum_required(VERSION 3.25)
# -DROOT=source folder
set(example ${ROOT}/tests/data/baretexts)
file(STRINGS ${example}/ui/example.cpp marked REGEX "// found$")
list(LENGTH marked expected)
execute_process(COMMAND ${ROOT}/tests/baretexts ${example} RESULT_VARIABLE failed OUTPUT_VARIABLE said)
string(REGEX MATCHALL "not through tr" hits "${said}")
list(LENGTH hits count)
if(NOT failed EQUAL 1 OR NOT count EQUAL expected)
    message(FATAL_ERROR "of the example ${count} texts were found instead of ${expected}:\n${said}")
endif()
execute_process(COMMAND ${ROOT}/tests/baretexts RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(failed)
    message(FATAL_ERROR "${said}tr() makes these translatable; exceptions, with why, are in tests/baretexts")
endif()
