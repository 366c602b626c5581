/// The kernels of one SIMD width, a template: included once for each width with `LANES` floats to a vector and `SUFFIX`
/// to the names.
///
/// Only independent results are worked out side by side (units, inputs or samples); each sum is one chain of additions
/// from its first term to its last, so every width gives the bits of the plain loop.

#pragma clang fp contract(off)
// Vectors are passed to inlined functions alone, so no calling convention is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

#include "CKernels.h"
#include "elementary.h"

#define PASTE2(a, b) a##b
#define PASTE(a, b) PASTE2(a, b)
#define NAMED(name) PASTE(name, SUFFIX)
#define INLINE static inline __attribute__((always_inline))

typedef float wide __attribute__((vector_size(4 * LANES), aligned(4), may_alias));
typedef float quad __attribute__((vector_size(16), aligned(4), may_alias));

/// The vector at element i.
#define AT(T, P) (*(T *)((P) + i))
#define READ(T, P) (*(const T *)((P) + i))

#include "product.h"
#include "transpose.h"
#include "pointwise.h"

#include "layer.h"
#include "error.h"

static void NAMED(take_rows)(
    const float *matrix, size_t columns, const ptrdiff_t *rows, size_t count, float *taken) {
  for (size_t r = 0; r < count; r++, taken += columns) {
    const float *row = matrix + (size_t)rows[r] * columns;
    // The next row may come from far away: it is sent for before its turn.
    const float *next = matrix + (size_t)rows[r + 1 < count ? r + 1 : r] * columns;
    RUN(columns,
        __builtin_prefetch(next + i);
        AT(wide, taken) = READ(wide, row);,
        AT(quad, taken) = READ(quad, row);,
        taken[i] = row[i];);
  }
}

typedef uint32_t NAMED(wide_bits) __attribute__((vector_size(4 * LANES), aligned(4), may_alias));

INLINE float NAMED(largest_magnitude_of)(const float *x, size_t count) {
  NAMED(wide_bits) largest = {};
  uint32_t last = 0;
  RUN_FOURS(count, largest = __builtin_elementwise_max(largest, READ(NAMED(wide_bits), x) & 0x7fffffff););
  FEW for (size_t i = count - count % LANES; i < count; i++)
    last = __builtin_elementwise_max(last, bits_of(x[i]) & 0x7fffffff);
  return float_of(__builtin_elementwise_max(last, __builtin_reduce_max(largest)));
}

static float NAMED(largest_magnitude)(const float *x, size_t count) { return NAMED(largest_magnitude_of)(x, count); }

static int NAMED(subtract_times)(float *x, const float *y, float factor, float limit, size_t count) {
  if (limit < __builtin_inff() && !(NAMED(largest_magnitude_of)(y, count) < limit)) return 0;
  RUN_FOURS(count, AT(wide, x) -= factor * READ(wide, y););
  FEW for (size_t i = count - count % LANES; i < count; i++) x[i] -= factor * y[i];
  return 1;
}

#include "descent.h"
#include "settling.h"
#include "recurrent.h"

static double NAMED(sum)(const float *x, size_t count) {
  double part[8] = {0};
  size_t i = 0;
  for (; i + 8 <= count; i += 8)
    VECTORIZED for (int l = 0; l < 8; l++) part[l] += (double)x[i + l];
  for (size_t l = 0; i + l < count; l++) part[l] += (double)x[i + l];
  double whole = 0;
  for (int l = 0; l < 8; l++) whole += part[l];
  return whole;
}

const struct kernel_set NAMED(kernels) = {
    .name = KERNELS_NAME,
    .multiply = NAMED(multiply),
    .apply = NAMED(apply),
    .take_rows = NAMED(take_rows),
    .forward = NAMED(forward),
    .backward = NAMED(backward),
    .error = NAMED(error),
    .descend = NAMED(descend),
    .multiply_by_slope = NAMED(multiply_by_slope),
    .subtract_times = NAMED(subtract_times),
    .largest_magnitude = NAMED(largest_magnitude),
    .sum = NAMED(sum),
    .add_times = NAMED(add_times),
    .recurrent_forward = NAMED(recurrent_forward),
    .recurrent_backward = NAMED(recurrent_backward),
    .recurrent_gradient = NAMED(recurrent_gradient),
};
