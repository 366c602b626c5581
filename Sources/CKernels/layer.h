/// A layer's forward and backward pass, for a batch, and for one sample, where everything waits for the number before:
/// there a sum goes on to its activation, and an error to its slope, without leaving the registers.

#define DEFINE_SUM(NAME, T, SPLAT)                                                                              \
  /* start + x[0] w[0][j] + x[1] w[1][j] + … for the columns from j on. */                                      \
  INLINE T NAME(T start, const float *x, size_t terms, const float *w, size_t columns) {                        \
    for (size_t k = 0; k < terms; k++, w += columns) start += x[k] * *(const T *)w;                             \
    return start;                                                                                               \
  }
DEFINE_SUM(NAMED(wide_sum), wide, SPLAT_WIDE)
DEFINE_SUM(NAMED(quad_sum), quad, SPLAT_QUAD)
DEFINE_SUM(NAMED(one_sum), float, SPLAT_ONE)

#define VALUE_CASE(T, CODE, NAME) \
  case KERNEL_##CODE: return NAMED(T##_##NAME)(z);
#define SLOPE_CASE(T, CODE, NAME) \
  case KERNEL_##CODE: return NAMED(T##_##NAME##_slope)(z, a);
#define WIDE_VALUE(CODE, NAME, VALUE, SLOPE) VALUE_CASE(wide, CODE, NAME)
#define OCT_VALUE(CODE, NAME, VALUE, SLOPE) VALUE_CASE(oct, CODE, NAME)
#define QUAD_VALUE(CODE, NAME, VALUE, SLOPE) VALUE_CASE(quad, CODE, NAME)
#define ONE_VALUE(CODE, NAME, VALUE, SLOPE) VALUE_CASE(one, CODE, NAME)
#define WIDE_SLOPE(CODE, NAME, VALUE, SLOPE) SLOPE_CASE(wide, CODE, NAME)
#define OCT_SLOPE(CODE, NAME, VALUE, SLOPE) SLOPE_CASE(oct, CODE, NAME)
#define QUAD_SLOPE(CODE, NAME, VALUE, SLOPE) SLOPE_CASE(quad, CODE, NAME)
#define ONE_SLOPE(CODE, NAME, VALUE, SLOPE) SLOPE_CASE(one, CODE, NAME)
#define DEFINE_DISPATCH(KIND, T, VALUES, SLOPES)                           \
  INLINE T NAMED(KIND##_value)(enum kernel_function function, T z) {       \
    SWITCH_ON_ACTIVATION(function, VALUES)                                 \
    return z;                                                              \
  }                                                                        \
  INLINE T NAMED(KIND##_slope)(enum kernel_function function, T z, T a) {  \
    SWITCH_ON_ACTIVATION(function, SLOPES)                                 \
    return z;                                                              \
  }
DEFINE_DISPATCH(wide, wide, WIDE_VALUE, WIDE_SLOPE)
DEFINE_DISPATCH(oct, oct, OCT_VALUE, OCT_SLOPE)
DEFINE_DISPATCH(quad, quad, QUAD_VALUE, QUAD_SLOPE)
DEFINE_DISPATCH(one, float, ONE_VALUE, ONE_SLOPE)

/// The forward pass of one sample x.
INLINE void NAMED(forward_one)(
    const struct kernel_layer *layer, enum kernel_function function, const float *parameters, float *vector,
    const float *x) {
  const size_t units = layer->units, inputs = layer->inputs;
  const float *w = parameters + layer->weights, *b = parameters + layer->biases;
  float *z = vector + layer->z, *a = vector + layer->a;
  RUN(units,
      wide sum = NAMED(wide_sum)(READ(wide, b), x, inputs, w + i, units);
      AT(wide, z) = sum;
      AT(wide, a) = NAMED(wide_value)(function, sum);,
      quad sum = NAMED(quad_sum)(READ(quad, b), x, inputs, w + i, units);
      AT(quad, z) = sum;
      AT(quad, a) = NAMED(quad_value)(function, sum);,
      float sum = NAMED(one_sum)(b[i], x, inputs, w + i, units);
      z[i] = sum;
      a[i] = NAMED(one_value)(function, sum););
}

