#include "CKernels.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

void heap_return_large_blocks(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 18);
#endif
}
