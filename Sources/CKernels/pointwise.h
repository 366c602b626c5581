/// Functions applied to each element of an array, and their slopes.

INLINE float threshold_of(float z) { return z >= 0 ? 1.0f : 0.0f; }
INLINE float rectifier_of(float z) { return z < 0 ? 0.0f : z; }
INLINE float linear_of(float z) { return z; }
INLINE float leaky_rectifier_of(float z) { return z < 0 ? 0.01f * z : z; }
INLINE float elu_of(float z) { return z > 0 ? z : elementary_expm1(z > 0 ? 0.0f : z); }
INLINE float softplus_of(float z) { return (z > 0 ? z : 0.0f) + elementary_log1p(elementary_exp(z < 0 ? z : -z)); }
INLINE float gelu_of(float z) { return z * elementary_normal_share(z); }
INLINE float silu_of(float z) { return z * elementary_sigmoid(z); }
INLINE float scaled_tanh_of(float z) { return 1.7159f * elementary_tanh(z * (2.0f / 3.0f)); }

/// f′(z), from z and a = f(z).
INLINE float sigmoid_slope(float z, float a) { return (void)z, a * (1.0f - a); }
INLINE float tanh_slope(float z, float a) { return (void)z, (1.0f - a) * (1.0f + a); }
INLINE float rectifier_slope(float z, float a) { return (void)a, z > 0 ? 1.0f : 0.0f; }
INLINE float leaky_rectifier_slope(float z, float a) { return (void)a, z > 0 ? 1.0f : 0.01f; }
INLINE float elu_slope(float z, float a) { return z > 0 ? 1.0f : a + 1.0f; }
INLINE float softplus_slope(float z, float a) { return (void)a, elementary_sigmoid(z); }
INLINE float gelu_slope(float z, float a) {
  return (void)a, elementary_normal_share(z) + z * (0x1.988454p-2f * elementary_bell(z));
}
INLINE float silu_slope(float z, float a) {
  float share = elementary_sigmoid(z);
  return (void)a, share * (1.0f + z * (1.0f - share));
}
INLINE float scaled_tanh_slope(float z, float a) { return (void)z, (2.0f / 3.0f / 1.7159f) * ((1.7159f - a) * (1.7159f + a)); }

#define VECTORIZED _Pragma("clang loop vectorize(assume_safety) interleave(disable)")

