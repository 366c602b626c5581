/// The kernels for x86-64 processors with AVX2: 8 floats to a vector.

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define LANES 8
#define SUFFIX _avx2
#define KERNELS_NAME "AVX2"
#include "kernels.h"
#pragma clang attribute pop
#endif
