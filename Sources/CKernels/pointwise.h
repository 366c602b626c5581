/// Functions applied to each element of an array, and their slopes.

INLINE float threshold_of(float z) { return z >= 0 ? 1.0f : 0.0f; }
INLINE float rectifier_of(float z) { return z < 0 ? 0.0f : z; }
INLINE float linear_of(float z) { return z; }
INLINE float leaky_rectifier_of(float z) { return z < 0 ? 0.01f * z : z; }
INLINE float elu_of(float z) { return z > 0 ? z : elementary_expm1(z > 0 ? 0.0f : z); }
INLINE float softplus_of(float z) { return (z > 0 ? z : 0.0f) + elementary_log1p(elementary_exp(z < 0 ? z : -z)); }
INLINE float normal_share_of(float z) { return 0.5f * (1.0f + elementary_erf(z * 0x1.6a09e6p-1f)); }
INLINE float gelu_of(float z) { return z * normal_share_of(z); }
INLINE float silu_of(float z) { return z * elementary_sigmoid(z); }
INLINE float scaled_tanh_of(float z) { return 1.7159f * elementary_tanh(z * (2.0f / 3.0f)); }

/// f′(z), from z and a = f(z).
INLINE float sigmoid_slope(float z, float a) { return (void)z, a * (1.0f - a); }
INLINE float tanh_slope(float z, float a) { return (void)z, 1.0f - a * a; }
INLINE float rectifier_slope(float z, float a) { return (void)a, z > 0 ? 1.0f : 0.0f; }
INLINE float leaky_rectifier_slope(float z, float a) { return (void)a, z > 0 ? 1.0f : 0.01f; }
INLINE float elu_slope(float z, float a) { return z > 0 ? 1.0f : a + 1.0f; }
INLINE float softplus_slope(float z, float a) { return (void)a, elementary_sigmoid(z); }
INLINE float gelu_slope(float z, float a) {
  return (void)a, normal_share_of(z) + z * (0x1.988454p-2f * elementary_exp(-0.5f * z * z));
}
INLINE float silu_slope(float z, float a) {
  float share = elementary_sigmoid(z);
  return (void)a, share * (1.0f + z * (1.0f - share));
}
INLINE float scaled_tanh_slope(float z, float a) { return (void)z, (2.0f / 3.0f) * (1.7159f - a * a / 1.7159f); }

#define VECTORIZED _Pragma("clang loop vectorize(assume_safety) interleave(disable)")

/// Applies FUNCTION to `count` elements, a vector at a time, then four, then one.
#define APPLY(FUNCTION)                                                        \
  do {                                                                         \
    size_t i = 0;                                                              \
    for (; i + LANES <= count; i += LANES)                                     \
      VECTORIZED for (int l = 0; l < LANES; l++) a[i + l] = FUNCTION(z[i + l]); \
    for (; i + 4 <= count; i += 4)                                             \
      VECTORIZED for (int l = 0; l < 4; l++) a[i + l] = FUNCTION(z[i + l]);    \
    for (; i < count; i++) a[i] = FUNCTION(z[i]);                              \
  } while (0)

static void NAMED(apply)(enum kernel_function function, const float *z, float *a, size_t count) {
  switch (function) {
    case KERNEL_EXP: APPLY(elementary_exp); break;
    case KERNEL_LOG: APPLY(elementary_log); break;
    case KERNEL_LOG1P: APPLY(elementary_log1p); break;
    case KERNEL_THRESHOLD: APPLY(threshold_of); break;
    case KERNEL_SIGMOID: APPLY(elementary_sigmoid); break;
    case KERNEL_TANH: APPLY(elementary_tanh); break;
    case KERNEL_RECTIFIER: APPLY(rectifier_of); break;
    case KERNEL_LINEAR: APPLY(linear_of); break;
    case KERNEL_LEAKY_RECTIFIER: APPLY(leaky_rectifier_of); break;
    case KERNEL_ELU: APPLY(elu_of); break;
    case KERNEL_SOFTPLUS: APPLY(softplus_of); break;
    case KERNEL_GELU: APPLY(gelu_of); break;
    case KERNEL_SILU: APPLY(silu_of); break;
    case KERNEL_SCALED_TANH: APPLY(scaled_tanh_of); break;
    case KERNEL_ERF: APPLY(elementary_erf); break;
    case KERNEL_SOFTMAX: break;
  }
}

#define MULTIPLY_BY(SLOPE)                                                                           \
  do {                                                                                               \
    size_t i = 0;                                                                                    \
    for (; i + LANES <= count; i += LANES)                                                           \
      VECTORIZED for (int l = 0; l < LANES; l++) delta[i + l] *= SLOPE(z[i + l], a[i + l]);          \
    for (; i + 4 <= count; i += 4)                                                                   \
      VECTORIZED for (int l = 0; l < 4; l++) delta[i + l] *= SLOPE(z[i + l], a[i + l]);              \
    for (; i < count; i++) delta[i] *= SLOPE(z[i], a[i]);                                            \
  } while (0)

static void NAMED(multiply_by_slope)(
    enum kernel_function function, const float *z, const float *a, float *delta, size_t count) {
  switch (function) {
    case KERNEL_SIGMOID: MULTIPLY_BY(sigmoid_slope); break;
    case KERNEL_TANH: MULTIPLY_BY(tanh_slope); break;
    case KERNEL_RECTIFIER: MULTIPLY_BY(rectifier_slope); break;
    case KERNEL_LEAKY_RECTIFIER: MULTIPLY_BY(leaky_rectifier_slope); break;
    case KERNEL_ELU: MULTIPLY_BY(elu_slope); break;
    case KERNEL_SOFTPLUS: MULTIPLY_BY(softplus_slope); break;
    case KERNEL_GELU: MULTIPLY_BY(gelu_slope); break;
    case KERNEL_SILU: MULTIPLY_BY(silu_slope); break;
    case KERNEL_SCALED_TANH: MULTIPLY_BY(scaled_tanh_slope); break;
    case KERNEL_THRESHOLD:
      for (size_t i = 0; i < count; i++) delta[i] *= 0.0f;
      break;
    default: break;
  }
}

/// eᶻ/Σeᶻ of each row, the row's largest z subtracted first.
static void NAMED(softmax)(const float *z, float *a, size_t rows, size_t columns) {
  for (size_t row = 0; row < rows; row++, z += columns, a += columns) {
    float largest = z[0], sum = 0;
    for (size_t i = 1; i < columns; i++) largest = z[i] > largest ? z[i] : largest;
    for (size_t i = 0; i < columns; i++) a[i] = z[i] - largest;
    NAMED(apply)(KERNEL_EXP, a, a, columns);
    for (size_t i = 0; i < columns; i++) sum += a[i];
    for (size_t i = 0; i < columns; i++) a[i] /= sum;
  }
}
