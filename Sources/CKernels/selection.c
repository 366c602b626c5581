/// Which kernels run on this machine.

#include <stdlib.h>
#include <string.h>

#include "CKernels.h"

extern const struct kernel_set kernels_narrow;

#if defined(__x86_64__)
extern const struct kernel_set kernels_avx2, kernels_avx512;

const struct kernel_set *kernels_at(size_t index) {
  static const struct kernel_set *const sets[] = {&kernels_narrow, &kernels_avx2, &kernels_avx512};
  __builtin_cpu_init();
  size_t usable = 1;
  if (__builtin_cpu_supports("avx2")) usable = 2;
  if (usable == 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
      && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw"))
    usable = 3;
  return index < usable ? sets[index] : 0;
}
#else
const struct kernel_set *kernels_at(size_t index) { return index == 0 ? &kernels_narrow : 0; }
#endif

const struct kernel_set *kernels_chosen = &kernels_narrow;

/// Runs before main, while there is one thread.
__attribute__((constructor)) static void choose_kernels(void) {
  const char *wanted = getenv("DESCENT_KERNELS");
  if (wanted && strcmp(wanted, "narrow") == 0) return;
  for (size_t i = 0; kernels_at(i); i++) kernels_chosen = kernels_at(i);
}
