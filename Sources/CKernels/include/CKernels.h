/// The arithmetic that Descent spends its time in. Only LinearAlgebra calls it.
///
/// Every function gives the same bits on every machine and at every SIMD width: sums run in a fixed order, nothing is
/// fused, the elementary functions are our own, and only what is independent is done side by side.
///
/// The kernels are compiled for several widths; the widest that the processor has is taken when the program starts.
/// `DESCENT_KERNELS=narrow` in the environment takes the narrowest.

#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

float kernel_exp(float x);
float kernel_expm1(float x);
float kernel_log(float x);
float kernel_log1p(float x);
float kernel_tanh(float x);
float kernel_sigmoid(float x);
float kernel_erf(float x);
float kernel_normal_share(float z);
float kernel_bell(float z);
float kernel_sin(float x);
float kernel_cos(float x);

/// The functions that work on whole arrays; the activations first.
enum kernel_function {
  KERNEL_THRESHOLD,
  KERNEL_SIGMOID,
  KERNEL_TANH,
  KERNEL_RECTIFIER,
  KERNEL_LINEAR,
  KERNEL_LEAKY_RECTIFIER,
  KERNEL_ELU,
  KERNEL_SOFTPLUS,
  KERNEL_GELU,
  KERNEL_SILU,
  KERNEL_SCALED_TANH,
  /// Of each sample's units; all others are of each element.
  KERNEL_SOFTMAX,
  KERNEL_EXP,
  KERNEL_LOG,
  KERNEL_LOG1P,
  KERNEL_ERF,
  KERNEL_NONE,
};

/// The costs that have a kernel, each with the output activations it is for.
enum kernel_cost {
  /// Of any output but softmax.
  KERNEL_QUADRATIC,
  KERNEL_SIGMOID_CROSS_ENTROPY,
  KERNEL_SOFTMAX_CROSS_ENTROPY,
};

/// A layer's size, its place among the parameters, and the places of its numbers in a propagation's vector.
struct kernel_layer {
  size_t inputs, units;
  /// In the parameters: `[inputs][units]`, `[units]`.
  size_t weights, biases;
  /// In the vector: what comes in, `[samples][inputs]`; the weighted sums, activations and errors, `[samples][units]`.
  size_t incoming, z, a, delta;
  /// The same of the layer below.
  size_t z_below, delta_below;
  /// In the vector: room for the weights, transposed.
  size_t scratch;
};

/// Gradient descent on one batch after another.
struct kernel_descent {
  /// The network's layers, and the activation of each.
  size_t depth;
  const struct kernel_layer *layers;
  const enum kernel_function *activations;
  enum kernel_cost cost;
  /// Matrices as wide as the network's inputs and outputs, and which of their rows make the batches: `batch` rows each,
  /// the last one what is left.
  const float *inputs, *targets;
  const ptrdiff_t *rows;
  size_t row_count, batch;
  float rate, limit;
  float *parameters, *gradient;
  size_t parameter_count;
  /// A propagation's vector, and the places of the batch's targets and costs in it.
  float *vector;
  size_t targets_place, costs_place;
  /// Room for the mean cost of each batch, or null.
  float *_Nullable means;
};

/// A recurrent layer and its readout on a batch of sequences, and the places of their numbers in a vector, where time runs
/// slowest.
struct kernel_recurrence {
  size_t inputs, units, outputs;
  /// The steps of the longest sequence, and the number of sequences.
  size_t steps, samples;
  /// Errors pass back through time within spans of so many steps.
  size_t cut;
  enum kernel_function function, output;
  /// In the parameters: `[inputs + units][units]` and `[units]`; `[units][outputs]` and `[outputs]`.
  size_t weights, biases, readout, readout_biases;
  /// In the vector: each step's inputs, and beside them the units' activations at the step before,
  /// `[steps][samples][inputs + units]`.
  size_t joined;
  /// `[steps][samples][units]`
  size_t z, a, delta;
  /// `[steps][samples][outputs]`
  size_t output_z, output_a, output_delta;
  /// Room for a step's errors, `[samples][units + outputs]`, and for the weights that they come back through, transposed:
  /// `[units + outputs][units]`.
  size_t errors, scratch;
};