/// The gradient of one sample: g[i][u] = x[i] δ[u].
INLINE void NAMED(gradient_one)(const struct kernel_layer *layer, const float *x, const float *delta, float *gradient) {
  const size_t units = layer->units, inputs = layer->inputs;
  float *g = gradient + layer->weights, *b = gradient + layer->biases;
  if (units == 1) {
    const float d = delta[0];
    RUN(inputs, AT(wide, g) = 0.0f + READ(wide, x) * d;, AT(quad, g) = 0.0f + READ(quad, x) * d;, g[i] = 0.0f + x[i] * d;);
    b[0] = 0.0f + d;
    return;
  }
  RUN(units,
      wide d = READ(wide, delta);
      for (size_t k = 0; k < inputs; k++) AT(wide, g + k * units) = 0.0f + x[k] * d;
      AT(wide, b) = 0.0f + d;,
      quad d = READ(quad, delta);
      for (size_t k = 0; k < inputs; k++) AT(quad, g + k * units) = 0.0f + x[k] * d;
      AT(quad, b) = 0.0f + d;,
      const float d = delta[i];
      for (size_t k = 0; k < inputs; k++) g[k * units + i] = 0.0f + x[k] * d;
      b[i] = 0.0f + d;);
}

/// The errors of one sample, one layer down; `w` is `[units][inputs]`.
INLINE void NAMED(pass_back_one)(
    const struct kernel_layer *layer, enum kernel_function function, const float *w, float *vector) {
  const size_t units = layer->units, inputs = layer->inputs;
  const float *delta = vector + layer->delta, *z = vector + layer->z_below, *a = vector + layer->incoming;
  float *below = vector + layer->delta_below;
  RUN(inputs,
      wide sum = NAMED(wide_sum)((wide){}, delta, units, w + i, inputs);
      AT(wide, below) = sum * NAMED(wide_slope)(function, READ(wide, z), READ(wide, a));,
      quad sum = NAMED(quad_sum)((quad){}, delta, units, w + i, inputs);
      AT(quad, below) = sum * NAMED(quad_slope)(function, READ(quad, z), READ(quad, a));,
      float sum = NAMED(one_sum)(0.0f, delta, units, w + i, inputs);
      below[i] = sum * NAMED(one_slope)(function, z[i], a[i]););
}

/// The same where inputs and units come in eights, straight from the weights `[inputs][units]`, which are turned on the
/// way.
INLINE void NAMED(pass_back_eights)(
    const struct kernel_layer *layer, enum kernel_function function, const float *w, float *vector) {
  const size_t units = layer->units, inputs = layer->inputs;
  const float *delta = vector + layer->delta, *z = vector + layer->z_below, *a = vector + layer->incoming;
  float *below = vector + layer->delta_below;
  for (size_t i = 0; i < inputs; i += 8) {
    oct sum = {};
    for (size_t u = 0; u < units; u += 8) {
      oct column[8];
      NAMED(columns_of_8)(w + i * units + u, units, column);
      for (int k = 0; k < 8; k++) sum += delta[u + k] * column[k];
    }
    AT(oct, below) = sum * NAMED(oct_slope)(function, READ(oct, z), READ(oct, a));
  }
}

/// z and a of a layer.
INLINE void NAMED(forward_layer)(
    const struct kernel_layer *layer, enum kernel_function function, size_t samples, const float *parameters,
    float *vector, const float *passed) {
  const float *incoming = passed ? passed : vector + layer->incoming;
  if (samples == 1 && function != KERNEL_SOFTMAX) {
    NAMED(forward_one)(layer, function, parameters, vector, incoming);
    return;
  }
  float *z = vector + layer->z;
  const struct kernel_product sums = {
      .rows = samples,
      .terms = layer->inputs,
      .columns = layer->units,
      .a = incoming,
      .a_row = layer->inputs,
      .a_term = 1,
      .b = parameters + layer->weights,
      .b_term = layer->units,
      .column_start = parameters + layer->biases,
      .scale = 1,
      .c = z,
      .c_row = layer->units,
  };
  NAMED(multiply)(&sums);
  if (function == KERNEL_SOFTMAX)
    NAMED(softmax)(z, vector + layer->a, samples, layer->units);
  else
    NAMED(apply)(function, z, vector + layer->a, samples * layer->units);
}

