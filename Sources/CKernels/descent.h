/// Whole updates of gradient descent in one call: a small network is through one sooner than a caller is through its
/// phases.

/// A batch's way through the network and back, up to the gradient; its mean cost.
INLINE float NAMED(pass)(const struct kernel_descent *d, const ptrdiff_t *rows, size_t samples) {
  const size_t last = d->depth - 1;
  float *vector = d->vector, *targets = vector + d->targets_place, *costs = vector + d->costs_place;
  NAMED(take_rows)(d->inputs, d->layers[0].inputs, rows, samples, vector + d->layers[0].incoming);
  NAMED(take_rows)(d->targets, d->layers[last].units, rows, samples, targets);
  for (size_t l = 0; l <= last; l++)
    NAMED(forward_layer)(d->layers + l, d->activations[l], samples, d->parameters, vector, 0);
  NAMED(error)(d->layers + last, d->cost, d->activations[last], samples, vector, targets, costs);
  for (size_t l = d->depth; l-- > 0;) {
    const enum kernel_function below = l > 0 ? d->activations[l - 1] : KERNEL_NONE;
    NAMED(backward_layer)(d->layers + l, samples, d->parameters, vector, 0, d->gradient, below, 0);
  }
  float sum = 0;
  for (size_t s = 0; s < samples; s++) sum += costs[s];
  return sum / (float)samples;
}

static size_t NAMED(descend)(const struct kernel_descent *descent) {
  const struct kernel_descent d = *descent;
  size_t updates = 0;
  for (size_t row = 0; row < d.row_count; row += d.batch, updates++) {
    const size_t left = d.row_count - row;
    const size_t samples = left < d.batch ? left : d.batch;
    // Compiled for one sample on its own.
    const float cost = samples == 1 ? NAMED(pass)(&d, d.rows + row, 1) : NAMED(pass)(&d, d.rows + row, samples);
    if (!__builtin_isfinite(cost)) break;
    if (!NAMED(subtract_times)(d.parameters, d.gradient, d.rate, d.limit, d.parameter_count)) break;
    if (d.means) d.means[updates] = cost;
  }
  return updates;
}