/// A product of matrices, c = scale · (start + a b), each sum running from the first term to the last.
///
/// a is read with a stride each way, so that it may stand transposed: a(r, k) = a[r·a_row + k·a_term]; b and c with one
/// stride: b(k, j) = b[k·b_term + j], c(r, j) = c[r·c_row + j]. The sum starts at 0, at column_start[j], or at
/// row_start[r].
struct kernel_product {
  size_t rows, terms, columns;
  const float *a;
  size_t a_row, a_term;
  const float *b;
  size_t b_term;
  const float *_Nullable column_start;
  const float *_Nullable row_start;
  float scale;
  float *c;
  size_t c_row;
};

/// One width's kernels.
struct kernel_set {
  const char *name;
  void (*multiply)(const struct kernel_product *product);
  void (*apply)(enum kernel_function function, const float *z, float *a, size_t count);
  void (*multiply_by_slope)(enum kernel_function function, const float *z, const float *a, float *delta, size_t count);
  /// The numbered rows of a matrix of so many columns, one after another.
  void (*take_rows)(const float *matrix, size_t columns, const ptrdiff_t *rows, size_t count, float *taken);
  /// z and a of a layer. `passed` is what dropout has left of what comes in, or null.
  void (*forward)(const struct kernel_layer *layer, enum kernel_function function, size_t samples,
                  const float *parameters, float *vector, const float *_Nullable passed);
  /// The layer's mean gradient, weights and biases; and, unless `below` is `KERNEL_NONE`, the errors of the layer below, whose
  /// activation that is, by way of the dropout mask or null.
  void (*backward)(const struct kernel_layer *layer, size_t samples, const float *parameters, float *vector,
                   const float *_Nullable passed, float *gradient, enum kernel_function below,
                   const float *_Nullable mask);
  /// Each sample's cost, and the errors of the output layer, whose activation `function` is.
  void (*error)(const struct kernel_layer *layer, enum kernel_cost cost, enum kernel_function function, size_t samples,
                float *vector, const float *targets, float *costs);
  /// Whole updates: w ← w − rate · ∂C/∂w for one batch after another. How many were made: fewer than there are batches
  /// where a batch's cost is not finite, or an element of its gradient not below the limit. That batch's numbers then
  /// stand in vector and gradient, and the parameters are as they were before it.
  size_t (*descend)(const struct kernel_descent *descent);
  /// x ← x − factor · y, and 1; or nothing, and 0, where an element of y is not below the limit.
  int (*subtract_times)(float *x, const float *y, float factor, float limit, size_t count);
  float (*largest_magnitude)(const float *x, size_t count);
  /// Σx in double precision: eight sums, each of every eighth element, then those eight in order.
  double (*sum)(const float *x, size_t count);
  /// z and a of the steps from `from` to before `to`, and of the readout at each.
  void (*recurrent_forward)(const struct kernel_recurrence *recurrence, size_t from, size_t to, const float *parameters,
                            float *vector);
  /// δ of these steps, the last one first, from the readout's.
  void (*recurrent_backward)(const struct kernel_recurrence *recurrence, size_t from, size_t to,
                             const float *parameters, float *vector);
  /// What these steps give to the gradient, times `share`.
  void (*recurrent_gradient)(const struct kernel_recurrence *recurrence, size_t from, size_t to, float share,
                             const float *vector, float *gradient);
  /// x ← x + factor · y, of whole numbers that stay within 32 bits.
  void (*add_times)(int32_t *x, const int32_t *y, int32_t factor, size_t count);
};

/// The kernels in use: chosen once, before main.
extern const struct kernel_set *kernels_chosen;
static inline const struct kernel_set *kernels_in_use(void) { return kernels_chosen; }

/// All kernels that this processor can run, the narrowest first; 0 past the last.
const struct kernel_set *_Nullable kernels_at(size_t index);

/// Lets the system have every block of 256 KB and more back as soon as it is freed: see `Heap`.
void heap_return_large_blocks(void);

#pragma clang assume_nonnull end

#endif
