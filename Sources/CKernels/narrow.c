/// The kernels for any processor: 4 floats to a vector.

#define LANES 4
#define SUFFIX _narrow
#define KERNELS_NAME "narrow"
#include "kernels.h"