/// f and f′ of one number, of four, and of a vector, as inline functions. The arrays are there for the compiler, which
/// makes vectors of them; the numbers stay in the registers.
#define DEFINE_POINTWISE(NAME, VALUE, SLOPE)                                                         \
  INLINE float NAMED(one_##NAME)(float z) { return VALUE(z); }                                       \
  INLINE float NAMED(one_##NAME##_slope)(float z, float a) { return (void)z, (void)a, SLOPE(z, a); } \
  DEFINE_POINTWISE_VECTOR(quad, NAME, VALUE, SLOPE)                                                  \
  DEFINE_POINTWISE_VECTOR(oct, NAME, VALUE, SLOPE)                                                   \
  DEFINE_POINTWISE_VECTOR(wide, NAME, VALUE, SLOPE)

#define DEFINE_POINTWISE_VECTOR(T, NAME, VALUE, SLOPE)                                          \
  INLINE T NAMED(T##_##NAME)(T vector) {                                                        \
    float z[sizeof(T) / sizeof(float)];                                                         \
    __builtin_memcpy(z, &vector, sizeof z);                                                     \
    VECTORIZED for (unsigned i = 0; i < sizeof(T) / sizeof(float); i++) z[i] = VALUE(z[i]);     \
    __builtin_memcpy(&vector, z, sizeof z);                                                     \
    return vector;                                                                              \
  }                                                                                             \
  INLINE T NAMED(T##_##NAME##_slope)(T vector, T value) {                                       \
    float z[sizeof(T) / sizeof(float)], a[sizeof(T) / sizeof(float)];                           \
    __builtin_memcpy(z, &vector, sizeof z);                                                     \
    __builtin_memcpy(a, &value, sizeof a);                                                      \
    VECTORIZED for (unsigned i = 0; i < sizeof(T) / sizeof(float); i++) z[i] = SLOPE(z[i], a[i]); \
    __builtin_memcpy(&vector, z, sizeof z);                                                     \
    return vector;                                                                              \
  }

INLINE float threshold_slope(float z, float a) { return (void)z, (void)a, 0.0f; }
INLINE float linear_slope(float z, float a) { return (void)z, (void)a, 1.0f; }

/// The activations: the name in the enumeration, the name here, f and f′.
#define FOR_EACH_ACTIVATION(DO)                                               \
  DO(THRESHOLD, threshold, threshold_of, threshold_slope)                     \
  DO(SIGMOID, sigmoid, elementary_sigmoid, sigmoid_slope)                     \
  DO(TANH, tanh, elementary_tanh, tanh_slope)                                 \
  DO(RECTIFIER, rectifier, rectifier_of, rectifier_slope)                     \
  DO(LINEAR, linear, linear_of, linear_slope)                                 \
  DO(LEAKY_RECTIFIER, leaky_rectifier, leaky_rectifier_of, leaky_rectifier_slope) \
  DO(ELU, elu, elu_of, elu_slope)                                             \
  DO(SOFTPLUS, softplus, softplus_of, softplus_slope)                         \
  DO(GELU, gelu, gelu_of, gelu_slope)                                         \
  DO(SILU, silu, silu_of, silu_slope)                                         \
  DO(SCALED_TANH, scaled_tanh, scaled_tanh_of, scaled_tanh_slope)

#define DEFINE_ACTIVATION(CODE, NAME, VALUE, SLOPE) DEFINE_POINTWISE(NAME, VALUE, SLOPE)
FOR_EACH_ACTIVATION(DEFINE_ACTIVATION)
DEFINE_POINTWISE(exp, elementary_exp, linear_slope)
DEFINE_POINTWISE(log, elementary_log, linear_slope)
DEFINE_POINTWISE(log1p, elementary_log1p, linear_slope)
DEFINE_POINTWISE(erf, elementary_erf, linear_slope)

/// One statement for each kind: a switch on the function.
#define SWITCH_ON_ACTIVATION(FUNCTION, CASE) \
  switch (FUNCTION) {                        \
    FOR_EACH_ACTIVATION(CASE)                \
    default: break;                          \
  }

/// A loop of few turns, which the compiler shall leave alone.
#define FEW _Pragma("clang loop vectorize(disable) unroll(disable)")

/// Runs over `count` elements a vector at a time, then four, then one; `i` is the index.
#define RUN(COUNT, WIDE, QUAD, ONE)                 \
  do {                                              \
    size_t i = 0;                                   \
    for (; i + LANES <= COUNT; i += LANES) { WIDE } \
    FEW for (; i + 4 <= COUNT; i += 4) { QUAD }     \
    FEW for (; i < COUNT; i++) { ONE }              \
  } while (0)

/// Runs over all whole vectors of `count` elements, four at a turn: for statements so short that a loop's own work counts.
#define RUN_FOURS(COUNT, WIDE)                                                                 \
  do {                                                                                         \
    size_t i = 0;                                                                              \
    while (i + 4 * LANES <= COUNT)                                                             \
      for (int v = 0; v < 4; v++, i += LANES) { WIDE }                                         \
    FEW for (; i + LANES <= COUNT; i += LANES) { WIDE }                                        \
  } while (0)

#define APPLY(NAME)                                              \
  RUN(count, AT(wide, a) = NAMED(wide_##NAME)(READ(wide, z));,   \
      AT(quad, a) = NAMED(quad_##NAME)(READ(quad, z));,          \
      a[i] = NAMED(one_##NAME)(z[i]);)

static void NAMED(apply)(enum kernel_function function, const float *z, float *a, size_t count) {
#define CASE(CODE, NAME, VALUE, SLOPE) \
  case KERNEL_##CODE: APPLY(NAME); break;
  switch (function) {
    FOR_EACH_ACTIVATION(CASE)
    case KERNEL_EXP: APPLY(exp); break;
    case KERNEL_LOG: APPLY(log); break;
    case KERNEL_LOG1P: APPLY(log1p); break;
    case KERNEL_ERF: APPLY(erf); break;
    case KERNEL_SOFTMAX: case KERNEL_NONE: break;
  }
#undef CASE
}

static void NAMED(multiply_by_slope)(
    enum kernel_function function, const float *z, const float *a, float *delta, size_t count) {
  if (function == KERNEL_LINEAR) return;
#define CASE(CODE, NAME, VALUE, SLOPE)                                                          \
  case KERNEL_##CODE:                                                                           \
    RUN(count, AT(wide, delta) *= NAMED(wide_##NAME##_slope)(READ(wide, z), READ(wide, a));,    \
        AT(quad, delta) *= NAMED(quad_##NAME##_slope)(READ(quad, z), READ(quad, a));,           \
        delta[i] *= NAMED(one_##NAME##_slope)(z[i], a[i]););                                    \
    break;
  SWITCH_ON_ACTIVATION(function, CASE)
#undef CASE
}

INLINE float NAMED(largest)(const float *z, size_t count) {
  float largest = z[0];
  for (size_t i = 1; i < count; i++) largest = z[i] > largest ? z[i] : largest;
  return largest;
}

/// e to the power of z less the row's largest.
INLINE void NAMED(exponentials)(const float *z, float *powers, size_t rows, size_t columns) {
  for (size_t row = 0; row < rows * columns; row += columns) {
    const float largest = NAMED(largest)(z + row, columns);
    for (size_t i = row; i < row + columns; i++) powers[i] = z[i] - largest;
  }
  NAMED(apply)(KERNEL_EXP, powers, powers, rows * columns);
}

/// eᶻ/Σeᶻ of each row.
static void NAMED(softmax)(const float *z, float *a, size_t rows, size_t columns) {
  NAMED(exponentials)(z, a, rows, columns);
  for (size_t row = 0; row < rows * columns; row += columns) {
    float sum = 0;
    for (size_t i = row; i < row + columns; i++) sum += a[i];
    for (size_t i = row; i < row + columns; i++) a[i] /= sum;
  }
}
