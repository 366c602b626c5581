/// The kernels of one SIMD width, a template: included once for each width with `LANES` floats to a vector and `SUFFIX`
/// to the names.
///
/// Only independent results are worked out side by side (units, inputs or samples); each sum is one chain of additions
/// from its first term to its last, so every width gives the bits of the plain loop.

#pragma clang fp contract(off)

#include "CKernels.h"
#include "elementary.h"

#define PASTE2(a, b) a##b
#define PASTE(a, b) PASTE2(a, b)
#define NAMED(name) PASTE(name, SUFFIX)
#define INLINE static inline __attribute__((always_inline))

typedef float wide __attribute__((vector_size(4 * LANES), aligned(4), may_alias));
typedef float quad __attribute__((vector_size(16), aligned(4), may_alias));

#include "product.h"
#include "transpose.h"
#include "pointwise.h"

#include "layer.h"

static void NAMED(subtract_times)(float *x, const float *y, float factor, size_t count) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) *(wide *)(x + i) -= factor * *(const wide *)(y + i);
  for (; i < count; i++) x[i] -= factor * y[i];
}

static float NAMED(largest_magnitude)(const float *x, size_t count) {
  uint32_t largest = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t bits = bits_of(x[i]) & 0x7fffffff;
    largest = bits > largest ? bits : largest;
  }
  return float_of(largest);
}

const struct kernel_set NAMED(kernels) = {
    .name = KERNELS_NAME,
    .multiply = NAMED(multiply),
    .transpose = NAMED(transpose),
    .apply = NAMED(apply),
    .forward = NAMED(forward),
    .gradient = NAMED(gradient),
    .pass_back = NAMED(pass_back),
    .multiply_by_slope = NAMED(multiply_by_slope),
    .subtract_times = NAMED(subtract_times),
    .largest_magnitude = NAMED(largest_magnitude),
};