INLINE void NAMED(gradient)(
    const struct kernel_layer *layer, size_t samples, const float *vector, const float *passed, float *gradient) {
  const float *delta = vector + layer->delta, *incoming = passed ? passed : vector + layer->incoming;
  if (samples == 1) {
    NAMED(gradient_one)(layer, incoming, delta, gradient);
    return;
  }
  const float share = 1.0f / (float)samples;
  const struct kernel_product sums = {
      .rows = layer->inputs,
      .terms = samples,
      .columns = layer->units,
      .a = incoming,
      .a_row = 1,
      .a_term = layer->inputs,
      .b = delta,
      .b_term = layer->units,
      .scale = share,
      .c = gradient + layer->weights,
      .c_row = layer->units,
  };
  NAMED(multiply)(&sums);
  static const float one = 1;
  const struct kernel_product totals = {
      .rows = 1,
      .terms = samples,
      .columns = layer->units,
      .a = &one,
      .b = delta,
      .b_term = layer->units,
      .scale = share,
      .c = gradient + layer->biases,
  };
  NAMED(multiply)(&totals);
}

INLINE void NAMED(pass_back)(
    const struct kernel_layer *layer, enum kernel_function function, size_t samples, const float *parameters,
    float *vector, const float *mask) {
  const float *weights = parameters + layer->weights;
  if (samples == 1 && !mask && layer->units % 8 == 0 && layer->inputs % 8 == 0) {
    NAMED(pass_back_eights)(layer, function, weights, vector);
    return;
  }
  if (layer->units > 1) {
    NAMED(transpose)(weights, layer->inputs, layer->units, vector + layer->scratch);
    weights = vector + layer->scratch;
  }
  if (samples == 1 && !mask) {
    NAMED(pass_back_one)(layer, function, weights, vector);
    return;
  }
  float *below = vector + layer->delta_below;
  const struct kernel_product sums = {
      .rows = samples,
      .terms = layer->units,
      .columns = layer->inputs,
      .a = vector + layer->delta,
      .a_row = layer->units,
      .a_term = 1,
      .b = weights,
      .b_term = layer->inputs,
      .scale = 1,
      .c = below,
      .c_row = layer->inputs,
  };
  NAMED(multiply)(&sums);
  const size_t count = samples * layer->inputs;
  if (mask)
    for (size_t i = 0; i < count; i++) below[i] *= mask[i];
  NAMED(multiply_by_slope)(function, vector + layer->z_below, vector + layer->incoming, below, count);
}

/// δ of the layer below first: more waits for it than for the gradient.
INLINE void NAMED(backward_layer)(
    const struct kernel_layer *layer, size_t samples, const float *parameters, float *vector, const float *passed,
    float *gradient, enum kernel_function below, const float *mask) {
  if (below != KERNEL_NONE) NAMED(pass_back)(layer, below, samples, parameters, vector, mask);
  NAMED(gradient)(layer, samples, vector, passed, gradient);
}

static void NAMED(forward)(
    const struct kernel_layer *layer, enum kernel_function function, size_t samples, const float *parameters,
    float *vector, const float *passed) {
  NAMED(forward_layer)(layer, function, samples, parameters, vector, passed);
}

static void NAMED(backward)(
    const struct kernel_layer *layer, size_t samples, const float *parameters, float *vector, const float *passed,
    float *gradient, enum kernel_function below, const float *mask) {
  NAMED(backward_layer)(layer, samples, parameters, vector, passed, gradient, below, mask);
}
