/// The kernels for x86-64 processors with AVX-512: 16 floats to a vector.

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx512bw"))), apply_to = function)
#define LANES 16
#define SUFFIX _avx512
#define KERNELS_NAME "AVX-512"
#include "kernels.h"
#pragma clang attribute pop
#endif
