/// A recurrent layer and its readout, forward and backward through time.

#define ROOM(NAME, STEP, WIDTH) (vector + r->NAME + (STEP) * r->samples * (WIDTH))

/// Copies a matrix of so many columns into some columns of a wider one.
INLINE void NAMED(place_columns)(
    const float *from, size_t rows, size_t columns, float *to, size_t to_row) {
  for (size_t s = 0; s < rows; s++, from += columns, to += to_row)
    RUN(columns, AT(wide, to) = READ(wide, from);, AT(quad, to) = READ(quad, from);, to[i] = from[i];);
}

/// z and a of the readout at some steps.
INLINE void NAMED(read_out)(
    const struct kernel_recurrence *r, size_t from, size_t to, const float *parameters, float *vector) {
  const size_t rows = (to - from) * r->samples;
  float *z = ROOM(output_z, from, r->outputs), *a = ROOM(output_a, from, r->outputs);
  const struct kernel_product sums = {
      .rows = rows,
      .terms = r->units,
      .columns = r->outputs,
      .a = ROOM(a, from, r->units),
      .a_row = r->units,
      .a_term = 1,
      .b = parameters + r->readout,
      .b_term = r->outputs,
      .column_start = parameters + r->readout_biases,
      .scale = 1,
      .c = z,
      .c_row = r->outputs,
  };
  NAMED(multiply)(&sums);
  if (r->output == KERNEL_SOFTMAX)
    NAMED(softmax)(z, a, rows, r->outputs);
  else
    NAMED(apply)(r->output, z, a, rows * r->outputs);
}

static void NAMED(recurrent_forward)(
    const struct kernel_recurrence *r, size_t from, size_t to, const float *parameters, float *vector) {
  const size_t width = r->inputs + r->units;
  for (size_t t = from; t < to; t++) {
    float *a = ROOM(a, t, r->units);
    const struct kernel_product sums = {
        .rows = r->samples,
        .terms = width,
        .columns = r->units,
        .a = ROOM(joined, t, width),
        .a_row = width,
        .a_term = 1,
        .b = parameters + r->weights,
        .b_term = r->units,
        .column_start = parameters + r->biases,
        .scale = 1,
        .c = ROOM(z, t, r->units),
        .c_row = r->units,
    };
    NAMED(multiply)(&sums);
    NAMED(apply)(r->function, sums.c, a, r->samples * r->units);
    if (t + 1 < r->steps) NAMED(place_columns)(a, r->samples, r->units, ROOM(joined, t + 1, width) + r->inputs, width);
  }
  NAMED(read_out)(r, from, to, parameters, vector);
}

/// δ of one step from those of the step after it, unless they are cut off, and of the readout.
INLINE void NAMED(pass_back_in_time)(const struct kernel_recurrence *r, size_t t, float *vector) {
  const size_t width = r->units + r->outputs;
  const int passes = t + 1 < r->steps && (t + 1) % r->cut != 0;
  const size_t left_out = passes ? 0 : r->units;
  float *errors = vector + r->errors, *delta = ROOM(delta, t, r->units);
  NAMED(place_columns)(ROOM(output_delta, t, r->outputs), r->samples, r->outputs, errors + r->units, width);
  if (passes) NAMED(place_columns)(ROOM(delta, t + 1, r->units), r->samples, r->units, errors, width);
  const struct kernel_product sums = {
      .rows = r->samples,
      .terms = width - left_out,
      .columns = r->units,
      .a = errors + left_out,
      .a_row = width,
      .a_term = 1,
      .b = vector + r->scratch + left_out * r->units,
      .b_term = r->units,
      .scale = 1,
      .c = delta,
      .c_row = r->units,
  };
  NAMED(multiply)(&sums);
  NAMED(multiply_by_slope)(r->function, ROOM(z, t, r->units), ROOM(a, t, r->units), delta, r->samples * r->units);
}

static void NAMED(recurrent_backward)(
    const struct kernel_recurrence *r, size_t from, size_t to, const float *parameters, float *vector) {
  float *turned = vector + r->scratch;
  NAMED(transpose)(parameters + r->weights + r->inputs * r->units, r->units, r->units, turned);
  NAMED(transpose)(parameters + r->readout, r->units, r->outputs, turned + r->units * r->units);
  for (size_t t = to; t-- > from;) NAMED(pass_back_in_time)(r, t, vector);
}

/// share · aᵀ b over so many rows, and share · Σ b.
INLINE void NAMED(sum_products)(
    const float *a, size_t inputs, const float *b, size_t units, size_t rows, float share, float *weights,
    float *biases) {
  static const float one = 1;
  const struct kernel_product products = {
      .rows = inputs,
      .terms = rows,
      .columns = units,
      .a = a,
      .a_row = 1,
      .a_term = inputs,
      .b = b,
      .b_term = units,
      .scale = share,
      .c = weights,
      .c_row = units,
  };
  NAMED(multiply)(&products);
  const struct kernel_product totals = {
      .rows = 1, .terms = rows, .columns = units, .a = &one, .b = b, .b_term = units, .scale = share, .c = biases};
  NAMED(multiply)(&totals);
}

static void NAMED(recurrent_gradient)(
    const struct kernel_recurrence *r, size_t from, size_t to, float share, const float *vector, float *gradient) {
  const size_t width = r->inputs + r->units, rows = (to - from) * r->samples;
  NAMED(sum_products)(ROOM(joined, from, width), width, ROOM(delta, from, r->units), r->units, rows, share,
                      gradient + r->weights, gradient + r->biases);
  NAMED(sum_products)(ROOM(a, from, r->units), r->units, ROOM(output_delta, from, r->outputs), r->outputs, rows, share,
                      gradient + r->readout, gradient + r->readout_biases);
}

#undef ROOM
