/// A layer's forward and backward pass.

static void NAMED(forward)(
    const struct kernel_layer *layer, enum kernel_function function, size_t samples, const float *parameters,
    float *vector, const float *passed) {
  float *z = vector + layer->z;
  const struct kernel_product sums = {
      .rows = samples,
      .terms = layer->inputs,
      .columns = layer->units,
      .a = passed ? passed : vector + layer->incoming,
      .a_row = layer->inputs,
      .a_term = 1,
      .b = parameters + layer->weights,
      .column_start = parameters + layer->biases,
      .scale = 1,
      .c = z,
  };
  NAMED(multiply)(&sums);
  if (function == KERNEL_SOFTMAX)
    NAMED(softmax)(z, vector + layer->a, samples, layer->units);
  else
    NAMED(apply)(function, z, vector + layer->a, samples * layer->units);
}

static void NAMED(gradient)(
    const struct kernel_layer *layer, size_t samples, const float *vector, const float *passed, float *gradient) {
  const float *delta = vector + layer->delta;
  const float share = 1.0f / (float)samples;
  const struct kernel_product sums = {
      .rows = layer->inputs,
      .terms = samples,
      .columns = layer->units,
      .a = passed ? passed : vector + layer->incoming,
      .a_row = 1,
      .a_term = layer->inputs,
      .b = delta,
      .scale = share,
      .c = gradient + layer->weights,
  };
  NAMED(multiply)(&sums);
  static const float one = 1;
  const struct kernel_product totals = {
      .rows = 1,
      .terms = samples,
      .columns = layer->units,
      .a = &one,
      .b = delta,
      .scale = share,
      .c = gradient + layer->biases,
  };
  NAMED(multiply)(&totals);
}

static void NAMED(pass_back)(
    const struct kernel_layer *layer, enum kernel_function function, size_t samples, const float *parameters,
    float *vector, const float *mask) {
  const float *weights = parameters + layer->weights;
  float *below = vector + layer->delta_below;
  if (layer->units > 1) {
    NAMED(transpose)(weights, layer->inputs, layer->units, vector + layer->scratch);
    weights = vector + layer->scratch;
  }
  const struct kernel_product sums = {
      .rows = samples,
      .terms = layer->units,
      .columns = layer->inputs,
      .a = vector + layer->delta,
      .a_row = layer->units,
      .a_term = 1,
      .b = weights,
      .scale = 1,
      .c = below,
  };
  NAMED(multiply)(&sums);
  const size_t count = samples * layer->inputs;
  if (mask)
    for (size_t i = 0; i < count; i++) below[i] *= mask[i];
  NAMED(multiply_by_slope)(function, vector + layer->z_below, vector + layer->incoming, below, count);
}
