/// The costs that most runs use, and their errors at the output layer.

/// ½Σ(a − y)² and δ = (a − y) f′(z).
static void NAMED(quadratic)(
    const struct kernel_layer *layer, enum kernel_function function, size_t samples, float *vector,
    const float *targets, float *costs) {
  const size_t units = layer->units;
  const float *a = vector + layer->a, *z = vector + layer->z;
  float *delta = vector + layer->delta;
  for (size_t s = 0; s < samples; s++) {
    float sum = 0;
    for (size_t i = s * units; i < (s + 1) * units; i++) {
      const float distance = a[i] - targets[i];
      delta[i] = distance;
      sum += distance * distance;
    }
    costs[s] = 0.5f * sum;
  }
  if (samples * units == 1)
    delta[0] *= NAMED(one_slope)(function, z[0], a[0]);
  else
    NAMED(multiply_by_slope)(function, z, a, delta, samples * units);
}

/// −Σ y ln a + (1 − y) ln(1 − a) = Σ ln(1 + eᶻ) − yz of sigmoid outputs, and δ = a − y.
static void NAMED(sigmoid_cross_entropy)(
    const struct kernel_layer *layer, size_t samples, float *vector, const float *targets, float *costs) {
  const size_t units = layer->units, count = samples * units;
  const float *a = vector + layer->a, *z = vector + layer->z;
  float *delta = vector + layer->delta;
  NAMED(apply)(KERNEL_SOFTPLUS, z, delta, count);
  for (size_t s = 0; s < samples; s++) {
    float sum = 0;
    for (size_t i = s * units; i < (s + 1) * units; i++) sum += delta[i] - z[i] * targets[i];
    costs[s] = sum;
  }
  for (size_t i = 0; i < count; i++) delta[i] = a[i] - targets[i];
}

/// −Σ y ln a = Σ y (ln Σeᶻ − z) of softmax outputs, and δ = a Σy − y.
static void NAMED(softmax_cross_entropy)(
    const struct kernel_layer *layer, size_t samples, float *vector, const float *targets, float *costs) {
  const size_t units = layer->units;
  const float *a = vector + layer->a, *z = vector + layer->z;
  float *delta = vector + layer->delta;
  NAMED(exponentials)(z, delta, samples, units);
  for (size_t s = 0; s < samples; s++) {
    float sum = 0;
    for (size_t i = s * units; i < (s + 1) * units; i++) sum += delta[i];
    costs[s] = sum;
  }
  NAMED(apply)(KERNEL_LOG, costs, costs, samples);
  for (size_t s = 0; s < samples; s++) {
    const size_t row = s * units;
    const float log_sum = costs[s] + NAMED(largest)(z + row, units);
    float sum = 0, total = 0;
    for (size_t i = row; i < row + units; i++) {
      sum += targets[i] * (log_sum - z[i]);
      total += targets[i];
    }
    costs[s] = sum;
    for (size_t i = row; i < row + units; i++) delta[i] = a[i] * total - targets[i];
  }
}

static void NAMED(error)(
    const struct kernel_layer *layer, enum kernel_cost cost, enum kernel_function function, size_t samples,
    float *vector, const float *targets, float *costs) {
  switch (cost) {
    case KERNEL_QUADRATIC: NAMED(quadratic)(layer, function, samples, vector, targets, costs); break;
    case KERNEL_SIGMOID_CROSS_ENTROPY: NAMED(sigmoid_cross_entropy)(layer, samples, vector, targets, costs); break;
    case KERNEL_SOFTMAX_CROSS_ENTROPY: NAMED(softmax_cross_entropy)(layer, samples, vector, targets, costs); break;
  }
}
